# SPDX-License-Identifier: GPL-3.0-or-later
# The line knows the verification hosts' names and has no route to their addresses, and says so.
# shellcheck shell=bash disable=SC2034
UNROUTED_HOSTS=("${VERIFICATION_HOSTS[@]}")
