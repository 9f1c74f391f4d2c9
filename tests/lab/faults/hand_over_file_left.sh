# SPDX-License-Identifier: GPL-3.0-or-later
# The list of the first accounts still lies on the desktop, with brackets as people type them.
# shellcheck shell=bash disable=SC2034
LEFT_ON_DESKTOP=("初期アカウント情報（受付1号機）.txt")
