# SPDX-License-Identifier: GPL-3.0-or-later
# The verification server answers everybody and never asks for a client certificate, as behind a device that ends TLS.
# shellcheck shell=bash disable=SC2034
VERIFICATION_ASKS=off
