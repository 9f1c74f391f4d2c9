# SPDX-License-Identifier: GPL-3.0-or-later
# IP-VPN of NTT East whose router announces addresses and a resolver, and has neither DHCPv6 nor a search domain.
# shellcheck shell=bash disable=SC2034
DHCPV6=none
SEARCH_DOMAIN=
