# SPDX-License-Identifier: GPL-3.0-or-later
"""The window as a person with a keyboard meets it: real key events go in by xdotool, and what a screen reader would hear
comes out by AT-SPI. Nothing inside the program is called."""
import subprocess
import time

import gi

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi  # noqa: E402

SECONDS = 20


BEGAN = time.monotonic()
said = []


class Missing(AssertionError):
    pass


def check(condition, sentence):
    if not condition:
        raise AssertionError(sentence)


def say(sentence):
    """One thing that was seen working; they are counted."""
    said.append(sentence)
    print(f'{time.monotonic() - BEGAN:6.1f} s  {sentence}', flush=True)


def summary():
    print(f'{len(said)} passed, 0 failed')


def keys(*names):
    subprocess.run(['xdotool', 'key', '--clearmodifiers', *names], check=True)


def write(text):
    subprocess.run(['xdotool', 'type', '--clearmodifiers', '--delay', '25', '--', text], check=True)


def children(node):
    for index in range(node.get_child_count()):
        child = node.get_child_at_index(index)
        if child is not None:
            yield child


def walk(node):
    yield node
    for child in children(node):
        yield from walk(child)


def is_in(node, state):
    return node.get_state_set().contains(state)


class Screen:
    """One running onshi-setup."""

    SENSITIVE = Atspi.StateType.SENSITIVE

    def __init__(self, command, environment):
        self.process = subprocess.Popen(command, env=environment)
        self.application = self.wait_for(self.find_application, 'the window')
        self.give_keyboard()

    def find_application(self):
        desktop = Atspi.get_desktop(0)
        for application in children(desktop):
            try:
                if application.get_process_id() == self.process.pid and application.get_child_count() > 0:
                    return application
            except Exception:  # an application that is just going
                continue
        return None

    def wait_for(self, look, what, seconds=SECONDS):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if self.process.poll() is not None:
                raise Missing(f'the program ended with {self.process.returncode} while waiting for {what}')
            try:
                found = look()
            except Exception:  # the tree changed while it was read
                found = None
            if found:
                return found
            time.sleep(0.05)
        raise Missing(f'waited {seconds} s for {what}; the page says: {self.heard()}')

    def give_keyboard(self, windows=1):
        """Without a window manager nobody gives a new window the keyboard, so this does: to the newest one."""
        def newest():
            found = subprocess.run(['xdotool', 'search', '--onlyvisible', '--pid', str(self.process.pid)],
                                   capture_output=True, text=True, check=False).stdout.split()
            return found if len(found) >= windows else None

        subprocess.run(['xdotool', 'windowfocus', '--sync', self.wait_for(newest, 'a window to focus')[-1]], check=True)

    def showing(self):
        for node in walk(self.application):
            if is_in(node, Atspi.StateType.SHOWING):
                yield node

    def node(self, identity):
        for node in self.showing():
            if node.get_description() == identity:
                return node
        return None

    def wait_node(self, identity, seconds=SECONDS):
        return self.wait_for(lambda: self.node(identity), identity, seconds)

    def name(self, identity):
        return self.wait_node(identity).get_name()

    def heard(self):
        """What stands on the page, for a person who reads why a test failed."""
        try:
            return ' | '.join(f'{node.get_description()}={node.get_name()}' for node in self.showing()
                              if node.get_description() and node.get_name())
        except Exception as error:
            return str(error)

    def focused(self):
        for node in self.showing():
            if is_in(node, Atspi.StateType.FOCUSED) and node.get_description():
                return node.get_description()
        return None

    def tab_to(self, identity, most=60):
        """Tab after Tab until the keyboard is there: proves that it can be reached."""
        self.wait_node(identity)
        for _ in range(most):
            if self.focused() == identity:
                return
            before = self.focused()
            keys('Tab')
            end = time.monotonic() + 1
            while time.monotonic() < end and self.focused() == before:
                time.sleep(0.02)
        raise Missing(f'{identity} cannot be reached with Tab; the keyboard is on {self.focused()}')

    def place_on_page(self, identity):
        """Below and right of the page's first line, however far it is scrolled."""
        def corner(name):
            return self.node(name).get_component_iface().get_position(Atspi.CoordType.WINDOW)

        top, here = corner('banner'), corner(identity)
        return here.y - top.y, here.x - top.x

    def tab_in_order(self, first, *through):
        """From `first` every Tab goes on downwards, and it comes by all of `through` before it leaves the page."""
        self.tab_to(first)
        way, places = [first], [self.place_on_page(first)]
        while len(way) < 60:
            keys('Tab')
            self.wait_for(lambda: self.focused() not in (None, way[-1]), 'the next stop of the Tab key')
            stop = self.focused()
            if stop.startswith('button.') or stop in way:
                break
            way.append(stop)
            places.append(self.place_on_page(stop))
        missed = [stop for stop in through if stop not in way]
        check(not missed, f'the Tab key comes by {missed} too; it went {way}')
        for before, after, above, below in zip(way, way[1:], places, places[1:]):
            beside = abs(below[0] - above[0]) < 12
            check(below[1] > above[1] if beside else below[0] > above[0], f'{after} stands after {before} on the page too')

    def fill(self, identity, text):
        self.tab_to(identity)
        keys('ctrl+a')
        if text.isascii():
            return write(text)
        keys('BackSpace')
        for count, letter in enumerate(text, start=1):
            self.write_borrowed(identity, letter, count)

    def write_borrowed(self, identity, letter, count):
        """A letter that no key has borrows a key for a moment. The screen may give the key back before anybody read it;
        then it is typed again. The next one may come when this one is there."""
        for _ in range(5):
            write(letter)
            try:
                return self.wait_for(lambda: self.text(identity, count), f'{letter} in {identity}', seconds=2)
            except Missing:
                continue
        raise Missing(f'{letter} never came to {identity}; the page says: {self.heard()}')

    def text(self, identity, length):
        text = self.node(identity).get_text_iface()
        return text is not None and text.get_character_count() == length

    def wait_enabled(self, identity, seconds=SECONDS):
        def look():
            node = self.node(identity)
            return node if node is not None and is_in(node, Atspi.StateType.SENSITIVE) else None

        return self.wait_for(look, f'{identity} to be possible', seconds)

    def wait_page(self, name):
        return self.wait_for(lambda: self.node('page.' + name), f'page {name}')

    def choose_file(self, path):
        """Types the name into the system's file chooser, which the keys before this opened."""
        self.give_keyboard(windows=2)
        time.sleep(0.3)
        write(path)
        keys('Return')
        self.wait_for(lambda: len(subprocess.run(
            ['xdotool', 'search', '--onlyvisible', '--pid', str(self.process.pid)],
            capture_output=True, text=True, check=False).stdout.split()) == 1, 'the file chooser to go')
        self.give_keyboard()

    def click(self, identity):
        area = self.wait_node(identity).get_component_iface().get_extents(Atspi.CoordType.SCREEN)
        subprocess.run(['xdotool', 'mousemove', '--sync', str(area.x + area.width // 3), str(area.y + area.height // 2),
                        'click', '1'], check=True)

    def wait_end(self):
        return self.process.wait(SECONDS)

    def kill(self):
        self.process.kill()
        self.process.wait()

    def close(self):
        if self.process.poll() is None:
            self.process.terminate()
        self.process.wait()
