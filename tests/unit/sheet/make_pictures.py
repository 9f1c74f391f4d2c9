#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes scans of account sheets: pictures of every kind, PDFs that hold only pictures, one under which a scanner's program
has put its own text, and pictures that are no sheet. make_pictures.py FOLDER"""
import pathlib
import subprocess
import sys

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen import canvas

from sheet_pages import PRODUCTION, VERIFICATION, letter_pages, register_fonts, rows, reportlab_pages, weasyprint_pages


def run(*command):
    subprocess.run([str(part) for part in command], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                   timeout=300, env={"PATH": "/usr/bin:/bin", "OMP_THREAD_LIMIT": "1", "LANG": "C.UTF-8"})


def drawn(source, target, page=1, dots=300):
    """A page as a grey PNG."""
    run("pdftoppm", "-r", dots, "-gray", "-png", "-singlefile", "-f", page, "-l", page, source, target.with_suffix(""))


def scanned(picture, target):
    """Paper that lay a little askew, as a scanner packs it."""
    run("convert", picture, "-background", "white", "-rotate", "1.2", "-quality", "60", target)


def picture_pdf(pictures, target):
    page = canvas.Canvas(str(target), pagesize=A4, invariant=1)
    for picture in pictures:
        page.drawImage(str(picture), 0, 0, *A4)
        page.showPage()
    page.save()


def hidden_text_pdf(picture, target, font):
    """A scan as other programs make it: text of an ordinary font that is not drawn, over the picture of the paper."""
    page = canvas.Canvas(str(target), pagesize=A4, invariant=1)
    page.drawImage(str(picture), 0, 0, *A4)
    y = 780
    for kind, label, value in rows(PRODUCTION):
        y -= 30
        for left, text in ((300 if kind == "footer" else 60, label), (230, value)):
            line = page.beginText(left, 60 if kind == "footer" and left == 300 else y)
            line.setFont(font, 11)
            line.setTextRenderMode(3)
            line.textOut(text)
            page.drawText(line)
    page.save()


def main():
    folder = pathlib.Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    register_fonts()
    reportlab_pages(folder / "plain.pdf", [PRODUCTION, VERIFICATION])
    weasyprint_pages(folder / "ruled.pdf", [VERIFICATION])
    letter_pages(folder / "letter.pdf", 1)
    for name, source, page in (("plain", "plain", 1), ("plain_2", "plain", 2), ("ruled", "ruled", 1), ("letter", "letter", 1)):
        drawn(folder / f"{source}.pdf", folder / f"{name}.png", page)
    scanned(folder / "plain.png", folder / "scan.jpg")
    run("convert", folder / "ruled.png", "-rotate", "90", "-compress", "Zip", folder / "turned.tif")
    run("convert", folder / "plain.png", folder / "plain_2.png", "-threshold", "60%", "-compress", "Group4", folder / "both.tif")
    picture_pdf([folder / "plain.png", folder / "plain_2.png"], folder / "scan.pdf")
    run("tesseract", folder / "plain.png", folder / "scanner_text", "-l", "jpn", "pdf")
    hidden_text_pdf(folder / "plain.png", folder / "hidden_embedded.pdf", "gothic")
    hidden_text_pdf(folder / "plain.png", folder / "hidden_outside.pdf", "HeiseiMin-W3")
    run("convert", "-size", "800x600", "xc:white", folder / "blank.png")
    whole = (folder / "scan.jpg").read_bytes()
    (folder / "cut.jpg").write_bytes(whole[:300])


main()
