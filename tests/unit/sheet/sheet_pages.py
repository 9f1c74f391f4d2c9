# SPDX-License-Identifier: GPL-3.0-or-later
"""Account sheets of an invented clinic, to be drawn by real producers. Shared by the scripts that make the test files."""
import io
import subprocess

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen import canvas

GOTHIC = "/usr/share/fonts/opentype/ipaexfont-gothic/ipaexg.ttf"
TITLE = "オンライン資格確認等システムユーザ設定情報"
LONG_NAME = "医療法人社団架空会附属医療機関等名古屋架空記念総合在宅療養支援内科小児科アレルギー科リハビリテーション科架空医院"

PRODUCTION = {
    "environment": "本番環境", "footer": "本番環境用", "code": "0110113719", "name": "架空医院",
    "id": "M0110113719A", "user": "マスタアカウント", "password": "aB3$_x~9|-\\Q`'", "reset": "R0110113719A",
}
VERIFICATION = PRODUCTION | {
    "environment": "接続検証環境", "footer": "接続検証環境用", "id": "K0110113719A", "password": "kL0!Oo1lI^2z",
    "reset": "S0110113719A",
}
SECRET_NUMBER = "利用申請時に設定いただいた「秘密の番号」(半角数字4桁)となります。"


def rows(sheet):
    """(kind, label, value) from top to bottom, as on the real sheet."""
    return [
        ("title", TITLE, ""),
        ("heading", "☆オンライン資格確認等システム利用に関する情報", ""),
        ("field", "利用環境", sheet["environment"]),
        ("field", "医療機関等コード", sheet["code"]),
        ("field", "医療機関等名", sheet["name"]),
        ("heading", "○マスタアカウント情報", ""),
        ("field", "ユーザID", sheet["id"]),
        ("field", "ユーザ名", sheet["user"]),
        ("field", "パスワード ※1", sheet["password"]),
        ("note", "※1 安全管理上、初回ログイン時にはパスワードを変更してください。", ""),
        ("heading", "○マスタアカウントリセット用アカウント情報 (マスタアカウントのパスワード初期化時に利用)", ""),
        ("field", "ユーザID", sheet["reset"]),
        ("field", "パスワード", SECRET_NUMBER),
        ("footer", sheet["footer"], ""),
    ]


def reportlab_pages(path, sheets, font="gothic", value_font=None, **options):
    page = canvas.Canvas(str(path), pagesize=A4, invariant=1, **options)
    for sheet in sheets:
        y = 780
        for kind, label, value in rows(sheet):
            y -= 30
            page.setFont(font, {"title": 15, "note": 8}.get(kind, 11))
            page.drawString(300 if kind == "footer" else 60, 60 if kind == "footer" else y, label)
            page.setFont(value_font or font, 11)
            page.drawString(230, y, value)
        page.showPage()
    page.save()


def html_of(sheet):
    table = ""
    out = ""
    for kind, label, value in rows(sheet):
        if kind == "field":
            table += f"<tr><th>{label}</th><td>{value.replace('&', '&amp;').replace('<', '&lt;')}</td></tr>"
            continue
        if table:
            out += f"<table>{table}</table>"
            table = ""
        out += f"<div class={kind}>{label}</div>"
    return f"<section>{out}</section>"


def weasyprint_pages(path, sheets, middle="middle"):
    import weasyprint
    style = f"""@page {{ size: A4; margin: 20mm }} body {{ font-family: IPAexGothic; font-size: 11pt }}
      section {{ break-after: page }} .title {{ font-size: 15pt }} .note {{ font-size: 8pt }}
      table {{ border-collapse: collapse; width: 100%; margin: 4pt 0 10pt }}
      th, td {{ border: 1px solid; padding: 3pt 6pt; text-align: left; vertical-align: {middle}; font-weight: normal }}
      th {{ width: 38mm }}"""
    html = f"<style>{style}</style>" + "".join(html_of(sheet) for sheet in sheets)
    weasyprint.HTML(string=html).write_pdf(str(path))


def cairo_page(path, sheet):
    from xml.sax.saxutils import escape
    text = ""
    y = 60
    for kind, label, value in rows(sheet):
        y += 32
        text += f'<text x="60" y="{y}">{escape(label)}</text><text x="260" y="{y}">{escape(value)}</text>'
    svg = ('<svg xmlns="http://www.w3.org/2000/svg" width="794" height="1123" font-family="IPAexGothic" '
           f'font-size="13">{text}</svg>')
    subprocess.run(["rsvg-convert", "-f", "pdf", "-o", str(path)], input=svg.encode(), check=True)


def picture_page(path):
    svg = ('<svg xmlns="http://www.w3.org/2000/svg" width="200" height="200">'
           '<rect width="120" height="90" x="20" y="30" fill="navy"/></svg>')
    png = subprocess.run(["rsvg-convert", "-f", "png"], input=svg.encode(), check=True, capture_output=True).stdout
    from reportlab.lib.utils import ImageReader
    page = canvas.Canvas(str(path), pagesize=A4, invariant=1)
    page.drawImage(ImageReader(io.BytesIO(png)), 50, 300, 400, 400)
    page.save()


def letter_pages(path, count):
    page = canvas.Canvas(str(path), pagesize=A4, invariant=1)
    for number in range(count):
        page.setFont("gothic", 11)
        page.drawString(60, 700, f"架空市医師会からのお知らせ {number + 1}")
        page.drawString(60, 670, "パスワードは他人に教えないでください。")
        page.showPage()
    page.save()


def word_page(path, words, size=11, pagesize=A4):
    """Words and their places, as (x, y, text), on one page."""
    page = canvas.Canvas(str(path), pagesize=pagesize, invariant=1)
    page.setFont("gothic", size)
    for x, y, text in words:
        page.drawString(x, y, text)
    page.showPage()
    page.save()


def without_unicode(source, target):
    target.write_bytes(source.read_bytes().replace(b"/ToUnicode", b"/ToNowhere"))


def register_fonts():
    pdfmetrics.registerFont(TTFont("gothic", GOTHIC))
    pdfmetrics.registerFont(UnicodeCIDFont("HeiseiMin-W3"))
