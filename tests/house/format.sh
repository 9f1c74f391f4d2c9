#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Every C++ file is as clang-format leaves it.
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/../.."
find probes wizard tests -name '*.cpp' -o -name '*.h' | sort | xargs clang-format-19 --dry-run --Werror
