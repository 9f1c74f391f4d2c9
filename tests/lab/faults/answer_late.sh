# SPDX-License-Identifier: GPL-3.0-or-later
# The verification server accepts the client and answers after half a minute.
# shellcheck shell=bash disable=SC2034
VERIFICATION_STYLE=late
SERVICES+=(late)
