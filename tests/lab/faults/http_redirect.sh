# SPDX-License-Identifier: GPL-3.0-or-later
# The verification server sends an accepted client to a page of somebody else.
# shellcheck shell=bash disable=SC2034
VERIFICATION_LOCATION=http://portal.stranger.example/login
