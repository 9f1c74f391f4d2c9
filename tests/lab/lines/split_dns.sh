# SPDX-License-Identifier: GPL-3.0-or-later
# IP-VPN of NTT East; the terminal asks the clinic's router, which sends each name on to the resolver that knows it.
# shellcheck shell=bash disable=SC2034
TERMINAL_RESOLVERS=("$ROUTER")
FORWARDED_DOMAINS=(lineauth.example managedpki.example verification.example distribution.example)
