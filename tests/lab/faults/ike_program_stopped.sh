# SPDX-License-Identifier: GPL-3.0-or-later
# On the line ipsec: the terminal's IKE program has ended, and only its socket is left.
# shellcheck shell=bash disable=SC2034
IKE_PROGRAM_ENDS=yes
