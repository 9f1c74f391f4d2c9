# SPDX-License-Identifier: GPL-3.0-or-later
# The line through a tunnel that the terminal itself keeps:
#   terminal --enp1s0/to-terminal-- line (the clinic's router) --to-gateway/to-clinic-- gateway --to-inside/to-gateway-- service
# The provider's resolver is in "gateway", and nothing behind it can be reached but through the tunnel. Both ends run
# strongSwan with ESP in user space, because not every kernel has it. The terminal's charon answers at /run/charon.vici.
# shellcheck shell=bash

IKE_PLUGINS="random nonce openssl kdf hmac gcm kernel-libipsec kernel-netlink socket-default counters vici"

lay_gateway_cables() {
  ip netns add gateway
  inside gateway bash -c 'hasten_addresses router'
  ip -batch - << B
link add to-gateway index 14 netns line type veth peer name to-clinic index 4 netns gateway
link add to-inside index 15 netns gateway type veth peer name to-gateway index 5 netns service
B
}

router_addresses() {
  echo "link set lo up"
  echo "link set to-terminal $LINK"
  echo "link set to-gateway up"
  echo "addr add $IPV4_ROUTER/24 dev to-terminal"
  echo "addr add $IKE_OUTSIDE.2/24 dev to-gateway"
}

gateway_addresses() {
  echo "link set lo up"
  echo "link set to-clinic up"
  echo "link set to-inside up"
  echo "addr add $IKE_GATEWAY/24 dev to-clinic"
  echo "addr add $SERVICE_NETWORK.1/30 dev to-inside"
  local address
  for address in "${RESOLVERS[@]}"; do echo "addr add $address/32 dev lo"; done
  for address in "${ADDRESS[@]}"; do echo "route add $address/32 via $SERVICE_NETWORK.2"; done
}

behind_gateway_addresses() {
  echo "link set lo up"
  echo "link set to-gateway up"
  echo "addr add $SERVICE_NETWORK.2/30 dev to-gateway"
  local address
  for address in "${ADDRESS[@]}"; do echo "addr add $address/32 dev lo"; done
  echo "route add default via $SERVICE_NETWORK.1"
}

# What comes in clear never gets behind the gateway, whatever anybody's routes say.
gateway_rules() {
  cat << N
table ip gateway {
  chain arriving {
    type filter hook prerouting priority -300;
    iifname "to-clinic" ip daddr $IKE_BEHIND drop
    $(if [[ $IKE_GATEWAY_STYLE == silent ]]; then echo 'iifname "to-clinic" udp dport { 500, 4500 } drop'; fi)
    $(if [[ $IKE_GATEWAY_STYLE == without_names ]]; then echo 'iifname "ipsec0" udp dport 53 drop; iifname "ipsec0" tcp dport 53 drop'; fi)
  }
}
N
}

make_ipsec_line() {
  lay_gateway_cables
  router_addresses | ip -n line -batch -
  gateway_addresses | ip -n gateway -batch -
  behind_gateway_addresses | ip -n service -batch -
  terminal_addresses4 | ip -batch -
  inside line nft 'table ip router { chain leaving { type nat hook postrouting priority 100; oifname "to-gateway" masquerade; }; }'
  gateway_rules | inside gateway nft -f -
}

ike_settings() {  # NAME VICI-SOCKET
  mkdir -p "$CLINIC/config/$1"
  cat > "$CLINIC/config/$1/strongswan.conf" << C
charon-systemd {
  load = $IKE_PLUGINS
  plugins {
    vici {
      socket = unix://$2
    }
  }
  filelog {
    clinic {
      path = $CLINIC/log/$1-ike
      flush_line = yes
      default = 1
    }
  }
  syslog {
    daemon {
      default = -1
    }
    auth {
      default = -1
    }
  }
}
swanctl {
  load = random openssl
}
C
}

gateway_proposal() { if [[ $IKE_GATEWAY_STYLE == other_proposal ]]; then echo aes256gcm16-prfsha384-ecp384; else echo "$IKE_PROPOSAL"; fi; }
gateway_secret() { if [[ $IKE_GATEWAY_STYLE == other_secret ]]; then echo "not $IKE_SECRET"; else echo "$IKE_SECRET"; fi; }
gateway_networks() { if [[ $IKE_GATEWAY_STYLE == other_networks ]]; then echo 172.31.0.0/16; else echo "$IKE_BEHIND"; fi; }

gateway_connection() {
  cat << C
connections {
  clinics {
    version = 2
    local_addrs = $IKE_GATEWAY
    proposals = $(gateway_proposal)
    pools = clinics
    local {
      auth = psk
      id = $IKE_GATEWAY_ID
    }
    remote {
      auth = psk
      id = $IKE_CLINIC_ID
    }
    children {
      service {
        local_ts = $(gateway_networks)
        esp_proposals = aes128gcm16
      }
    }
  }
}
pools {
  clinics {
    addrs = $IKE_POOL
  }
}
secrets {
  ike-clinic {
    id = $IKE_CLINIC_ID
    secret = "$(gateway_secret)"
  }
}
C
}

terminal_connection() {
  cat << C
connections {
  $IKE_CONNECTION {
    version = 2
    remote_addrs = $IKE_GATEWAY
    proposals = $IKE_PROPOSAL
    vips = 0.0.0.0
    keyingtries = 0
    local {
      auth = psk
      id = $IKE_CLINIC_ID
    }
    remote {
      auth = psk
      id = $IKE_GATEWAY_ID
    }
    children {
      service {
        remote_ts = $IKE_BEHIND
        esp_proposals = aes128gcm16
        start_action = start
      }
    }
  }
}
secrets {
  ike-gateway {
    id = $IKE_GATEWAY_ID
    secret = "$IKE_SECRET"
  }
}
C
}

may_open_tun() { [[ -z ${PRACTICE_WITHOUT_TUN-} ]] && (: <> /dev/net/tun) 2> /dev/null; }

# A cable instead of the device, for tunnel/tun_device.cpp.
lay_tunnel_cable() {  # NAMESPACE
  ip -n "$1" -batch - << B
link add ipsec0 type veth peer name ipsec0-far
link set ipsec0 arp off
link set ipsec0-far arp off up
B
  inside "$1" sh -c 'echo 1 | tee /proc/sys/net/ipv6/conf/ipsec0/disable_ipv6 /proc/sys/net/ipv6/conf/ipsec0-far/disable_ipv6'
}

ike_daemon() {  # NAME NAMESPACE
  local variables=("STRONGSWAN_CONF=$CLINIC/config/$1/strongswan.conf")
  if ! may_open_tun; then
    lay_tunnel_cable "$2"
    variables+=("LD_PRELOAD=$BUILD/tunnel/tun_device.so")
  fi
  exec nsenter --net=/run/netns/"$2" env "${variables[@]}" /usr/sbin/charon-systemd
}

load_connections() {  # NAME VICI-SOCKET
  wait_until 5000 test -S "$2" || return 1
  STRONGSWAN_CONF=$CLINIC/config/$1/strongswan.conf SWANCTL_DIR=$CLINIC/config/$1 \
    swanctl --load-all --file "$CLINIC/config/$1/swanctl.conf" --uri "unix://$2"
}

run_gateway() {
  local socket=$CLINIC/config/gateway.vici
  ike_settings gateway "$socket"
  gateway_connection > "$CLINIC/config/gateway/swanctl.conf"
  { load_connections gateway "$socket" && echo > "$CLINIC/pid/gateway.ready"; } &
  ike_daemon gateway gateway
}

# Its addresses and routes go with the device; a socket stays where it was.
kill_charon() {
  local charon
  charon=$(< "$CLINIC/pid/charon")
  { kill -KILL "$charon" && wait "$charon"; } 2> /dev/null || true
}

# It calls at once, so the gateway has to stand before; ready when the call has had its end.
run_charon() {
  ike_settings charon /run/charon.vici
  terminal_connection > "$CLINIC/config/charon/swanctl.conf"
  wait_for_service gateway
  {
    load_connections charon /run/charon.vici && wait_until 5000 grep -qE "$IKE_OUTCOME" "$CLINIC/log/charon-ike" &&
      echo > "$CLINIC/pid/charon.ready"
  } &
  ike_daemon charon terminal
}
