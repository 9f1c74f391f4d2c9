# SPDX-License-Identifier: GPL-3.0-or-later
"""The window is left alone while the line changes: the cable is pulled and put back, the router stops announcing and comes
back, a resolver is set wrongly. Each is named without a key, what a person types meanwhile stays, and a router that only
renews its lifetimes changes nothing. Then a person states what the line really is, and takes it back."""
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from screen import Screen, check, keys, say, summary  # noqa: E402

PROGRAM = sys.argv[1]
PRACTICE = Path(os.environ['ONSHI_PRACTICE'])
SWITCH = Path(__file__).resolve().parent.parent / 'lab' / 'switch'
ANNOUNCEMENTS = 'Icmp6InRouterAdvertisements'
REASON = 'cable of the desk'


def switch(*words):
    subprocess.run([SWITCH, *words], check=True)


def start(site):
    return Screen([PROGRAM, '--profile', str(PRACTICE / 'profile.xml'), '--site', str(site)], dict(os.environ))


def place(site, mode, step):
    (site / 'progress.xml').write_text(
        f'<progress version="1" mode="{mode}" step="{step}" language="ja" text_percent="100" />', encoding='utf-8')


def says(screen, words, what):
    screen.wait_for(lambda: all(word in screen.name('banner') for word in words), what)
    say(what + ': ' + screen.name('banner'))


def news(screen, word):
    screen.wait_for(lambda: '回線が変わったので' in screen.name('news') and word in screen.name('news'),
                    'a sentence that the line changed')
    say('it says so: ' + screen.name('news'))


def text_of(screen, identity):
    return screen.wait_node(identity).get_text_iface().get_text(0, -1)


def announcements():
    return int(re.search(ANNOUNCEMENTS + r'\s+(\d+)', Path('/proc/net/snmp6').read_text(encoding='ascii')).group(1))


def queries():
    return Path('/run/clinic/log/resolver-queries').read_text(encoding='utf-8', errors='replace').count('query[')


def announced(screen, times):
    before = announcements()
    screen.wait_for(lambda: announcements() >= before + times, f'{times} more of the router', seconds=40)


def quiet_line(screen):
    asked = queries()
    announced(screen, 2)
    check(screen.node('news') is None, 'an announcement that changes nothing is no news')
    check(queries() == asked, 'and nothing was asked because of it')
    say('a router that renews its lifetimes brings about nothing')


def cable(screen):
    says(screen, ['問題なし'], 'the line is good')
    quiet_line(screen)
    switch('link', 'down')
    says(screen, ['異常', '203'], 'the pulled cable is named without a key')
    news(screen, '確かめました')
    screen.fill('waiver.reason', REASON)
    switch('link', 'up')
    says(screen, ['問題なし'], 'the cable put back is good without a key')
    check(text_of(screen, 'waiver.reason') == REASON, 'what was typed stays')
    check(screen.focused() == 'waiver.reason', 'the keyboard stays where it was')
    say('what was typed and the keyboard stayed')
    announced(screen, 1)
    asked = queries()
    announced(screen, 1)
    check(queries() == asked, 'a run brings about no other')
    say('and it was one run')


def router(screen):
    switch('service', 'stop', 'radvd')
    says(screen, ['異常', '213'], 'a router that no longer announces is named without a key')
    switch('service', 'start', 'radvd')
    says(screen, ['問題なし'], 'its announcement is heard without a key')


def resolver(screen):
    file = Path('/etc/resolv.conf')
    right = file.read_text(encoding='utf-8')
    file.write_text('nameserver 2001:db8:2ff::53:1\n', encoding='utf-8')
    says(screen, ['異常', '243'], 'a wrong resolver is named without a key')
    file.write_text(right, encoding='utf-8')
    says(screen, ['問題なし'], 'the right one is good without a key')


def page(site, step, number):
    """Another window, which opens with that page."""
    place(site, 'setup', step)
    screen = start(site)
    try:
        screen.wait_page(step)
        screen.wait_for(lambda: '確かめています' not in screen.name('banner') and '203' not in screen.name('banner'),
                        'the first run')
        switch('link', 'down')
        says(screen, ['203'], f'page {number} names the cable without a key')
        check('問題なし' not in screen.name('step.line'), 'and so does the list of pages')
        switch('link', 'up')
        screen.wait_for(lambda: '203' not in screen.name('banner') and '確かめています' not in screen.name('banner'),
                        'the page to check again without a key')
        check('異常' not in screen.name('banner'), 'nothing is left of the fault')
        say(f'page {number} checked again: ' + screen.name('banner'))
    finally:
        screen.close()


def health(site):
    place(site, 'health', '')
    screen = start(site)
    try:
        screen.wait_page('health')
        screen.wait_for(lambda: '確かめています' not in screen.name('banner'), 'the first run')
        screen.fill('health.password', 'half')
        switch('link', 'down')
        says(screen, ['203'], 'the health check names the cable without a key')
        news(screen, '確かめました')
        switch('link', 'up')
        screen.wait_for(lambda: '602' in screen.name('banner') and '203' not in screen.name('banner'),
                        'only the password to be missing')
        say('and that only the password is missing once it is back: ' + screen.name('banner'))
        check(screen.focused() == 'health.password', 'the keyboard stays in the password')
    finally:
        screen.close()


def stop(screen):
    switch('packets', 'vanish')
    keys('F5', 'Escape')
    says(screen, ['中止'], 'Esc ends a run')
    switch('link', 'down')
    says(screen, ['異常', '203'], 'but what changes after that is checked')
    switch('packets', 'pass')
    switch('link', 'up')
    says(screen, ['問題なし'], 'the line is good again')


def statement(site):
    whole = site / 'site.xml'
    place(site, 'setup', 'line')
    screen = start(site)
    try:
        says(screen, ['問題なし'], 'the line is good')
        check(screen.node('line.stated_reason') is None, 'who has no question is offered no statement')
        keys('alt+d')
        screen.wait_node('line.stated_reason')
        check('flets-east' in screen.name('line.story') and '-2' in screen.name('line.story'),
              'what speaks for and against is on the page')
        screen.tab_to('line.stated.ntt_east')
        keys('Down')
        screen.fill('line.stated_by', 'Kaku Systems')
        screen.fill('line.stated_reason', 'read on the contract')
        switch('link', 'down')
        says(screen, ['203'], 'a cable is pulled while somebody writes')
        switch('link', 'up')
        says(screen, ['問題なし'], 'and put back')
        check(text_of(screen, 'line.stated_reason') == 'read on the contract', 'what was written stays')
        check(screen.focused() == 'line.stated_reason', 'and so does the keyboard')
        screen.wait_enabled('line.state')
        keys('alt+k')
        says(screen, ['注意', '263'], 'a statement is kept, and is not quite good')
        check('Kaku Systems' in screen.name('line.story') and 'NTT東日本' in screen.name('line.story'),
              'statement and observation stand beside each other')
        check('line_override kind="ntt_west" reason="read on the contract" by="Kaku Systems"'
              in whole.read_text(encoding='utf-8'), 'it is stored')
        keys('alt+k')
        says(screen, ['問題なし'], 'it can be taken back')
        check('line_override' not in whole.read_text(encoding='utf-8'), 'and is stored no longer')
    finally:
        screen.close()


folder = Path(tempfile.mkdtemp(prefix='onshi-drive-'))
try:
    home = folder / 'site'
    subprocess.run([Path(PROGRAM).parent / 'onshi', 'setup', '--answers', PRACTICE / 'answers.xml', '--profile',
                    PRACTICE / 'profile.xml', '--password-file', PRACTICE / 'certificate.password', '--site', home],
                   check=True, stdout=subprocess.DEVNULL)
    place(home, 'setup', 'line')
    window = start(home)
    try:
        window.wait_page('line')
        cable(window)
        router(window)
        resolver(window)
        stop(window)
    finally:
        window.close()
    page(home, 'v6_option', 3)
    page(home, 'connectivity', 7)
    health(home)
    statement(home)
    summary()
finally:
    shutil.rmtree(folder, ignore_errors=True)
