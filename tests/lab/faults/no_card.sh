# SPDX-License-Identifier: GPL-3.0-or-later
# No card lies in the reader.
# shellcheck shell=bash disable=SC2034
CARD=
