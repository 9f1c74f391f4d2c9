# SPDX-License-Identifier: GPL-3.0-or-later
"""websocket.py PORT READY-FILE: accepts a WebSocket upgrade (RFC 6455), answers close with close, ends. Behind nginx."""
import base64
import hashlib
import os
import socket
import sys

MAGIC = b'258EAFA5-E914-47DA-95CA-C5AB0DC85B11'
CLOSE_NORMALLY = b'\x88\x02\x03\xe8'
SECONDS = 5


def read_head(client):
    head = b''
    while b'\r\n\r\n' not in head:
        part = client.recv(4096)
        if not part or len(head) > 16384:
            return None
        head += part
    return head


def key_of(head):
    for line in head.split(b'\r\n'):
        name, _, value = line.partition(b':')
        if name.strip().lower() == b'sec-websocket-key':
            return value.strip()
    return None


def serve(client):
    head = read_head(client)
    key = key_of(head) if head else None
    if key is None:
        client.sendall(b'HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n')
        return
    accept = base64.b64encode(hashlib.sha1(key + MAGIC).digest())
    client.sendall(b'HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n'
                   b'Sec-WebSocket-Accept: ' + accept + b'\r\n\r\n')
    if client.recv(4096):
        client.sendall(CLOSE_NORMALLY)


def main():
    port, ready = int(sys.argv[1]), sys.argv[2]
    server = socket.create_server(('::1', port), family=socket.AF_INET6)
    with open(ready, 'w') as file:
        file.write(f'{os.getpid()}\n')
    while True:
        client, _ = server.accept()
        with client:
            client.settimeout(SECONDS)
            try:
                serve(client)
            except OSError:
                pass


main()
