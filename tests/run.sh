#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# run.sh [--quick]: prepares this machine, builds, and runs every test: units, the practice clinic itself, the programs in
# the clinic, the window driven by keys, all of that again under AddressSanitizer and UndefinedBehaviorSanitizer, and
# clang-tidy. --quick leaves out the last two, which need a second build and a reading of every source.
# The last line is `N passed, N failed`; what failed is named before it.
set -uo pipefail
top=$(cd "$(dirname "$(readlink -f "$0")")/.." && pwd)
cd "$top" || exit 1
export ONSHI_LAB_BUILD=$top/build/lab LAB_REQUIRED=1 CTEST_OUTPUT_ON_FAILURE=1

quick=
for option in "$@"; do
  case $option in
    --quick) quick=1 ;;
    *) echo "run.sh: unknown option $option; allowed: --quick" >&2; exit 2 ;;
  esac
done

passed=0
failed=0
lost=()
lost_cases=()
stage() {  # stage NAME COMMAND...: one thing that passes or fails, with its own log
  local name=$1 log=build/test-logs/$1.log began=$SECONDS
  shift
  mkdir -p build/test-logs
  if "$@" >"$log" 2>&1; then
    passed=$((passed + 1))
    echo "ok    $name ($((SECONDS - began)) s)"
  else
    failed=$((failed + 1))
    lost+=("$name")
    echo "FAIL  $name ($((SECONDS - began)) s), the end of $log:"
    tail -n 40 "$log"
  fi
}

suite() {  # suite NAME PRESET CTEST-ARGUMENTS...: counts the tests of a ctest run, and the cases inside each
  local name=$1 preset=$2 log=$top/build/test-logs/$1.log began=$SECONDS
  shift 2
  mkdir -p build/test-logs
  ctest --test-dir "build/$preset" --output-on-failure --output-log "$log" "$@" >/dev/null 2>&1
  local status=$?
  local counts cases
  { read -r counts; mapfile -t cases; } < <(python3 tests/count.py "build/$preset/Testing/Temporary/LastTest.log")
  lost_cases+=("${cases[@]/#/$name: }")
  passed=$((passed + ${counts%% *}))
  failed=$((failed + ${counts##* }))
  echo "$([[ $status == 0 ]] && echo "ok   " || echo "FAIL ") $name: ${counts%% *} passed, ${counts##* } failed ($((SECONDS - began)) s)"
  if [[ $status != 0 ]]; then
    lost+=("$name")
    # A suite that could not even start has no case to count.
    [[ ${counts##* } != 0 ]] || failed=$((failed + 1))
    grep -vE '^ *[0-9]+/[0-9]+ Test +#[0-9]+:.*Passed' "$log" | tail -n 80
  fi
}

finish() {
  [[ ${#lost_cases[@]} == 0 ]] || printf '%s\n' "failed cases:" "${lost_cases[@]}"
  [[ ${#lost[@]} == 0 ]] || echo "failed: ${lost[*]}"
  echo "$passed passed, $failed failed"
  [[ $failed == 0 && $passed -gt 0 ]]
  exit
}

installer/prepare.sh build practice test || { lost+=(prepare); failed=1; finish; }
stage build installer/build.sh release
[[ $failed == 0 ]] || finish
stage practice-clinic tests/lab/prepare --build "$ONSHI_LAB_BUILD"
stage format tests/house/format.sh
suite unit release -L 'unit|house' -j 2
suite clinic-itself release -L clinic-itself -j 3
suite clinic release -L '^lab$' -j 3
suite window release -L gui -j 3
if [[ -z $quick ]]; then
  stage tidy tests/house/tidy.py
  stage build-sanitized installer/build.sh sanitize
  suite sanitized sanitize -L 'unit|^lab$|gui' -LE plain -j 3
fi
finish
