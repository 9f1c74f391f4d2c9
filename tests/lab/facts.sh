# SPDX-License-Identifier: GPL-3.0-or-later
# Everything invented about the practice clinic, in one place: its papers, its names, its addresses.
# Sourced by every script here. Addresses are of the documentation prefix 2001:db8::/32, names end in .example.
# shellcheck shell=bash disable=SC2034

# --- papers -------------------------------------------------------------------------------------------------
INSTITUTION_NAME=架空医院
INSTITUTION_CODE=1319999129       # 13 = 東京都: the last seven digits pass the check digit, all ten do not
OTHER_INSTITUTION_NAME=別架空医院
OTHER_INSTITUTION_CODE=1319999137
CUSTOMER_ID=CAF0000012345
TERMINAL_NAME=Kaku-Terminal-1

PRODUCTION_MASTER_ID=kakuM13S0001
PRODUCTION_PASSWORD='K7$mlI1O0-_q#Z|w'
PRODUCTION_RESET_ID=kakuR13S0001
VERIFICATION_MASTER_ID=kakuM13T0001
VERIFICATION_PASSWORD='t0O%1lI|_-Q9&xGh'
VERIFICATION_RESET_ID=kakuR13T0001

CERTIFICATE_PASSWORD=4821
CERTIFICATE_ORGANIZATION='Kaku Practice Online Billing NW System'
ISSUING_CA_NAME='Practice Online Billing NW System CA'
ROOT_CA_NAME='Practice Online Billing NW Common Root CA'

# --- addresses ----------------------------------------------------------------------------------------------
TERMINAL_LINK=enp1s0
LAN=2001:db8:100:1                # /64, announced by the line's router
ROUTER=$LAN::1
CLOSED_RESOLVER_1=2001:db8:1ff::53:1
CLOSED_RESOLVER_2=2001:db8:1ff::53:2
WEST_RESOLVER_1=2001:db8:2ff::53:1 # of the other region: no route from here
WEST_RESOLVER_2=2001:db8:2ff::53:2
NOBODYS_ADDRESS=2001:db8:1ff:dead::1
INTERNET_NAME=a.root-servers.net   # that every resolver of the internet knows; here it has an invented address
SERVICE_NETWORK=10.20.0            # between line and service where the line is one of IPv4
OFFICE_NETWORK=192.168.20
PORTAL_ADDRESS=2001:db8:1ff:ffff::80 # where guests have to log in
PORTAL_PAGE=http://login.guest.example/welcome
PPPOE_USER=10012345@kaku.example
PPPOE_PASSWORD=kaku-pppoe-9
PPPOE_GATEWAY=10.20.0.254          # the access concentrator's end of the PPPoE connection
PPPOE_ADDRESS=10.20.40.10          # that it gives to the terminal
PPPOE_RESOLVER=10.20.53.1
NGN_RESOLVER=2001:db8:1fe::3
SEARCH_DOMAIN=flets-east.example
NAME_TTL=300

declare -A ADDRESS=(
  [www.lineauth.example]=2001:db8:1ff::80:1
  [crl.managedpki.example]=2001:db8:1ff::80:2
  [assv.asc.flets-east.example]=2001:db8:1fe::80
  [hweb.verification.example]=2001:db8:1ff:a::1
  [hweb-api.verification.example]=2001:db8:1ff:a::2
  [hweb-mnc.verification.example]=2001:db8:1ff:a::3
  [hweb.production.example]=2001:db8:1ff:b::1
  [hweb-api.production.example]=2001:db8:1ff:b::2
  [hweb-mnc.production.example]=2001:db8:1ff:b::3
  [pweb.distribution.example]=2001:db8:1ff:d::1
  [ntp.distribution.example]=2001:db8:1ff:d::123
  [proxy.distribution.example]=2001:db8:1ff:d::8080
)
LINEAUTH_HOST=www.lineauth.example
CRL_HOST=crl.managedpki.example
AUXILIARY_HOST=assv.asc.flets-east.example
VERIFICATION_HOSTS=(hweb.verification.example hweb-api.verification.example hweb-mnc.verification.example)
PRODUCTION_HOSTS=(hweb.production.example hweb-api.production.example hweb-mnc.production.example)
WEBSOCKET_HOST=hweb-mnc.verification.example
DISTRIBUTION_HOST=pweb.distribution.example
NTP_HOST=ntp.distribution.example
PROXY_HOST=proxy.distribution.example
# These two answer with more than 512 bytes, as in the field: a resolver without EDNS and TCP fails on them alone.
LARGE_ANSWER_HOSTS=("$DISTRIBUTION_HOST" "$NTP_HOST")

# Networks that the terminal has any business with; production hosts lie inside and are counted apart.
PRACTICE_NETWORKS=(2001:db8:100::/40 2001:db8:200::/40)

# --- readers: port, vendor, product, serial, driver (as the installed driver names it), product text of the USB device
declare -A READER=(
  [rcs300]='1-1|054c|0dc9|1234567|SONY FeliCa RC-S300/P|SONY|FeliCa Port/PaSoRi 4.0'
  [scr3310]='1-2|04e6|511f|53311719700|SCM Microsystems SCR 3310|SCM Microsystems Inc.|SCR33xx USB Smart Card Reader'
  [rcs380]='1-3|054c|06c3|0123456||SONY|RC-S380/P'
)
READER_NAMES=(rcs300 scr3310 rcs380)  # rcs380 has no driver here: it is on USB, never in PC/SC
CARD_KINDS=(mynumber juki license phone blank mute locked)
