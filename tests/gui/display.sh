# SPDX-License-Identifier: GPL-3.0-or-later
# A screen of our own for windows under test: sourced by bash. `open_display WIDTHxHEIGHT` sets DISPLAY, `close_display`
# ends the screen. Nothing else's screen is touched.
# shellcheck shell=bash

display_pid=

open_display() {
  local number=77 answer
  answer=$(mktemp)
  # The server picks a free number from ours on and says it when it is ready.
  while [[ -e /tmp/.X11-unix/X$number || -e /tmp/.X$number-lock ]]; do number=$((number + 1)); done
  Xvfb ":$number" -screen 0 "${1:-1024x768}x24" -nolisten tcp -noreset -displayfd 3 3>"$answer" >/dev/null 2>&1 &
  display_pid=$!
  for _ in {1..100}; do
    if [[ -s $answer ]]; then break; fi
    sleep 0.05
  done
  if [[ ! -s $answer ]]; then
    echo "the screen did not start" >&2
    rm -f "$answer"
    return 1
  fi
  rm -f "$answer"
  export DISPLAY=:$number GDK_BACKEND=x11 GDK_SCALE=1
}

close_display() {
  if [[ -n $display_pid ]]; then
    kill "$display_pid" 2>/dev/null || true
    wait "$display_pid" 2>/dev/null || true
    display_pid=
  fi
}
