# SPDX-License-Identifier: GPL-3.0-or-later
# The second closed resolver gives no answer; the first one works.
# shellcheck shell=bash disable=SC2034
SILENT_ADDRESSES+=("$CLOSED_RESOLVER_2")
