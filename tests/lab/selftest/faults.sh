# SPDX-License-Identifier: GPL-3.0-or-later
# Every fault does what its sentence says: the same look at a healthy clinic and at the broken one gives two answers.
# shellcheck shell=bash

first=${VERIFICATION_HOSTS[0]}
# FAULTS | LOOK | HEALTHY | BROKEN
fault_table="
no_link | carrier | yes | no
no_link | address | yes | no
no_ra | address | yes | no
no_ra | route | yes | no
no_default_route | route | yes | no
closed_resolvers_silent | name $CLOSED_RESOLVER_1 $first | ${ADDRESS[$first]} | silent
closed_resolvers_silent | name $CLOSED_RESOLVER_2 $first | ${ADDRESS[$first]} | silent
second_resolver_silent | name $CLOSED_RESOLVER_2 $first | ${ADDRESS[$first]} | silent
resolver_servfail | name $CLOSED_RESOLVER_1 $first | ${ADDRESS[$first]} | SERVFAIL
resolver_servfail | name $CLOSED_RESOLVER_2 $first tcp | ${ADDRESS[$first]} | SERVFAIL
wrong_resolver | resolvers | $CLOSED_RESOLVER_1 $CLOSED_RESOLVER_2 | $NGN_RESOLVER
wrong_resolver | served | 200 | unknown name
name_missing_in_first | name $CLOSED_RESOLVER_1 $first | ${ADDRESS[$first]} | NXDOMAIN
name_missing_in_first | name $CLOSED_RESOLVER_2 $first | ${ADDRESS[$first]} | ${ADDRESS[$first]}
wrong_address_in_first | name $CLOSED_RESOLVER_1 $first | ${ADDRESS[$first]} | $NOBODYS_ADDRESS
wrong_address_in_first | name $CLOSED_RESOLVER_2 $first | ${ADDRESS[$first]} | ${ADDRESS[$first]}
wrong_address_in_first | ping $NOBODYS_ADDRESS | unreachable | unreachable
name_missing | name $CLOSED_RESOLVER_1 $first | ${ADDRESS[$first]} | NXDOMAIN
verification_stopped | verification | 200 | refused
verification_silent | verification | 200 | silent
line_slow | round_trip ${ADDRESS[$first]} | short | long
line_slow | ping ${ADDRESS[$first]} | answers | answers
packets_lost | losses ${ADDRESS[$first]} | 0 of 10 | 4 of 10
packets_vanish | verification | 200 | silent
packets_vanish | name $NGN_RESOLVER $AUXILIARY_HOST | ${ADDRESS[$AUXILIARY_HOST]} | silent
packets_vanish | ping $WEST_RESOLVER_1 | unreachable | silent
server_expired | verification | 200 | verify 10
server_not_yet_valid | verification | 200 | verify 9
server_wrong_name | verification | 200 | wrong name
server_unknown_root | verification | 200 | verify 19
server_incomplete_chain | verification | 200 | verify 20
server_alert_style | anonymous | 400 | alert certificate required
server_alert_style client_revoked | verification | 200 | alert certificate revoked
server_alert_style client_expired | verification | 200 | alert certificate expired
server_alert_style client_other_ca | verification | 200 | alert unknown ca
client_revoked | verification | 200 | 400
client_expired | verification | 200 | 400
client_not_yet_valid | verification | 200 | 400
client_other_ca | verification | 200 | 400
client_not_asked | anonymous | 400 | 200
client_other_institution | holder | OU=$INSTITUTION_CODE | OU=$OTHER_INSTITUTION_CODE
http_500 | verification | 200 | 500
verification_unroutable | ping ${ADDRESS[$first]} | answers | unreachable
verification_unroutable | name $CLOSED_RESOLVER_1 $first | ${ADDRESS[$first]} | ${ADDRESS[$first]}
two_prefixes | prefixes | 1 | 2
answer_late | verification | 200 | silent
ipv4_only | ipv4 | no | yes
ipv4_only | address | yes | no
captive_portal | name $CLOSED_RESOLVER_1 no-such-name.example | NXDOMAIN | $PORTAL_ADDRESS
captive_portal | served | 200 | verify 19
captive_portal | page http://$first/ | refused | 302
web_intercepted | name $CLOSED_RESOLVER_1 $first | ${ADDRESS[$first]} | ${ADDRESS[$first]}
web_intercepted | served | 200 | verify 19
web_intercepted | page http://$first/ | refused | 302
resolver_drops_edns | name $CLOSED_RESOLVER_1 $first edns | ${ADDRESS[$first]} | silent
resolver_drops_edns | name $CLOSED_RESOLVER_1 $first | ${ADDRESS[$first]} | ${ADDRESS[$first]}
office_link_first | source ${ADDRESS[$first]} | $LAN | 3fff:1:2:20
office_link_first | verification | 200 | silent
plain_internet | address | yes | no
plain_internet | served | 200 | unknown name
plain_internet | name 3fff:1:2:53::1 $INTERNET_NAME | silent | $NOBODYS_ADDRESS
plain_internet | name 3fff:1:2:53::1 $LINEAUTH_HOST | silent | NXDOMAIN
second_resolver_without_tcp | name $CLOSED_RESOLVER_2 $first tcp | ${ADDRESS[$first]} | silent
second_resolver_without_tcp | name $CLOSED_RESOLVER_2 $first | ${ADDRESS[$first]} | ${ADDRESS[$first]}
wrong_source | source ${ADDRESS[$first]} | $LAN | 3fff:1:2:3
wrong_source | source $CLOSED_RESOLVER_1 | $LAN | $LAN
wrong_source | served | 200 | silent
dhcp_silent | adapter $TERMINAL_LINK | 192.168.40.10 mtu 1500 | mtu 1500
dhcp_silent | resolvers | 192.168.40.1 |
dhcp_silent_self_assigned | adapter $TERMINAL_LINK | 192.168.40.10 mtu 1500 | 169.254.7.9 mtu 1500
pppoe_silent | adapter ppp0 | $PPPOE_ADDRESS mtu 1454 |
pppoe_refused | adapter ppp0 | $PPPOE_ADDRESS mtu 1454 |
websocket_refused | websocket | 101 | 403
websocket_refused | verification | 200 | 200
http_403 | verification | 200 | 403
http_407 | verification | 200 | 407
http_redirect | verification | 200 | 302
answer_empty | verification | 200 | empty
server_too_old | verification | 200 | alert protocol version
verification_prohibited | ping ${ADDRESS[$first]} | answers | prohibited
large_packets_vanish | verification | 200 | silent
large_packets_vanish | small | 200 | 200
tls_silent | verification | 200 | silent
tls_silent | small | 200 | silent
proxy_missing | verification | 200 | silent
proxy_missing | through $PROXY_HOST:8080 | refused by the proxy: 403 | 200
proxy_dead | served | 200 | refused
proxy_unknown | served | 200 | unknown proxy
proxy_bypass_incomplete | served | 200 | refused by the proxy: 403
proxy_wants_password | served | 200 | refused by the proxy: 407
proxy_wants_password | verification | 200 | silent
resolver_short | name $CLOSED_RESOLVER_1 $DISTRIBUTION_HOST tcp | ${ADDRESS[$DISTRIBUTION_HOST]} | silent
other_region_resolvers | resolvers | $CLOSED_RESOLVER_1 $CLOSED_RESOLVER_2 | $WEST_RESOLVER_1 $WEST_RESOLVER_2
ike_silent | tunnel | INSTALLED | CONNECTING
ike_silent | served | 200 | silent
ike_no_proposal | ike_said | nothing | NO_PROPOSAL_CHOSEN
ike_no_proposal | tunnel | INSTALLED | none
ike_authentication_failed | ike_said | nothing | AUTHENTICATION_FAILED
ike_authentication_failed | tunnel | INSTALLED | none
ike_program_stopped | tunnel | INSTALLED | none
ike_program_stopped | served | 200 | silent
tunnel_not_installed | tunnel | INSTALLED | ESTABLISHED
tunnel_not_installed | ping 10.20.30.1 | answers | silent
tunnel_without_names | tunnel | INSTALLED | INSTALLED
tunnel_without_names | ping 10.20.30.1 | answers | answers
tunnel_without_names | served | 200 | silent
distribution_silent | page http://$DISTRIBUTION_HOST/ | 200 | silent
lineauth_silent | page https://$LINEAUTH_HOST/ | 200 | silent
time_name_missing | name $CLOSED_RESOLVER_1 $NTP_HOST tcp | ${ADDRESS[$NTP_HOST]} | NXDOMAIN
time_silent | clock $NTP_HOST | 0 | silent
clock_wrong | clock $NTP_HOST | 0 | 2
software_half_switched | software OQSComApp/conf/api_table.conf | absent | production
software_half_switched | software OQS-Auth/OqsAuth.ini | absent | verification
software_mixed | software OQSComApp/conf/api_table.conf | absent | production verification
hand_over_file_left | desktop | 0 | 1
shortcut_left | desktop | 0 | 1
shortcut_left | software OQSComApp/conf/api_table.conf | absent | production
no_card | reader | SONY FeliCa RC-S300/P: present | SONY FeliCa RC-S300/P: empty
mute_card | reader | SONY FeliCa RC-S300/P: present | SONY FeliCa RC-S300/P: mute
card_held | card | 9000 9000 63C3 | Sharing violation.
wrong_card | card | 9000 9000 63C3 | 6A82 6A82 6985
pin_locked | card | 9000 9000 63C3 | 9000 9000 63C0
no_reader | reader | SONY FeliCa RC-S300/P: present | no readers
no_reader | usb | 054c | 
reader_without_driver | reader | SONY FeliCa RC-S300/P: present | no readers
reader_without_driver | usb | 054c | 054c
pcscd_stopped | reader | SONY FeliCa RC-S300/P: present | Service not available.
pcscd_refused | reader | SONY FeliCa RC-S300/P: present | Service not available.
"

# Faults that only one line can have; all others are looked at on the first.
declare -A line_of=([ike_silent]=ipsec [ike_no_proposal]=ipsec [ike_authentication_failed]=ipsec [tunnel_not_installed]=ipsec
  [tunnel_without_names]=ipsec [ike_program_stopped]=ipsec
  [dhcp_silent]=dhcp_router [dhcp_silent_self_assigned]=dhcp_router [pppoe_silent]=ppp [pppoe_refused]=ppp
  [office_link_first]=two_links)

trim() { sed 's/^ *//; s/ *$//' <<< "$1"; }

declare -A seen_healthy  # line and look: each is looked at once

check_fault() {  # FAULTS LOOK HEALTHY BROKEN
  local fault line=${line_of[${1%% *}]-east} options=()
  for fault in $1; do options+=(--fault "$fault"); done
  if [[ -z ${seen_healthy[$line $2]-} ]]; then
    # shellcheck disable=SC2086
    hold "healthy: $2" "$3" "$("$LAB/practice" --line "$line" -- "$LAB/selftest/look.sh" $2)"
    seen_healthy[$line $2]=$3
  elif [[ ${seen_healthy[$line $2]} != "$3" ]]; then
    hold "the table says one thing of: $2" "${seen_healthy[$line $2]}" "$3"
  fi
  # shellcheck disable=SC2086
  hold "$1: $2" "$4" "$("$LAB/practice" --line "$line" "${options[@]}" -- "$LAB/selftest/look.sh" $2)"
}

check_every_fault_is_here() {
  local name
  while read -r name _; do
    hold_true "the fault $name is proved here" grep -qE "(^| )$name( |\$)" <<< "$fault_table"
  done < <("$LAB/practice" --list-faults)
}

check_faults() {
  local faults look healthy broken
  while IFS='|' read -r faults look healthy broken; do
    if [[ -z $faults ]]; then continue; fi
    check_fault "$(trim "$faults")" "$(trim "$look")" "$(trim "$healthy")" "$(trim "$broken")"
  done <<< "$fault_table"
  check_every_fault_is_here
}
