# SPDX-License-Identifier: GPL-3.0-or-later
# On every line the service is reached by its name, with the terminal's own resolvers and nothing else.
# shellcheck shell=bash

# LINE | LOOK | SEEN
line_table="
east | served | 200
east | resolvers | $CLOSED_RESOLVER_1 $CLOSED_RESOLVER_2
east | ipv4 | no
west | served | 200
west | resolvers | $WEST_RESOLVER_1 $WEST_RESOLVER_2
west | ping $CLOSED_RESOLVER_1 | unreachable
split_dns | served | 200
split_dns | resolvers | $ROUTER
split_dns | name $ROUTER $LINEAUTH_HOST | ${ADDRESS[$LINEAUTH_HOST]}
split_dns | name $ROUTER $AUXILIARY_HOST | ${ADDRESS[$AUXILIARY_HOST]}
two_links | served | 200
two_links | links | 2
proxy | served | 200
proxy | through $PROXY_HOST:8080 | refused by the proxy: 403
proxy_only | served | 200
proxy_only | verification | silent
proxy_only | revocation_list | silent
proxy_only | revocation_list $PROXY_HOST:8080 | 200
ipv4_router | served | 200
ipv4_router | address | no
ipv4_router | ipv4 | yes
ipsec | served | 200
ipsec | tunnel | INSTALLED
ipsec | ping 10.20.30.1 | answers
ipsec | without_tunnel 10.20.30.1 | silent
ipsec | address | no
home_gateway | served | 200
home_gateway | address | yes
home_gateway | delegated | 2001:db8:100:ab00::/56
home_gateway | ipv4 | yes
home_gateway | dhcp | 2001:db8:100:ab01::1 $SEARCH_DOMAIN
no_dhcpv6 | served | 200
no_dhcpv6 | address | yes
no_dhcpv6 | dhcp | silent
stateful | served | 200
stateful | length | 128
east | length | 64
dhcp_router | served | 200
dhcp_router | resolvers | 192.168.40.1
dhcp_router | ipv4 | yes
ppp | served | 200
ppp | resolvers | $PPPOE_RESOLVER
ppp | ipv4 | no
ppp | adapter ppp0 | $PPPOE_ADDRESS mtu 1454
"

check_lines() {
  local line look seen
  while IFS='|' read -r line look seen; do
    if [[ -z $line ]]; then continue; fi
    # shellcheck disable=SC2046
    hold "line $(trim "$line"): $(trim "$look")" "$(trim "$seen")" \
      "$("$LAB/practice" --line "$(trim "$line")" -- "$LAB/selftest/look.sh" $(trim "$look"))"
  done <<< "$line_table"
  hold "line ipsec without /dev/net/tun: served" 200 \
    "$(PRACTICE_WITHOUT_TUN=yes "$LAB/practice" --line ipsec -- "$LAB/selftest/look.sh" served)"
}
