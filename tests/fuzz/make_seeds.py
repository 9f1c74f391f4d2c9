#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""make_seeds.py FOLDER SMALL-READER PDF-FOLDER: what each fuzz target begins with: good input of every kind, made anew
so that no binary lies in the repository. PKCS#12 files, a site and a record come from pkcs12_seeds and xml_seeds."""
import io
import subprocess
import sys
import zipfile
from pathlib import Path

TOP = Path(__file__).resolve().parents[2]
KINDS = {"p": ["assets/profiles/standard.xml", "tests/lab/profile.xml"], "a": ["tests/lab/answers.xml"],
         "r": ["assets/readers.xml"]}
SHEETS = """<sheets version="1"><sheet environment="本番環境" institution_code="0110113719" institution_name="架空医院"
  master_user_id="M0123" reset_user_id="R0123"/></sheets>"""
PROGRESS = '<progress mode="new" step="line" language="ja" text_percent="100"/>'


def sheet_texts(reader, pdfs):
    for pdf in sorted(pdfs.glob("*.pdf")):
        said = subprocess.run([reader], input=pdf.read_bytes(), capture_output=True, check=False).stdout
        if said and len(said) < 64 << 10:
            yield pdf.stem, said
    for name, archive in zips():
        yield f"zip_{name}", subprocess.run([reader], input=archive, capture_output=True, check=False).stdout


def zip_of(entries, method):
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w", method) as archive:
        for name, content in entries:
            archive.writestr(name, content)
    return memory.getvalue()


def zips():
    sheet = ("本_架空.pdf", b"%PDF-1.4 invented")
    yield "stored", zip_of([sheet], zipfile.ZIP_STORED)
    yield "deflated", zip_of([sheet, ("folder/two.pdf", b"%PDF-1.7" * 99)], zipfile.ZIP_DEFLATED)
    yield "bzip2", zip_of([sheet], zipfile.ZIP_BZIP2)
    yield "climbs", zip_of([("../climbs.pdf", b"%PDF")], zipfile.ZIP_STORED)
    yield "nested", zip_of([("inner.zip", zip_of([sheet], zipfile.ZIP_STORED))], zipfile.ZIP_STORED)
    yield "many", zip_of([(f"{number}.pdf", b"") for number in range(60)], zipfile.ZIP_STORED)
    yield "empty", zip_of([], zipfile.ZIP_STORED)


def card_answers():
    def card(*answers):
        return b"".join(bytes([len(answer)]) + answer for answer in answers)
    good = b"\x90\x00"
    token = b"JPKIAPICCTOKEN2".ljust(32)
    yield "my_number_card", card(good, good, token + good, good, b"\x63\xc3")
    yield "locked", card(good, good, token + good, good, b"\x63\xc0")
    yield "old_resident_card", card(good, good, b"JPKIAPICCTOKEN".ljust(32, b"\0") + good, good, b"\x69\x84")
    yield "foreign", card(b"\x6a\x82")
    yield "reset_and_again", card(good) + b"\xff" + card(good, good, token + good, good, b"\x63\xc3")
    yield "pulled_out", card(good, good) + b"\xfe"
    yield "short", card(good, good, b"JP" + good, good, b"\x63")


def xml_files():
    for kind, files in KINDS.items():
        for file in files:
            yield f"{kind}_{Path(file).stem}", kind.encode() + (TOP / file).read_bytes()
    yield "x_sheets", b"x" + SHEETS.encode()
    yield "x_sheets_cp932", b"x" + ('<?xml version="1.0" encoding="Shift_JIS"?>' + SHEETS).encode("cp932")
    yield "g_progress", b"g" + PROGRESS.encode()


def main():
    folder, reader, pdfs = (Path(argument) for argument in sys.argv[1:])
    for target, seeds in {"sheet_text": sheet_texts(reader, pdfs), "zip_walk": zips(), "apdu_answers": card_answers(),
                          "edited_xml": xml_files()}.items():
        place = folder / target
        place.mkdir(parents=True, exist_ok=True)
        for name, content in seeds:
            (place / name).write_bytes(content)


if __name__ == "__main__":
    main()
