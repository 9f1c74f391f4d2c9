# SPDX-License-Identifier: GPL-3.0-or-later
# A router answers "administratively prohibited" for the verification hosts.
# shellcheck shell=bash disable=SC2034
for host in "${VERIFICATION_HOSTS[@]}"; do PROHIBITED_ADDRESSES+=("${ADDRESS[$host]}"); done
