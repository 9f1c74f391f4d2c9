# SPDX-License-Identifier: GPL-3.0-or-later
# Another provider's prefix arrives beside, and the terminal calls the verification hosts from it.
# shellcheck shell=bash disable=SC2034
OTHER_PREFIX=3fff:1:2:3::/64
MISLED_NETWORK=2001:db8:1ff:a::/64
