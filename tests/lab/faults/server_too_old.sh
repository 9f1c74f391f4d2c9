# SPDX-License-Identifier: GPL-3.0-or-later
# The verification server speaks TLS 1.1 only.
# shellcheck shell=bash disable=SC2034
VERIFICATION_PROTOCOLS=TLSv1.1
