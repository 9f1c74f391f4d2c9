# SPDX-License-Identifier: GPL-3.0-or-later
# The name of the time host does not exist (NXDOMAIN).
# shellcheck shell=bash disable=SC2034
MISSING_HOSTS+=("$NTP_HOST")
