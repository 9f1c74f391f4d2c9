# SPDX-License-Identifier: GPL-3.0-or-later
# IP-VPN of CTC or QTnet: the terminal connects by PPPoE, which brings an IPv4 address, a resolver and an MTU of 1454.
# shellcheck shell=bash disable=SC2034
IPV4_ROUTER=$PPPOE_GATEWAY
IPV4_BY=pppoe
PRACTICE_NETWORKS+=(10.20.0.0/16)
DECLARED_LINE='<line type="2"/>'
RESOLVERS=("$PPPOE_RESOLVER")
TERMINAL_RESOLVERS=()
move_service_to_ipv4
SERVICES+=(concentrator pppoe_client)
