# SPDX-License-Identifier: GPL-3.0-or-later
"""alerting_https.py READY-FILE PKI-FOLDER SERVER-CERTIFICATE STATUS ADDRESS...: a verification environment that refuses
a client certificate inside TLS, with an alert, where nginx would answer HTTP 400."""
import http.server
import os
import socket
import ssl
import sys
import threading

SECONDS_TO_HANG_UP = 2


class Page(http.server.BaseHTTPRequestHandler):
    protocol_version = 'HTTP/1.1'
    status = 200

    def do_HEAD(self):
        self.send_response(self.status)
        self.send_header('Content-Length', '0')
        self.end_headers()

    do_GET = do_HEAD


class Server(http.server.ThreadingHTTPServer):
    address_family = socket.AF_INET6
    daemon_threads = True
    context = None

    def finish_request(self, request, client_address):
        """The handshake belongs to the connection's own thread."""
        secure = self.context.wrap_socket(request, server_side=True, do_handshake_on_connect=False)
        try:
            secure.do_handshake()
        except OSError as error:
            print('refused:', error, flush=True)
            hang_up(secure)
            return
        with secure:
            self.RequestHandlerClass(secure, client_address, self)


def hang_up(secure):
    """Reads what the client still sends: closing over unread bytes resets the connection, and the alert is lost."""
    with socket.socket(fileno=secure.detach()) as plain:
        plain.settimeout(SECONDS_TO_HANG_UP)
        try:
            plain.shutdown(socket.SHUT_WR)
            while plain.recv(4096):
                pass
        except OSError:
            pass


def strict_context(pki, certificate):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(f'{pki}/{certificate}.chain.crt', f'{pki}/{certificate}.key')
    context.verify_mode = ssl.CERT_REQUIRED
    context.load_verify_locations(f'{pki}/client-authorities.crt')
    context.load_verify_locations(f'{pki}/all.crl.pem')
    context.verify_flags |= ssl.VERIFY_CRL_CHECK_CHAIN
    return context


def main():
    ready, pki, certificate, status, *addresses = sys.argv[1:]
    Page.status = int(status)
    Server.context = strict_context(pki, certificate)
    servers = [Server((address, 443), Page) for address in addresses]
    for server in servers[1:]:
        threading.Thread(target=server.serve_forever, daemon=True).start()
    with open(ready, 'w') as file:
        file.write(f'{os.getpid()}\n')
    servers[0].serve_forever()


main()
