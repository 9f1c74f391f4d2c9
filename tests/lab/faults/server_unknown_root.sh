# SPDX-License-Identifier: GPL-3.0-or-later
# The verification server's certificate comes from a stranger's root.
# shellcheck shell=bash disable=SC2034
SERVER_CERTIFICATE=server-unknown-root
