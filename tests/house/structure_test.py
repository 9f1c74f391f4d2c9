#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The arrows, the sizes and the portability of the house (docs/architecture.md)."""
import re
import unittest

import house

TOPICS = {"line", "connectivity", "reader", "sheet", "certificate", "terminal", "preparation"}
MAY_INCLUDE = {"site": {"site"}, "world": {"world", "site"}, "check": {"check", "world", "site"}}
MAY_INCLUDE.update({topic: {topic, "check", "world", "site"} for topic in TOPICS})
POSIX = re.compile(r"^(unistd|fcntl|poll|signal|pthread|dlfcn|termios|netdb|ifaddrs|pwd|grp|dirent|spawn|syslog|"
                   r"sched|semaphore|glob|fnmatch|wordexp|utime|ucontext|mntent|strings|"
                   r"(sys|netinet|arpa|net|linux|netlink|asm|rpc)/.*)(\.h)?$")
MOST_LINES = 600


class TheHouse(unittest.TestCase):
    def test_only_the_agreed_folders_stand_at_the_top(self):
        allowed = {"wizard", "probes", "assets", "installer", "tests", "docs", ".ci", ".github"}
        found = {house.name(path).split("/")[0] for path in house.tracked() if "/" in house.name(path)}
        self.assertLessEqual(found, allowed)

    def test_probes_never_include_the_wizard(self):
        self.assertEqual([], [house.name(path) for path in house.sources("probes")
                              for included in house.includes_of(path) if included.startswith("wizard/")])

    def test_rooms_of_probes_include_only_along_the_arrows(self):
        wrong = []
        for path in house.sources("probes"):
            room = house.name(path).split("/")[1]
            for included in house.includes_of(path):
                if included.startswith("probes/") and included.split("/")[1] not in MAY_INCLUDE[room]:
                    wrong.append(f"{house.name(path)} includes {included}")
        self.assertEqual([], wrong)

    def test_project_files_are_included_from_the_top(self):
        known = {house.name(path) for path in house.tracked()}
        wrong = []
        for path in house.sources("probes", "wizard", "tests"):
            for included in re.findall(r'^\s*#include "([^"]+)"', house.read(path), re.M):
                if included not in known:
                    wrong.append(f"{house.name(path)} includes {included}")
        self.assertEqual([], wrong)

    def test_wxwidgets_is_known_to_the_window_alone(self):
        self.assertEqual([], [house.name(path) for path in house.sources("probes", "wizard")
                              for included in house.includes_of(path)
                              if included.startswith("wx/") and not house.name(path).startswith("wizard/gui/")])

    def test_posix_headers_stay_in_the_linux_room(self):
        wrong = []
        for path in house.sources("probes", "wizard"):
            if house.name(path).startswith("probes/world/linux/"):
                continue
            wrong += [f"{house.name(path)} includes {included}" for included in house.includes_of(path)
                      if POSIX.match(included)]
        self.assertEqual([], wrong)

    def test_no_file_is_longer_than_600_lines(self):
        suffixes = {".cpp", ".h", ".py", ".sh", ".txt", ".md"}
        long = [(house.name(path), house.read(path).count("\n")) for path in house.tracked()
                if path.suffix in suffixes and house.name(path) != "LICENSE"]
        self.assertEqual([], [entry for entry in long if entry[1] > MOST_LINES])

    def test_every_source_says_its_licence_once(self):
        wrong = [house.name(path) for path in house.tracked()
                 if path.suffix in {".cpp", ".h", ".py", ".sh"} or path.name == "CMakeLists.txt"
                 if house.read(path).count("SPDX-License-" + "Identifier: GPL-3.0-or-later") < 1]
        self.assertEqual([], wrong)

    def test_every_header_stands_alone_and_says_what_it_is_for(self):
        wrong = []
        for path in house.sources("probes", "wizard", suffixes={".h"}):
            lines = house.read(path).splitlines()
            if "#pragma once" not in lines or not lines[1].startswith("// "):
                wrong.append(house.name(path))
        self.assertEqual([], wrong)

    def test_no_memory_is_handled_by_hand(self):
        by_hand = re.compile(r"\bnew\s+(?!\()[A-Za-z_:]+\s*[({;]|\bdelete\s+[\w(*]|\bmalloc\s*\(|\bfree\s*\(")
        wrong = []
        for path in house.sources("probes", "wizard"):
            # A deleter (its call operator) may free what a C library made. In wxWidgets a window is made with new and owned by its parent window.
            if house.name(path).startswith("wizard/gui/"):
                continue
            code = re.sub(r'"(?:\\.|[^"\\\n])*"', '""', house.without_comments(house.read(path)))
            wrong += [f"{house.name(path)}: {found.group(0)}" for found in by_hand.finditer(code)
                      if "operator()" not in house.line_at(code, found.start())]
        self.assertEqual([], wrong)

    def test_no_product_file_names_a_machines_folder(self):
        pattern = re.compile("/(work|far" + "m|tmp/bash_jobs)/")
        wrong = [house.name(path) for path in house.tracked()
                 if path.suffix not in {".png", ".ico"} and pattern.search(path.read_bytes().decode("utf-8", "ignore"))]
        self.assertEqual([], wrong)


if __name__ == "__main__":
    unittest.main(verbosity=0)
