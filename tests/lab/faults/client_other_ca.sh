# SPDX-License-Identifier: GPL-3.0-or-later
# The clinic's certificate comes from an authority that the service does not know.
# shellcheck shell=bash disable=SC2034
CERTIFICATE=client-wrongca
