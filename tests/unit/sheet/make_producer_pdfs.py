#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes account sheets as heavier producers print them (Chromium, LibreOffice, Ghostscript), and as qpdf leaves them:
turned, locked, packed, with a script and an attachment. make_producer_pdfs.py FOLDER"""
import pathlib
import shutil
import subprocess
import sys
import tempfile

import pikepdf

from sheet_pages import (LONG_NAME, PRODUCTION, VERIFICATION, cairo_page, html_of, letter_pages, register_fonts, reportlab_pages, rows,
                         word_page)

BESIDE = """<style>@page { size: A4 landscape; margin: 10mm } body { font: 9pt IPAexGothic; margin: 0 }
  .two { display: flex; gap: 8mm } section { flex: 1 } .title { font-size: 12pt }
  table { border-collapse: collapse; width: 100% } th { width: 34mm }
  th, td { border: 1px solid; padding: 2pt 5pt; text-align: left; font-weight: normal }</style>"""
PLAIN = "<style>body { font: 9pt IPAexGothic } th, td { text-align: left; font-weight: normal; padding: 2pt 8pt }</style>"


def run(*command):
    subprocess.run([str(part) for part in command], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=300)


def page(folder, style, body):
    file = folder / "page.html"
    file.write_text(f"<!DOCTYPE html><meta charset=utf-8><title>sheet</title>{style}{body}", encoding="utf-8")
    return file


def chromium(target, html, work):
    run("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
        f"--user-data-dir={work}/chromium", "--no-pdf-header-footer", f"--print-to-pdf={target}", html.as_uri())


def libreoffice(target, html, work):
    run("soffice", "--headless", f"-env:UserInstallation={(work / 'office').as_uri()}", "--convert-to",
        "pdf:writer_web_pdf_Export", "--outdir", work, html)
    shutil.move(html.with_suffix(".pdf"), target)


def ghostscript(target, *sources):
    run("gs", "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-sDEVICE=pdfwrite", f"-sOutputFile={target}", *sources)


def scattered(target, sheet, order):
    """The rows of a sheet, drawn in another order than they are read: values first, from the foot up."""
    words = []
    y = 800
    for kind, label, value in order(rows(sheet)):
        y -= 30
        words += [(230, y, value)] if value else []
        words += [(60, y, label)]
    word_page(target, sorted(words, key=lambda word: (word[0] < 100, word[1])))


def reset_first(all_rows):
    """Another form of the sheet: the reset account stands above the master's."""
    head, foot = all_rows[:5], all_rows[-1:]
    return head + all_rows[10:13] + all_rows[5:10] + foot


def changed(source, target, change, **options):
    with pikepdf.open(source) as document:
        change(document)
        document.save(target, **options)


def nothing(document):
    del document


def turned(degrees):
    def change(document):
        for each in document.pages:
            each.rotate(degrees, relative=False)
    return change


def with_script_and_attachment(document):
    script = 'app.launchURL("http://192.0.2.1/"); this.getField("x").value = "0";'
    document.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=script)
    for name, data in (("other.pdf", b"%PDF-1.7 not a sheet"), ("run.js", script.encode())):
        document.attachments[name] = pikepdf.AttachedFileSpec(document, data, filename=name)


def main():
    folder = pathlib.Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    register_fonts()
    with tempfile.TemporaryDirectory() as name:
        work = pathlib.Path(name)
        sheets = html_of(PRODUCTION) + html_of(VERIFICATION)
        chromium(folder / "chromium_beside.pdf", page(work, BESIDE, f"<div class=two>{sheets}</div>"), work)
        sheets = html_of(PRODUCTION | {"name": LONG_NAME}) + html_of(VERIFICATION)
        libreoffice(folder / "libreoffice_below.pdf", page(work, PLAIN, sheets), work)
    plain = folder / "plain.pdf"
    reportlab_pages(plain, [PRODUCTION, VERIFICATION])
    full_width = {"code": "０１１０１１３７１９", "id": "Ｍ０１１０１１３７１９Ａ", "reset": "Ｒ０１１０１１３７１９Ａ"}
    cairo_page(folder / "cairo_1.pdf", PRODUCTION | full_width)
    cairo_page(folder / "cairo_2.pdf", VERIFICATION)
    ghostscript(folder / "ghostscript_full_width.pdf", folder / "cairo_1.pdf", folder / "cairo_2.pdf")
    ghostscript(folder / "ghostscript_of_reportlab.pdf", plain)  # loses the characters of fonts
    ghostscript(folder / "ghostscript_of_chromium.pdf", folder / "chromium_beside.pdf")  # confuses some of them
    scattered(folder / "scattered.pdf", PRODUCTION, lambda order: order)
    scattered(folder / "reset_first.pdf", PRODUCTION, reset_first)
    for degrees in (90, 180, 270):
        changed(plain, folder / f"turned_{degrees}.pdf", turned(degrees))
    changed(folder / "chromium_beside.pdf", folder / "beside_turned.pdf", turned(90))
    changed(plain, folder / "active.pdf", with_script_and_attachment)
    changed(plain, folder / "packed.pdf", nothing, object_stream_mode=pikepdf.ObjectStreamMode.generate, linearize=True)
    changed(plain, folder / "locked.pdf", nothing, encryption=pikepdf.Encryption(user="open sesame", owner="owner", R=6))
    changed(plain, folder / "owner_locked.pdf", nothing, encryption=pikepdf.Encryption(user="", owner="owner", R=6))
    letter_pages(folder / "letters.pdf", 499)
    with pikepdf.open(folder / "letters.pdf") as letters, pikepdf.open(plain) as document:
        document.pages.extend(letters.pages)
        document.save(folder / "sheets_then_500.pdf")
        document.pages.append(document.pages[0])
        del document.pages[:2]
        document.save(folder / "500_then_sheet.pdf")


main()
