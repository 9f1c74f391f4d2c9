# SPDX-License-Identifier: GPL-3.0-or-later
"""A scanned sheet by keyboard: what was recognised waits, each field is ticked or typed anew, and only then does it count.
The password stays empty until it is typed."""
import os
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
import zipfile
from pathlib import Path

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from screen import Atspi, Screen, check, is_in, keys, say, summary  # noqa: E402

PROGRAM = sys.argv[1]
PRACTICE = Path(os.environ['ONSHI_PRACTICE'])
RECOGNISING = 120  # seconds; a few on a quiet machine
ENTRIES = ['environment', 'institution_code', 'institution_name', 'master_user_id', 'reset_user_id']
MASTER = 'kakuM13S0001'


def scan(folder):
    """The production sheet as a picture."""
    with zipfile.ZipFile(PRACTICE / 'sheets.zip') as notices:
        name = next(name for name in notices.namelist() if name.startswith('本'))
        (folder / 'sheet.pdf').write_bytes(notices.read(name))
    subprocess.run(['pdftoppm', '-r', '300', '-gray', '-png', '-singlefile', folder / 'sheet.pdf', folder / 'scan'], check=True)
    return folder / 'scan.png'


def sheet_in(site):
    return ElementTree.parse(site / 'site.xml').getroot().find('sheet')


def start(site):
    site.mkdir(exist_ok=True)
    (site / 'progress.xml').write_text('<?xml version="1.0"?>\n<progress version="1" mode="setup" step="production_sheet" '
                                       'language="ja" text_percent="100" />\n', encoding='utf-8')
    screen = Screen([PROGRAM, '--profile', str(PRACTICE / 'profile.xml'), '--site', str(site)], dict(os.environ))
    screen.wait_page('production_sheet')
    return screen


def is_ticked(screen, entry):
    return is_in(screen.wait_node(f'sheet.same.{entry}'), Atspi.StateType.CHECKED)


def can_confirm(screen):
    return is_in(screen.wait_node('sheet.confirm'), Atspi.StateType.SENSITIVE)


def whole_way(folder):
    site = folder / 'site'
    screen = start(site)
    try:
        keys('alt+o')
        screen.choose_file(str(scan(folder)))
        screen.wait_node('sheet.same.environment', RECOGNISING)
        say('the scan was read')
        check(not any(is_ticked(screen, entry) for entry in ENTRIES), 'nothing is confirmed by itself')
        check(not can_confirm(screen), 'a guess cannot be kept')
        check(screen.text('sheet.master_password', 0), 'the password was not recognised')
        for entry in ENTRIES:
            if entry == 'master_user_id':
                continue
            screen.tab_to(f'sheet.same.{entry}')
            keys('space')
            screen.wait_for(lambda entry=entry: is_ticked(screen, entry), f'{entry} to be ticked')
        check(not can_confirm(screen), 'one field that waits is enough to wait')
        screen.fill('sheet.master_user_id', MASTER)
        screen.wait_for(lambda: is_ticked(screen, 'master_user_id'), 'what is typed anew to be confirmed')
        say('ticked and typed')
        screen.wait_enabled('sheet.confirm')
        keys('alt+k')
        screen.wait_for(lambda: (site / 'site.xml').exists() and sheet_in(site) is not None, 'the sheet to be stored')
        stored = sheet_in(site)
        check(stored.get('master_user_id') == MASTER and stored.get('unconfirmed') is None, 'everything is confirmed')
        check(stored.get('master_password') != 'present', 'no password was taken from the scan')
        say('stored')
    finally:
        screen.close()


folder = Path(tempfile.mkdtemp(prefix='onshi-drive-'))
try:
    whole_way(folder)
    summary()
finally:
    shutil.rmtree(folder, ignore_errors=True)
