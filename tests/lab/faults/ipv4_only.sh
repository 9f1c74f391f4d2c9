# SPDX-License-Identifier: GPL-3.0-or-later
# The cable ends in the clinic's own network, which gives out IPv4 alone.
# shellcheck shell=bash disable=SC2034
IPV4_ON_THE_LINK=$OFFICE_NETWORK.10
without_service radvd
