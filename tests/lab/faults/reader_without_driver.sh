# SPDX-License-Identifier: GPL-3.0-or-later
# A reader is on USB, but no driver makes it a PC/SC reader.
# shellcheck shell=bash disable=SC2034
DRIVERS=(scr3310)
