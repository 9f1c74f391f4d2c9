# SPDX-License-Identifier: GPL-3.0-or-later
# IP-VPN of NTT East behind a home gateway, which names itself as the resolver and gives out IPv4 beside.
# The /64 is out of the gateway's delegated prefix; on the terminal the closed resolvers are set by hand.
# shellcheck shell=bash disable=SC2034
LAN=2001:db8:100:ab01
ROUTER=$LAN::1
ANNOUNCED_RESOLVER=$ROUTER
IPV4_BESIDE=192.168.50.1
PRACTICE_NETWORKS+=(192.168.50.0/24)
SERVICES+=(dhcp dhcp_client)
