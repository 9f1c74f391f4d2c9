#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# tidy.sh [--deep]: clang-tidy over every source of probes/ and wizard/, two at a time: about eight minutes on a machine that
# never did it. A source is read again only when it, one of the project's headers that it includes, how it is compiled or
# .clang-tidy changed; what was clean is remembered beside other caches, so that a new clone profits too.
# The analyser follows short paths only, which halves the time; --deep lets it follow the long ones, for the day before a
# release.
set -uo pipefail
cd "$(dirname "$(readlink -f "$0")")/../.."
clean=${XDG_CACHE_HOME:-$HOME/.cache}/onshi-setup/tidy
mkdir -p "$clean"
depth="--extra-arg=-Xclang --extra-arg=-analyzer-config --extra-arg=-Xclang --extra-arg=mode=shallow"
case ${1-} in
  '') ;;
  --deep) depth= ;;
  *) echo "tidy.sh: unknown option $1; allowed: --deep" >&2; exit 2 ;;
esac
export clean depth

tidy_one() {
  local source=$1 mark
  mark=$clean/$( { echo "$depth"; cat .clang-tidy CMakeLists.txt CMakePresets.json "$source"; clang-tidy-19 --version
    g++ -std=c++23 -I. -MM "$source" $(pkg-config --cflags libpcsclite poppler-cpp 2>/dev/null) $(wx-config --cxxflags 2>/dev/null) 2>/dev/null |
      tr ' \\' '\n\n' | grep -E '^(probes|wizard)/' | sort -u | xargs -r cat; } | sha256sum | cut -c1-40)
  [[ -e $mark ]] && return 0
  # shellcheck disable=SC2086  # several words
  clang-tidy-19 --quiet -p build/release $depth --extra-arg=-Wno-unknown-warning-option "$source" 2>/dev/null && touch "$mark"
}
export -f tidy_one

# What this system does not build (the other system's half) has no compile command and cannot be read.
built=$(grep -oE '"file": "[^"]*"' build/release/compile_commands.json | cut -d'"' -f4)
sources=$(comm -12 <(find probes wizard -name '*.cpp' | sort) <(sed "s|^$PWD/||" <<<"$built" | sort))
[[ -n $sources ]] || { echo "no source is built in build/release" >&2; exit 1; }
xargs -P 2 -I{} bash -c 'tidy_one "$1" || { echo "not clean: $1"; exit 1; }' tidy {} <<<"$sources"
