# SPDX-License-Identifier: GPL-3.0-or-later
# Cables, addresses and routes:   terminal --enp1s0/to-terminal-- line --to-service/to-line-- service
# "terminal" is the namespace that the whole clinic was made in; "line" is the provider's router with its resolvers;
# "service" holds every server. IPv6 alone, or IPv4 alone on such a line, and no cable leads out.
# shellcheck shell=bash

# Without these the terminal waits for duplicate address detection and a random delay: 2.8 s instead of 40 ms.
# They must stand before the links are made.
hasten_addresses() {
  echo 0 > /proc/sys/net/ipv6/conf/default/accept_dad
  echo 0 > /proc/sys/net/ipv6/conf/default/router_solicitation_delay
  if [[ ${1-} == router ]]; then
    echo 1 > /proc/sys/net/ipv6/conf/all/forwarding
    echo 1 > /proc/sys/net/ipv4/ip_forward
    echo 1 > /proc/sys/net/ipv6/conf/default/keep_addr_on_down
  fi
}

make_namespaces() {
  touch /run/netns/terminal
  mount -n --bind /proc/self/ns/net /run/netns/terminal
  ip netns add line
  ip netns add service
  hasten_addresses
  export -f hasten_addresses
  inside line bash -c 'hasten_addresses router'
  inside service bash -c hasten_addresses
}

# Two ends with the same index in their namespaces do not look like a cable to the kernel, which then reports the
# carrier up to a second late ("linkwatch"); until then every packet is dropped.
lay_cables() {
  if [[ -n $SECONDS_TO_THE_LINE ]]; then
    lay_slow_cable
  else
    ip link add "$TERMINAL_LINK" index 2 type veth peer name to-terminal index 12 netns line
  fi
  ip -batch - << B
link set lo up
link add to-service index 13 netns line type veth peer name to-line index 3 netns service
B
}

run_cable() {
  exec nsenter --net=/run/netns/line /usr/bin/python3 -I -S "$LAB/servers/cable.py" "$CLINIC/pid/cable.ready" \
    "$SECONDS_TO_THE_LINE" near-end far-end
}

send_whole_packets() { /usr/bin/python3 -I -S "$LAB/servers/whole_packets.py" "$1"; }

# terminal --enp1s0/near-end-- cable.py --far-end/to-terminal-- line
lay_slow_cable() {
  ip link add "$TERMINAL_LINK" index 2 type veth peer name near-end index 22 netns line
  ip -n line link add to-terminal index 12 type veth peer name far-end index 23
  send_whole_packets "$TERMINAL_LINK"
  export -f send_whole_packets
  inside line env LAB="$LAB" bash -c 'send_whole_packets to-terminal'
  local link
  for link in near-end far-end; do
    inside line sh -c "echo 1 > /proc/sys/net/ipv6/conf/$link/disable_ipv6"
    ip -n line link set "$link" up
  done
  start_service cable
  wait_for_service cable
}

line_addresses() {
  echo "link set lo up"
  echo "link set to-service up"
  echo "link set to-terminal $LINK"
  if [[ -z $DELEGATED_PREFIX ]]; then echo "addr add $ROUTER/64 dev to-terminal nodad"; fi
  echo "addr add fe80::1/64 dev to-service nodad"
  if [[ -n $IPV4_BESIDE ]]; then echo "addr add $IPV4_BESIDE/24 dev to-terminal"; fi
  local address
  for address in "${RESOLVERS[@]}" "$NGN_RESOLVER" "$PORTAL_ADDRESS"; do
    echo "addr add $address/128 dev lo nodad"
  done
  local host
  for host in "${!ADDRESS[@]}"; do
    if is_among "$host" "${UNROUTED_HOSTS[@]}"; then continue; fi
    echo "route add ${ADDRESS[$host]}/128 via fe80::2 dev to-service"
  done
  echo "route add unreachable default metric 4096"
}

line_addresses4() {
  echo "link set lo up"
  echo "link set to-service up"
  echo "link set to-terminal $LINK"
  if [[ $IPV4_BY != pppoe ]]; then echo "addr add $IPV4_ROUTER/24 dev to-terminal"; fi
  resolver_addresses4
  echo "addr add $SERVICE_NETWORK.1/30 dev to-service"
  local address
  for address in "${ADDRESS[@]}"; do echo "route add $address/32 via $SERVICE_NETWORK.2"; done
}

# Of its own where the router is not the resolver.
resolver_addresses4() {
  local address
  for address in "${RESOLVERS[@]}"; do
    if [[ $address != "$IPV4_ROUTER" ]]; then echo "addr add $address/32 dev lo"; fi
  done
}

service_addresses4() {
  echo "link set lo up"
  echo "link set to-line up"
  echo "addr add $SERVICE_NETWORK.2/30 dev to-line"
  local address
  for address in "${ADDRESS[@]}"; do echo "addr add $address/32 dev lo"; done
  echo "route add default via $SERVICE_NETWORK.1"
}

# As the provider's papers say it, typed in by hand, unless a client of the terminal asks for it.
terminal_addresses4() {
  if [[ $IPV4_BY == hand ]]; then echo "addr add $IPV4_TERMINAL/24 dev $TERMINAL_LINK"; fi
  echo "link set $TERMINAL_LINK up"
  if [[ $IPV4_BY == hand ]]; then echo "route add default via $IPV4_ROUTER"; fi
}

service_addresses() {
  echo "link set lo up"
  echo "link set to-line up"
  echo "addr add fe80::2/64 dev to-line nodad"
  if [[ -n $DELEGATED_PREFIX ]]; then echo "addr add $DELEGATOR_NETWORK::2/64 dev to-line nodad"; fi
  local address
  for address in "${ADDRESS[@]}"; do echo "addr add $address/128 dev lo nodad"; done
  echo "route add default via fe80::1 dev to-line"
}

# To the practice management system and the like: IPv4, with a default route, IPv6 switched off.
lay_office_cable() {
  ip link add "$OFFICE_LINK" index 4 type veth peer name to-office index 14 netns line
  if [[ -z $OFFICE_PREFIX ]]; then echo 1 > "/proc/sys/net/ipv6/conf/$OFFICE_LINK/disable_ipv6"; fi
  ip -n line -batch - << B
addr add $OFFICE_NETWORK.1/24 dev to-office
link set to-office up
B
  ip -batch - << B
addr add $OFFICE_NETWORK.10/24 dev $OFFICE_LINK
link set $OFFICE_LINK up
route add default via $OFFICE_NETWORK.1 metric 10
B
}

# The kernel gives 1024 to what a router announces, so this one comes first.
give_office_ipv6() {
  ip -n line addr add "$OFFICE_PREFIX::1/64" dev to-office nodad
  ip -batch - << B
addr add $OFFICE_PREFIX::10/64 dev $OFFICE_LINK nodad
route add default via $OFFICE_PREFIX::1 dev $OFFICE_LINK metric 512
B
}

# Where two prefixes carry the label of the destination's network, the system takes them first (RFC 6724, rule 6).
mislead_source() {
  ip addrlabel add prefix "$MISLED_NETWORK" label 77
  ip addrlabel add prefix "$OTHER_PREFIX" label 77
}

make_line() {
  make_namespaces
  lay_cables
  if [[ -n $OFFICE_LINK ]]; then lay_office_cable; fi
  if [[ -n $OFFICE_PREFIX ]]; then give_office_ipv6; fi
  if [[ -n $IKE_GATEWAY ]]; then
    make_ipsec_line
    return
  fi
  if [[ -n $IPV4_ROUTER ]]; then
    line_addresses4 | ip -n line -batch -
    service_addresses4 | ip -n service -batch -
    terminal_addresses4 | ip -batch -
    return
  fi
  line_addresses | ip -n line -batch -
  service_addresses | ip -n service -batch -
  if [[ -n $MISLED_NETWORK ]]; then mislead_source; fi
  if [[ -n $IPV4_ON_THE_LINK ]]; then ip addr add "$IPV4_ON_THE_LINK/24" dev "$TERMINAL_LINK"; fi
  # Before radvd starts: it announces itself at once on a link with a carrier, but answers a solicitation only later.
  ip link set "$TERMINAL_LINK" up
}

has_global_address() {
  local address index length scope flags link
  while read -r address index length scope flags link; do
    # scope 00 is global; flag 40 is tentative
    if [[ $link == "$TERMINAL_LINK" && $scope == 00 && $((16#$flags & 16#40)) == 0 ]]; then return 0; fi
  done < /proc/net/if_inet6
  return 1
}

has_default_route() {
  local destination length rest
  while read -r destination length rest; do
    if [[ $length == 00 && $destination == 00000000000000000000000000000000 && $rest == *" $TERMINAL_LINK" ]]; then
      return 0
    fi
  done < /proc/net/ipv6_route
  return 1
}

has_carrier() { [[ $(ip -o link show dev "$TERMINAL_LINK") == *LOWER_UP* ]]; }
has_no_carrier() { ! has_carrier; }
