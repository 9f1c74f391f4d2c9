# SPDX-License-Identifier: GPL-3.0-or-later
# The terminal is told a proxy that nobody knows.
# shellcheck shell=bash disable=SC2034
TERMINAL_PROXY=http://proxy.stranger.example:8080
