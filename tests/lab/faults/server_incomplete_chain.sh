# SPDX-License-Identifier: GPL-3.0-or-later
# The verification server does not send its intermediate certificate.
# shellcheck shell=bash disable=SC2034
SERVER_CERTIFICATE=server-incomplete-chain
