# SPDX-License-Identifier: GPL-3.0-or-later
"""late.py PORT SECONDS READY-FILE: takes an HTTP request and answers it that much later. Behind nginx."""
import http.server
import os
import socket
import sys
import threading


class Late(http.server.BaseHTTPRequestHandler):
    seconds = 0

    def do_GET(self):
        threading.Event().wait(self.seconds)
        self.send_response(200)
        self.end_headers()

    do_HEAD = do_GET


class Server(http.server.ThreadingHTTPServer):
    address_family = socket.AF_INET6
    daemon_threads = True


def main():
    port, seconds, ready = sys.argv[1:]
    Late.seconds = float(seconds)
    server = Server(('::1', int(port)), Late)
    with open(ready, 'w') as file:
        file.write(f'{os.getpid()}\n')
    server.serve_forever()


main()
