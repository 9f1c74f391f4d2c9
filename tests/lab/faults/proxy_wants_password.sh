# SPDX-License-Identifier: GPL-3.0-or-later
# The only way to the verification hosts is a proxy, which is set and wants a password first.
# shellcheck shell=bash disable=SC2034
silence_host "${VERIFICATION_HOSTS[@]}"
PROXY_SERVES=all
PROXY_PASSWORD="clinic kaku"
TERMINAL_PROXY=http://$PROXY_HOST:8080
