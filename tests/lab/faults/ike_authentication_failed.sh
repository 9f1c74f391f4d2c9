# SPDX-License-Identifier: GPL-3.0-or-later
# On the line ipsec: the IKE gateway knows the terminal by another secret.
# shellcheck shell=bash disable=SC2034
IKE_GATEWAY_STYLE=other_secret
IKE_OUTCOME='received AUTHENTICATION_FAILED'
