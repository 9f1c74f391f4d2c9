# SPDX-License-Identifier: GPL-3.0-or-later
# IP-VPN of NTT East; the verification hosts and the revocation list are reached through the set proxy alone.
# shellcheck shell=bash disable=SC2034
silence_host "${VERIFICATION_HOSTS[@]}" "$CRL_HOST"
PROXY_SERVES=all
TERMINAL_PROXY=http://$PROXY_HOST:8080
TERMINAL_BYPASS=.lineauth.example,$DISTRIBUTION_HOST
