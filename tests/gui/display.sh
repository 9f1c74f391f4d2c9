# SPDX-License-Identifier: GPL-3.0-or-later
# A screen of our own for windows under test: sourced by bash. `open_display WIDTHxHEIGHT` sets DISPLAY, `close_display`
# ends the screen. Nothing else's screen is touched.
# shellcheck shell=bash

display_pid=

open_display() {
  local number=77 answer
  answer=$(mktemp)
  # Of two that find the same number free at the same time one server gives up; then the next number is tried.
  for _ in {1..20}; do
    while [[ -e /tmp/.X11-unix/X$number || -e /tmp/.X$number-lock ]]; do number=$((number + 1)); done
    if start_server "$number" "${1:-1024x768}" "$answer"; then break; fi
    close_display
    number=$((number + 1))
  done
  rm -f "$answer"
  if [[ -z $display_pid ]]; then
    echo "the screen did not start" >&2
    return 1
  fi
  export DISPLAY=:$number GDK_BACKEND=x11 GDK_SCALE=1
}

start_server() {  # start_server NUMBER SIZE FILE: true once it has said into the file that it is ready
  Xvfb ":$1" -screen 0 "${2}x24" -nolisten tcp -noreset -displayfd 3 3>"$3" >/dev/null 2>&1 &
  display_pid=$!
  for _ in {1..600}; do
    if [[ -s $3 ]]; then return 0; fi
    if ! kill -0 "$display_pid" 2>/dev/null; then return 1; fi
    sleep 0.05
  done
  return 1
}

close_display() {
  if [[ -n $display_pid ]]; then
    kill "$display_pid" 2>/dev/null || true
    wait "$display_pid" 2>/dev/null || true
    display_pid=
  fi
}
