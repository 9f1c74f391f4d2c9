# SPDX-License-Identifier: GPL-3.0-or-later
# IP-VPN of NTT East behind a home gateway, which names itself as the resolver and gives out IPv4 beside.
# The gateway asks for its prefix by DHCPv6 and announces a /64 of it; on the terminal the closed resolvers are set by hand.
# shellcheck shell=bash disable=SC2034
DELEGATED_PREFIX=2001:db8:100:ab00::
DELEGATED_NETWORK=01
LAN=${DELEGATED_PREFIX%00::}$DELEGATED_NETWORK
ROUTER=$LAN::1
ANNOUNCED_RESOLVER=$ROUTER
IPV4_BESIDE=192.168.50.1
PRACTICE_NETWORKS+=(192.168.50.0/24)
SERVICES+=(delegator delegation dhcp dhcp_client)
