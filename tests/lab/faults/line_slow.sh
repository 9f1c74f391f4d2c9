# SPDX-License-Identifier: GPL-3.0-or-later
# Every answer takes 0.8 seconds.
# shellcheck shell=bash disable=SC2034
SECONDS_TO_THE_LINE=0.4
