# SPDX-License-Identifier: GPL-3.0-or-later
# Both closed resolvers answer SERVFAIL to every question.
# shellcheck shell=bash disable=SC2034
RESOLVER_STYLE=servfail
