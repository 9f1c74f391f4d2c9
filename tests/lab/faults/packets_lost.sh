# SPDX-License-Identifier: GPL-3.0-or-later
# Every fifth packet to and from the terminal gets lost.
# shellcheck shell=bash disable=SC2034
LOST_ONE_IN=5
