#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# run.sh [SECONDS [TARGET...]]: builds the fuzz targets with clang's libFuzzer and the sanitizers and lets each run so long
# (600 s), one after the other; prints what docs/fuzzing.md holds: executions, places reached, findings. What is found
# lies in build/fuzz/found/TARGET; mended, it moves to tests/fuzz/found/TARGET and is replayed for ever.
# Needs the group [test] of installer/packages, and a release build for the seeds.
set -euo pipefail
top=$(cd "$(dirname "$(readlink -f "$0")")/../.." && pwd)
cd "$top"
seconds=${1:-600}
shift || true
targets=("$@")
[[ ${#targets[@]} -gt 0 ]] || targets=(sheet_text zip_walk pkcs12_front apdu_answers edited_xml)

installer/prepare.sh build test
cmake --preset release >/dev/null
cmake --build build/release --target fuzz_seeds >/dev/null
cmake --preset fuzz >/dev/null
cmake --build build/fuzz --target "${targets[@]/#/fuzz_}"

found=0
for target in "${targets[@]}"; do
  corpus=build/fuzz/corpus/$target log=build/fuzz/$target.log
  mkdir -p "$corpus" "build/fuzz/found/$target"
  inputs=("$corpus" "build/release/tests/fuzz/seeds/$target")
  [[ ! -d tests/fuzz/found/$target ]] || inputs+=("tests/fuzz/found/$target")
  status=0
  "build/fuzz/fuzz_$target" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 -print_final_stats=1 \
    -artifact_prefix="build/fuzz/found/$target/" "${inputs[@]}" >"$log" 2>&1 || status=$?
  echo "$target: $(awk '/stat::number_of_executed_units/ { runs = $2 } / cov: / { for (i = 1; i < NF; ++i) if ($i == "cov:") cover = $(i + 1) }
    END { print runs " executions, " cover " places reached" }' "$log"), inputs kept: $(find "$corpus" -type f | wc -l), exit status $status"
  [[ $status == 0 ]] || { found=1; tail -n 30 "$log"; }
done
exit $found
