# SPDX-License-Identifier: GPL-3.0-or-later
"""mute.py READY-FILE ADDRESS...: takes connections at port 443 and never says a word."""
import os
import selectors
import socket
import sys


def main():
    ready, *addresses = sys.argv[1:]
    doors = selectors.DefaultSelector()
    for address in addresses:
        family = socket.AF_INET6 if ':' in address else socket.AF_INET
        door = socket.create_server((address, 443), family=family)
        doors.register(door, selectors.EVENT_READ)
    with open(ready, 'w') as file:
        file.write(f'{os.getpid()}\n')
    kept = []
    while True:
        for key, _ in doors.select():
            kept.append(key.fileobj.accept())


main()
