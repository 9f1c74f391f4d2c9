# SPDX-License-Identifier: GPL-3.0-or-later
# The terminal was switched to production half-way: the face library still points at the verification environment.
# shellcheck shell=bash disable=SC2034
EXCHANGE_APP=production
FACE_LIBRARY=verification
