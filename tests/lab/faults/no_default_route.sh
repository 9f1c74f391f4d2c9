# SPDX-License-Identifier: GPL-3.0-or-later
# The line announces a prefix but no default route.
# shellcheck shell=bash disable=SC2034
ROUTER_LIFETIME=0
