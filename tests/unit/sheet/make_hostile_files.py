#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes files that try to break whoever reads them: to use up its time, its memory or its stack, or to keep it busy for
ever. make_hostile_files.py FOLDER"""
import pathlib
import struct
import sys
import zlib

BOX = "[0 0 595 842]"


def pdf(objects, root=1):
    """A PDF of these objects, number to bytes, with a right table of their places."""
    out = bytearray(b"%PDF-1.7\n")
    places = {}
    for number, body in objects.items():
        places[number] = len(out)
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    table = len(out)
    most = max(objects) + 1
    out += f"xref\n0 {most}\n0000000000 65535 f \n".encode()
    for number in range(1, most):
        out += f"{places[number]:010d} 00000 n \n".encode() if number in places else b"0000000000 65535 f \n"
    return bytes(out + f"trailer\n<< /Size {most} /Root {root} 0 R >>\nstartxref\n{table}\n%%EOF\n".encode())


def stream(data, entries="", filters=1):
    for _ in range(filters):
        data = zlib.compress(data, 9)
    names = " ".join(["/FlateDecode"] * filters)
    return f"<< /Length {len(data)} /Filter [{names}] {entries} >>\nstream\n".encode() + data + b"\nendstream"


def one_page(content, more=None, resources="/Font << /F 5 0 R >>", box=BOX):
    page = f"<< /Type /Page /Parent 2 0 R /MediaBox {box} /Resources << {resources} >> /Contents 4 0 R >>"
    return {1: b"<< /Type /Catalog /Pages 2 0 R >>", 2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", 3: page.encode(),
            4: content, 5: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"} | (more or {})


def forms_within_forms(depth=12, times=12):
    """Each form draws the next one many times: a few bytes that take longer than the universe."""
    forms = {}
    for level in range(depth):
        inner = f"/X{level + 1} Do " * times if level + 1 < depth else "BT /F 9 Tf (a) Tj ET "
        names = f"/X{level + 1} {11 + level} 0 R" if level + 1 < depth else ""
        forms[10 + level] = stream(inner.encode(), f"/Type /XObject /Subtype /Form /BBox {BOX} "
                                   f"/Resources << /XObject << {names} >> /Font << /F 5 0 R >> >>")
    return pdf(one_page(stream(b"/X0 Do " * times), forms, "/XObject << /X0 10 0 R >>"))


def swelling_text(count=6_000_000):
    """A small stream that unpacks to more words than there is memory for."""
    return pdf(one_page(stream(b"BT /F 9 Tf 1 0 0 1 9 9 Tm " + b"3 0 Td (abc) Tj " * count + b"ET")))


def twice_packed():
    """Zeros packed in zeros: five hundred million bytes from a few hundred."""
    return pdf(one_page(stream(b" " * 500_000_000, filters=3)))


def nested(open_with, close_with, depth=400_000):
    return pdf(one_page(stream(b""), {6: open_with * depth + close_with * depth}, "/Font << /F 6 0 R >>"))


def tree_in_a_circle():
    objects = one_page(stream(b""))
    objects[2] = b"<< /Type /Pages /Kids [2 0 R 2 0 R 2 0 R] /Count 2000000000 /Parent 2 0 R >>"
    return pdf(objects)


def table_in_a_circle():
    """The table of places names itself as the one before it."""
    whole = pdf(one_page(stream(b"BT /F 9 Tf 60 700 Td (a) Tj ET")))
    place = whole.rindex(b"xref\n0 ")
    return whole.replace(b"/Root 1 0 R >>", b"/Root 1 0 R /Prev %d >>" % place)


def stream_of_objects_in_a_circle():
    """An object stream that holds itself and goes on in itself."""
    inner = b"7 0 1 3 6 40 << /Type /Catalog /Pages 2 0 R >>      << >>"
    packed = stream(inner, "/Type /ObjStm /N 3 /First 12 /Extends 7 0 R")
    out = bytearray(b"%PDF-1.7\n")
    places = {}
    for number, body in ((2, b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"),
                         (3, f"<< /Type /Page /Parent 2 0 R /MediaBox {BOX} /Contents 1 0 R >>".encode()), (7, packed)):
        places[number] = len(out)
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    places[8] = len(out)
    rows = b""
    for number in range(9):
        if number in places and number != 7:
            rows += struct.pack(">BIH", 1, places[number], 0)
        else:
            rows += struct.pack(">BIH", 2, 7, 0)  # also the stream itself
    table = stream(rows, f"/Type /XRef /Size 9 /W [1 4 2] /Root 1 0 R /Prev {places[8]}")
    return bytes(out + b"8 0 obj\n" + table + f"\nendobj\nstartxref\n{places[8]}\n%%EOF\n".encode())


def huge_page():
    return pdf(one_page(stream(b"BT /F 9 Tf 60 700 Td (a) Tj ET"), box="[-1e30 -1e30 1e30 1e30]"))


def huge_picture():
    """A page that is one picture of sixty thousand by sixty thousand dots, from half a megabyte."""
    side = 60_000
    rows = zlib.compressobj(9)
    data = b"".join(rows.compress(bytes(side // 8)) for _ in range(side)) + rows.flush()
    image = (f"<< /Type /XObject /Subtype /Image /Width {side} /Height {side} /BitsPerComponent 1 /ColorSpace /DeviceGray "
             f"/Length {len(data)} /Filter /FlateDecode >>\nstream\n").encode() + data + b"\nendstream"
    return pdf(one_page(stream(b"595 0 0 842 0 0 cm /I Do"), {6: image}, "/XObject << /I 6 0 R >>"))


def png(width, height, rows):
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    data = zlib.compress(bytes((1 + (width + 7) // 8)) * rows, 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def tiff_without_end():
    """Its only picture names itself as the next one."""
    fields = [(256, 3, 1, 8), (257, 3, 1, 8), (258, 3, 1, 1), (259, 3, 1, 1), (262, 3, 1, 1), (273, 4, 1, 8), (278, 3, 1, 8),
              (279, 4, 1, 8)]
    body = struct.pack("<H", len(fields)) + b"".join(struct.pack("<HHII", *field) for field in fields)
    return b"II*\0" + struct.pack("<I", 16) + b"\xaa" * 8 + body + struct.pack("<I", 16)


def main():
    folder = pathlib.Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in {
            "forms_within_forms.pdf": forms_within_forms(), "swelling_text.pdf": swelling_text(),
            "twice_packed.pdf": twice_packed(), "deep_arrays.pdf": nested(b"[", b"]"), "deep_names.pdf": nested(b"<</A", b">>"),
            "tree_in_a_circle.pdf": tree_in_a_circle(), "table_in_a_circle.pdf": table_in_a_circle(),
            "objects_in_a_circle.pdf": stream_of_objects_in_a_circle(), "huge_page.pdf": huge_page(),
            "huge_picture.pdf": huge_picture(), "huge.png": png(60_000, 60_000, 8), "swelling.png": png(6_000, 6_000, 6_000),
            "lying.png": png(5_000, 5_000, 3), "endless.tif": tiff_without_end()}.items():
        (folder / name).write_bytes(data)


main()
