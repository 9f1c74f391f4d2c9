#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Called by dhclient with what happened; gives the terminal the one address that stateful DHCPv6 handed out. READY:
# written when it is there.
# shellcheck disable=SC2154
case $reason in
  BOUND6 | RENEW6 | REBIND6)
    ip -6 addr replace "$new_ip6_address/128" dev "$interface" nodad \
      valid_lft "$new_max_life" preferred_lft "$new_preferred_life"
    echo "$new_ip6_address" > "$READY"
    ;;
  EXPIRE6 | RELEASE6 | STOP6) ip -6 addr del "$old_ip6_address/128" dev "$interface" ;;
esac
