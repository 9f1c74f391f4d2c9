# SPDX-License-Identifier: GPL-3.0-or-later
# The verification server's certificate has expired.
# shellcheck shell=bash disable=SC2034
SERVER_CERTIFICATE=server-expired
