# SPDX-License-Identifier: GPL-3.0-or-later
# The terminal asks the resolver that the line announces, which does not know the service's names.
# shellcheck shell=bash disable=SC2034
TERMINAL_RESOLVERS=("$NGN_RESOLVER")
