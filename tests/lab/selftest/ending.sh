# SPDX-License-Identifier: GPL-3.0-or-later
# How a clinic ends: the command's status passes, nothing stays however it ends, nothing leads out of it.
# shellcheck shell=bash

descendants() {  # PID
  local child
  for child in $(cat /proc/"$1"/task/*/children 2> /dev/null); do
    echo "$child"
    descendants "$child"
  done
}

still_alive() {  # PIDS...
  local process
  for process in "$@"; do
    if [[ -d /proc/$process && $(awk '{ print $3 }' "/proc/$process/stat" 2> /dev/null) != Z ]]; then return 0; fi
  done
  return 1
}

all_gone_within() {  # MILLISECONDS PIDS...
  local end=$(($(now_ms) + $1))
  shift
  while still_alive "$@"; do
    if (($(now_ms) > end)); then return 1; fi
    sleep 0.01
  done
}

traces() {
  {
    ip netns list
    ip -o link
    cat /proc/self/mountinfo
    ls /dev/shm
  } 2> /dev/null | grep -E 'to-terminal|to-service|practice|faketime|^(line|service|terminal)' || true
}

# Ends a running clinic by SIGNAL to its whole group (as a terminal does), to practice alone, or by its command's end.
end_by() {  # SIGNAL group|alone|command EXPECTED-STATUS
  local folder processes status=0 practice
  folder=$(mktemp -d)
  setsid "$LAB/practice" --fault clock_wrong -- bash -c \
    "trap '' INT TERM; touch '$folder/up'; sleep 1000 & until [[ -e '$folder/enough' ]]; do sleep 0.02; done" &
  practice=$!
  until [[ -e $folder/up ]]; do sleep 0.01; done
  mapfile -t processes < <(descendants "$practice")
  hold_true "a running clinic has its daemons" test "${#processes[@]}" -gt 10
  case $2 in
    group) kill "-$1" -- "-$practice" ;;
    alone) kill "-$1" "$practice" ;;
    command) touch "$folder/enough" ;;
  esac
  wait "$practice" 2> /dev/null || status=$?
  rm -rf "$folder"
  hold "$2 $1 ends practice" "$3" "$status"
  hold_true "... and every process of the clinic" all_gone_within 1000 "${processes[@]}"
  hold "... and leaves no trace" "" "$(traces)"
}

check_status_passes() {
  local status
  for status in 0 1 7 77; do
    hold "exit status $status passes" "$status" "$("$LAB/practice" -- bash -c "exit $status" && echo 0 || echo $?)"
  done
  hold "a command that was killed is 128 + signal" 137 "$("$LAB/practice" -- bash -c 'kill -KILL $$' || echo $?)"
  hold "standard input reaches the command" hello "$(echo hello | "$LAB/practice" -- cat)"
  hold "the working directory is kept" "$PWD" "$("$LAB/practice" -- pwd)"
  hold "words stay whole" "a b|*|" "$("$LAB/practice" -- printf '%s|' 'a b' '*')"
}

check_usage() {
  local words
  for words in "--fault nonsense -- true" "--nonsense -- true" "--fault" ""; do
    # shellcheck disable=SC2086
    hold "wrong usage \"$words\" is 2" 2 "$("$LAB/practice" $words 2> /dev/null || echo $?)"
  done
  hold_true "an unknown fault names the allowed ones" grep -q packets_vanish <<< \
    "$("$LAB/practice" --fault nonsense -- true 2>&1 || true)"
}

without_namespaces() {
  unshare --user --map-root-user bash -c "echo 0 > /proc/sys/user/max_user_namespaces
    echo 0 > /proc/sys/user/max_net_namespaces; $1 '$LAB/practice' -- true" 2> /dev/null || echo $?
}

check_skipping() {
  hold "where namespaces are impossible it is skipped" 77 "$(without_namespaces "env -u LAB_REQUIRED")"
  hold "... or fails when the lab is required" 1 "$(without_namespaces LAB_REQUIRED=1)"
}

check_no_way_out() {
  local port server
  coproc LISTENER { /usr/bin/python3 -I -c 'import socket,time
s=socket.create_server(("127.0.0.1",0)); print(s.getsockname()[1],flush=True); time.sleep(60)'; }
  server=$LISTENER_PID
  read -r port <&"${LISTENER[0]}"
  local knock="exec 3<> /dev/tcp/127.0.0.1/$port && echo open || echo closed"
  hold "outside, a local server is reached" open "$(bash -c "$knock" 2> /dev/null || echo closed)"
  hold "inside, it is not" closed "$("$LAB/practice" -- bash -c "$knock" 2> /dev/null || echo closed)"
  kill "$server"
  hold "there is no IPv4 way at all" "" "$("$LAB/practice" -- ip -4 route 2>&1)"
  hold "there is one link beside lo" "lo enp1s0" "$("$LAB/practice" -- ip -o link | awk -F'[ :@]+' '{ print $2 }' | paste -sd' ')"
}

check_privacy() {
  hold "proxies of the caller stay outside" "" "$(https_proxy=http://x.example "$LAB/practice" -- printenv https_proxy || true)"
  hold "nothing is preloaded" "" "$("$LAB/practice" -- printenv LD_PRELOAD || true)"
  hold "home is the clinic's own" /run/practice/home "$("$LAB/practice" -- printenv HOME)"
  hold "DISPLAY passes" :42 "$(DISPLAY=:42 "$LAB/practice" -- printenv DISPLAY)"
}

check_ordinary_user() {
  if [[ $(id -u) != 0 ]]; then return; fi
  local nobody=(setpriv --reuid=65534 --regid=65534 --clear-groups)
  hold "an ordinary user gets the same clinic" "200" \
    "$("${nobody[@]}" "$LAB/practice" -- "$LAB/selftest/look.sh" verification)"
  hold "... with its card" "9000 9000 63C3" "$("${nobody[@]}" "$LAB/practice" -- "$LAB/selftest/look.sh" card)"
}

check_side_by_side() {
  local number answers
  answers=$(for number in 1 2 3 4; do "$LAB/practice" -- "$LAB/selftest/look.sh" verification & done; wait)
  hold "four clinics at once do not meet" "200 200 200 200" "$(paste -sd' ' <<< "$answers")"
}

check_ending() {
  check_status_passes
  check_usage
  check_skipping
  check_no_way_out
  check_privacy
  check_ordinary_user
  check_side_by_side
  end_by EXIT command 0
  end_by INT group 130
  end_by TERM alone 143
  end_by KILL alone 137
}
