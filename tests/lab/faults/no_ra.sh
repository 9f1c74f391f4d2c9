# SPDX-License-Identifier: GPL-3.0-or-later
# The line announces nothing, so the terminal has no global address.
# shellcheck shell=bash disable=SC2034
without_service radvd
