# SPDX-License-Identifier: GPL-3.0-or-later
# Another program keeps the card for itself.
# shellcheck shell=bash disable=SC2034
CARD_HELD=yes
