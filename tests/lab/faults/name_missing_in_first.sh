# SPDX-License-Identifier: GPL-3.0-or-later
# The first closed resolver says that the verification hosts do not exist; the second one knows them.
# shellcheck shell=bash disable=SC2034
FIRST_LACKS=("${VERIFICATION_HOSTS[@]}")
SERVICES+=(first_resolver)
