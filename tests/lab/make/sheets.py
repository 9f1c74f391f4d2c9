# SPDX-License-Identifier: GPL-3.0-or-later
"""sheets.py FOLDER: every account sheet and archive of the practice clinic, good and bad (README.md lists them)."""
import pathlib
import sys

import archives
import sheet_reportlab
import sheet_text
import sheet_weasyprint
from archives import PRODUCTION_NAME, VERIFICATION_NAME


def make_pdfs(folder):
    production, verification = sheet_text.production_sheet(), sheet_text.verification_sheet()
    sheet_weasyprint.write(production, folder / 'production.pdf')
    sheet_reportlab.write(verification, folder / 'verification.pdf')
    sheet_reportlab.write(production, folder / 'production-reportlab.pdf')
    sheet_weasyprint.write(verification, folder / 'verification-weasyprint.pdf')
    sheet_weasyprint.write(sheet_text.without_password(production), folder / 'production-empty-password.pdf')
    sheet_reportlab.write(sheet_text.of_other_institution(verification), folder / 'verification-other-institution.pdf')
    sheet_reportlab.write(production, folder / 'production-encrypted.pdf', password='geheim')
    sheet_reportlab.write_letter(folder / 'not-a-sheet.pdf')
    archives.truncate(folder / 'production.pdf', folder / 'production-truncated.pdf', 0.6)


def make_archives(folder):
    production, verification = folder / 'production.pdf', folder / 'verification.pdf'
    good = [(PRODUCTION_NAME, production), (VERIFICATION_NAME, verification)]
    archives.write(folder / 'sheets.zip', good)
    archives.write(folder / 'sheets-cp932.zip', good, archives.EntryInCp932)
    archives.write(folder / 'sheets-swapped.zip', [(PRODUCTION_NAME, verification), (VERIFICATION_NAME, production)])
    archives.write(folder / 'sheets-empty-password.zip',
                   [(PRODUCTION_NAME, folder / 'production-empty-password.pdf'), good[1]])
    archives.write(folder / 'sheets-other-institution.zip',
                   [good[0], (VERIFICATION_NAME, folder / 'verification-other-institution.pdf')])
    archives.write(folder / 'sheets-climbing.zip', [good[0], ('../../evil.pdf', verification)])
    archives.write(folder / 'no-sheets.zip', [('invoice.pdf', folder / 'not-a-sheet.pdf')])
    archives.truncate(folder / 'sheets.zip', folder / 'sheets-truncated.zip', 0.7)
    archives.write_bomb(folder / 'sheets-bomb.zip', gibibytes=2)


def main():
    folder = pathlib.Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    make_pdfs(folder)
    make_archives(folder)


if __name__ == '__main__':
    main()
