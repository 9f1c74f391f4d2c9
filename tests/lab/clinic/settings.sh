# SPDX-License-Identifier: GPL-3.0-or-later
# The healthy clinic, as settings. A line (tests/lab/lines) and then faults (tests/lab/faults) change some of them before
# anything is built.
# shellcheck shell=bash disable=SC2034

RESOLVERS=("$CLOSED_RESOLVER_1" "$CLOSED_RESOLVER_2")  # where the line answers for the service's names
FORWARDED_DOMAINS=()           # that the clinic's router sends on to the first of them
IPV4_ROUTER=                   # set: the line is one of IPv4, and this is the router's address
IPV4_TERMINAL=                 # and the terminal's
IPV4_ON_THE_LINK=              # set: an address that the terminal has beside what the line announces
IKE_GATEWAY=                   # set: the service lies behind a tunnel to this gateway, which the terminal itself keeps
IKE_OUTSIDE=                   # its network
IKE_BEHIND=                    # the network behind it
IKE_POOL=                      # the terminals' addresses inside the tunnel
IKE_GATEWAY_STYLE=healthy      # healthy, silent, other_proposal, other_secret, other_networks, without_names
IKE_OUTCOME='CHILD_SA .* established'  # what the terminal's IKE program says when the call has had its end
IKE_PROGRAM_ENDS=              # set: the terminal's IKE program is killed before the command starts
IKE_CONNECTION=closed-network
IKE_CLINIC_ID=clinic.ipsec.example
IKE_GATEWAY_ID=gateway.ipsec.example
IKE_PROPOSAL=aes128gcm16-prfsha256-ecp256
IKE_SECRET='practice alone'
RESOLVER_ROOM=line             # the namespace of the closed resolvers
IPV4_BY=hand                   # hand, dhcp, pppoe: how the terminal comes to an address on a line of IPv4
IPV4_BESIDE=                   # set: a gateway also gives out IPv4 by DHCP on the same link, and this is its address
SELF_ASSIGNED=                 # set: the address that the terminal gives itself when nobody answers to DHCP
IPV6_BY=announcement           # announcement, dhcp: how the terminal comes to its address on a line of IPv6
DELEGATED_PREFIX=              # set: the provider delegates this /56 to the clinic's gateway, which announces a /64 of it
DELEGATED_NETWORK=             # and which: the last two digits
DELEGATOR_NETWORK=2001:db8:1fd # where the provider delegates prefixes, /64
DHCPV6=stateless               # stateless, stateful, none: what the line's DHCPv6 server gives
ANNOUNCED_RESOLVER=            # set: the line names this resolver instead of the NGN's own
PPPOE_PASSWORD_SENT=$PPPOE_PASSWORD  # by the terminal
OFFICE_LINK=                   # set: a second adapter of this name, to the clinic's other systems
OFFICE_PREFIX=                 # set: its router also gives IPv6 of this /64, another provider's, and is preferred to the line's
DECLARED_LINE=                 # set: what the answers say of the line
LINK=up                        # up, down: the cable at the line's side
PACKETS=pass                   # pass, vanish: what happens to everything but neighbour discovery
SILENT_ADDRESSES=()            # packets to these vanish
PROHIBITED_ADDRESSES=()        # packets to these are answered with ICMPv6 "administratively prohibited"
LARGEST_PACKET=                # bytes; larger ones from the web servers vanish on their way to the terminal, without a word
SECONDS_TO_THE_LINE=           # set: how long each packet between terminal and line takes
LOST_ONE_IN=                   # set: one of so many packets to the terminal, and of those from it, gets lost
ROUTER_LIFETIME=1800           # seconds; 0 announces a prefix but no default route
OTHER_PREFIX=                  # set: announced beside the line's own
MISLED_NETWORK=                # set: towards it the terminal takes its address from the other prefix
INTERCEPTED=                   # set: a portal takes all web connections to whatever address
UNROUTED_HOSTS=()              # to which the line has no route
RESOLVER_STYLE=healthy         # healthy, servfail, short (cuts large answers, no TCP), portal (knows every name, by the
                               # portal's address), drops_edns (silent to questions with EDNS), internet (knows a name of the internet
                               # and none of the service): the closed resolvers
RESOLVERS_WITHOUT_TCP=()       # of the closed resolvers: what asks them over TCP vanishes
TERMINAL_RESOLVERS=("$CLOSED_RESOLVER_1" "$CLOSED_RESOLVER_2")  # set by hand on the terminal
MISSING_HOSTS=()               # names that do not exist (NXDOMAIN)
FIRST_LACKS=()                 # of the first resolver alone, which is then a service of its own: first_resolver
FIRST_MISLEADS=()              # the same: names for which it gives NOBODYS_ADDRESS
SERVER_CERTIFICATE=server      # of pki/, shown by the verification environment
VERIFICATION_STYLE=page        # page: HTTP 400 refuses a client certificate; alert: a TLS alert does; late: page, after 30 s;
                               # mute: takes connections and never says a word
VERIFICATION_STATUS=200        # HTTP status for an accepted client; 444 hangs up without a word
VERIFICATION_LOCATION=         # where an accepted client is sent instead
VERIFICATION_PROTOCOLS="TLSv1.2 TLSv1.3"
VERIFICATION_ASKS=on           # on, off: whether a client certificate is asked for
VERIFICATION_WEBSOCKET=granted # granted, refused (HTTP 403): what a request for a WebSocket gets
PROXY_SERVES=distribution      # distribution, all: the hosts that the service's proxy passes on to
PROXY_PASSWORD=                # set: USER PASSWORD that it wants first
TERMINAL_PROXY=                # set: the proxy that the terminal's programs are told
TERMINAL_BYPASS=               # and the hosts that they leave it out for
CERTIFICATE=client             # of pki/, what the clinic holds as certificate.p12
EXCHANGE_APP=                  # production, verification, mixed: what the service's program points at; empty: not installed
FACE_LIBRARY=                  # the same of the other one
LEFT_ON_DESKTOP=()             # files of the installation
READERS=(rcs300)               # plugged at the start
DRIVERS=(rcs300 scr3310)       # readers that PC/SC has a driver for
CARD=mynumber                  # in the first reader; empty: none
CARD_HELD=                     # set: another program keeps that card for itself
CARD_SERVICE_SHUT=             # set: for the command alone, which may not talk to the card service
CLOCK_OFFSET=                  # for the command alone, as faketime writes it
SERVICES=(radvd ngn resolver nginx websocket lineauth distribution crl ntp proxy pcscd)
ALL_SERVICES=("${SERVICES[@]}")

without_service() {  # NAME
  local kept=() name
  for name in "${SERVICES[@]}"; do
    if [[ $name != "$1" ]]; then kept+=("$name"); fi
  done
  SERVICES=("${kept[@]}")
}

# For a line of IPv4: the service has private addresses, and nothing of the NGN is announced.
move_service_to_ipv4() {
  local host last=0
  SEARCH_DOMAIN=
  for host in "${!ADDRESS[@]}"; do ADDRESS[$host]=10.20.30.$((last += 1)); done
  without_service radvd
  without_service ngn
}

# For a fault that means nothing on other lines.
need_line() {  # NAME
  if [[ $PRACTICE_LINE != "$1" ]]; then fail "this fault needs --line $1"; fi
}

silence_host() {  # NAME...
  local name
  for name in "$@"; do SILENT_ADDRESSES+=("${ADDRESS[$name]}"); done
}

is_among() {  # WORD WORDS...
  local word=$1 other
  shift
  for other in "$@"; do
    if [[ $other == "$word" ]]; then return 0; fi
  done
  return 1
}

setting_names=(RESOLVERS_WITHOUT_TCP OFFICE_PREFIX DELEGATED_PREFIX DELEGATED_NETWORK DELEGATOR_NETWORK IPV4_ON_THE_LINK LOST_ONE_IN UNROUTED_HOSTS IKE_PROGRAM_ENDS ADDRESS NGN_RESOLVER SEARCH_DOMAIN AUXILIARY_HOST PRACTICE_NETWORKS FIRST_LACKS FIRST_MISLEADS OTHER_PREFIX
  IPV4_BY IPV4_BESIDE SELF_ASSIGNED IPV6_BY DHCPV6 ANNOUNCED_RESOLVER PPPOE_PASSWORD_SENT MISLED_NETWORK INTERCEPTED
  LAN ROUTER RESOLVERS FORWARDED_DOMAINS IPV4_ROUTER IPV4_TERMINAL OFFICE_LINK IKE_GATEWAY IKE_GATEWAY_STYLE IKE_OUTCOME IKE_CONNECTION IKE_CLINIC_ID IKE_GATEWAY_ID IKE_PROPOSAL
  IKE_SECRET IKE_OUTSIDE IKE_BEHIND IKE_POOL RESOLVER_ROOM DECLARED_LINE LINK PACKETS SILENT_ADDRESSES PROHIBITED_ADDRESSES LARGEST_PACKET ROUTER_LIFETIME RESOLVER_STYLE
  TERMINAL_RESOLVERS MISSING_HOSTS SERVER_CERTIFICATE VERIFICATION_STYLE VERIFICATION_STATUS VERIFICATION_LOCATION
  VERIFICATION_PROTOCOLS VERIFICATION_ASKS VERIFICATION_WEBSOCKET SECONDS_TO_THE_LINE PROXY_SERVES PROXY_PASSWORD TERMINAL_PROXY TERMINAL_BYPASS EXCHANGE_APP FACE_LIBRARY LEFT_ON_DESKTOP CERTIFICATE READERS DRIVERS CARD CARD_HELD CARD_SERVICE_SHUT CLOCK_OFFSET SERVICES ALL_SERVICES BUILD)

keep_settings() { declare -p "${setting_names[@]}" > "$CLINIC/settings"; }  # for tests/lab/switch
