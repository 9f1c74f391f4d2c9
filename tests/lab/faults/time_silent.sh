# SPDX-License-Identifier: GPL-3.0-or-later
# Packets to the time host vanish.
# shellcheck shell=bash disable=SC2034
silence_host "$NTP_HOST"
