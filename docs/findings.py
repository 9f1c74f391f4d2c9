#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints docs/findings.md from assets/findings: `docs/findings.py > docs/findings.md`."""
import xml.etree.ElementTree as ElementTree
from pathlib import Path

TOP = Path(__file__).resolve().parents[1]
PAGES = {1: "準備 / Preparation", 2: "回線 / Line", 3: "フレッツ・v6オプション / FLET'S v6 option",
         4: "カードリーダー / Card reader", 5: "マスタアカウント / Master account",
         6: "電子証明書 / Client certificate", 7: "疎通確認テスト / Connectivity test", 8: "端末 / Terminal",
         9: "このプログラム / This program"}


def roots():
    paths = sorted((TOP / "assets/findings").glob("*.xml"), key=lambda path: int(path.stem))
    return [ElementTree.parse(path).getroot() for path in paths]


def cell(root, path):
    return (root.findtext(path) or "").strip().replace("|", "\\|").replace("\n", " ")


def main():
    print("<!-- made by docs/findings.py from assets/findings; do not edit -->")
    print("# 番号の一覧 / All numbers\n")
    print("百の位は画面の番号、0で終わる番号は質問（行の名前）、それ以外は原因です。")
    print("The hundreds are the page; a number ending in 0 is a question, any other a cause.")
    page = 0
    for root in roots():
        number = int(root.get("number"))
        if number // 100 != page:
            page = number // 100
            print(f"\n## {page}xx {PAGES[page]}\n")
            print("| 番号 | 名前 | 日本語 | English | 対応 / who |\n|---|---|---|---|---|")
        question = root.get("kind") == "question"
        mark = f"**{number}**" if question else str(number)
        print(f"| {mark} | `{root.get('name')}` | {cell(root, 'ja/title')} | {cell(root, 'en/title')} "
              f"| {'' if question else root.get('who')} |")


if __name__ == "__main__":
    main()
