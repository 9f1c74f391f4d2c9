# SPDX-License-Identifier: GPL-3.0-or-later
# The terminal is told a proxy at a port where none is.
# shellcheck shell=bash disable=SC2034
TERMINAL_PROXY=http://$PROXY_HOST:8081
