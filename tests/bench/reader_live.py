# SPDX-License-Identifier: GPL-3.0-or-later
"""Milliseconds until page 4 shows that a reader is plugged or pulled and a card inserted or removed, from the moment at
which the clinic moves it until a screen reader hears of it. Prints figures; asserts nothing. Started by reader_live.sh."""
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / 'gui'))
from screen import Screen  # noqa: E402

PROGRAM = Path(sys.argv[1])
REPEATS = int(sys.argv[2])
PRACTICE = Path(os.environ['ONSHI_PRACTICE'])
CLINIC = Path('/run/clinic')
SECONDS = 10


def until(look):
    """Milliseconds until it is so, and how long the last look itself took."""
    began = time.monotonic()
    while time.monotonic() - began < SECONDS:
        before = time.monotonic()
        try:
            found = look()
        except Exception:  # the tree changed while it was read
            found = False
        now = time.monotonic()
        if found:
            return (now - began) * 1000, (now - before) * 1000
    raise SystemExit('it never showed')


def measured(change, look):
    change()
    return until(look)


def moved(kind, port, inward):
    inside, outside = CLINIC / kind / port, CLINIC / 'away' / f'{kind}-{port}'
    return (lambda: outside.rename(inside)) if inward else (lambda: inside.rename(outside))


def main():
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / 'site'
        subprocess.run([PROGRAM.parent / 'onshi', 'setup', '--answers', PRACTICE / 'answers.xml', '--profile',
                        PRACTICE / 'profile.xml', '--password-file', PRACTICE / 'certificate.password', '--site', site],
                       check=True, stdout=subprocess.DEVNULL)
        (site / 'progress.xml').write_text(
            '<progress version="1" mode="setup" step="reader" language="ja" text_percent="100" />', encoding='utf-8')
        screen = Screen([str(PROGRAM), '--profile', str(PRACTICE / 'profile.xml'), '--site', str(site)], dict(os.environ))
        try:
            measure(screen)
        finally:
            screen.close()


def measure(screen):
    screen.wait_for(lambda: '問題なし' in screen.name('banner'), 'the page to be at rest')
    first = next(port.name for port in (CLINIC / 'cards').iterdir())
    second = next(port.name.removeprefix('usb-') for port in (CLINIC / 'away').glob('usb-*')
                  if 'SCR' in (port / 'product').read_text(encoding='utf-8'))
    box = screen.node('reader.use.1')
    page = box.get_parent()
    parts = page.get_child_count()

    def says(words):
        box.clear_cache()
        return words in box.get_name()

    def has(more):
        page.clear_cache()
        return (page.get_child_count() > parts) == more

    steps = {
        'card removed': (moved('cards', first, False), lambda: says('カードはありません')),
        'card inserted': (moved('cards', first, True), lambda: says('カードが置かれ')),
        'reader plugged': (moved('usb', second, True), lambda: has(True)),
        'reader pulled': (moved('usb', second, False), lambda: has(False)),
    }
    seen = {name: [] for name in steps}
    looks = []
    for _ in range(REPEATS):
        for name, (change, look) in steps.items():
            time.sleep(0.3)
            shown, look_itself = measured(change, look)
            seen[name].append(shown)
            looks.append(look_itself)
    for name, figures in seen.items():
        print(f'{name:15} {len(figures)} times: median {statistics.median(figures):5.0f} ms, '
              f'least {min(figures):5.0f}, most {max(figures):5.0f}')
    print(f'one look at the window through its accessible tree takes {statistics.median(looks):.0f} ms of that')


main()
