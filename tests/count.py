#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""count.py LASTTEST: `PASSED FAILED` of a ctest run, counting the cases inside each test where it says them; then each
failed case on a line of its own, with the first line of what was wrong."""
import re
import sys
from pathlib import Path

BLOCK = re.compile(r"^\d+/\d+ Testing: (?P<name>\S+)$(?P<body>.*?)^Test (?P<end>Passed|Failed)\.", re.M | re.S)
BOOST = re.compile(r"(\d+) test cases? out of \d+ passed|(\d+) test cases? out of \d+ failed")
PLAIN = re.compile(r"^(\d+) passed, (\d+) failed", re.M)
UNITTEST = re.compile(r"^Ran (\d+) tests?", re.M)
UNITTEST_LOST = re.compile(r"(?:failures|errors)=(\d+)")
LOST = [
    re.compile(r'(?P<why>\S+: (?:fatal )?error: in "(?P<case>[^"]+)".*)'),           # Boost.Test
    re.compile(r"^(?:FAIL|ERROR): (?P<case>.+)$(?:.*?)(?P<why>^\w*(?:Error|Expired)\b.*?$)", re.M | re.S),  # unittest
    re.compile(r"^(?P<why>(?:not ok|FAIL)\b(?P<case>.*))$", re.M),                   # the clinic itself
    re.compile(r"(?P<why>(?P<case>ERROR: \w+Sanitizer).*|(?P<runtime>.*runtime error: .*))"),
]
LONGEST = 300


def cases(body, good):
    boost = BOOST.findall(body)
    if boost:
        return sum(int(one or 0) for one, _ in boost), sum(int(other or 0) for _, other in boost)
    plain = PLAIN.findall(body)
    if plain:
        return int(plain[-1][0]), int(plain[-1][1])
    ran = UNITTEST.search(body)
    if ran:
        lost = sum(int(count) for count in UNITTEST_LOST.findall(body))
        return int(ran.group(1)) - lost, lost
    return (1, 0) if good else (0, 1)


def lost_cases(name, body):
    found = {}
    for pattern in LOST:
        for match in pattern.finditer(body):
            found.setdefault(match["case"], match["why"].strip())
    return [f"{name}: {case}: {why}"[:LONGEST] for case, why in found.items()] or [f"{name}: ended badly"]


def main():
    passed = failed = 0
    names = []
    log = Path(sys.argv[1])
    for block in BLOCK.finditer(log.read_text(errors="replace") if log.exists() else ""):
        good = block["end"] == "Passed"
        won, lost = cases(block["body"], good)
        # A test that ended badly counts as failed whatever it printed (a crash after its last line).
        passed, failed = passed + won, failed + max(lost, 0 if good else 1)
        if not good:
            names += lost_cases(block["name"], block["body"])
    print(passed, failed)
    print("\n".join(names), end="\n" if names else "")


if __name__ == "__main__":
    main()
