# SPDX-License-Identifier: GPL-3.0-or-later
# A login page takes all web connections to itself; names and addresses stay right.
# shellcheck shell=bash disable=SC2034
INTERCEPTED=yes
SERVICES+=(portal)
