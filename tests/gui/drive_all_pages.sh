#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# drive_all_pages.sh [PROGRAM]: through all pages of the window by keyboard. Run it in the practice clinic:
#   tests/lab/practice -- tests/gui/drive_all_pages.sh build/release/onshi-setup
set -euo pipefail
here=$(cd "$(dirname "$(readlink -f "$0")")" && pwd)
program=$(readlink -f "${1:-$here/../../build/release/onshi-setup}")
# shellcheck source=tests/gui/display.sh
source "$here/display.sh"
trap close_display EXIT
open_display 1024x768
unset NO_AT_BRIDGE
LANG=C.UTF-8 dbus-run-session -- /usr/bin/python3 "$here/drive_all_pages.py" "$program"
