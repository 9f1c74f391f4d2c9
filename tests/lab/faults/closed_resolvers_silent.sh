# SPDX-License-Identifier: GPL-3.0-or-later
# Both closed resolvers give no answer at all.
# shellcheck shell=bash disable=SC2034
SILENT_ADDRESSES+=("$CLOSED_RESOLVER_1" "$CLOSED_RESOLVER_2")
