# SPDX-License-Identifier: GPL-3.0-or-later
# The PC/SC service runs, but the command may not talk to it.
# shellcheck shell=bash disable=SC2034
CARD_SERVICE_SHUT=yes
