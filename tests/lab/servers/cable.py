# SPDX-License-Identifier: GPL-3.0-or-later
"""cable.py READY-FILE SECONDS LINK LINK: an Ethernet cable between two new links, on which every packet takes that long, as
if the delay lay somewhere behind the first router: neighbour discovery passes at once. Works on kernels that cannot delay
packets themselves."""
import fcntl
import heapq
import os
import select
import struct
import sys
import time

TUNSETIFF = 0x400454CA
IFF_TAP = 0x0002
IFF_NO_PI = 0x1000
LONGEST_FRAME = 65536
ETHERNET_HEADER = 14
IPV6 = b'\x86\xdd'
ICMPV6 = 58
NEIGHBOUR_DISCOVERY = range(133, 138)


def new_link(name):
    device = os.open('/dev/net/tun', os.O_RDWR | os.O_NONBLOCK)
    fcntl.ioctl(device, TUNSETIFF, struct.pack('16sH22x', name.encode(), IFF_TAP | IFF_NO_PI))
    return device


def frames_of(device):
    while True:
        try:
            yield os.read(device, LONGEST_FRAME)
        except OSError:  # nothing more, or the link is down
            return


def is_neighbour_discovery(frame):
    packet = frame[ETHERNET_HEADER:]
    return frame[12:14] == IPV6 and len(packet) > 40 and packet[6] == ICMPV6 and packet[40] in NEIGHBOUR_DISCOVERY


def carry(one, other, seconds):
    """Each frame arrives at the other end when its time has come, in the order of sending."""
    on_the_way = []
    sent = 0
    poll = select.poll()
    opposite = {one: other, other: one}
    for device in opposite:
        poll.register(device, select.POLLIN)
    while True:
        wait = max(0, on_the_way[0][0] - time.monotonic()) * 1000 if on_the_way else None
        for device, _ in poll.poll(wait):
            for frame in frames_of(device):
                sent += 1
                takes = 0 if is_neighbour_discovery(frame) else seconds
                heapq.heappush(on_the_way, (time.monotonic() + takes, sent, opposite[device], frame))
        while on_the_way and on_the_way[0][0] <= time.monotonic():
            _, _, device, frame = heapq.heappop(on_the_way)
            try:
                os.write(device, frame)
            except OSError:  # the link is down: the frame is lost
                pass


def main():
    ready, seconds, *names = sys.argv[1:]
    one, other = map(new_link, names)
    with open(ready, 'w') as file:
        file.write(f'{os.getpid()}\n')
    carry(one, other, float(seconds))


main()
