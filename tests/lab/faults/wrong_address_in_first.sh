# SPDX-License-Identifier: GPL-3.0-or-later
# The first closed resolver gives an address for the verification hosts that nobody has; the second one gives the right one.
# shellcheck shell=bash disable=SC2034
FIRST_MISLEADS=("${VERIFICATION_HOSTS[@]}")
SERVICES+=(first_resolver)
