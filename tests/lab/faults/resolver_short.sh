# SPDX-License-Identifier: GPL-3.0-or-later
# Both closed resolvers cut large answers short and take no TCP.
# shellcheck shell=bash disable=SC2034
RESOLVER_STYLE=short
