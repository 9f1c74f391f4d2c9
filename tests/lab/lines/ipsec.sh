# SPDX-License-Identifier: GPL-3.0-or-later
# IPsec+IKE service whose tunnel the terminal itself keeps: the provider's resolver and the service lie behind it.
# shellcheck shell=bash disable=SC2034
IKE_OUTSIDE=198.51.100
IKE_GATEWAY=$IKE_OUTSIDE.1
IKE_BEHIND=10.20.0.0/16
IKE_POOL=10.21.0.0/24
IPV4_ROUTER=192.168.40.1
IPV4_TERMINAL=192.168.40.10
PRACTICE_NETWORKS+=(10.20.0.0/16 192.168.40.0/24 "$IKE_GATEWAY/32")
DECLARED_LINE='<line type="3"/>'
RESOLVER_ROOM=gateway
RESOLVERS=(10.20.0.53)
TERMINAL_RESOLVERS=("${RESOLVERS[@]}")
move_service_to_ipv4
ALL_SERVICES+=(gateway charon)
SERVICES=(gateway charon "${SERVICES[@]}")
