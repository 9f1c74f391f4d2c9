# SPDX-License-Identifier: GPL-3.0-or-later
# On the line ipsec: terminal and IKE gateway share no algorithms.
# shellcheck shell=bash disable=SC2034
IKE_GATEWAY_STYLE=other_proposal
IKE_OUTCOME='received NO_PROPOSAL_CHOSEN'
