# SPDX-License-Identifier: GPL-3.0-or-later
# What every part of the clinic uses: where its state is, how to fail, how to wait, how to enter a namespace.
# shellcheck shell=bash

export PATH=$PATH:/usr/local/sbin:/usr/sbin:/sbin
CLINIC=/run/clinic
FAILED_TO_COME_UP=70

fail() {
  echo "practice: $*" >&2
  exit "$FAILED_TO_COME_UP"
}

# Tries COMMAND every few milliseconds until it succeeds; MILLISECONDS is the bound. Never a blind sleep.
wait_until() {  # MILLISECONDS COMMAND...
  local end=$(($(now_ms) + $1))
  shift
  until "$@"; do
    if (($(now_ms) > end)); then return 1; fi
    sleep 0.004
  done
}

now_ms() {
  local seconds=${EPOCHREALTIME/[.,]/}
  echo $((seconds / 1000))
}

inside() {  # NAMESPACE COMMAND...
  local namespace=$1
  shift
  nsenter --net=/run/netns/"$namespace" "$@"
}
