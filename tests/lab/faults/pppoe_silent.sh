# SPDX-License-Identifier: GPL-3.0-or-later
# No access concentrator answers to PPPoE (line ppp).
# shellcheck shell=bash disable=SC2034
need_line ppp
without_service concentrator
