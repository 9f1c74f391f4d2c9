# SPDX-License-Identifier: GPL-3.0-or-later
# Both closed resolvers say nothing to questions with EDNS, and answer others.
# shellcheck shell=bash disable=SC2034
RESOLVER_STYLE=drops_edns
