# SPDX-License-Identifier: GPL-3.0-or-later
# Two routers' prefixes arrive on one cable, of two different providers.
# shellcheck shell=bash disable=SC2034
OTHER_PREFIX=3fff:1:2:3::/64
