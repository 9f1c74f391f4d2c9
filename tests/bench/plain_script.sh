#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# What an engineer does today, by hand and in sequence, on the terminal of the practice clinic. Says what failed.
# The limits are the tools' ordinary ones, shortened only where a tool would otherwise never end.
set -u
host=hweb.verification.example
resolvers=$(awk '/^nameserver/ { print $2 }' /etc/resolv.conf)
first=$(echo "$resolvers" | head -n 1)
if [[ $first == *.* ]]; then family=-4 type=A; else family=-6 type=AAAA; fi
failed=()
try() { local name=$1; shift; "$@" >/dev/null 2>&1 || failed+=("$name"); }

try ping ping "$family" -c 3 "$first"
# dig needs no clock, and never ends under the library that makes one wrong.
for resolver in $resolvers; do
  try "dig $resolver" bash -c "env -u LD_PRELOAD dig $type $host @$resolver +short | grep -v '^;' | grep -q '[.:]'"
done
try curl curl -sS -f -m 10 --cacert "$ONSHI_PRACTICE/ca.crt" --cert-type P12 \
  --cert "$ONSHI_PRACTICE/certificate.p12:$(cat "$ONSHI_PRACTICE/certificate.password")" "https://$host/"
try s_client bash -c "timeout 10 openssl s_client -connect $host:443 -CAfile $ONSHI_PRACTICE/ca.crt -verify_return_error </dev/null"
try pcsc_scan bash -c "timeout 2 pcsc_scan -n | grep -q 'Card inserted'"
folder=$(mktemp -d)
python3 -m zipfile -e "$ONSHI_PRACTICE/sheets.zip" "$folder" 2>/dev/null
for sheet in "$folder"/*.pdf; do try pdftotext bash -c 'pdftotext -layout "$1" - | grep -q マスタアカウント' _ "$sheet"; done
rm -rf "$folder"
if [[ ${#failed[@]} == 0 ]]; then echo "all answered"; else printf 'failed: %s\n' "${failed[*]}"; fi
