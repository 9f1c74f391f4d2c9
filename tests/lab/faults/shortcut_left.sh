# SPDX-License-Identifier: GPL-3.0-or-later
# The terminal works in production, and the way to the verification environment still lies on its desktop.
# shellcheck shell=bash disable=SC2034
EXCHANGE_APP=production
FACE_LIBRARY=production
LEFT_ON_DESKTOP=("資格確認（接続検証環境）.url")
