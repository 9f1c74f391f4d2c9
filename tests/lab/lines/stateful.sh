# SPDX-License-Identifier: GPL-3.0-or-later
# IP-VPN of NTT East behind a router that hands out each IPv6 address by DHCPv6 (M flag) and lets nobody make one.
# shellcheck shell=bash disable=SC2034
IPV6_BY=dhcp
DHCPV6=stateful
SERVICES+=(dhcpv6_client)
