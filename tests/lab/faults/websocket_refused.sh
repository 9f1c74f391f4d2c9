# SPDX-License-Identifier: GPL-3.0-or-later
# The verification server answers HTTPS and refuses to become a WebSocket.
# shellcheck shell=bash disable=SC2034
VERIFICATION_WEBSOCKET=refused
