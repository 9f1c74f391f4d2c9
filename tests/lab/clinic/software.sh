# SPDX-License-Identifier: GPL-3.0-or-later
# The service's own programs on the terminal, as the settings files that decide their environment: invented, in CP932 as on
# a Windows terminal. Not installed unless a fault says so.
# shellcheck shell=bash

SOFTWARE=$PRACTICE/oqs

exchange_app_settings() {  # production|verification|mixed
  local rest=$1
  if [[ $1 == mixed ]]; then rest=verification; fi
  printf '%s\r\n' "; 連携アプリの接続先" "shikaku=https://hweb-api.${1/mixed/production}.example/oqs/" \
    "yakuzai=https://hweb-api.$rest.example/yzk/"
}

face_library_settings() {  # production|verification
  printf '%s\r\n' "[Logging]" "Level=3" "[CERT]" "Issuer=Practice Online Billing NW System" "[WEBAPI]" \
    ";Url=https://hweb-mnc.old.example/" "Url=https://hweb-mnc.$1.example/"
}

install_software() {
  mkdir -p "$PRACTICE/desktop"
  local name
  for name in "${LEFT_ON_DESKTOP[@]}"; do echo 'invented' > "$PRACTICE/desktop/$name"; done
  if [[ -n $EXCHANGE_APP ]]; then
    mkdir -p "$SOFTWARE/OQSComApp/conf"
    exchange_app_settings "$EXCHANGE_APP" | iconv -f UTF-8 -t CP932 > "$SOFTWARE/OQSComApp/conf/api_table.conf"
  fi
  if [[ -n $FACE_LIBRARY ]]; then
    mkdir -p "$SOFTWARE/OQS-Auth"
    face_library_settings "$FACE_LIBRARY" | iconv -f UTF-8 -t CP932 > "$SOFTWARE/OQS-Auth/OqsAuth.ini"
    printf '%s\r\n' "[受付1]" "deviceId=KaoRiyou0012" | iconv -f UTF-8 -t CP932 > "$SOFTWARE/OQS-Auth/ReaderInfo.ini"
  fi
}
