#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# reader_live.sh [PROGRAM [REPEATS]]: milliseconds until page 4 shows readers and cards that come and go. Run it in the
# practice clinic:
#   tests/lab/practice -- tests/bench/reader_live.sh build/release/onshi-setup
set -euo pipefail
here=$(cd "$(dirname "$(readlink -f "$0")")" && pwd)
program=$(readlink -f "${1:-$here/../../build/release/onshi-setup}")
# shellcheck source=tests/gui/display.sh
source "$here/../gui/display.sh"
trap close_display EXIT
open_display 1024x768
unset NO_AT_BRIDGE
export GSETTINGS_BACKEND=memory LANG=C.UTF-8
dbus-run-session -- /usr/bin/python3 -W ignore::DeprecationWarning "$here/reader_live.py" "$program" "${2:-20}"
