# SPDX-License-Identifier: GPL-3.0-or-later
# How the terminal asks a line for what it does not announce: IPv4 by DHCP, IPv6 by stateful DHCPv6, and PPPoE; and how a
# home gateway asks its provider for a prefix. The clients are services of the clinic; each is ready when it has an address, or has once asked in vain.
# shellcheck shell=bash

LEASE_TIME=2h

run_dhcp() {
  local router=${IPV4_BESIDE:-$IPV4_ROUTER}
  exec nsenter --net=/run/netns/line dnsmasq --keep-in-foreground --conf-file=/dev/null --no-hosts --no-resolv --user= \
    --group= --port=0 --bind-interfaces --interface=to-terminal --no-ping --dhcp-authoritative --log-dhcp \
    "--pid-file=$CLINIC/pid/dhcp.ready" "--log-facility=$CLINIC/log/dhcp-leases" "--dhcp-leasefile=$CLINIC/config/leases4" \
    "--dhcp-range=${router%.*}.10,${router%.*}.10,255.255.255.0,$LEASE_TIME" "--dhcp-option=option:router,$router" \
    "--dhcp-option=option:dns-server,$router"
}

# A client that asks before its server listens asks again only a second later.
wait_for_server() {  # NAME
  if is_among "$1" "${SERVICES[@]}"; then wait_until 3000 service_is_ready "$1"; fi
}

run_dhcp_client() {
  wait_for_server dhcp
  READY=$CLINIC/pid/dhcp_client.ready SETS_RESOLVERS=$(resolvers_come_with_the_line) SELF_ASSIGNED=$SELF_ASSIGNED \
    exec udhcpc -f -i "$TERMINAL_LINK" -t 2 -T 1 -A 1 -s "$LAB/clients/on_dhcp.sh"
}

resolvers_come_with_the_line() { if ((${#TERMINAL_RESOLVERS[@]} == 0)); then echo yes; fi; }

run_dhcpv6_client() {
  wait_for_server ngn
  exec env PATH="$PATH" dhclient -6 -d -1 -sf "$LAB/clients/on_dhcpv6.sh" -cf /dev/null \
    -lf "$CLINIC/config/leases6" -pf "$CLINIC/config/dhclient6.pid" \
    -e "READY=$CLINIC/pid/dhcpv6_client.ready" "$TERMINAL_LINK"
}

# A copy, because a machine's policy may bind the program at its own place to its own files.
run_delegator() {
  local config=$CLINIC/config/delegator
  cat > "$config" << C
subnet6 $DELEGATOR_NETWORK::/64 {
  prefix6 $DELEGATED_PREFIX $DELEGATED_PREFIX /56;
}
C
  : > "$config.leases"
  cp "$(command -v dhcpd)" "$config.program"
  exec nsenter --net=/run/netns/service "$config.program" -6 -f -cf "$config" -lf "$config.leases" \
    -pf "$CLINIC/pid/delegator.ready" to-line
}

run_delegation() {
  local config=$CLINIC/config/delegation
  wait_for_server delegator
  : > "$config.leases"
  exec nsenter --net=/run/netns/line env PATH="$PATH" dhclient -6 -P -d -1 -sf "$LAB/clients/on_prefix.sh" -cf /dev/null \
    -lf "$config.leases" -pf "$config.pid" -e "NETWORK=$DELEGATED_NETWORK" -e "READY=$CLINIC/pid/delegation.ready" to-service
}

run_concentrator() {
  exec nsenter --net=/run/netns/line /usr/bin/python3 -I -S "$LAB/servers/pppoe.py" concentrator to-terminal \
    "$CLINIC/pid/concentrator.ready" "$PPPOE_USER" "$PPPOE_PASSWORD" "$PPPOE_GATEWAY" "$PPPOE_ADDRESS" "$PPPOE_RESOLVER"
}

run_pppoe_client() {
  wait_for_server concentrator
  exec /usr/bin/python3 -I -S "$LAB/servers/pppoe.py" client "$TERMINAL_LINK" "$CLINIC/pid/pppoe_client.ready" \
    "$PPPOE_USER" "$PPPOE_PASSWORD_SENT"
}
