# SPDX-License-Identifier: GPL-3.0-or-later
# Counting what held: every check is a sentence, what was expected and what was seen.
# shellcheck shell=bash

passed=0
failed=0

hold() {  # SENTENCE EXPECTED SEEN
  if [[ $3 == "$2" ]]; then
    passed=$((passed + 1))
    echo "ok    $1"
  else
    failed=$((failed + 1))
    echo "FAIL  $1"
    echo "      expected: $2"
    echo "      seen:     $3"
  fi
}

hold_true() {  # SENTENCE COMMAND...
  local sentence=$1
  shift
  if "$@"; then hold "$sentence" yes yes; else hold "$sentence" yes "no ($*)"; fi
}

now_ms() { echo $((${EPOCHREALTIME/[.,]/} / 1000)); }
