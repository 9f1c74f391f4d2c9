# SPDX-License-Identifier: GPL-3.0-or-later
# The verification server refuses client certificates with a TLS alert instead of HTTP 400; combine with a client fault.
# shellcheck shell=bash disable=SC2034
VERIFICATION_STYLE=alert
