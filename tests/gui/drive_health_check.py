# SPDX-License-Identifier: GPL-3.0-or-later
"""The health check by keyboard on a line where nothing answers: stopped by Esc, asked again, read in the other language,
and good once the line is back. Then a card reader pulled and plugged while its page is open."""
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from screen import Screen, check, keys, say, summary  # noqa: E402

PROGRAM = sys.argv[1]
PRACTICE = Path(os.environ['ONSHI_PRACTICE'])
PASSWORD = (PRACTICE / 'certificate.password').read_text(encoding='utf-8').splitlines()[0]
SWITCH = Path(__file__).resolve().parent.parent / 'lab' / 'switch'


def switch(*words):
    subprocess.run([SWITCH, *words], check=True)


def start(site):
    return Screen([PROGRAM, '--profile', str(PRACTICE / 'profile.xml'), '--site', str(site)], dict(os.environ))


def banner_says(screen, words, what):
    screen.wait_for(lambda: all(word in screen.name('banner') for word in words), what)
    say(what + ': ' + screen.name('banner'))


def health_check(screen):
    screen.wait_page('welcome')
    keys('alt+h')
    screen.wait_page('health')
    banner_says(screen, ['確かめています'], 'it shows that it runs')
    keys('Escape')
    screen.wait_for(lambda: "確かめています" not in screen.name('banner'), 'Esc to end it')
    check('中止しました' in screen.name('banner') and not screen.name('banner').startswith('問題なし'),
          'what was stopped says so and is not good')
    say('stopped: ' + screen.name('banner'))
    keys('F5')
    banner_says(screen, ['231'], 'the silent resolvers are named')
    keys('alt+l')
    banner_says(screen, ['Fault', '231'], 'the same in English')
    keys('alt+l')
    screen.wait_for(lambda: '異常' in screen.name('banner'), 'Japanese')
    switch('packets', 'pass')
    keys('F5')
    screen.wait_for(lambda: '231' not in screen.name('banner') and '確かめています' not in screen.name('banner'),
                    'the line to be good again')
    check('602' in screen.name('banner'), 'only the password is missing now')
    say('line back: ' + screen.name('banner'))
    screen.fill('health.password', 'wrong')
    keys('Return')
    screen.wait_for(lambda: '609' in screen.heard(), 'the wrong password to have its number')
    say('a wrong password is said in place')
    screen.fill('health.password', PASSWORD)
    keys('Return')
    banner_says(screen, ['問題なし'], 'with the password everything is asked again and good')


def live_reader(screen):
    keys('alt+b')
    screen.wait_page('welcome')
    keys('alt+s')
    screen.wait_page('preparation')
    for page in ('line', 'v6_option', 'reader'):
        screen.wait_enabled('button.next')
        keys('alt+n')
        screen.wait_page(page)
    banner_says(screen, ['問題なし'], 'the reader is good')
    switch('reader', 'unplug', 'rcs300')
    banner_says(screen, ['異常', '4'], 'the pulled reader is missed without a key')
    switch('reader', 'plug', 'rcs300')
    banner_says(screen, ['問題なし'], 'the plugged reader is good without a key')


folder = Path(tempfile.mkdtemp(prefix='onshi-drive-'))
try:
    switch('packets', 'pass')
    subprocess.run([Path(PROGRAM).parent / 'onshi', 'setup', '--answers', PRACTICE / 'answers.xml', '--profile',
                    PRACTICE / 'profile.xml', '--password-file', PRACTICE / 'certificate.password', '--site',
                    folder / 'site'], check=True, stdout=subprocess.DEVNULL)
    progress = folder / 'site' / 'progress.xml'
    progress.write_text('<progress version="1" mode="" step="" language="ja" text_percent="100" />', encoding='utf-8')
    switch('packets', 'vanish')
    window = start(folder / 'site')
    try:
        health_check(window)
        live_reader(window)
    finally:
        window.close()
    summary()
finally:
    shutil.rmtree(folder, ignore_errors=True)
