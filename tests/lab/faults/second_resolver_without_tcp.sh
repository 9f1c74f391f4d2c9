# SPDX-License-Identifier: GPL-3.0-or-later
# The second closed resolver answers over UDP and takes no TCP; the first one does both.
# shellcheck shell=bash disable=SC2034
RESOLVERS_WITHOUT_TCP+=("$CLOSED_RESOLVER_2")
