# SPDX-License-Identifier: GPL-3.0-or-later
# A login page answers in the place of everybody: every name leads to it, and its certificate is a stranger's.
# shellcheck shell=bash disable=SC2034
RESOLVER_STYLE=portal
SERVICES+=(portal)
