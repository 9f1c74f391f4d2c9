# SPDX-License-Identifier: GPL-3.0-or-later
# On the line ipsec: the tunnel stands, but the resolver behind it is silent.
# shellcheck shell=bash disable=SC2034
IKE_GATEWAY_STYLE=without_names
