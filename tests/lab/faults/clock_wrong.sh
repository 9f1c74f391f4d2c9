# SPDX-License-Identifier: GPL-3.0-or-later
# The terminal's clock is two hours ahead (for the command alone).
# shellcheck shell=bash disable=SC2034
CLOCK_OFFSET='+2h'
