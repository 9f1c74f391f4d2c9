# SPDX-License-Identifier: GPL-3.0-or-later
# The generated papers are what their names say, seen with ordinary tools.
# shellcheck shell=bash

opens() {  # P12 OPTIONS...; "key certificates" or "no"
  local file=$ONSHI_LAB_BUILD/pki/$1 text
  shift
  text=$(openssl pkcs12 -in "$file" -passin "pass:$CERTIFICATE_PASSWORD" -nodes "$@" 2> /dev/null) || {
    echo no
    return
  }
  echo "$(grep -c 'BEGIN PRIVATE' <<< "$text") $(grep -c 'BEGIN CERTIFICATE' <<< "$text")"
}

check_certificates() {
  hold "client.p12 has its key and chain" "1 3" "$(opens client.p12)"
  hold "client-legacy.p12 needs the legacy provider" "no" "$(opens client-legacy.p12)"
  hold "... and opens with it" "1 3" "$(opens client-legacy.p12 -legacy)"
  hold "client-3des.p12 does not" "1 3" "$(opens client-3des.p12)"
  hold "client-nochain.p12 has no chain" "1 1" "$(opens client-nochain.p12)"
  hold "key-only.p12 has a key alone" "1 0" "$(opens key-only.p12)"
  hold "certificate-only.p12 has a certificate alone" "0 1" "$(opens certificate-only.p12)"
  local file
  for file in client-truncated.p12 empty.p12 not-a-p12.p12; do hold "$file does not open" no "$(opens "$file")"; done
  hold "client-mismatch.p12: the key is not the certificate's" different "$(key_match client-mismatch.p12)"
  hold "client.p12: it is" same "$(key_match client.p12)"
}

key_match() {  # P12
  local text
  text=$(openssl pkcs12 -in "$ONSHI_LAB_BUILD/pki/$1" -passin "pass:$CERTIFICATE_PASSWORD" -nodes 2> /dev/null)
  if [[ $(openssl x509 -noout -pubkey <<< "$text") == $(openssl pkey -pubout <<< "$text") ]]; then
    echo same
  else
    echo different
  fi
}

sheet_value() {  # PDF LABEL; the first value behind it
  pdftotext -layout "$ONSHI_LAB_BUILD/sheets/$1" - 2> /dev/null | sed -n "s/^ *$2  *//p" | head -n 1
}

check_sheets() {
  local pdf
  for pdf in production.pdf production-reportlab.pdf; do
    hold "$pdf: environment" 本番環境 "$(sheet_value $pdf 利用環境)"
    hold "$pdf: code" "$INSTITUTION_CODE" "$(sheet_value $pdf 医療機関等コード)"
    hold "$pdf: password, every character" "$PRODUCTION_PASSWORD" "$(sheet_value $pdf 'パスワード ※1')"
  done
  hold "verification.pdf: environment" 接続検証環境 "$(sheet_value verification.pdf 利用環境)"
  hold "verification.pdf: password" "$VERIFICATION_PASSWORD" "$(sheet_value verification.pdf 'パスワード ※1')"
  hold "two producers" "ReportLab WeasyPrint" "$(for pdf in production verification; do
    pdfinfo "$ONSHI_LAB_BUILD/sheets/$pdf.pdf" | grep -oE 'WeasyPrint|ReportLab' | head -n 1
  done | sort | paste -sd' ')"
  hold "the empty password is empty" "" "$(sheet_value production-empty-password.pdf 'パスワード ※1')"
  hold "the other institution's code" "$OTHER_INSTITUTION_CODE" \
    "$(sheet_value verification-other-institution.pdf 医療機関等コード)"
  hold_true "the encrypted one wants a password" grep -q 'Incorrect password' <<< \
    "$(pdfinfo "$ONSHI_LAB_BUILD/sheets/production-encrypted.pdf" 2>&1)"
}

check_archives() {
  local names='import sys,zipfile; z=zipfile.ZipFile(sys.argv[1]); print(*[i.filename for i in z.infolist()], sum(i.file_size for i in z.infolist()) >> 30)'
  local folder=$ONSHI_LAB_BUILD/sheets
  hold_true "sheets.zip holds the portal's name" grep -q '^本_オンライン資格確認等システムユーザ設定情報.pdf ' <<< \
    "$(/usr/bin/python3 -c "$names" "$folder/sheets.zip")"
  hold_true "the climbing name is there" grep -qF '../../evil.pdf' <<< \
    "$(/usr/bin/python3 -c "$names" "$folder/sheets-climbing.zip")"
  hold "the bomb unpacks to 2 GiB" 2 "$(/usr/bin/python3 -c "$names" "$folder/sheets-bomb.zip" | awk '{ print $NF }')"
  hold_true "... from less than 4 MB" test "$(stat -c %s "$folder/sheets-bomb.zip")" -lt 4000000
  hold "the truncated one is no ZIP any more" no \
    "$(/usr/bin/python3 -c "$names" "$folder/sheets-truncated.zip" 2> /dev/null || echo no)"
}

check_files() {
  check_listed
  check_certificates
  check_sheets
  check_archives
}
