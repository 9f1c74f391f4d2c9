#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# build.sh PRESET [TARGET...]: configures once and builds; says on the error stream what takes long.
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/.."
preset=$1
shift
[[ -f build/$preset/build.ninja ]] || cmake --preset "$preset" >&2
if [[ $(ninja -C "build/$preset" -n "$@" | tail -n 1) != *"no work to do"* ]]; then
  echo "build.sh: building build/$preset (some minutes the first time)" >&2
fi
ninja -C "build/$preset" "$@" >&2
