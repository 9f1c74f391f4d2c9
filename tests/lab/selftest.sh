#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# selftest.sh [files|healthy|lines|faults|ending]...: proves the practice clinic itself, without the product.
# The last line is "N passed, N failed"; exit status 1 when something failed.
set -uo pipefail
export LC_ALL=C.UTF-8
LAB=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
export ONSHI_LAB_BUILD=${ONSHI_LAB_BUILD:-$LAB/../../build/lab}
PATH=$PATH:/usr/sbin:/sbin
# shellcheck source=facts.sh
source "$LAB/facts.sh"
for part in check faults lines healthy ending listed files; do source "$LAB/selftest/$part.sh"; done

if [[ ${1-} == --inside ]]; then
  "$2"
  exit
fi
"$LAB/prepare" || exit 1
parts=("$@")
if ((${#parts[@]} == 0)); then parts=(files healthy lines faults ending); fi
for part in "${parts[@]}"; do
  case $part in
    files | healthy | lines | faults | ending) "check_$part" ;;
    *) echo "selftest.sh: unknown part \"$part\"; allowed: files healthy lines faults ending" >&2 && exit 2 ;;
  esac
done
echo "$passed passed, $failed failed"
((failed == 0))
