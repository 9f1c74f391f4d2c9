# SPDX-License-Identifier: GPL-3.0-or-later
# The access concentrator does not accept the password (line ppp).
# shellcheck shell=bash disable=SC2034
need_line ppp
PPPOE_PASSWORD_SENT=wrong-one
