# SPDX-License-Identifier: GPL-3.0-or-later
# The clinic's certificate has been revoked.
# shellcheck shell=bash disable=SC2034
CERTIFICATE=client-revoked
