# SPDX-License-Identifier: GPL-3.0-or-later
# What the engineer holds in hand, as files of /run/practice, and the environment that the command gets.
# shellcheck shell=bash

PRACTICE=/run/practice

fill_practice_folder() {
  mkdir -p "$PRACTICE/home"
  cp "$BUILD/sheets/sheets.zip" "$BUILD/pki/certificate.password" "$PRACTICE/"
  cp "$BUILD/pki/$CERTIFICATE.p12" "$PRACTICE/certificate.p12"
  cp "$BUILD/pki/$CERTIFICATE-legacy.p12" "$PRACTICE/certificate-legacy.p12"
  cp "$BUILD/pki/root.crt" "$PRACTICE/ca.crt"
  local file
  for file in profile.xml answers.xml; do
    if [[ -f $LAB/$file ]]; then cp "$LAB/$file" "$PRACTICE/"; fi
  done
  if [[ -n $DECLARED_LINE ]]; then sed -i "s|<line .*/>|$DECLARED_LINE|" "$PRACTICE/answers.xml"; fi
  install_software
}

# Proxies and trust settings of whoever started the clinic are not the terminal's; neither is their session's keyring.
forgotten_variables=(http_proxy https_proxy ftp_proxy all_proxy no_proxy HTTP_PROXY HTTPS_PROXY ALL_PROXY NO_PROXY
  SSL_CERT_FILE SSL_CERT_DIR CURL_CA_BUNDLE OPENSSL_CONF PCSCLITE_CSOCK_NAME XDG_CONFIG_HOME XDG_DATA_HOME
  XDG_STATE_HOME XDG_CACHE_HOME PRACTICE_BUILD PRACTICE_LINE PRACTICE_FAULTS PRACTICE_VERBOSE PRACTICE_INSIDE PRACTICE_PATH PRACTICE_WITHOUT_TUN)

set_environment() {
  unset "${forgotten_variables[@]}"
  if [[ ${DBUS_SESSION_BUS_ADDRESS-} == *"/run/"* ]]; then unset DBUS_SESSION_BUS_ADDRESS; fi
  if [[ -n ${DISPLAY-} && -z ${XAUTHORITY-} && -f $HOME/.Xauthority ]]; then export XAUTHORITY=$HOME/.Xauthority; fi
  if [[ -n $TERMINAL_PROXY ]]; then export https_proxy=$TERMINAL_PROXY no_proxy=$TERMINAL_BYPASS; fi
  export ONSHI_PRACTICE=$PRACTICE ONSHI_LAB_BUILD=$BUILD HOME=$PRACTICE/home
}

set_wrong_clock() {
  local library
  library=$(echo /usr/lib/*/faketime/libfaketimeMT.so.1)
  if [[ ! -f $library ]]; then fail "libfaketimeMT.so.1 is missing: install the package faketime"; fi
  # Only the calendar clock is wrong: time-outs and file dates stay.
  export LD_PRELOAD=$library FAKETIME=$CLOCK_OFFSET FAKETIME_DONT_FAKE_MONOTONIC=1 DONT_FAKE_MONOTONIC=1 NO_FAKE_STAT=1
}
