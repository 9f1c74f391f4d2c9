# SPDX-License-Identifier: GPL-3.0-or-later
# What the resolvers know. "resolver" is the closed pair that the terminal is set to by hand; "ngn" is the one that the
# line itself announces (with stateless DHCPv6): it knows the line's own names only.
# shellcheck shell=bash

common_dnsmasq=(dnsmasq --keep-in-foreground --conf-file=/dev/null --no-hosts --no-resolv --user= --group=
  --bind-interfaces "--local-ttl=$NAME_TTL" "--local=/#/" --log-queries)

# Three labels of up to 60 letters: three aliases of this length do not fit into a plain DNS answer.
long_alias() {  # NUMBER HOST
  local filler=abcdefghijklmnopqrstuvwxyz-abcdefghijklmnopqrstuvwxyz
  echo "edge$1-$filler.node$1-$filler.pool$1-$filler.$2"
}

name_options() {
  local host
  for host in "${!ADDRESS[@]}"; do
    if is_among "$host" "${MISSING_HOSTS[@]}"; then continue; fi
    if is_among "$host" "${LARGE_ANSWER_HOSTS[@]}"; then
      echo "--cname=$host,$(long_alias 1 "$host")"
      echo "--cname=$(long_alias 1 "$host"),$(long_alias 2 "$host")"
      echo "--cname=$(long_alias 2 "$host"),$(long_alias 3 "$host")"
      echo "--host-record=$(long_alias 3 "$host"),${ADDRESS[$host]}"
    else
      echo "--host-record=$host,${ADDRESS[$host]}"
    fi
  done
}

run_first_resolver() {
  local host
  MISSING_HOSTS+=("${FIRST_LACKS[@]}")
  for host in "${FIRST_MISLEADS[@]}"; do ADDRESS[$host]=$NOBODYS_ADDRESS; done
  exec nsenter --net=/run/netns/line "${common_dnsmasq[@]}" "--pid-file=$CLINIC/pid/first_resolver.ready" \
    "--log-facility=$CLINIC/log/first-resolver-queries" --port=53 "--listen-address=${RESOLVERS[0]}" $(name_options)
}

# A question with EDNS has one additional record, which is counted in the last two bytes of the DNS header.
drop_edns() {
  inside line nft add chain ip6 trouble asking '{ type filter hook input priority 0; }'
  inside line nft add rule ip6 trouble asking iifname to-terminal udp dport 53 @th,144,16 1 drop
}

run_resolver() {
  if is_among first_resolver "${SERVICES[@]}"; then RESOLVERS=("${RESOLVERS[@]:1}"); fi
  if [[ $RESOLVER_STYLE == servfail ]]; then
    exec nsenter --net=/run/netns/"$RESOLVER_ROOM" /usr/bin/python3 -I "$LAB/servers/servfail.py" "$CLINIC/pid/resolver.ready" \
      "${RESOLVERS[@]}"
  fi
  local names
  mapfile -t names < <(name_options)
  if [[ $RESOLVER_STYLE == short ]]; then
    names+=(--edns-packet-max=512)
    inside line nft add chain ip6 trouble resolving '{ type filter hook input priority 0; }'
    inside line nft add rule ip6 trouble resolving tcp dport 53 drop
  fi
  if [[ $RESOLVER_STYLE == portal ]]; then names=("--address=/#/$PORTAL_ADDRESS"); fi
  if [[ $RESOLVER_STYLE == internet ]]; then names=("--host-record=$INTERNET_NAME,$NOBODYS_ADDRESS"); fi
  if [[ $RESOLVER_STYLE == drops_edns ]]; then drop_edns; fi
  exec nsenter --net=/run/netns/"$RESOLVER_ROOM" "${common_dnsmasq[@]}" "--pid-file=$CLINIC/pid/resolver.ready" \
    "--log-facility=$CLINIC/log/resolver-queries" --port=53 \
    "${RESOLVERS[@]/#/--listen-address=}" "${names[@]}"
}

dhcpv6_options() {
  if [[ $DHCPV6 == stateful ]]; then
    echo "--dhcp-range=$LAN::1000,$LAN::1fff,64"
  else
    echo "--dhcp-range=$LAN::,static,64"
  fi
  echo "--dhcp-option=option6:dns-server,[${ANNOUNCED_RESOLVER:-$NGN_RESOLVER}]"
  if [[ -n $SEARCH_DOMAIN ]]; then echo "--dhcp-option=option6:domain-search,$SEARCH_DOMAIN"; fi
}

run_ngn() {
  local forwarded=() given=() domain
  wait_for_server delegation  # its own address and range are out of the delegated prefix
  if [[ $DHCPV6 != none ]]; then mapfile -t given < <(dhcpv6_options); fi
  for domain in "${FORWARDED_DOMAINS[@]}"; do forwarded+=("--server=/$domain/${RESOLVERS[0]}"); done
  exec nsenter --net=/run/netns/line "${common_dnsmasq[@]}" "--pid-file=$CLINIC/pid/ngn.ready" \
    "--log-facility=$CLINIC/log/ngn-queries" "--dhcp-leasefile=$CLINIC/config/leases" \
    "--listen-address=$NGN_RESOLVER" --interface=to-terminal --except-interface=lo "${given[@]}" \
    "--host-record=$AUXILIARY_HOST,${ADDRESS[$AUXILIARY_HOST]}" "${forwarded[@]}"
}

on_when() { if "$@"; then echo on; else echo off; fi; }

run_radvd() {
  if [[ -n $DELEGATED_PREFIX ]]; then
    wait_for_server delegation
    LAN=$(< "$CLINIC/pid/delegation.ready")
  fi
  cat > "$CLINIC/config/radvd" << C
interface to-terminal {
  AdvSendAdvert on;
  AdvManagedFlag $(on_when test "$DHCPV6" = stateful);
  AdvOtherConfigFlag $(on_when test "$DHCPV6" != none);
  MinRtrAdvInterval 3;
  MaxRtrAdvInterval 10;
  AdvDefaultLifetime $ROUTER_LIFETIME;
  $(if [[ -n $OTHER_PREFIX ]]; then echo "prefix $OTHER_PREFIX { };"; fi)
  prefix $LAN::/64 {
    AdvAutonomous $(on_when test "$IPV6_BY" = announcement);
    AdvValidLifetime 14400;
    AdvPreferredLifetime 7200;
  };
  RDNSS ${ANNOUNCED_RESOLVER:-$NGN_RESOLVER} { AdvRDNSSLifetime 1200; };
  $(if [[ -n $SEARCH_DOMAIN ]]; then echo "DNSSL $SEARCH_DOMAIN { AdvDNSSLLifetime 1200; };"; fi)
};
C
  exec nsenter --net=/run/netns/line radvd --nodaemon --config "$CLINIC/config/radvd" \
    --pidfile "$CLINIC/pid/radvd.ready" --logmethod stderr
}
