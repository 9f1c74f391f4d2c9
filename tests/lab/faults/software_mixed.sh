# SPDX-License-Identifier: GPL-3.0-or-later
# One program's settings name both environments.
# shellcheck shell=bash disable=SC2034
EXCHANGE_APP=mixed
FACE_LIBRARY=verification
