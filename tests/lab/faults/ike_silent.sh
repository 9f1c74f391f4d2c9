# SPDX-License-Identifier: GPL-3.0-or-later
# On the line ipsec: the IKE gateway does not answer.
# shellcheck shell=bash disable=SC2034
IKE_GATEWAY_STYLE=silent
IKE_OUTCOME='sending packet'
