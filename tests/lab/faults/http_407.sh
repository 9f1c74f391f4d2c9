# SPDX-License-Identifier: GPL-3.0-or-later
# Something between terminal and service answers HTTP 407.
# shellcheck shell=bash disable=SC2034
VERIFICATION_STATUS=407
