# SPDX-License-Identifier: GPL-3.0-or-later
# The private certification authorities of the practice clinic and every certificate they gave out:
#   root -> issuing (gives clients and servers), and "other", a stranger nobody trusts.
# Leaves OUT/pki/*.crt, *.key, *.chain.crt (leaf and intermediate), *.crl. Files are readable by everyone: all invented.
# shellcheck shell=bash

issuing_configuration() {
  cat << C
[ca]
default_ca = authority
[authority]
database = database/index.txt
serial = database/serial
crlnumber = database/crlnumber
new_certs_dir = database
certificate = issuing.crt
private_key = issuing.key
default_md = sha256
default_days = 1185
default_crl_days = 3650
policy = any_name
unique_subject = no
copy_extensions = none
[any_name]
countryName = optional
organizationName = optional
organizationalUnitName = optional
commonName = supplied
[server]
basicConstraints = CA:FALSE
keyUsage = critical,digitalSignature,keyEncipherment
extendedKeyUsage = serverAuth
subjectAltName = \${ENV::SERVER_NAMES}
authorityKeyIdentifier = keyid
[client]
basicConstraints = CA:FALSE
keyUsage = critical,digitalSignature
extendedKeyUsage = clientAuth
crlDistributionPoints = URI:http://$CRL_HOST/issuing.crl
authorityKeyIdentifier = keyid
[intermediate]
basicConstraints = critical,CA:TRUE,pathlen:0
keyUsage = critical,keyCertSign,cRLSign
authorityKeyIdentifier = keyid
C
}

elliptic=(-newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes)

make_root() {  # FILE SUBJECT
  openssl req -x509 "${elliptic[@]}" -keyout "$1.key" -out "$1.crt" -days 7300 -subj "$2" \
    -addext basicConstraints=critical,CA:TRUE -addext keyUsage=critical,keyCertSign,cRLSign 2> /dev/null
}

make_database() {  # FOLDER
  mkdir -p "$1"
  : > "$1/index.txt"
  : > "$1/index.txt.attr"
  echo 1000 > "$1/serial"
  echo 01 > "$1/crlnumber"
}

sign_with() {  # AUTHORITY FILE SECTION [START END]
  local authority=$1 file=$2 section=$3 dates=()
  if [[ -n ${4-} ]]; then dates=(-startdate "$4" -enddate "$5"); fi
  openssl ca -batch -config authority.cnf -cert "$authority.crt" -keyfile "$authority.key" -extensions "$section" \
    -in "$file.csr" -out "$file.crt" -notext "${dates[@]}" 2> /dev/null
}

issue() {  # AUTHORITY FILE SECTION SUBJECT [START END]
  local authority=$1 file=$2 section=$3 subject=$4
  local kind=("${elliptic[@]}")
  if [[ $file == *-rsa ]]; then kind=(-newkey rsa:2048 -nodes); fi
  openssl req -new "${kind[@]}" -keyout "$file.key" -out "$file.csr" -utf8 -subj "$subject" 2> /dev/null
  sign_with "$authority" "$file" "$section" "${5-}" "${6-}"
  cat "$file.crt" "$authority.crt" > "$file.chain.crt"
  rm "$file.csr"
}

make_authorities() {
  issuing_configuration > authority.cnf
  make_database database
  make_root root "/C=JP/O=$CERTIFICATE_ORGANIZATION/CN=$ROOT_CA_NAME"
  make_root other "/C=JP/O=Some Other Organization/CN=Some Other CA"
  openssl req -new "${elliptic[@]}" -keyout issuing.key -out issuing.csr \
    -subj "/C=JP/O=$CERTIFICATE_ORGANIZATION/CN=$ISSUING_CA_NAME" 2> /dev/null
  sign_with root issuing intermediate
  rm issuing.csr
  cat root.crt issuing.crt > client-authorities.crt
}

make_servers() {
  local past=(20200101000000Z 20210101000000Z) future=(20400101000000Z 20410101000000Z)
  local organization="/C=JP/O=Practice Verification Service"
  local all
  all=$(printf 'DNS:%s,' "${VERIFICATION_HOSTS[@]}" "$LINEAUTH_HOST" "$DISTRIBUTION_HOST")
  SERVER_NAMES=${all%,}
  issue issuing server server "$organization/CN=${VERIFICATION_HOSTS[0]}"
  issue issuing server-expired server "$organization/CN=${VERIFICATION_HOSTS[0]}" "${past[@]}"
  issue issuing server-future server "$organization/CN=${VERIFICATION_HOSTS[0]}" "${future[@]}"
  issue other server-unknown-root server "$organization/CN=${VERIFICATION_HOSTS[0]}"
  SERVER_NAMES=DNS:elsewhere.example issue issuing server-wrong-name server "$organization/CN=elsewhere.example"
  cp server.crt server-incomplete-chain.chain.crt
  cp server.key server-incomplete-chain.key
}

make_clients() {
  local past=(20200101000000Z 20210101000000Z) future=(20400101000000Z 20410101000000Z)
  local holder="/C=JP/O=$CERTIFICATE_ORGANIZATION/OU=$INSTITUTION_CODE/CN=$TERMINAL_NAME"
  issue issuing client client "$holder"
  issue issuing client-rsa client "$holder"
  issue issuing client-expired client "$holder" "${past[@]}"
  issue issuing client-future client "$holder" "${future[@]}"
  issue issuing client-revoked client "$holder"
  issue issuing client-other-institution client \
    "/C=JP/O=$CERTIFICATE_ORGANIZATION/OU=$OTHER_INSTITUTION_CODE/CN=Other-Terminal-1"
  issue other client-wrongca client "$holder"
}

make_revocation_lists() {
  openssl ca -config authority.cnf -revoke client-revoked.crt 2> /dev/null
  openssl ca -config authority.cnf -gencrl -out issuing.crl.pem 2> /dev/null
  openssl crl -in issuing.crl.pem -outform DER -out issuing.crl
  make_database empty
  sed 's/= database/= empty/' authority.cnf > empty.cnf
  local authority
  for authority in root other; do
    openssl ca -config empty.cnf -cert "$authority.crt" -keyfile "$authority.key" -gencrl -out "$authority.crl.pem" \
      2> /dev/null
  done
  cat root.crl.pem issuing.crl.pem > all.crl.pem
}

make_pki() {  # BUILD-FOLDER
  mkdir -p "$1/pki"
  (
    cd "$1/pki"
    export SERVER_NAMES=DNS:unused.example  # openssl wants the variable even where it is not used
    make_authorities
    make_servers
    make_clients
    make_revocation_lists
    rm -rf database empty ./*.cnf
  )
}
