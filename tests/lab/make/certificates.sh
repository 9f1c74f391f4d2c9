# SPDX-License-Identifier: GPL-3.0-or-later
# The PKCS#12 files: what a clinic may hold in its hand, good and bad. Needs what make/pki.sh left. Password of all of
# them: CERTIFICATE_PASSWORD of facts.sh.
# shellcheck shell=bash

three_des=(-keypbe PBE-SHA1-3DES -certpbe PBE-SHA1-3DES -macalg sha1)

pack() {  # OUTPUT CERTIFICATE OPTIONS...
  local output=$1 certificate=$2
  shift 2
  openssl pkcs12 -export -inkey "$certificate.key" -in "$certificate.crt" -passout "pass:$CERTIFICATE_PASSWORD" \
    -name "$TERMINAL_NAME" -out "$output" "$@"
}

pack_good_files() {
  local chain=(-certfile client-authorities.crt)
  pack client.p12 client "${chain[@]}"  # AES-256, MAC SHA-256: the default of OpenSSL 3
  pack client-legacy.p12 client "${chain[@]}" -legacy
  pack client-3des.p12 client "${chain[@]}" "${three_des[@]}"
  pack client-rsa.p12 client-rsa "${chain[@]}"
  pack client-nochain.p12 client
}

pack_refused_files() {
  local name chain=(-certfile client-authorities.crt)
  for name in expired future revoked other-institution; do
    pack "client-$name.p12" "client-$name" "${chain[@]}"
    pack "client-$name-legacy.p12" "client-$name" "${chain[@]}" -legacy
  done
  pack client-wrongca.p12 client-wrongca -certfile other.crt
  pack client-wrongca-legacy.p12 client-wrongca -certfile other.crt -legacy
}

make_damaged_files() {  # TOOLS-FOLDER
  head -c 700 client.p12 > client-truncated.p12
  : > empty.p12
  echo 'This is a letter, not a certificate.' > not-a-p12.p12
  openssl pkcs12 -export -inkey client.key -nocerts -passout "pass:$CERTIFICATE_PASSWORD" \
    -out key-only.p12 2> /dev/null
  openssl pkcs12 -export -nokeys -in client.crt -passout "pass:$CERTIFICATE_PASSWORD" -out certificate-only.p12
  pack client-nomac.p12 client -nomac
  "$1/mismatched_p12" client.crt client-other-institution.key "$CERTIFICATE_PASSWORD" client-mismatch.p12
}

make_certificates() {  # BUILD-FOLDER
  (
    local tools=$1/tools
    cd "$1/pki"
    pack_good_files
    pack_refused_files
    make_damaged_files "$tools"
    printf '%s\n' "$CERTIFICATE_PASSWORD" > certificate.password
    chmod a+r ./*
  )
}
