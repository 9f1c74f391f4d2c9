# SPDX-License-Identifier: GPL-3.0-or-later
"""whole_packets.py LINK: from now on the kernel sends what leaves here with its checksum and no larger than the MTU, and leaves
neither to a network card. For links whose packets a program reads raw."""
import array
import fcntl
import socket
import struct
import sys

SIOCETHTOOL = 0x8946
SET_CHECKSUMS, SET_LARGE_TCP, SET_LARGE_PACKETS = 0x17, 0x1F, 0x24


def main():
    link = sys.argv[1].encode()
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket:
        for what in (SET_CHECKSUMS, SET_LARGE_TCP, SET_LARGE_PACKETS):
            off = array.array('I', [what, 0])
            fcntl.ioctl(any_socket, SIOCETHTOOL, struct.pack('16sP', link, off.buffer_info()[0]))


main()
