# SPDX-License-Identifier: GPL-3.0-or-later
# IPsec service or CTC・QTnet: the provider's router gives the terminal its IPv4 address, route and resolver by DHCP.
# shellcheck shell=bash disable=SC2034
IPV4_ROUTER=192.168.40.1
IPV4_BY=dhcp
PRACTICE_NETWORKS+=(10.20.0.0/16 192.168.40.0/24)
DECLARED_LINE='<line type="3"/>'
RESOLVERS=("$IPV4_ROUTER")
TERMINAL_RESOLVERS=()
move_service_to_ipv4
SERVICES+=(dhcp dhcp_client)
