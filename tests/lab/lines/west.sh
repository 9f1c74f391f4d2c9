# SPDX-License-Identifier: GPL-3.0-or-later
# IP-VPN of NTT West.
# shellcheck shell=bash disable=SC2034
LAN=2001:db8:200:1
ROUTER=$LAN::1
SEARCH_DOMAIN=flets-west.example
NGN_RESOLVER=2001:db8:2fe::3
unset "ADDRESS[$AUXILIARY_HOST]"
AUXILIARY_HOST=assv.asc.flets-west.example
ADDRESS[$AUXILIARY_HOST]=2001:db8:2fe::80
RESOLVERS=("$WEST_RESOLVER_1" "$WEST_RESOLVER_2")
TERMINAL_RESOLVERS=("${RESOLVERS[@]}")
