# SPDX-License-Identifier: GPL-3.0-or-later
# The PC/SC service is not running.
# shellcheck shell=bash disable=SC2034
without_service pcscd
