#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# up.sh COMMAND...: builds the clinic and runs COMMAND on its terminal. Runs as the first process of fresh network, mount
# and process namespaces that tests/lab/practice made, so all of this is gone when it ends. Not for direct use.
set -euo pipefail
echo inside >&"$PRACTICE_INSIDE"
exec {PRACTICE_INSIDE}>&-
LAB=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
BUILD=$PRACTICE_BUILD
original_path=$PATH
started=${EPOCHREALTIME/[.,]/}
# shellcheck source=facts.sh
source "$LAB/facts.sh"
for part in common settings room line ipsec packets names dial web services readers hand software; do source "$LAB/clinic/$part.sh"; done

say() {
  if [[ -n $PRACTICE_VERBOSE ]]; then echo "practice: $(((${EPOCHREALTIME/[.,]/} - started) / 1000)) ms $*" >&2; fi
}

apply_line_and_faults() {
  local fault
  source "$LAB/lines/$PRACTICE_LINE.sh"
  for fault in $PRACTICE_FAULTS; do source "$LAB/faults/$fault.sh"; done
}

start_services() {
  local name
  for name in "${SERVICES[@]}"; do start_service "$name"; done
}

wait_for_services() {
  local name
  for name in "${SERVICES[@]}"; do wait_for_service "$name"; done
}

wait_for_terminal() {
  if [[ $LINK == up ]] && is_among radvd "${SERVICES[@]}"; then
    wait_until 5000 has_global_address || fail "the terminal got no address; radvd said: $(< "$CLINIC/log/radvd")"
  fi
  if ((${#READERS[@]} == 0)); then return; fi
  if [[ -n $CARD ]]; then
    wait_for_reader "${READERS[0]}" "$(card_state_when_in "${READERS[0]}")"
  else
    wait_for_reader "${READERS[0]}" empty
  fi
}

apply_line_and_faults
make_room
say "private file systems"
make_readers &
making_readers=$!
fill_practice_folder &
filling=$!
make_line
say "cables and addresses"
make_trouble &
making_trouble=$!
make_audit &
making_audit=$!
wait "$making_readers"
start_services
say "services started"
wait "$making_trouble" "$filling"
wait "$making_audit"
wait_for_services
say "services ready"
wait_for_terminal
if [[ -n $CARD_HELD ]]; then hold_card "${READERS[0]}"; fi
if [[ -n $IKE_PROGRAM_ENDS ]]; then kill_charon; fi
keep_settings
say "the clinic is up"

set_environment
export PATH=$original_path
if [[ -n $CLOCK_OFFSET ]]; then set_wrong_clock; fi
if [[ -n $CARD_SERVICE_SHUT ]]; then
  shut_card_service
  set -- "${WITHOUT_POWER_OVER_FILES[@]}" "$@"
fi
set +e
"$@"
exit $?
