# SPDX-License-Identifier: GPL-3.0-or-later
# The verification server accepts the client and answers HTTP 403.
# shellcheck shell=bash disable=SC2034
VERIFICATION_STATUS=403
