# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the real window through all pages with the keyboard alone, in the practice clinic, and checks what was stored.
On the way: full-width digits, another language, larger text, a waiver given and taken back, and the program killed."""
import os
import shutil
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from pathlib import Path

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from screen import Screen, check, keys, say, summary  # noqa: E402

PROGRAM = sys.argv[1]
PRACTICE = Path(os.environ['ONSHI_PRACTICE'])
PASSWORD = (PRACTICE / 'certificate.password').read_text(encoding='utf-8').splitlines()[0]
CODE, NAME, TERMINAL, CUSTOMER = '1319999129', '架空医院', 'Kaku-Terminal-1', 'CAF0000012345'
FULL_WIDTH_CODE = '１３１９９９９１２９'


def start(site):
    return Screen([PROGRAM, '--profile', str(PRACTICE / 'profile.xml'), '--site', str(site)], dict(os.environ))


def go_on(screen, to):
    screen.wait_enabled('button.next')
    keys('alt+n')
    screen.wait_page(to)
    say(f'page {to}')


def text_of(screen, identity):
    return screen.wait_node(identity).get_text_iface().get_text(0, -1)


def preparation(screen):
    keys('alt+s')
    screen.wait_page('preparation')
    say('page preparation')
    screen.fill('institution.code', FULL_WIDTH_CODE)
    screen.fill('institution.name', NAME)
    screen.wait_for(lambda: text_of(screen, 'institution.code') == CODE, 'full-width digits to become half-width')
    screen.fill('institution.terminal', TERMINAL)
    screen.tab_to('line.type.1')
    keys('space')
    screen.fill('line.customer_id', 'caf-' + CUSTOMER.removeprefix('CAF'))
    screen.tab_to('line.v6.none')
    keys('Up', 'Up')
    screen.wait_for(lambda: screen.focused() == 'line.v6.contracted', 'the arrow keys to choose')


def other_language_and_size(screen):
    title = screen.name('page_title')
    keys('alt+l')
    screen.wait_for(lambda: screen.name('page_title') != title, 'English')
    check(text_of(screen, 'institution.code') == CODE, 'what was entered stays when the language changes')
    keys('alt+t')
    screen.wait_for(lambda: '150' in screen.name('button.text_size'), 'larger text')
    keys('alt+t')
    screen.wait_for(lambda: '200' in screen.name('button.text_size'), 'double text')
    check(text_of(screen, 'institution.name') == NAME, 'what was entered stays when the text grows')
    keys('alt+t')
    screen.wait_for(lambda: '100' in screen.name('button.text_size'), 'normal text')
    keys('alt+l')
    screen.wait_for(lambda: screen.name('page_title') == title, 'Japanese')
    say('language and text size switched and back')


def reader(screen):
    screen.wait_node('reader.use.1')
    screen.wait_node('waiver.reason')
    screen.fill('waiver.reason', 'reader comes tomorrow')
    keys('alt+w')
    screen.wait_page('production_sheet')
    keys('alt+b')
    screen.wait_page('reader')
    keys('alt+w')
    screen.wait_node('waiver.reason')
    say('a waiver was given and taken back')
    screen.wait_enabled('reader.use.1')
    screen.tab_in_order('reader.use.1', 'usb.find')
    say('the Tab key goes through the page of readers in the order seen')
    screen.tab_to('reader.use.1')
    keys('space')


def sheets(screen):
    keys('alt+o')
    screen.choose_file(str(PRACTICE / 'sheets.zip'))
    screen.wait_for(lambda: text_of(screen, 'sheet.institution_code') == CODE, 'the sheet to be read')
    screen.wait_enabled('sheet.confirm')
    screen.tab_in_order('sheet.institution_code', 'sheet.master_password', 'sheet.reset_user_id', 'sheet.confirm')
    say('the Tab key goes through the page of sheets in the order seen')
    keys('alt+k')
    go_on(screen, 'verification_sheet')
    screen.wait_for(lambda: text_of(screen, 'sheet.institution_code') == CODE, 'the other sheet to be there already')
    screen.wait_enabled('sheet.confirm')
    keys('alt+k')


def certificate(screen):
    keys('alt+o')
    screen.choose_file(str(PRACTICE / 'certificate.p12'))
    screen.wait_enabled('certificate.open')
    screen.fill('certificate.password', 'wrong')
    keys('Return')
    screen.wait_for(lambda: screen.name('banner').split()[-1].startswith('6'), 'the wrong password to have its number')
    say('wrong password: ' + screen.name('banner'))
    screen.fill('certificate.password', PASSWORD)
    keys('Return')


def browser(screen, site):
    store = Path.home() / '.pki/nssdb/cert9.db'
    screen.wait_enabled('certificate.install')
    screen.tab_in_order('certificate.password', 'certificate.open', 'certificate.install')
    say('the Tab key goes through the page of the certificate in the order seen')
    check(not store.exists(), 'looking at the browser changes nothing')
    keys('alt+i')
    screen.wait_enabled('certificate.undo')
    check(store.exists() and (site / 'undo-browser.xml').exists(), 'the certificate is in the browser, and what was before is kept')
    say('put into the browser')
    keys('alt+u')
    screen.wait_for(lambda: not screen.node('certificate.undo'), 'nothing to be left to take back')
    check(not store.exists() and not (site / 'undo-browser.xml').exists(), 'the browser is as it was')
    say('taken out of the browser')


def stored(site):
    tree = ElementTree.parse(site / 'site.xml').getroot()
    everything = ElementTree.tostring(tree, encoding='unicode')
    for wanted in (CODE, NAME, TERMINAL, CUSTOMER, 'SONY FeliCa RC-S300/P', 'kakuM13S0001', 'kakuM13T0001'):
        check(wanted in everything, f'{wanted} is stored')
    check('tomorrow' not in everything, 'a waiver taken back is not stored')
    check((site / 'certificate.p12').read_bytes() == (PRACTICE / 'certificate.p12').read_bytes(),
          'the certificate is stored as it came')
    progress = ElementTree.parse(site / 'progress.xml').getroot()
    check(progress.get('step') == 'done', 'the place is stored')
    secrets = [PASSWORD.encode(), b'K7$mlI1O0-_q#Z|w', b't0O%1lI|_-Q9&xGh', b'K7$mlI1O0-_q#Z', b'xGh']
    for file in site.rglob('*'):
        if file.is_file() and file.suffix != '.p12':
            for secret in secrets[1:]:
                check(secret not in file.read_bytes(), f'no password in {file.name}')


def whole_way(site):
    screen = start(site)
    try:
        screen.wait_page('welcome')
        preparation(screen)
        other_language_and_size(screen)
        go_on(screen, 'line')
        go_on(screen, 'v6_option')
        go_on(screen, 'reader')
        reader(screen)
        go_on(screen, 'production_sheet')
        sheets(screen)
        go_on(screen, 'certificate')
        screen.kill()
        say('killed')
        screen = start(site)
        screen.wait_page('certificate')
        say('came back to the certificate')
        certificate(screen)
        browser(screen, site)
        go_on(screen, 'connectivity')
        go_on(screen, 'terminal')
        go_on(screen, 'done')
        say('done: ' + screen.name('banner'))
        stored(site)
        screen.click('step.line')
        screen.wait_page('line')
        say('a click in the list opens that page')
        screen.click('step.done')
        screen.wait_page('done')
        keys('alt+n')
        check(screen.wait_end() == 0, 'the last button ends the program well')
        screen = start(site)
        screen.wait_page('welcome')
        say('a finished set-up opens with the first page')
    finally:
        screen.close()


folder = Path(tempfile.mkdtemp(prefix='onshi-drive-'))
try:
    whole_way(folder / 'site')
    say('everything was stored as entered')
    summary()
finally:
    shutil.rmtree(folder, ignore_errors=True)
