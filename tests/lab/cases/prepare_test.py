#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""`onshi prepare` in the office: no clinic, and a day of the test's own choice. Its kit is what a terminal starts from."""
import re
import resource
import shutil
import subprocess

from clinic import ONSHI, TOP, ClinicCase, Outcome, main

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

    def test_a_kit_starts_with_a_profile_that_names_files(self):
        office = self.folder / "office"
        office.mkdir()
        subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "30", "-subj",
                        "/CN=Invented Root", "-keyout", self.folder / "ca.key", "-out", office / "ca.crt"], capture_output=True, check=True)
        shipped = (TOP / "assets/profiles/standard.xml").read_text(encoding="utf-8")
        named = re.sub(r"(<profile\b[^>]*>)", r'\1\n  <roots for="servers" file="ca.crt"/>', shipped, count=1)
        (office / "profile.xml").write_text(named, encoding="utf-8")
        kit = self.folder / "kit"
        made = self.prepare("--answers", self.answers, "--profile", office / "profile.xml", "--kit", kit)
        self.assertEqual(1, made.status, made)
        self.assertEqual((office / "ca.crt").read_bytes(), (kit / "ca.crt").read_bytes())
        shutil.rmtree(office)
        again = self.prepare("--site", kit, "--profile", kit / "profile.xml", "--format", "json")
        self.assertEqual(["in_operation"], again.json["preparation"]["cases"])

    def test_what_is_refused_leaves_nothing_behind(self):
        full = self.folder / "full"
        full.mkdir()
        (full / "mine.txt").write_text("mine")
        dates = self.folder / "dates.ics"
        self.assertEqual(2, self.prepare("--answers", self.answers, "--kit", full, "--output", dates).status)
        self.assertFalse(dates.exists())
        self.assertEqual(["mine.txt"], [file.name for file in full.iterdir()])
        kit = self.folder / "kit"
        self.assertEqual(2, self.prepare("--answers", self.answers, "--kit", kit, "--output", self.folder / "dates.doc").status)
        self.assertFalse(kit.exists())

    def test_a_kit_that_cannot_be_finished_is_taken_back(self):
        record = self.folder / "day.xml"
        record.write_text('<observations format="1" now="2026-12-04T09:00:00+09:00"/>')
        room = (TOP / "assets/profiles/standard.xml").stat().st_size  # enough for the profile, too little for a page
        for kit in (self.folder / "new", self.folder / "empty"):
            if kit.name == "empty":
                kit.mkdir()
            cut = subprocess.run([ONSHI, "prepare", "--world", record, "--answers", self.answers, "--kit", kit], capture_output=True,
                                 text=True, timeout=120, stdin=subprocess.DEVNULL, restore_signals=False,
                                 preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (room, room)))
            self.assertEqual(2, cut.returncode, cut)
            self.assertEqual([] if kit.name == "empty" else None, list(kit.iterdir()) if kit.exists() else None)

    def test_a_secret_number_is_not_passed_over_when_nobody_can_type_it(self):
        unasked = self.prepare("--answers", self.answers, "--secret-number")
        self.assertEqual(2, unasked.status, unasked)
        self.assertIn("--secret-number", unasked.err)

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
