# SPDX-License-Identifier: GPL-3.0-or-later
# Starting, stopping and waiting for the clinic's daemons by name. run_NAME (names.sh, web.sh, readers.sh, here) becomes
# the daemon; it is ready when pid/NAME.ready exists. Its output is in log/NAME.
# shellcheck shell=bash

run_ntp() {
  exec nsenter --net=/run/netns/service /usr/bin/python3 -I -S "$LAB/servers/sntp.py" "${ADDRESS[$NTP_HOST]}" \
    "$CLINIC/pid/ntp.ready"
}

run_proxy() {
  cat > "$CLINIC/config/proxy" << C
Port 8080
Listen ${ADDRESS[$PROXY_HOST]}
PidFile "$CLINIC/pid/proxy.ready"
LogFile "$CLINIC/log/proxy-access"
MaxClients 20
ConnectPort 443
$(if [[ $PROXY_SERVES == distribution ]]; then
    echo "Filter \"$CLINIC/config/proxy.hosts\""
    echo "FilterDefaultDeny Yes"
  fi)
$(if [[ -n $PROXY_PASSWORD ]]; then echo "BasicAuth $PROXY_PASSWORD"; fi)
C
  echo "^${DISTRIBUTION_HOST//./\\.}\$" > "$CLINIC/config/proxy.hosts"
  exec nsenter --net=/run/netns/service tinyproxy -d -c "$CLINIC/config/proxy"
}

start_service() {  # NAME
  if service_runs "$1"; then return; fi
  rm -f "$CLINIC/pid/$1.ready"
  "run_$1" < /dev/null >> "$CLINIC/log/$1" 2>&1 &
  echo $! > "$CLINIC/pid/$1"
}

service_runs() {  # NAME
  [[ -f $CLINIC/pid/$1 ]] && kill -0 "$(< "$CLINIC/pid/$1")" 2> /dev/null
}
service_has_ended() { ! service_runs "$1"; }

service_is_ready() {  # NAME
  case $1 in
    pcscd) "$BUILD/tools/card_probe" service ;;
    *) [[ -s $CLINIC/pid/$1.ready ]] ;;
  esac
}

wait_for_service() {  # NAME
  wait_until 5000 service_is_ready "$1" ||
    fail "$1 did not come up; it said: $(tail -n 3 "$CLINIC/log/$1" 2> /dev/null)"
}

stop_service() {  # NAME
  if service_has_ended "$1"; then return; fi
  kill "$(< "$CLINIC/pid/$1")"
  if ! wait_until 2000 service_has_ended "$1"; then
    kill -KILL "$(< "$CLINIC/pid/$1")"
    wait_until 2000 service_has_ended "$1"
  fi
  rm -f "$CLINIC/pid/$1" "$CLINIC/pid/$1.ready"
}
