# SPDX-License-Identifier: GPL-3.0-or-later
# No reader is plugged in.
# shellcheck shell=bash disable=SC2034
READERS=()
