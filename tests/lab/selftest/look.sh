#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# look.sh WHAT [WORDS...]: looks at one thing on the clinic's terminal and prints what it saw in a few words. Uses the
# ordinary tools, nothing of the product.
set -uo pipefail
SELFTEST=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
PATH=$PATH:/usr/sbin:/sbin
# shellcheck source=../facts.sh
source "$SELFTEST/../facts.sh"
certificate=(--cert-type P12 --cert "${ONSHI_PRACTICE-}/certificate.p12:$CERTIFICATE_PASSWORD")
first_host=${VERIFICATION_HOSTS[0]}

refusal() { echo "refused by the proxy: $(grep -oE '(code|response) [0-9]+' <<< "$1" | grep -o '[0-9]*')"; }
alert() { echo "alert ${1##*alert }" | sed 's/, errno.*//' | head -n 1; }

# What curl met: the HTTP status, or why there was none.
page() {  # CURL-WORDS...
  local said status
  said=$(curl --silent --show-error --tlsv1.2 --max-time 1.5 --output /dev/null --write-out '%{http_code} %{ssl_verify_result}' \
    --cacert "$ONSHI_PRACTICE/ca.crt" "$@" 2>&1)
  case $? in
    0) echo "${said% *}" ;;
    5) echo "unknown proxy" ;;
    6) echo "unknown name" ;;
    7) echo refused ;;
    28) echo silent ;;
    52) echo empty ;;
    56) if [[ $said == *"from proxy"* || $said == *"CONNECT tunnel"* ]]; then refusal "$said"; else alert "$said"; fi ;;
    35) alert "$said" ;;
    60) if [[ $said == *"subject name matches"* ]]; then echo "wrong name"; else echo "verify ${said##* }"; fi ;;
    *) echo "$said" ;;
  esac
}

# The same with the segments of TCP kept small, both ways.
small_page() {
  local route
  route=$(ip -6 route show default | grep -o 'via [^ ]* dev [^ ]*')
  # shellcheck disable=SC2086  # several words
  ip -6 route add "${ADDRESS[$first_host]}/128" $route advmss 1200
  verification_page
}

through() {  # PROXY
  page "${certificate[@]}" --proxy "http://$1" --noproxy '' "https://$first_host/"
}

# Directly, or through a proxy.
revocation_list() {  # [PROXY]
  local way=(--noproxy '*')
  if (($#)); then way=(--proxy "http://$1" --noproxy ''); fi
  page "${way[@]}" "http://$CRL_HOST/issuing.crl"
}

verification_page() { page "${certificate[@]}" --noproxy '*' --resolve "$first_host:443:[${ADDRESS[$first_host]}]" "https://$first_host/"; }

# A granted WebSocket has no end of its own; what came back until then tells.
websocket() {
  local status
  status=$(curl --silent --http1.1 --tlsv1.2 --max-time 1.5 --include --cacert "$ONSHI_PRACTICE/ca.crt" "${certificate[@]}" \
    --header 'Connection: Upgrade' --header 'Upgrade: websocket' --header 'Sec-WebSocket-Version: 13' \
    --header 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==' \
    --resolve "$WEBSOCKET_HOST:443:[${ADDRESS[$WEBSOCKET_HOST]}]" "https://$WEBSOCKET_HOST/" | head -n 1)
  echo "${status:-silent}" | cut -d' ' -f2
}

# The first packet's fate: the kernel of the line tells "no route", or nobody says anything.
reach() {  # ADDRESS
  case $(ping -n -c 1 -W 1 "$1") in
    *" from $1"*) echo answers ;;
    *"No route"*) echo unreachable ;;
    *prohibited*) echo prohibited ;;
    *) echo silent ;;
  esac
}

swanctl_here() { STRONGSWAN_CONF=/run/clinic/config/charon/strongswan.conf swanctl "$@" 2>&1; }

# The furthest that the terminal's IKE program got: no conversation, its state, or that of the tunnel in it.
tunnel() {
  local seen
  seen=$(swanctl_here --list-sas | grep -oE 'INSTALLED|ESTABLISHED|CONNECTING' | tail -n 1)
  echo "${seen:-none}"
}

ike_said() {
  local seen
  seen=$(grep -oE 'received [A-Z_]+ notify' /run/clinic/log/charon-ike | tail -n 1 | cut -d' ' -f2)
  echo "${seen:-nothing}"
}

# The tunnel is taken down, and the clinic's router is told to send what belongs into it in clear.
without_tunnel() {  # ADDRESS
  swanctl_here --terminate --ike closed-network > /dev/null
  ip -n line route add "$1" via 198.51.100.1
  reach "$1"
}

adapter() {  # LINK
  local address mtu
  address=$(ip -4 -o address show dev "$1" 2> /dev/null | sed -n 's/.*inet \([0-9.]*\).*/\1/p')
  mtu=$(ip -o link show dev "$1" 2> /dev/null | grep -o 'mtu [0-9]*')
  echo "$address${address:+${mtu:+ }}$mtu"
}

losses() {  # ADDRESS
  local back
  back=$(ping -n -c 10 -i 0.05 -W 1 "$1" | sed -n 's/^10 packets transmitted, \([0-9]*\) received.*/\1/p')
  echo "$((10 - back)) of 10"
}

# The environments that a settings file names outside its comments.
software() {  # FILE
  if [[ ! -f $ONSHI_PRACTICE/oqs/$1 ]]; then echo absent && return; fi
  iconv -f CP932 -t UTF-8 "$ONSHI_PRACTICE/oqs/$1" | grep -v '^;' | grep -oE 'production|verification' | sort -u | paste -sd' '
}

case ${1-} in
  carrier) if [[ $(ip -o link show "$TERMINAL_LINK") == *LOWER_UP* ]]; then echo yes; else echo no; fi ;;
  address) if ip -6 -o address show dev "$TERMINAL_LINK" scope global | grep -q " 2001:db8:"; then echo yes; else echo no; fi ;;
  delegated) grep -oE 'iaprefix [0-9a-f:]+/56' /run/clinic/config/delegation.leases | tail -n 1 | cut -d' ' -f2 ;;
  losses) losses "$2" ;;
  length) ip -6 -o address show dev "$TERMINAL_LINK" scope global | sed -n 's|.*inet6 [^/]*/\([0-9]*\) .*|\1|p' ;;
  adapter) adapter "$2" ;;
  source) ip -6 route get "$2" | sed -n 's/.* src \([^ ]*\).*/\1/p' | cut -d: -f1-4 ;;
  prefixes) ip -6 -o address show dev "$TERMINAL_LINK" scope global | wc -l ;;
  links) ip -o link show up | grep -vc ' lo:' ;;
  ipv4) if ip -4 -o address show dev "$TERMINAL_LINK" | grep -q ' inet '; then echo yes; else echo no; fi ;;
  served) page "${certificate[@]}" "https://$first_host/" ;;
  route) if ip -6 route | grep -q '^default via fe80'; then echo yes; else echo no; fi ;;
  name | clock | dhcp) /usr/bin/python3 -I "$SELFTEST/ask.py" "$@" ;;
  ping) reach "$2" ;;
  tunnel) tunnel ;;
  ike_said) ike_said ;;
  without_tunnel) without_tunnel "$2" ;;
  resolvers) awk '$1 == "nameserver" { print $2 }' /etc/resolv.conf | paste -sd' ' ;;
  verification) verification_page ;;
  small) small_page ;;
  through) through "$2" ;;
  revocation_list) revocation_list "${@:2}" ;;
  round_trip) if ping -n -c 1 -W 0.7 "$2" > /dev/null; then echo short; else echo long; fi ;;
  websocket) websocket ;;
  anonymous) page "https://$first_host/" ;;
  legacy) page --cert-type P12 --cert "$ONSHI_PRACTICE/certificate-legacy.p12:$CERTIFICATE_PASSWORD" "https://$first_host/" ;;
  page) page "${@:2}" ;;
  holder) openssl pkcs12 -in "$ONSHI_PRACTICE/certificate.p12" -passin "pass:$CERTIFICATE_PASSWORD" -clcerts -nokeys |
    openssl x509 -noout -subject -nameopt sep_comma_plus | grep -o 'OU=[0-9]*' ;;
  reader) "$ONSHI_LAB_BUILD/tools/card_probe" readers | sed 's/ ([0-9]*) [0-9 ]*\t/: /' ;;
  card) "$ONSHI_LAB_BUILD/tools/card_probe" send FeliCa 00A4040C0AD392F000260100000001 00A4020C020018 00200080 | paste -sd' ' ;;
  software) software "$2" ;;
  desktop) find "$ONSHI_PRACTICE/desktop" -type f | wc -l ;;
  usb) cat /sys/bus/usb/devices/*/idVendor 2> /dev/null | paste -sd' ' ;;
  *) echo "look.sh: unknown thing \"${1-}\"" >&2 && exit 2 ;;
esac
