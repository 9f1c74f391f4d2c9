# SPDX-License-Identifier: GPL-3.0-or-later
# The names of the verification hosts do not exist (NXDOMAIN).
# shellcheck shell=bash disable=SC2034
MISSING_HOSTS+=("${VERIFICATION_HOSTS[@]}")
