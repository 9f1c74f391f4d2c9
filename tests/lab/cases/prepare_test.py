#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""`onshi prepare` in the office: no clinic, and a day of the test's own choice. Its kit is what a terminal starts from."""
import re
import subprocess

from clinic import ONSHI, ClinicCase, Outcome, main

ANSWERS = """<?xml version="1.0" encoding="UTF-8"?>
<answers version="1">
  <institution code="1319999129" name="架空医院" terminal="受付1号機"/>
  <line type="1" customer_id="CAF0000012345" v6_option="contracted"/>
  <preparation cases="in_operation" papers="attendant">
    <form terms="yes" customer_id_again="CAF0000012345" start="2026-12" fee="1"/>
    <day of="reader_order" done="2026-07-01"/>
    <day of="vendor_order" done="2026-11-02"/>
    <day of="installation" planned="2026-12-21"/>
  </preparation>
</answers>
"""


class Office(ClinicCase):
    def setUp(self):
        super().setUp()
        self.answers = self.folder / "answers.xml"
        self.answers.write_text(ANSWERS, encoding="utf-8")

    def prepare(self, *options, day="2026-12-04"):
        record = self.folder / "day.xml"
        record.write_text(f'<observations format="1" now="{day}T09:00:00+09:00"/>')
        return Outcome(subprocess.run([ONSHI, "prepare", "--world", record, *options], capture_output=True, text=True, timeout=120,
                                      stdin=subprocess.DEVNULL))

    def test_an_application_that_is_late_says_who_must_act(self):
        late = self.prepare("--answers", self.answers, "--format", "json", day="2026-12-10")
        self.assertEqual(1, late.status, late)
        finding = next(one for one in late.json["findings"] if one["number"] == 144)
        self.assertEqual(("fail", "clinic"), (finding["verdict"], finding["who"]))
        self.assertEqual(("2026-12-07", "3"), (finding["facts"]["due_day"], finding["facts"]["late_working_days"]))
        in_time = self.prepare("--answers", self.answers, "--format", "json")
        self.assertNotIn(144, [one["number"] for one in in_time.json["findings"]])

    def test_a_kit_is_a_terminals_folder_without_a_password(self):
        kit = self.folder / "kit"
        made = self.prepare("--answers", self.answers, "--kit", kit)
        self.assertEqual(1, made.status, made)
        self.assertEqual({"README.txt", "application.html", "clinic.html", "dates.html", "dates.ics", "engineer.html", "profile.xml",
                          "site.xml"}, {file.name for file in kit.iterdir()})
        self.assertNotRegex("".join(file.read_text() for file in kit.iterdir()), "password=|秘密の番号: [0-9]")
        again = self.prepare("--site", kit, "--profile", kit / "profile.xml", "--format", "json")
        self.assertEqual(["in_operation"], again.json["preparation"]["cases"])
        self.assertIn({"name": "kit", "holder": "engineer", "at_hand": True}, again.json["preparation"]["papers"])
        twice = self.prepare("--answers", self.answers, "--kit", kit)
        self.assertEqual(2, twice.status, twice)

    def test_a_calendar_and_a_printed_page_are_written(self):
        for name, start in (("dates.ics", "BEGIN:VCALENDAR\r\n"), ("dates.html", "<!DOCTYPE html>")):
            self.assertEqual(1, self.prepare("--answers", self.answers, "--output", self.folder / name).status)
            self.assertTrue((self.folder / name).read_bytes().decode().startswith(start), name)
        self.assertEqual(2, self.prepare("--answers", self.answers, "--output", self.folder / "dates.doc").status)

    def test_what_cannot_be_read_is_refused(self):
        self.answers.write_text(ANSWERS.replace('papers="attendant"', 'papers="umbrella"'), encoding="utf-8")
        unknown = self.prepare("--answers", self.answers)
        self.assertEqual(2, unknown.status, unknown)
        self.assertIn("umbrella", unknown.err)
        self.assertEqual(2, self.prepare("--site", self.folder / "nowhere").status)

    def test_a_question_is_found_and_shown_under_a_number(self):
        def explain(*words):
            return subprocess.run([ONSHI, "explain", *words], capture_output=True, text=True, timeout=60, stdin=subprocess.DEVNULL)
        found = explain("--search", "himitsu", "wasureta")
        self.assertEqual(0, found.returncode, found)
        self.assertTrue(re.search(r"^1-03 ", found.stdout, re.M), found)
        self.assertIn("1-03", explain("577").stdout)
        self.assertEqual(1, explain("--search", "xyzzy").returncode)
        self.assertEqual(2, explain("9-99").returncode)


if __name__ == "__main__":
    main()
