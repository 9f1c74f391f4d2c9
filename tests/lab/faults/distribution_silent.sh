# SPDX-License-Identifier: GPL-3.0-or-later
# Packets to the distribution web host vanish.
# shellcheck shell=bash disable=SC2034
silence_host "$DISTRIBUTION_HOST"
