# SPDX-License-Identifier: GPL-3.0-or-later
# The healthy clinic, seen from its terminal with ordinary tools, and what switch changes while it runs.
# shellcheck shell=bash

# Runs inside one clinic: every line it prints is "SENTENCE | EXPECTED | SEEN".
look_around() {
  look() { "$LAB/selftest/look.sh" "$@"; }
  see() { echo "$1 | $2 | $("${@:3}" 2>&1 | paste -sd' ')"; }
  local switch=$LAB/switch host=${VERIFICATION_HOSTS[0]} resolver

  for resolver in "$CLOSED_RESOLVER_1" "$CLOSED_RESOLVER_2"; do
    for host in "${VERIFICATION_HOSTS[@]}" "$LINEAUTH_HOST" "$CRL_HOST" "${PRODUCTION_HOSTS[@]}"; do
      see "$resolver knows $host" "${ADDRESS[$host]}" look name "$resolver" "$host"
    done
    see "$resolver has more than 512 bytes for $NTP_HOST" truncated look name "$resolver" "$NTP_HOST"
    see "... and gives them over TCP" "${ADDRESS[$NTP_HOST]}" look name "$resolver" "$NTP_HOST" tcp
    see "$resolver knows nothing else" NXDOMAIN look name "$resolver" www.example
  done
  see "the line's own resolver knows the line's name" "${ADDRESS[$AUXILIARY_HOST]}" \
    look name "$NGN_RESOLVER" "$AUXILIARY_HOST"
  see "... and no service host" NXDOMAIN look name "$NGN_RESOLVER" "$LINEAUTH_HOST"
  see "the other region's resolver cannot be reached" unreachable look ping "$WEST_RESOLVER_1"
  see "stateless DHCPv6 names resolver and search domain" "$NGN_RESOLVER $SEARCH_DOMAIN" look dhcp

  see "the certificate is accepted" 200 look verification
  see "without a certificate the page is refused" 400 look anonymous
  see "a legacy PKCS#12 is accepted with the legacy provider" 200 \
    env OPENSSL_CONF="$LAB/selftest/legacy.cnf" "$LAB/selftest/look.sh" legacy
  see "the line authentication page answers" 200 look page "https://$LINEAUTH_HOST/"
  see "the distribution page answers" 200 look page "https://$DISTRIBUTION_HOST/"
  see "the revocation list can be fetched" 200 look page "http://$CRL_HOST/issuing.crl"
  see "the proxy leads to the distribution page" 200 \
    look page "https://$DISTRIBUTION_HOST/" --proxy "http://$PROXY_HOST:8080"
  see "the time server agrees" 0 look clock "$NTP_HOST"

  see "the card is there" "SONY FeliCa RC-S300/P: present" look reader
  see "the card tells its tries" "9000 9000 63C3" look card
  see "the card log has allowed commands only" 0 bash -c "'$switch' card log | grep -c REFUSED || true"
  see "a forbidden command is refused" 6985 "$ONSHI_LAB_BUILD/tools/card_probe" send FeliCa 002000800431323334
  see "... and its log says so" "REFUSED 002000800431323334 -> 6985" bash -c "'$switch' card log | tail -n 1"

  see "the audit is clean" "production 0 foreign 0 astray 0" bash -c "'$switch' audit | tail -n 3"
  ping -c 1 -W 1 "${ADDRESS[${PRODUCTION_HOSTS[0]}]}" > /dev/null
  ping -c 1 -W 1 2001:db8:ffff::1 > /dev/null
  see "one packet to production and one abroad are both seen" "production 1 foreign 1" \
    bash -c "'$switch' audit | sed -n 2,3p"
  see "... and fail the audit" 1 bash -c "'$switch' audit > /dev/null; echo \$?"
}

# Good, bad, good again.
look_at_switches() {
  look() { "$LAB/selftest/look.sh" "$@"; }
  turn() {  # SWITCH-WORDS; SENTENCE EXPECTED LOOK-WORDS
    local words=$1
    shift
    # shellcheck disable=SC2086
    "$LAB/switch" $words || echo "switch $words works | yes | no"
    echo "after $words: ${*:2} | $1 | $(look "${@:2}" 2>&1 | paste -sd' ')"
  }
  local name=${VERIFICATION_HOSTS[0]} sony='SONY FeliCa RC-S300/P' scm='SCM Microsystems SCR 3310'
  turn "service stop nginx" refused verification
  turn "service start nginx" 200 verification
  turn "service stop radvd" no address
  turn "service start radvd" yes address
  turn "service stop resolver" "Connection refused" name "$CLOSED_RESOLVER_1" "$name"
  turn "service start resolver" "${ADDRESS[$name]}" name "$CLOSED_RESOLVER_1" "$name"
  turn "service stop ntp" silent clock "$NTP_HOST"
  turn "service start ntp" 0 clock "$NTP_HOST"
  turn "link down" no carrier
  turn "link up" yes route
  turn "packets vanish" silent verification
  turn "packets pass" 200 verification
  turn "card remove" "$sony: empty" reader
  turn "card insert" "9000 9000 63C3" card
  turn "card tries 1" "9000 9000 63C1" card
  turn "card kind license" "6A82 6A82 6985" card
  turn "card kind mute" "$sony: mute" reader
  turn "card kind mynumber" "9000 9000 63C3" card
  turn "reader plug scr3310" "$sony: present $scm: empty" reader
  turn "card insert --reader scr3310" "$sony: present $scm: present" reader
  turn "reader unplug rcs300" "$scm: present" reader
  turn "reader plug rcs300" "$sony: present $scm: present" reader
  turn "reader plug rcs380" "054c 04e6 054c" usb
  turn "service stop pcscd" "Service not available." reader
  turn "service start pcscd" "$sony: present $scm: present" reader
}

check_inside() {  # FUNCTION
  local sentence expected seen
  while IFS='|' read -r sentence expected seen; do
    hold "$(trim "$sentence")" "$(trim "$expected")" "$(trim "$seen")"
  done < <("$LAB/practice" -- "$LAB/selftest.sh" --inside "$1")
}

check_healthy() {
  local start
  start=$(now_ms)
  hold "the terminal has its address when the command starts" yes \
    "$("$LAB/practice" -- "$LAB/selftest/look.sh" address)"
  hold_true "a clinic comes, is looked at and goes within 3 s" test "$(($(now_ms) - start))" -lt 3000
  check_inside look_around
  check_inside look_at_switches
}
