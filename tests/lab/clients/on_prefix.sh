#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Called by dhclient with what happened; gives the gateway its address in one network of the /56 that was delegated to it.
# NETWORK: the last two digits of that network. READY: the network is written there when it stands.
# shellcheck disable=SC2154
case $reason in
  BOUND6 | RENEW6 | REBIND6)
    lan=${new_ip6_prefix%00::/56}$NETWORK
    ip -6 addr replace "$lan::1/64" dev to-terminal nodad
    echo "$lan" > "$READY"
    ;;
esac
