# SPDX-License-Identifier: GPL-3.0-or-later
# The terminal is told the proxy, which does not pass on to the verification hosts, and not to leave it out for them.
# shellcheck shell=bash disable=SC2034
TERMINAL_PROXY=http://$PROXY_HOST:8080
TERMINAL_BYPASS=.lineauth.example,.managedpki.example
