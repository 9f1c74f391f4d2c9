#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Called by udhcpc with what happened; sets the terminal as a DHCP client does. READY: written when there is an address,
# or none was to be had. SETS_RESOLVERS: whether the resolvers are the line's, or were typed in by hand. SELF_ASSIGNED:
# the address that the terminal then gives itself.
# shellcheck disable=SC2154
case $1 in
  bound | renew)
    ip addr replace "$ip/$mask" dev "$interface"
    for gateway in $router; do ip route replace default via "$gateway" dev "$interface" proto dhcp; done
    if [ -n "$SETS_RESOLVERS" ]; then for server in $dns; do echo "nameserver $server"; done > /etc/resolv.conf; fi
    echo "$ip" > "$READY"
    ;;
  deconfig) ip -4 addr flush dev "$interface" ;;
  leasefail)
    if [ -n "$SELF_ASSIGNED" ]; then ip addr replace "$SELF_ASSIGNED/16" dev "$interface"; fi
    echo none > "$READY"
    ;;
esac
