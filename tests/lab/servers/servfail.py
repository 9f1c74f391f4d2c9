# SPDX-License-Identifier: GPL-3.0-or-later
"""servfail.py READY-FILE ADDRESS...: a resolver that answers SERVFAIL to everything, over UDP and TCP.
dnsmasq cannot be told to do so."""
import os
import selectors
import socket
import sys

SERVFAIL_FLAGS = b'\x81\x82'


def refusal(question):
    """The question given back without additional records, marked as an answer that failed."""
    end = 12
    while end < len(question) and question[end]:
        end += question[end] + 1
    end += 5
    return question[:2] + SERVFAIL_FLAGS + b'\0\1\0\0\0\0\0\0' + question[12:end]


def over_udp(server):
    question, client = server.recvfrom(4096)
    if len(question) > 16:
        server.sendto(refusal(question), client)


def over_tcp(server):
    client, _ = server.accept()
    with client:
        client.settimeout(1)
        try:
            question = client.recv(4096)[2:]
            answer = refusal(question)
            client.sendall(len(answer).to_bytes(2, 'big') + answer)
        except OSError:
            pass


def main():
    ready, *addresses = sys.argv[1:]
    waiting = selectors.DefaultSelector()
    for address in addresses:
        udp = socket.socket(socket.AF_INET6, socket.SOCK_DGRAM)
        udp.bind((address, 53))
        waiting.register(udp, selectors.EVENT_READ, over_udp)
        waiting.register(socket.create_server((address, 53), family=socket.AF_INET6), selectors.EVENT_READ, over_tcp)
    with open(ready, 'w') as file:
        file.write(f'{os.getpid()}\n')
    while True:
        for key, _ in waiting.select():
            key.data(key.fileobj)


main()
