# SPDX-License-Identifier: GPL-3.0-or-later
"""cable.py READY-FILE SECONDS LINK LINK: joins two links to one cable on which every packet takes that long, as if the delay lay
somewhere behind the first router: neighbour discovery passes at once. Works on kernels that cannot delay packets
themselves; what sends into the links must send whole packets (whole_packets.py)."""
import heapq
import os
import select
import socket
import sys
import time

EVERY_PROTOCOL = 3
LONGEST_FRAME = 65536
ETHERNET_HEADER = 14
IPV6 = b'\x86\xdd'
ICMPV6 = 58
NEIGHBOUR_DISCOVERY = range(133, 138)


def end_at(link):
    end = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(EVERY_PROTOCOL))
    end.bind((link, EVERY_PROTOCOL))
    end.setblocking(False)
    return end


def frames_of(end):
    """What came in; what we sent ourselves is heard too and left out."""
    while True:
        try:
            frame, (_, _, kind, *_) = end.recvfrom(LONGEST_FRAME)
        except OSError:  # nothing more, or the link is down
            return
        if kind != socket.PACKET_OUTGOING:
            yield frame


def is_neighbour_discovery(frame):
    packet = frame[ETHERNET_HEADER:]
    return frame[12:14] == IPV6 and len(packet) > 40 and packet[6] == ICMPV6 and packet[40] in NEIGHBOUR_DISCOVERY


def carry(one, other, seconds):
    """Each frame arrives at the other end when its time has come, in the order of sending."""
    on_the_way = []
    sent = 0
    poll = select.poll()
    end_of = {one.fileno(): one, other.fileno(): other}
    opposite = {one: other, other: one}
    for descriptor in end_of:
        poll.register(descriptor, select.POLLIN)
    while True:
        wait = max(0, on_the_way[0][0] - time.monotonic()) * 1000 if on_the_way else None
        for descriptor, _ in poll.poll(wait):
            end = end_of[descriptor]
            for frame in frames_of(end):
                sent += 1
                takes = 0 if is_neighbour_discovery(frame) else seconds
                heapq.heappush(on_the_way, (time.monotonic() + takes, sent, opposite[end], frame))
        while on_the_way and on_the_way[0][0] <= time.monotonic():
            _, _, end, frame = heapq.heappop(on_the_way)
            try:
                end.send(frame)
            except OSError:  # the link is down: the frame is lost
                pass


def main():
    ready, seconds, *links = sys.argv[1:]
    one, other = map(end_at, links)
    with open(ready, 'w') as file:
        file.write(f'{os.getpid()}\n')
    carry(one, other, float(seconds))


main()
