# SPDX-License-Identifier: GPL-3.0-or-later
# IP-VPN of NTT East, and a second adapter to the clinic's other systems, with IPv4 and a default route of its own.
# shellcheck shell=bash disable=SC2034
OFFICE_LINK=enp2s0
