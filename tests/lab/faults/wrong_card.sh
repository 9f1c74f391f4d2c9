# SPDX-License-Identifier: GPL-3.0-or-later
# A driving licence lies in the reader.
# shellcheck shell=bash disable=SC2034
CARD=license
