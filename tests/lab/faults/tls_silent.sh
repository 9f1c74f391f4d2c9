# SPDX-License-Identifier: GPL-3.0-or-later
# The verification environment takes connections and never says a word.
# shellcheck shell=bash disable=SC2034
VERIFICATION_STYLE=mute
