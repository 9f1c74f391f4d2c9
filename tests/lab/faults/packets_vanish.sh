# SPDX-License-Identifier: GPL-3.0-or-later
# Every packet but neighbour discovery vanishes: the terminal has an address and nothing answers.
# shellcheck shell=bash disable=SC2034
PACKETS=vanish
