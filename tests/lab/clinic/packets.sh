# SPDX-License-Identifier: GPL-3.0-or-later
# Packet filters: "trouble" in the line makes packets vanish, "audit" in the terminal counts what had no business there.
# shellcheck shell=bash

join_with_commas() {
  local IFS=,
  echo "$*"
}

# Prerouting, so that a packet also vanishes where the router would have answered "unreachable".
make_trouble() {
  inside line nft -f - << N
table ip6 trouble {
  set silent { type ipv6_addr; flags interval; }
  set prohibited { type ipv6_addr; }
  chain arriving {
    type filter hook prerouting priority -300;
    icmpv6 type { nd-router-solicit, nd-neighbor-solicit, nd-neighbor-advert } accept
    iifname "to-terminal" ip6 daddr @silent drop
    $(if [[ -n $OFFICE_PREFIX ]]; then echo "iifname to-office ip6 daddr != $OFFICE_PREFIX::/64 drop"; fi)
  }
  chain passing {
    type filter hook forward priority 0;
    iifname "to-terminal" ip6 daddr @prohibited reject with icmpv6 admin-prohibited
    oifname "to-terminal" tcp sport { 443, 80 } meta length > ${LARGEST_PACKET:-100000} drop
  }
}
N
  local address
  for address in "${SILENT_ADDRESSES[@]}"; do silence "$address"; done
  for address in "${RESOLVERS_WITHOUT_TCP[@]}"; do
    inside line nft add rule ip6 trouble arriving iifname to-terminal ip6 daddr "$address" tcp dport 53 drop
  done
  for address in "${PROHIBITED_ADDRESSES[@]}"; do inside line nft add element ip6 trouble prohibited "{ $address }"; done
  if [[ $PACKETS == vanish ]]; then packets_vanish; fi
  if [[ -n $LOST_ONE_IN ]]; then lose_packets; fi
  if [[ -n $INTERCEPTED ]]; then intercept_web; fi
}

# Counted and not by chance, so that a test sees the same each time.
lose_packets() {
  inside line nft -f - << N
table ip6 loss {
  chain arriving {
    type filter hook prerouting priority -290;
    iifname "to-terminal" icmpv6 type != echo-request accept
    iifname "to-terminal" numgen inc mod $LOST_ONE_IN 0 drop
  }
  chain leaving {
    type filter hook postrouting priority 290;
    oifname "to-terminal" icmpv6 type != echo-reply accept
    oifname "to-terminal" numgen inc mod $LOST_ONE_IN 0 drop
  }
}
N
}

intercept_web() {
  inside line nft -f - << N
table ip6 portal {
  chain arriving {
    type nat hook prerouting priority dstnat;
    iifname "to-terminal" tcp dport { 80, 443 } dnat to $PORTAL_ADDRESS
  }
}
N
}

silence() { inside line nft add element ip6 trouble silent "{ $1 }"; }

packets_vanish() { inside line nft "flush set ip6 trouble silent; add element ip6 trouble silent { ::/1, 8000::/1 }"; }
packets_pass() { inside line nft flush set ip6 trouble silent; }

of_ipv4() { printf '%s\n' "$@" | grep -v : || true; }
of_ipv6() { printf '%s\n' "$@" | grep : || true; }

# nft takes no empty set, and each line has servers of one family.
audit_rules() {  # ip|ip6 STRANGERS PRODUCTION PRACTICE
  if [[ -n $3 ]]; then
    echo "$1 daddr { $(join_with_commas $3) } add @$2 { $1 daddr } counter name production accept"
  fi
  if [[ -n $4 ]]; then echo "$1 daddr { $(join_with_commas $4) } counter name practice accept"; fi
}

# What is for the service, and leaves by the cable to the clinic's other systems. The kernel's last words on a
# connection that its program has let go of follow the routes, whatever the socket was bound to: they are not counted.
astray_rules() {
  local networks towards
  networks=$(of_ipv6 "${PRACTICE_NETWORKS[@]}")
  if [[ -z $OFFICE_LINK || -z $networks ]]; then return; fi
  towards="oifname \"$OFFICE_LINK\" ip6 daddr { $(join_with_commas $networks) }"
  echo "$towards meta l4proto != tcp counter name astray"
  echo "$towards tcp flags & (syn | psh | fin) != 0 counter name astray"
}

# Neighbour discovery and multicast stay on the link and are not counted.
make_audit() {
  local production=() host
  for host in "${PRODUCTION_HOSTS[@]}"; do production+=("${ADDRESS[$host]}"); done
  nft -f - << N
table inet audit {
  counter practice { }
  counter production { }
  counter foreign { }
  counter astray { }
  set strangers { type ipv6_addr; flags dynamic; size 1000; }
  set strangers4 { type ipv4_addr; flags dynamic; size 1000; }
  chain leaving {
    type filter hook output priority 0;
    oifname "lo" accept
    ip6 daddr { fe80::/10, ff00::/8 } accept
    $(astray_rules)
    $(audit_rules ip6 strangers "$(of_ipv6 "${production[@]}")" "$(of_ipv6 "${PRACTICE_NETWORKS[@]}")")
    $(audit_rules ip strangers4 "$(of_ipv4 "${production[@]}")" "$(of_ipv4 "${PRACTICE_NETWORKS[@]}")")
    meta nfproto ipv6 add @strangers { ip6 daddr } counter name foreign accept
    meta nfproto ipv4 add @strangers4 { ip daddr } counter name foreign accept
  }
}
N
}

audited_packets() {  # COUNTER
  nft list counter inet audit "$1" | awk '$1 == "packets" { print $2 }'
}

audit() {
  local counter strangers
  for counter in practice production foreign astray; do echo "$counter $(audited_packets "$counter")"; done
  strangers=$({
    nft list set inet audit strangers
    nft list set inet audit strangers4
  } | tr -d '\n\t' | grep -o 'elements = {[^}]*}' || true)
  if [[ -z $strangers ]]; then return 0; fi
  echo "no business with: $strangers"
  return 1
}
