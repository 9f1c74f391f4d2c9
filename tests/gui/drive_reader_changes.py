# SPDX-License-Identifier: GPL-3.0-or-later
"""Page 4 while readers and cards come and go and the card service is restarted under it: everything shows by itself, and a
reader is registered with a card alone."""
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from screen import Screen, check, keys, say, summary

PROGRAM = sys.argv[1]
PRACTICE = Path(os.environ['ONSHI_PRACTICE'])
SWITCH = Path(__file__).resolve().parent.parent / 'lab' / 'switch'
SCM = 'SCR 3310'


def switch(*words):
    subprocess.run([SWITCH, *words], check=True)


def says(screen, words, what):
    screen.wait_for(lambda: all(word in screen.name('banner') for word in words), what)
    say(what + ': ' + screen.name('banner'))


def line(screen, number, *words):
    screen.wait_for(lambda: all(word in screen.name(f'reader.use.{number}') for word in words),
                    f'reader {number} with {words}')


def gone(screen, number):
    screen.wait_for(lambda: screen.node(f'reader.use.{number}') is None, f'reader {number} to go')


def cards(screen):
    says(screen, ['問題なし'], 'reader and card are good')
    switch('card', 'remove')
    line(screen, 1, 'カードはありません')
    says(screen, ['422'], 'a card that was taken away is missed without a key')
    switch('card', 'insert')
    line(screen, 1, 'カードが置かれています')
    says(screen, ['問題なし'], 'a card that was put back is read without a key')


def readers(screen):
    switch('reader', 'unplug', 'rcs300')
    line(screen, 1, 'いまはつながっていません')
    says(screen, ['411'], 'a pulled reader is missed')
    switch('reader', 'plug', 'rcs300')
    line(screen, 1, 'カードが置かれています')
    says(screen, ['問題なし'], 'the same reader is known again')


def service(screen):
    for time in ('first', 'second'):
        switch('service', 'stop', 'pcscd')
        says(screen, ['402'], f'the {time} end of the card service is named')
        switch('service', 'start', 'pcscd')
        says(screen, ['問題なし'], f'its {time} start is noticed')
        line(screen, 1, 'カードが置かれています')


def second_reader(screen, site):
    keys('alt+u')
    screen.wait_for(lambda: '挿してください' in screen.name('usb.finder'), 'the page to ask for the device')
    switch('reader', 'plug', 'scr3310')
    screen.wait_for(lambda: '04E6:511F' in screen.name('usb.finder'), 'the device that was plugged in to be named')
    say('a device that comes is named: ' + screen.name('usb.finder'))
    line(screen, 2, SCM, 'このリーダーに置いてください')
    says(screen, ['注意', '453'], 'a second reader is not yet a registered one')
    box = screen.node('reader.use.2').get_state_set()
    check(not box.contains(Screen.SENSITIVE), 'without a card it cannot be registered')
    switch('card', 'remove')
    switch('card', 'insert', '--reader', 'scr3310')
    line(screen, 2, SCM, '登録できます')
    screen.wait_enabled('reader.use.2')
    screen.tab_to('reader.use.2')
    keys('space')
    says(screen, ['問題なし'], 'with a card it is')
    stored = (site / 'site.xml').read_text(encoding='utf-8')
    check(len(re.findall(r'<reader name="[^"]+" serial="[^"]+" usb_path="[^"]+" />', stored)) == 2,
          'both are stored with serial and socket')
    switch('reader', 'unplug', 'scr3310')
    line(screen, 2, SCM, 'いまはつながっていません')
    says(screen, ['異常', '451'], 'a registered reader that is not there is missed')
    screen.tab_to('reader.use.2')
    keys('space')
    gone(screen, 2)
    switch('card', 'insert')
    says(screen, ['問題なし'], 'it can be taken out of the registration')


def exchange(site):
    """As if another reader of its model had been registered."""
    file = site / 'site.xml'
    stored = file.read_text(encoding='utf-8')
    serial = re.search(r'<reader name="[^"]+" serial="([^"]+)"', stored).group(1)
    file.write_text(stored.replace(serial, 'X' + serial), encoding='utf-8')


def exchanged_reader(screen, site):
    says(screen, ['注意', '452'], 'a reader that was exchanged is told')
    line(screen, 2, 'いまはつながっていません')
    line(screen, 1, '入れ替わります')
    screen.wait_enabled('reader.use.1')
    screen.tab_to('reader.use.1')
    keys('space')
    gone(screen, 2)
    says(screen, ['問題なし'], 'registered again, it takes the place of the old one')
    stored = (site / 'site.xml').read_text(encoding='utf-8')
    check(stored.count('<reader name=') == 1, 'of the old one nothing is left')


def open_page(site):
    window = Screen([PROGRAM, '--profile', str(PRACTICE / 'profile.xml'), '--site', str(site)], dict(os.environ))
    window.wait_page('reader')
    return window


folder = Path(tempfile.mkdtemp(prefix='onshi-drive-'))
try:
    home = folder / 'site'
    subprocess.run([Path(PROGRAM).parent / 'onshi', 'setup', '--answers', PRACTICE / 'answers.xml', '--profile',
                    PRACTICE / 'profile.xml', '--password-file', PRACTICE / 'certificate.password', '--site', home],
                   check=True, stdout=subprocess.DEVNULL)
    (home / 'progress.xml').write_text(
        '<progress version="1" mode="setup" step="reader" language="ja" text_percent="100" />', encoding='utf-8')
    window = open_page(home)
    try:
        cards(window)
        readers(window)
        service(window)
        second_reader(window, home)
    finally:
        window.close()
    exchange(home)
    window = open_page(home)
    try:
        exchanged_reader(window, home)
    finally:
        window.close()
    subprocess.run([SWITCH, 'card', 'log'], check=True, stdout=subprocess.DEVNULL)
    say('the cards were asked nothing but what is on the allow-list')
    summary()
finally:
    shutil.rmtree(folder, ignore_errors=True)
