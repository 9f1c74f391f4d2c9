# SPDX-License-Identifier: GPL-3.0-or-later
# The verification server is not running: connections are refused.
# shellcheck shell=bash disable=SC2034
without_service nginx
