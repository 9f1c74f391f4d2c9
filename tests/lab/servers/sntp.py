# SPDX-License-Identifier: GPL-3.0-or-later
"""sntp.py ADDRESS READY-FILE: answers SNTP (RFC 4330) with this machine's time."""
import os
import socket
import struct
import sys
import time

SECONDS_1900_TO_1970 = 2208988800
SERVER_MODE_VERSION_4 = 0x24
STRATUM = 2


def timestamp(moment):
    seconds = int(moment)
    return struct.pack('!II', (seconds + SECONDS_1900_TO_1970) & 0xFFFFFFFF, int((moment - seconds) * (1 << 32)))


def answer(question):
    now = timestamp(time.time())
    head = struct.pack('!BBBbII4s', SERVER_MODE_VERSION_4, STRATUM, 6, -20, 0, 0, b'KAKU')
    originate = question[40:48]
    return head + now + originate + now + now


def main():
    address, ready = sys.argv[1:3]
    server = socket.socket(socket.AF_INET6 if ':' in address else socket.AF_INET, socket.SOCK_DGRAM)
    server.bind((address, 123))
    with open(ready, 'w') as file:
        file.write(f'{os.getpid()}\n')
    while True:
        question, client = server.recvfrom(1024)
        if len(question) >= 48:
            server.sendto(answer(question), client)


main()
