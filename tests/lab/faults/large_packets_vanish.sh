# SPDX-License-Identifier: GPL-3.0-or-later
# Large packets from the web servers vanish without a word, as where path MTU discovery is broken.
# shellcheck shell=bash disable=SC2034
LARGEST_PACKET=1280
