# SPDX-License-Identifier: GPL-3.0-or-later
# Nobody on the line answers to DHCP (line dhcp_router).
# shellcheck shell=bash disable=SC2034
need_line dhcp_router
without_service dhcp
