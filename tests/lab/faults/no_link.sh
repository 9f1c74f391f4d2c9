# SPDX-License-Identifier: GPL-3.0-or-later
# The cable to the line is out: the terminal's link has no carrier.
# shellcheck shell=bash disable=SC2034
LINK=down
