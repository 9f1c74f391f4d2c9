# SPDX-License-Identifier: GPL-3.0-or-later
# The terminal is set to the other region's resolvers.
# shellcheck shell=bash disable=SC2034
TERMINAL_RESOLVERS=("$WEST_RESOLVER_1" "$WEST_RESOLVER_2")
