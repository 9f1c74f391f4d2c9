# SPDX-License-Identifier: GPL-3.0-or-later
# The card's authentication PIN has no tries left.
# shellcheck shell=bash disable=SC2034
CARD=locked
