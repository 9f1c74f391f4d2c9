# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs `onshi` in a fresh practice clinic, as an engineer would, and hands back what it printed."""
import json
import os
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

TOP = Path(__file__).resolve().parents[3]
PROGRAMS = Path(os.environ.get("ONSHI_PROGRAMS", TOP / "build/release"))
LAB = Path(os.environ.get("ONSHI_LAB_BUILD", TOP / "build/lab"))
ONSHI = PROGRAMS / "onshi"
NO_NAMESPACES = 77


class Outcome:
    def __init__(self, finished):
        self.status = finished.returncode
        self.out = finished.stdout
        self.err = finished.stderr

    @property
    def json(self):
        return json.loads(self.out)

    @property
    def foremost(self):
        """The first cause that a person would be told: a fault before what is unknown before what needs attention."""
        for verdict in ("fail", "unknown", "attention"):
            for finding in self.json["findings"]:
                if finding["verdict"] == verdict:
                    return finding["number"]
        return None

    @property
    def rows(self):
        return {finding["check"]: (finding["verdict"], finding["number"]) for finding in self.json["findings"]}

    def numbers(self, *verdicts):
        return [finding["number"] for finding in self.json["findings"] if finding["verdict"] in verdicts]

    def __str__(self):
        return f"status {self.status}\n{self.out}\n{self.err}"


def run(script, *arguments, faults=(), line="east"):
    """`script` is run by sh on the terminal of a fresh clinic; $1 is onshi, further arguments follow."""
    command = [str(TOP / "tests/lab/practice"), "--build", str(LAB), "--line", line]
    for fault in faults:
        command += ["--fault", fault]
    command += ["--", "sh", "-c", script, "case", str(ONSHI), *map(str, arguments)]
    finished = subprocess.run(command, capture_output=True, text=True, timeout=120, stdin=subprocess.DEVNULL)
    if finished.returncode == NO_NAMESPACES:
        sys.exit(NO_NAMESPACES)
    return Outcome(finished)


COMMON = '--profile "$ONSHI_PRACTICE/profile.xml" --password-file "$ONSHI_PRACTICE/certificate.password"'
SETUP = f'"$1" setup --answers "$ONSHI_PRACTICE/answers.xml" {COMMON} --site "$2" --format json'
CHECK = f'"$1" check {COMMON} --site "$2" --format json'


# What the replay of a record needs of the engineer's hand, kept outside the clinic: $2.given.
RECORDED = (f'mkdir "$2.given" && cp "$ONSHI_PRACTICE/profile.xml" "$ONSHI_PRACTICE/ca.crt" '
            f'"$ONSHI_PRACTICE/certificate.password" "$2.given/" && {CHECK} --record "$2.given/record.xml"')


def replay(site):
    """The same check from the record alone, outside of any clinic."""
    given = Path(f"{site}.given")
    return Outcome(subprocess.run(
        [ONSHI, "check", "--profile", given / "profile.xml", "--password-file", given / "certificate.password",
         "--site", site, "--world", given / "record.xml", "--format", "json"],
        capture_output=True, text=True, timeout=60, stdin=subprocess.DEVNULL))


class ClinicCase(unittest.TestCase):
    """Each test has a folder of its own; `prepared_site` is a copy of one finished set-up on that line."""
    maxDiff = None
    _finished = {}  # by line

    def setUp(self):
        self.folder = Path(tempfile.mkdtemp(prefix="onshi-case-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.site = self.folder / "site"

    def prepared_site(self, line="east"):
        if line not in ClinicCase._finished:
            finished = Path(tempfile.mkdtemp(prefix="onshi-finished-"))
            unittest.addModuleCleanup(shutil.rmtree, finished, ignore_errors=True)
            outcome = run(SETUP, finished / "site", line=line)
            self.assertEqual(0, outcome.status, outcome)
            ClinicCase._finished[line] = finished  # only one that stands is shared with the other tests
        shutil.copytree(ClinicCase._finished[line] / "site", self.site)
        return self.site


def main():
    program = unittest.main(module="__main__", exit=False, verbosity=1)
    result = program.result
    lost = len(result.failures) + len(result.errors)
    print(f"{result.testsRun - lost - len(result.skipped)} passed, {lost} failed")
    sys.exit(1 if lost or not result.testsRun else 0)
