# SPDX-License-Identifier: GPL-3.0-or-later
# The clinic's certificate was issued to another institution.
# shellcheck shell=bash disable=SC2034
CERTIFICATE=client-other-institution
