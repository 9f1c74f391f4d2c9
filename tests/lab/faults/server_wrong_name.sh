# SPDX-License-Identifier: GPL-3.0-or-later
# The verification server's certificate is for another host name.
# shellcheck shell=bash disable=SC2034
SERVER_CERTIFICATE=server-wrong-name
