# SPDX-License-Identifier: GPL-3.0-or-later
# IPsec service or CTC・QTnet: IPv4 behind the provider's router, which knows the service's names by private addresses.
# shellcheck shell=bash disable=SC2034
IPV4_ROUTER=192.168.30.1
IPV4_TERMINAL=192.168.30.10
PRACTICE_NETWORKS+=(10.20.0.0/16 192.168.30.0/24)
DECLARED_LINE='<line type="3"/>'
RESOLVERS=("$IPV4_ROUTER")
TERMINAL_RESOLVERS=("$IPV4_ROUTER")
move_service_to_ipv4
