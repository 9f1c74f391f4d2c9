# SPDX-License-Identifier: GPL-3.0-or-later
# The terminal is plugged into an ordinary internet connection: nothing of NTT, and nobody knows the service's names.
# shellcheck shell=bash disable=SC2034
LAN=3fff:1:2:4
ROUTER=$LAN::1
SEARCH_DOMAIN=
DHCPV6=none
PRACTICE_NETWORKS+=(3fff:1:2::/48)
RESOLVERS=(3fff:1:2:53::1)
ANNOUNCED_RESOLVER=${RESOLVERS[0]}
TERMINAL_RESOLVERS=("${RESOLVERS[@]}")
RESOLVER_STYLE=internet
UNROUTED_HOSTS=("${!ADDRESS[@]}")
without_service ngn
