#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the PDFs that the sheet tests read: account sheets of an invented clinic by three real producers (ReportLab,
WeasyPrint, cairo), and files that only look like one. make_pdfs.py FOLDER"""
import pathlib
import sys

from reportlab.lib import pdfencrypt

from sheet_pages import (LONG_NAME, PRODUCTION, VERIFICATION, cairo_page, letter_pages, picture_page, register_fonts,
                         reportlab_pages, weasyprint_pages, without_unicode, word_page)


def main():
    folder = pathlib.Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    register_fonts()
    reportlab_pages(folder / "production.pdf", [PRODUCTION])
    reportlab_pages(folder / "verification.pdf", [VERIFICATION])
    reportlab_pages(folder / "both.pdf", [PRODUCTION, VERIFICATION])
    reportlab_pages(folder / "empty_password.pdf", [PRODUCTION | {"password": ""}])
    reportlab_pages(folder / "missing_fields.pdf", [PRODUCTION | {"code": "", "reset": ""}])
    reportlab_pages(folder / "full_width.pdf",
                    [PRODUCTION | {"code": "０１１０１１３７１９", "id": "Ｍ０１２３", "reset": "Ｒ４５６"}])
    reportlab_pages(folder / "full_width_password.pdf", [PRODUCTION | {"password": "ａＢ３＄"}])
    reportlab_pages(folder / "two_words_password.pdf", [PRODUCTION | {"password": "abc   def"}])
    reportlab_pages(folder / "outside_font.pdf", [PRODUCTION], font="HeiseiMin-W3")
    reportlab_pages(folder / "outside_values.pdf", [PRODUCTION], value_font="HeiseiMin-W3")
    reportlab_pages(folder / "radicals.pdf", [PRODUCTION | {"environment": "本番環境", "name": "⽤⼼医院"}])
    reportlab_pages(folder / "other_footer.pdf", [PRODUCTION | {"footer": "接続検証環境用"}])
    reportlab_pages(folder / "encrypted.pdf", [PRODUCTION],
                    encrypt=pdfencrypt.StandardEncryption("open sesame", ownerPassword="owner", strength=128))
    reportlab_pages(folder / "owner_only.pdf", [PRODUCTION],
                    encrypt=pdfencrypt.StandardEncryption("", ownerPassword="owner", strength=128))
    reportlab_pages(folder / "plain_bytes.pdf", [PRODUCTION], pageCompression=0)
    without_unicode(folder / "plain_bytes.pdf", folder / "no_unicode.pdf")
    weasyprint_pages(folder / "weasyprint_both.pdf", [PRODUCTION, VERIFICATION])
    weasyprint_pages(folder / "long_name_middle.pdf", [PRODUCTION | {"name": LONG_NAME}])
    weasyprint_pages(folder / "long_name_top.pdf", [PRODUCTION | {"name": LONG_NAME}], middle="top")
    cairo_page(folder / "cairo.pdf", VERIFICATION)
    picture_page(folder / "picture.pdf")
    letter_pages(folder / "letter.pdf", 2)
    letter_pages(folder / "many_pages.pdf", 25)
    word_page(folder / "long_word.pdf", [(60, 700, "あ" * 5000)], size=0.05)
    word_page(folder / "huge_page.pdf", [(25000, 700, "遠い"), (60, 29000, "近い")],
              pagesize=(30000, 30000))
    word_page(folder / "many_words.pdf",
              [(x * 4, y * 5, f"{x}") for y in range(1, 166) for x in range(1, 141)], size=2)
    whole = (folder / "production.pdf").read_bytes()
    (folder / "cut.pdf").write_bytes(whole[: len(whole) * 6 // 10])
    (folder / "rubbish.pdf").write_bytes(b"%PDF-1.7\n" + bytes(range(256)) * 40 + b"\n%%EOF\n")


main()
