#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# try.sh [--headless] [--format text|json|prometheus] [--language ja|en]: from an empty Debian 12 to a finished set-up.
# Installs what is missing, builds, starts the practice clinic and opens the wizard in it. Without a display, or with
# --headless, the same set-up runs unattended and its result is printed; the exit status is that of `onshi setup`.
set -euo pipefail
top=$(cd "$(dirname "$(readlink -f "$0")")/.." && pwd)

headless=
pass_on=()
while [[ $# -gt 0 ]]; do
  case $1 in
    --headless) headless=1 ;;
    --format | --language)
      [[ $# -ge 2 ]] || { echo "try.sh: $1 needs a value" >&2; exit 2; }
      pass_on+=("$1" "$2")
      shift
      ;;
    --format=* | --language=*) pass_on+=("$1") ;;
    *)
      echo "try.sh: unknown option $1; allowed: --headless, --format text|json|prometheus, --language ja|en" >&2
      exit 2
      ;;
  esac
  shift
done
[[ -n ${DISPLAY-} || -n ${WAYLAND_DISPLAY-} ]] || headless=1

"$top/installer/prepare.sh" build practice
"$top/installer/build.sh" release onshi onshi-setup onshi-sheet-reader assets
programs=$top/build/release
export ONSHI_LAB_BUILD=$top/build/lab

if [[ -z $headless ]]; then
  site=$top/build/try-site
  # shellcheck disable=SC2016 # $ONSHI_PRACTICE is known inside the clinic only
  exec "$top/tests/lab/practice" -- sh -c \
    'exec "$1/onshi-setup" --profile "$ONSHI_PRACTICE/profile.xml" --site "$2"' try "$programs" "$site"
fi

site=$(mktemp -d)
trap 'rm -rf "$site"' EXIT
status=0
# shellcheck disable=SC2016
"$top/tests/lab/practice" -- sh -c '
  programs=$1 site=$2; shift 2
  exec "$programs/onshi" setup --answers "$ONSHI_PRACTICE/answers.xml" --profile "$ONSHI_PRACTICE/profile.xml" \
    --password-file "$ONSHI_PRACTICE/certificate.password" --site "$site" "$@"' try "$programs" "$site" \
  ${pass_on[@]+"${pass_on[@]}"} || status=$?
exit "$status"
