# SPDX-License-Identifier: GPL-3.0-or-later
"""Draws a sheet with ReportLab (absolute positions, embedded IPAex Gothic), another real producer of PDF."""
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from sheet_text import FOOTNOTE, TITLE

FONT = 'IPAexGothic'
LEFT, VALUE, RIGHT = 20 * mm, 75 * mm, 190 * mm
ROW = 9 * mm


def new_canvas(path, password=None):
    pdfmetrics.registerFont(TTFont(FONT, '/usr/share/fonts/opentype/ipaexfont-gothic/ipaexg.ttf'))
    lock = StandardEncryption(password, ownerPassword=password + '-owner') if password else None
    return Canvas(str(path), pagesize=A4, encrypt=lock)


def draw_row(page, top, label, value):
    page.rect(LEFT, top - ROW, RIGHT - LEFT, ROW)
    page.line(VALUE, top, VALUE, top - ROW)
    page.setFont(FONT, 10)
    page.drawString(LEFT + 2 * mm, top - 6 * mm, label)
    page.drawString(VALUE + 2 * mm, top - 6 * mm, value)


def draw(sheet, page):
    page.setFont(FONT, 15)
    page.drawCentredString(A4[0] / 2, 270 * mm, TITLE)
    top = 255 * mm
    for heading, fields in sheet.blocks():
        page.setFont(FONT, 10)
        page.drawString(LEFT, top, heading)
        top -= 3 * mm
        for label, value in fields:
            draw_row(page, top, label, value)
            top -= ROW
        top -= 10 * mm
    page.setFont(FONT, 9)
    page.drawString(LEFT, top, FOOTNOTE)
    page.drawRightString(RIGHT, 12 * mm, sheet.environment + '用')


def write(sheet, path, password=None):
    page = new_canvas(path, password)
    draw(sheet, page)
    page.save()


def write_letter(path):
    """A PDF that is no sheet at all."""
    page = new_canvas(path)
    page.setFont(FONT, 12)
    page.drawString(LEFT, 250 * mm, '請求書  架空薬品株式会社')
    page.drawString(LEFT, 235 * mm, 'ご請求金額 12,345円')
    page.save()
