# SPDX-License-Identifier: GPL-3.0-or-later
# On the line ipsec: both ends recognise each other, but the gateway has other networks behind it.
# shellcheck shell=bash disable=SC2034
IKE_GATEWAY_STYLE=other_networks
IKE_OUTCOME='received TS_UNACCEPTABLE'
