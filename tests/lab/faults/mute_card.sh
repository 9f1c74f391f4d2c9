# SPDX-License-Identifier: GPL-3.0-or-later
# The card in the reader does not answer to power.
# shellcheck shell=bash disable=SC2034
CARD=mute
