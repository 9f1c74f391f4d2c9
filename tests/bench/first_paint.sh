#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# first_paint.sh [REPEATS]: milliseconds to the first paint of the wizard and of an empty wx window, alternating on one
# private display, and their ratio. Prints figures; asserts nothing.
set -euo pipefail
top=$(cd "$(dirname "$(readlink -f "$0")")/../.." && pwd)
repeats=${1:-9}
folder=$(mktemp -d)
trap 'kill "${server-}" 2>/dev/null || true; rm -rf "$folder"' EXIT
# shellcheck disable=SC2046
g++ -O2 -std=c++20 "$top/tests/bench/empty_window.cpp" $(wx-config --cxxflags --libs core,base) -o "$folder/empty"
Xvfb -displayfd 3 -screen 0 1280x1024x24 3>"$folder/display" >/dev/null 2>&1 &
server=$!
until [[ -s $folder/display ]]; do kill -0 "$server"; done
DISPLAY=:$(cat "$folder/display")
export DISPLAY NO_AT_BRIDGE=1 GDK_BACKEND=x11
median() { sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }
for _ in $(seq "$repeats"); do
  "$folder/empty" >>"$folder/empty.ms"
  "$top/build/release/onshi-setup" --quit-after-first-paint --site "$folder/site" >>"$folder/wizard.ms"
done
empty=$(median <"$folder/empty.ms")
wizard=$(median <"$folder/wizard.ms")
awk -v e="$empty" -v w="$wizard" -v n="$repeats" \
  'BEGIN { printf "first paint, median of %d: wizard %d ms, empty wx window %d ms, ratio %.2f\n", n, w, e, w / e }'
