#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# prepare.sh GROUP...: installs what is missing of these groups of installer/packages (build, practice, test).
# Needs root or sudo only when something is missing. Starts no service: a practice machine is nobody's web server.
set -euo pipefail
here=$(cd "$(dirname "$(readlink -f "$0")")" && pwd)

packages_of() {
  awk -v wanted=" $* " '/^# \[/ { group = $2; gsub(/[][]/, "", group); next }
                        /^#/ || NF == 0 { next }
                        index(wanted, " " group " ") { print $1 }' "$here/packages"
}

is_installed() { [[ $(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null) == installed ]]; }

missing=()
for package in $(packages_of "$@"); do is_installed "$package" || missing+=("$package"); done
[[ ${#missing[@]} -gt 0 ]] || exit 0

as_root=()
if [[ $(id -u) != 0 ]]; then
  command -v sudo >/dev/null || {
    echo "prepare.sh: ${#missing[@]} packages are missing and there is neither root nor sudo. As root: apt-get install ${missing[*]}" >&2
    exit 1
  }
  as_root=(sudo)
fi

# Keeps apt from starting the daemons that come with the packages, unless the machine has a policy of its own.
policy=/usr/sbin/policy-rc.d
added_policy=
if [[ ! -e $policy ]]; then
  printf '#!/bin/sh\nexit 101\n' | "${as_root[@]}" tee "$policy" >/dev/null
  "${as_root[@]}" chmod 755 "$policy"
  added_policy=1
fi
tidy() { [[ -z $added_policy ]] || "${as_root[@]}" rm -f "$policy"; }
trap tidy EXIT

echo "prepare.sh: installing ${#missing[@]} packages (some minutes on a new machine)" >&2
quiet=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq -o Dpkg::Use-Pty=0)
"${quiet[@]}" update >&2
"${quiet[@]}" install -y --no-install-recommends "${missing[@]}" >&2
