# SPDX-License-Identifier: GPL-3.0-or-later
# Nobody answers to DHCP, and the terminal gave itself an address of 169.254 (line dhcp_router).
# shellcheck shell=bash disable=SC2034
need_line dhcp_router
without_service dhcp
SELF_ASSIGNED=169.254.7.9
