# SPDX-License-Identifier: GPL-3.0-or-later
# The list of settings in settings.sh is what tests/lab/switch knows of the clinic: nothing is missing in it, nothing left over.
# shellcheck shell=bash

# What is assigned at the beginning of a line, as settings, lines and faults do.
assigned_in() {  # FILES...
  sed -nE 's/^([A-Z][A-Z0-9_]*)\+?=.*/\1/p; s/^unset "([A-Z][A-Z0-9_]*)\[.*/\1/p' "$@" | sort -u
}

# What is in the first list and not in the second.
not_in() { comm -23 <(sort -u <<< "$1") <(sort -u <<< "$2") | grep . | paste -sd' '; }

check_listed() {
  local listed made used
  listed=$(source "$LAB/clinic/settings.sh" && printf '%s\n' "${setting_names[@]}")
  made=$(assigned_in "$LAB"/clinic/settings.sh "$LAB"/lines/*.sh "$LAB"/faults/*.sh)
  used=$(cat "$LAB"/clinic/*.sh "$LAB/switch" | grep -v '^setting_names=' | grep -oE '\$\{?[#!]?[A-Z][A-Z0-9_]*' | tr -d '${#!' | sort -u)
  hold "every setting that is made is listed" "" "$(not_in "$made" "$listed")"
  hold "no setting is listed twice" "" "$(sort <<< "$listed" | uniq -d | paste -sd' ')"
  hold "every listed setting is used" "" "$(not_in "$listed" "$used")"
  hold "... and a list that lacks one is seen" LINK "$(not_in "$made" "$(grep -vx LINK <<< "$listed")")"
}
