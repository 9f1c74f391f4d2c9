# SPDX-License-Identifier: GPL-3.0-or-later
# The verification server accepts the client and hangs up without an answer.
# shellcheck shell=bash disable=SC2034
VERIFICATION_STATUS=444
