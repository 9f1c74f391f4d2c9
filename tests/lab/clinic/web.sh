# SPDX-License-Identifier: GPL-3.0-or-later
# The web servers, one nginx each so that each can be stopped alone: the verification environment (named "nginx"),
# lineauth, distribution and crl. Behind the first stands a WebSocket server. What they were asked is in /run/clinic/log/*-access.
# shellcheck shell=bash

WEBSOCKET_PORT=8081
LATE_PORT=8082
SECONDS_LATE=30

nginx_frame() {  # NAME; the server blocks come on standard input
  cat << C
user root;
daemon off;
master_process off;
pid $CLINIC/pid/$1.ready;
error_log $CLINIC/log/$1 info;
events { worker_connections 256; }
http {
  log_format practice '\$server_name "\$request" \$status client=\$ssl_client_verify "\$ssl_client_s_dn" \$ssl_protocol';
  access_log $CLINIC/log/$1-access practice;
  client_body_temp_path $CLINIC/config/$1.body;
  proxy_temp_path $CLINIC/config/$1.proxy;
  fastcgi_temp_path $CLINIC/config/$1.fastcgi;
  uwsgi_temp_path $CLINIC/config/$1.uwsgi;
  scgi_temp_path $CLINIC/config/$1.scgi;
  server_tokens off;
  default_type "text/plain; charset=utf-8";
$(cat)
}
C
}

socket_address() {  # HOST PORT
  local address=${ADDRESS[$1]}
  if [[ $address == *:* ]]; then address="[$address]"; fi
  echo "$address:$2"
}

tls_server() {  # HOST CERTIFICATE; further lines come on standard input
  cat << C
  server {
    listen $(socket_address "$1" 443) ssl;
    server_name $1;
    ssl_certificate $BUILD/pki/$2.chain.crt;
    ssl_certificate_key $BUILD/pki/$2.key;
$(cat)
  }
C
}

plain_server() {  # HOST; further lines come on standard input
  printf '  server {\n listen %s;\n server_name %s;\n%s\n }\n' "$(socket_address "$1" 80)" "$1" "$(cat)"
}

verification_answer() {  # HOST
  if [[ $VERIFICATION_STYLE == late ]]; then
    echo "proxy_pass http://[::1]:$LATE_PORT;"
  elif [[ -n $VERIFICATION_LOCATION ]]; then
    echo "return 302 $VERIFICATION_LOCATION;"
  elif [[ $VERIFICATION_STATUS == 444 ]]; then
    echo "return 444;"
  else
    echo "return $VERIFICATION_STATUS \"practice verification environment $1\\n\";"
  fi
}

# OpenSSL hands out old protocols only when asked for no security at all.
protocols() {
  echo "ssl_protocols $VERIFICATION_PROTOCOLS;"
  if [[ $VERIFICATION_PROTOCOLS == TLSv1.1 ]]; then echo "ssl_ciphers DEFAULT@SECLEVEL=0;"; fi
}

websocket_answer() {
  if [[ $VERIFICATION_WEBSOCKET == refused ]]; then echo 403; else echo 418; fi
}

verification_server() {  # HOST
  tls_server "$1" "$SERVER_CERTIFICATE" << C
    ssl_client_certificate $BUILD/pki/client-authorities.crt;
    ssl_crl $BUILD/pki/all.crl.pem;
    ssl_verify_client $VERIFICATION_ASKS;
    ssl_verify_depth 2;
    $(protocols)
    error_page 418 = @websocket;
    location / {
      if (\$http_upgrade = websocket) { return $(websocket_answer); }
      $(verification_answer "$1")
    }
    location @websocket {
      proxy_pass http://[::1]:$WEBSOCKET_PORT;
      proxy_http_version 1.1;
      proxy_set_header Upgrade \$http_upgrade;
      proxy_set_header Connection upgrade;
    }
C
}

verification_servers() {
  local host
  for host in "${VERIFICATION_HOSTS[@]}"; do verification_server "$host"; done
}

exec_nginx() {  # NAME; the server blocks come on standard input
  nginx_frame "$1" > "$CLINIC/config/$1"
  exec nsenter --net=/run/netns/service nginx -e "$CLINIC/log/$1" -p "$CLINIC/config" -c "$CLINIC/config/$1" < /dev/null
}

run_nginx() {
  if [[ $VERIFICATION_STYLE == mute ]]; then
    local addresses=() host
    for host in "${VERIFICATION_HOSTS[@]}"; do addresses+=("${ADDRESS[$host]}"); done
    exec nsenter --net=/run/netns/service /usr/bin/python3 -I -S "$LAB/servers/mute.py" "$CLINIC/pid/nginx.ready" \
      "${addresses[@]}"
  fi
  if [[ $VERIFICATION_STYLE == alert ]]; then
    local addresses=() host
    for host in "${VERIFICATION_HOSTS[@]}"; do addresses+=("${ADDRESS[$host]}"); done
    exec nsenter --net=/run/netns/service /usr/bin/python3 -I "$LAB/servers/alerting_https.py" \
      "$CLINIC/pid/nginx.ready" "$BUILD/pki" "$SERVER_CERTIFICATE" "$VERIFICATION_STATUS" "${addresses[@]}"
  fi
  exec_nginx nginx < <(verification_servers)
}

run_websocket() {
  exec nsenter --net=/run/netns/service /usr/bin/python3 -I -S "$LAB/servers/websocket.py" "$WEBSOCKET_PORT" \
    "$CLINIC/pid/websocket.ready"
}

run_late() {
  exec nsenter --net=/run/netns/service /usr/bin/python3 -I -S "$LAB/servers/late.py" "$LATE_PORT" "$SECONDS_LATE" \
    "$CLINIC/pid/late.ready"
}

run_lineauth() {
  exec_nginx lineauth < <(tls_server "$LINEAUTH_HOST" server <<< '    return 200 "practice line authentication\n";')
}

run_distribution() {
  exec_nginx distribution < <(
    tls_server "$DISTRIBUTION_HOST" server <<< '    return 200 "practice distribution\n";'
    plain_server "$DISTRIBUTION_HOST" <<< '    return 200 "practice distribution\n";'
  )
}

# Where guests have to log in: shows a stranger's certificate, and its page to whoever comes without TLS.
run_portal() {
  nginx_frame portal > "$CLINIC/config/portal" << C
  server {
    listen [$PORTAL_ADDRESS]:443 ssl;
    ssl_certificate $BUILD/pki/server-unknown-root.chain.crt;
    ssl_certificate_key $BUILD/pki/server-unknown-root.key;
    return 302 $PORTAL_PAGE;
  }
  server {
    listen [$PORTAL_ADDRESS]:80;
    return 302 $PORTAL_PAGE;
  }
C
  exec nsenter --net=/run/netns/line nginx -e "$CLINIC/log/portal" -p "$CLINIC/config" -c "$CLINIC/config/portal" < /dev/null
}

run_crl() {
  exec_nginx crl < <(plain_server "$CRL_HOST" <<< "    location = /issuing.crl { root $BUILD/pki; }
    location / { return 404; }")
}
