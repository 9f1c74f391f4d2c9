# SPDX-License-Identifier: GPL-3.0-or-later
# Packets to the line authentication host vanish.
# shellcheck shell=bash disable=SC2034
silence_host "$LINEAUTH_HOST"
