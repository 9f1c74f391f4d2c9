# SPDX-License-Identifier: GPL-3.0-or-later
# IP-VPN of NTT East; a proxy is set, and left out for everything of the service, as in the papers for vendors.
# shellcheck shell=bash disable=SC2034
TERMINAL_PROXY=http://$PROXY_HOST:8080
TERMINAL_BYPASS=.verification.example,.lineauth.example,.managedpki.example,$DISTRIBUTION_HOST
