# SPDX-License-Identifier: GPL-3.0-or-later
"""pppoe.py concentrator LINK READY USER PASSWORD OWN_ADDRESS TERMINAL_ADDRESS RESOLVER
pppoe.py client LINK READY USER PASSWORD

Both ends of a PPPoE connection without the kernel's PPP: discovery (RFC 2516), LCP, CHAP with MD5 (RFC 1994) and IPCP
with the resolver's address (RFC 1877). Frames go over LINK as they are; IP packets come out of an adapter "ppp0", a
tunnel of the type that real PPP adapters have. READY is written when the concentrator listens, and when the client is
connected or has once tried in vain; it then tries again every second. The client also writes /etc/resolv.conf."""
import array
import fcntl
import hashlib
import os
import secrets
import select
import socket
import struct
import subprocess
import sys
import time

DISCOVERY, SESSION = 0x8863, 0x8864
PADI, PADO, PADR, PADS, PADT = 0x09, 0x07, 0x19, 0x65, 0xA7
SERVICE_NAME, CONCENTRATOR_NAME, HOST_UNIQUE = 0x0101, 0x0102, 0x0103
IP, LCP, CHAP, IPCP = 0x0021, 0xC021, 0xC223, 0x8021
REQUEST, ACK, NAK, REJECT, TERMINATE, TERMINATED, PROTOCOL_REJECT, ECHO, ECHOED = 1, 2, 3, 4, 5, 6, 8, 9, 10
CHALLENGE, RESPONSE, SUCCESS, FAILURE = 1, 2, 3, 4
LARGEST_PACKET, AUTHENTICATION = 1, 3  # options of LCP
ADDRESS, RESOLVER = 3, 129             # options of IPCP
CHAP_WITH_MD5 = struct.pack("!HB", CHAP, 5)
MTU = 1454
ETHERNET_IP = 0x0800
SIOCETHTOOL, ETHTOOL_CHECKSUMS, ETHTOOL_LARGE_TCP, ETHTOOL_LARGE_PACKETS = 0x8946, 0x17, 0x1F, 0x24
ADAPTER = "ppp0"
TUNSETIFF, TUNSETLINK, TUN_WITHOUT_HEADER, TYPE_OF_PPP = 0x400454CA, 0x400454CD, 0x1001, 512
EVERYBODY = b"\xff" * 6
PATIENCE, BETWEEN_TRIES = 0.4, 1.0  # seconds


def pack_tags(tags):
    return b"".join(struct.pack("!HH", kind, len(value)) + value for kind, value in tags)


def unpack_tags(data):
    tags = {}
    while len(data) >= 4:
        kind, length = struct.unpack_from("!HH", data)
        tags[kind] = data[4:4 + length]
        data = data[4 + length:]
    return tags


def pack_options(options):
    return b"".join(bytes([kind, len(value) + 2]) + value for kind, value in options.items())


def unpack_options(data):
    options = {}
    while len(data) >= 2 and data[1] >= 2:
        options[data[0]] = data[2:data[1]]
        data = data[data[1]:]
    return options


def say_ready(path, word):
    with open(path, "w", encoding="ascii") as file:
        file.write(word + "\n")


def ip(*words):
    subprocess.run(["ip", *words], check=True)


class Tunnel:
    """ppp0 with packets of its own, as long as this exists."""

    def __init__(self):
        self.device = os.open("/dev/net/tun", os.O_RDWR | os.O_NONBLOCK)
        fcntl.ioctl(self.device, TUNSETIFF, struct.pack("16sH22x", ADAPTER.encode(), TUN_WITHOUT_HEADER))
        fcntl.ioctl(self.device, TUNSETLINK, TYPE_OF_PPP)

    def fileno(self):
        return self.device

    def read(self):
        return os.read(self.device, 2048)

    def write(self, packet):
        os.write(self.device, packet)

    def close(self):
        os.close(self.device)


class Cable:
    """ppp0 where an ordinary user may not open a tunnel: one end of a cable, whose other end is read here."""
    INSIDE = "ppp0-inside"
    OUTSIDE = bytes.fromhex("020000000001")

    def __init__(self):
        ip("link", "add", ADAPTER, "address", self.OUTSIDE.hex(":"), "arp", "off", "type", "veth", "peer", "name", self.INSIDE)
        ip("link", "set", ADAPTER, "addrgenmode", "none")
        ip("link", "set", self.INSIDE, "addrgenmode", "none", "arp", "off", "up")
        self.wire = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(ETHERNET_IP))
        self.wire.bind((self.INSIDE, ETHERNET_IP))
        self.send_packets_as_they_go_on_a_wire()

    def send_packets_as_they_go_on_a_wire(self):
        """With their checksums, and none larger than the MTU."""
        for what in (ETHTOOL_CHECKSUMS, ETHTOOL_LARGE_TCP, ETHTOOL_LARGE_PACKETS):
            off = array.array("I", [what, 0])
            request = struct.pack("16sP16x", ADAPTER.encode(), off.buffer_info()[0])
            fcntl.ioctl(self.wire, SIOCETHTOOL, request)

    def fileno(self):
        return self.wire.fileno()

    def read(self):
        return self.wire.recv(2048)[14:]

    def write(self, packet):
        self.wire.send(self.OUTSIDE + bytes(6) + struct.pack("!H", ETHERNET_IP) + packet)

    def close(self):
        self.wire.close()
        ip("link", "del", ADAPTER)


def make_adapter(own, other):
    adapter = Tunnel() if os.access("/dev/net/tun", os.R_OK | os.W_OK) else Cable()
    ip("addr", "add", own, "peer", other, "dev", ADAPTER)
    ip("link", "set", ADAPTER, "mtu", str(MTU), "up")
    return adapter


class Ended(Exception):
    """The connection is over, or did not come about."""


class End:
    """One end of one connection; what differs is in Concentrator and Client."""

    def __init__(self, link):
        self.wire = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(0x0003))
        self.wire.bind((link, 0))
        self.own = self.wire.getsockname()[4]
        self.poll = select.poll()
        self.poll.register(self.wire, select.POLLIN)
        self.adapter = None
        self.forget()

    def forget(self):
        """As before the first frame."""
        if self.adapter:
            self.poll.unregister(self.adapter)
            self.adapter.close()
        self.adapter, self.peer, self.session = None, None, 0
        self.agreed = set()

    # --- frames out

    def send_frame(self, to, kind, payload):
        self.wire.send(to + self.own + struct.pack("!H", kind) + payload)

    def discover(self, to, code, tags, session=0):
        data = pack_tags(tags)
        self.send_frame(to, DISCOVERY, struct.pack("!BBHH", 0x11, code, session, len(data)) + data)

    def send_ppp(self, protocol, payload):
        data = struct.pack("!H", protocol) + payload
        self.send_frame(self.peer, SESSION, struct.pack("!BBHH", 0x11, 0, self.session, len(data)) + data)

    def control(self, protocol, code, number, data=b""):
        self.send_ppp(protocol, struct.pack("!BBH", code, number, 4 + len(data)) + data)

    # --- frames in

    def wait(self, seconds):
        """Handles what arrives within so long; False when nothing did."""
        ready = self.poll.poll(seconds * 1000)
        for descriptor, _ in ready:
            if descriptor == self.wire.fileno():
                self.take_frame()
            elif self.adapter and descriptor == self.adapter.fileno():
                self.send_ppp(IP, self.adapter.read())
        return bool(ready)

    def take_frame(self):
        frame, sender = self.wire.recvfrom(2048)
        if sender[2] == socket.PACKET_OUTGOING or len(frame) < 20:
            return
        kind, code, session, length = frame[12:14], frame[15], *struct.unpack_from("!HH", frame, 16)
        data = frame[20:20 + length]
        if kind == struct.pack("!H", DISCOVERY):
            self.take_discovery(frame[6:12], code, session, unpack_tags(data))
        elif kind == struct.pack("!H", SESSION) and frame[6:12] == self.peer and session == self.session:
            self.take_ppp(struct.unpack_from("!H", data)[0], data[2:])

    def take_ppp(self, protocol, data):
        if protocol == IP:
            if self.adapter:
                self.adapter.write(data)
            return
        code, number, length = struct.unpack_from("!BBH", data)
        content = data[4:length]
        if protocol == LCP:
            self.take_lcp(code, number, content)
        elif protocol == CHAP:
            self.take_chap(code, number, content)
        elif protocol == IPCP:
            self.take_ipcp(code, number, content)
        else:
            self.control(LCP, PROTOCOL_REJECT, 1, struct.pack("!H", protocol) + data)

    def take_lcp(self, code, number, content):
        if code == REQUEST:
            self.control(LCP, ACK, number, content)
            self.agree("their link")
        elif code == ACK:
            self.agree("our link")
        elif code == ECHO:
            self.control(LCP, ECHOED, number, bytes(4) + content[4:])
        elif code == TERMINATE:
            self.control(LCP, TERMINATED, number)
            raise Ended("the other side ended it")

    def agree(self, what):
        self.agreed.add(what)
        if {"their link", "our link"} <= self.agreed and what.endswith("link"):
            self.link_is_up()
        if {"their address", "our address"} <= self.agreed and not self.adapter:
            self.adapter = make_adapter(*self.addresses())
            self.poll.register(self.adapter, select.POLLIN)
            self.connected()

    def ask_for_link(self, more):
        self.control(LCP, REQUEST, 1, pack_options({LARGEST_PACKET: struct.pack("!H", MTU), **more}))


class Concentrator(End):
    NAME = b"practice"

    def __init__(self, link, ready, user, password, own, terminal, resolver):
        super().__init__(link)
        self.user, self.password = user.encode(), password.encode()
        self.own_ip, self.terminal, self.resolver = own, terminal, resolver
        say_ready(ready, "listening")

    def run(self):
        while True:
            try:
                self.wait(60)
            except Ended as why:
                print(why, flush=True)
                self.forget()

    def take_discovery(self, sender, code, session, tags):
        echoed = [(kind, tags[kind]) for kind in (SERVICE_NAME, HOST_UNIQUE) if kind in tags]
        if code == PADI:
            self.discover(sender, PADO, [(CONCENTRATOR_NAME, self.NAME), *echoed])
        elif code == PADR:
            self.forget()
            self.peer, self.session = sender, secrets.randbelow(0xFFFE) + 1
            self.discover(sender, PADS, echoed, self.session)
            self.ask_for_link({AUTHENTICATION: CHAP_WITH_MD5})
        elif code == PADT and sender == self.peer:
            raise Ended("the terminal hung up")

    def link_is_up(self):
        self.challenge = secrets.token_bytes(16)
        self.control(CHAP, CHALLENGE, 7, bytes([16]) + self.challenge + self.NAME)

    def take_chap(self, code, number, content):
        if code != RESPONSE:
            return
        right = hashlib.md5(bytes([number]) + self.password + self.challenge).digest()
        if (content[1:17], content[17:]) == (right, self.user):
            self.control(CHAP, SUCCESS, number)
            self.control(IPCP, REQUEST, 1, pack_options({ADDRESS: socket.inet_aton(self.own_ip)}))
            return
        self.control(CHAP, FAILURE, number)
        self.control(LCP, TERMINATE, 2)
        raise Ended("wrong user or password")

    def take_ipcp(self, code, number, content):
        if code == ACK:
            self.agree("our address")
        if code != REQUEST:
            return
        right = {ADDRESS: socket.inet_aton(self.terminal), RESOLVER: socket.inet_aton(self.resolver)}
        asked = unpack_options(content)
        unknown = {kind: value for kind, value in asked.items() if kind not in right}
        if unknown:
            self.control(IPCP, REJECT, number, pack_options(unknown))
        elif asked != right:
            self.control(IPCP, NAK, number, pack_options(right))
        else:
            self.control(IPCP, ACK, number, content)
            self.agree("their address")

    def addresses(self):
        return self.own_ip, self.terminal

    def connected(self):
        print("connected", flush=True)


class Client(End):
    UNIQUE = b"terminal"

    def __init__(self, link, ready, user, password):
        super().__init__(link)
        self.ready, self.user, self.password = ready, user.encode(), password.encode()

    def run(self):
        while True:
            try:
                self.dial()
            except Ended as why:
                print(why, flush=True)
                say_ready(self.ready, "none")
                self.forget()
                time.sleep(BETWEEN_TRIES)

    def dial(self):
        self.wanted = {ADDRESS: bytes(4), RESOLVER: bytes(4)}
        self.discover(EVERYBODY, PADI, [(SERVICE_NAME, b""), (HOST_UNIQUE, self.UNIQUE)])
        end = time.monotonic() + PATIENCE
        while self.adapter or time.monotonic() < end:
            self.wait(60 if self.adapter else max(0, end - time.monotonic()))
        raise Ended("no connection in time" if self.peer else "no access concentrator answers")

    def take_discovery(self, sender, code, session, tags):
        if tags.get(HOST_UNIQUE, self.UNIQUE) != self.UNIQUE:
            return
        if code == PADO and not self.peer:
            self.peer = sender
            self.discover(sender, PADR, [(SERVICE_NAME, b""), (HOST_UNIQUE, self.UNIQUE)])
        elif code == PADS and sender == self.peer:
            self.session = session
            self.ask_for_link({})
        elif code == PADT and sender == self.peer:
            raise Ended("the other side hung up")

    def link_is_up(self):
        """The concentrator speaks first."""

    def take_chap(self, code, number, content):
        if code == CHALLENGE:
            challenge = content[1:1 + content[0]]
            answer = hashlib.md5(bytes([number]) + self.password + challenge).digest()
            self.control(CHAP, RESPONSE, number, bytes([16]) + answer + self.user)
        elif code == SUCCESS:
            self.ask_for_address()
        elif code == FAILURE:
            raise Ended("user or password not accepted")

    def ask_for_address(self):
        self.control(IPCP, REQUEST, 1, pack_options(self.wanted))

    def take_ipcp(self, code, number, content):
        options = unpack_options(content)
        if code == REQUEST:
            self.other_ip = socket.inet_ntoa(options[ADDRESS])
            self.control(IPCP, ACK, number, content)
            self.agree("their address")
        elif code == NAK:
            self.wanted.update(options)
            self.ask_for_address()
        elif code == ACK:
            self.agree("our address")

    def addresses(self):
        return socket.inet_ntoa(self.wanted[ADDRESS]), self.other_ip

    def connected(self):
        ip("route", "replace", "default", "dev", ADAPTER)
        with open("/etc/resolv.conf", "w", encoding="ascii") as file:
            file.write(f"nameserver {socket.inet_ntoa(self.wanted[RESOLVER])}\n")
        say_ready(self.ready, "connected")


def main():
    role, *words = sys.argv[1:]
    {"concentrator": Concentrator, "client": Client}[role](*words).run()


main()
