# SPDX-License-Identifier: GPL-3.0-or-later
# The router of the clinic's other systems gives IPv6 too, and the terminal prefers it to the line (line two_links).
# shellcheck shell=bash disable=SC2034
need_line two_links
OFFICE_PREFIX=3fff:1:2:20
