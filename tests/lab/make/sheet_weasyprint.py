# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints a sheet with WeasyPrint (HTML, CSS, Pango), one real producer of PDF."""
from html import escape

import weasyprint

from sheet_text import FOOTNOTE, TITLE

STYLE = '''
@page { size: A4; margin: 22mm 18mm; @bottom-right { content: "%s"; font: 9pt IPAexGothic } }
body { font: 10.5pt IPAexMincho }
h1 { font: 15pt IPAexGothic; text-align: center; margin: 0 0 12mm }
h2 { font: 10.5pt IPAexGothic; margin: 8mm 0 2mm }
table { border-collapse: collapse; width: 100% }
td { border: 0.4pt solid #333; padding: 2.2mm 3mm }
td:first-child { width: 34%; background: #eee }
.note { margin-top: 6mm; font-size: 9pt }
'''


def rows(fields):
    cells = ''.join(f'<tr><td>{escape(label)}</td><td>{escape(value)}</td></tr>' for label, value in fields)
    return f'<table>{cells}</table>'


def write(sheet, path):
    blocks = ''.join(f'<h2>{escape(heading)}</h2>{rows(fields)}' for heading, fields in sheet.blocks())
    style = STYLE.replace('%s', sheet.environment + '用')
    page = f'<meta charset="utf-8"><style>{style}</style><h1>{TITLE}</h1>{blocks}<p class="note">{FOOTNOTE}</p>'
    weasyprint.HTML(string=page).write_pdf(str(path))
