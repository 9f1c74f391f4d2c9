#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files as they come in the field, good and bad: each bad one has its own number."""
import subprocess

from clinic import LAB, ClinicCase, main, run

PROFILE = '--profile "$ONSHI_PRACTICE/profile.xml"'
READ = f'"$1" sheet "$2" {PROFILE} --format json'
OPEN = f'"$1" certificate "$2" {PROFILE} --password-file "$ONSHI_PRACTICE/certificate.password" --format json --site "$3"'

SHEETS = {
    "sheets/not-a-sheet.pdf": 509,
    "sheets/production-encrypted.pdf": 505,
    "sheets/production-truncated.pdf": 506,
    "sheets/sheets-climbing.zip": 514,
    "sheets/sheets-bomb.zip": 515,
    "sheets/sheets-truncated.zip": 513,
    "sheets/no-sheets.zip": 518,
}
CERTIFICATES = {
    "pki/client-expired.p12": 621,
    "pki/client-future.p12": 622,
    "pki/client-wrongca.p12": 641,
    "pki/client-truncated.p12": 607,
    "pki/key-only.p12": 614,
    "pki/certificate-only.p12": 613,
    "pki/empty.p12": 603,
    "pki/not-a-p12.p12": 606,
    "pki/client-mismatch.p12": 615,
}
GOOD_CERTIFICATES = ["pki/client.p12", "pki/client-legacy.p12", "pki/client-3des.p12"]


class Files(ClinicCase):
    def test_the_portals_zip_yields_both_sheets_whole(self):
        outcome = run(f'"$1" sheet "$ONSHI_PRACTICE/sheets.zip" {PROFILE} --format json')
        self.assertEqual(0, outcome.status, outcome)
        sheets = outcome.json["sheets"]
        self.assertEqual({"本番環境", "接続検証環境"}, {sheet["environment"] for sheet in sheets})
        for sheet in sheets:
            self.assertEqual("架空医院", sheet["institution_name"])
            self.assertEqual("マスタアカウント", sheet["master_user_name"])
            self.assertEqual("present", sheet["master_password"])
            self.assertEqual([], sheet.pop("unconfirmed"))
            self.assertTrue(all(sheet.values()), sheet)

    def test_beside_the_sheets_stands_what_the_terminals_software_points_at(self):
        sheets = f'"$1" sheet "$ONSHI_PRACTICE/sheets.zip" {PROFILE} --format json'
        outcome = run(sheets, faults=["software_half_switched"])
        self.assertEqual(862, outcome.foremost, outcome)
        facts = next(finding["facts"] for finding in outcome.json["findings"] if finding["number"] == 862)
        self.assertEqual(("production", "verification"), (facts["exchange_app"], facts["face_library"]))
        self.assertEqual(["0012"], [facts["reader_account_end"]])
        self.assertEqual(2, len(outcome.json["sheets"]))

    def test_a_scan_waits_for_a_person_and_shows_no_password(self):
        scan = self.folder / "scan"
        subprocess.run(["pdftoppm", "-r", "300", "-gray", "-png", "-singlefile", LAB / "sheets/production.pdf", scan],
                       check=True)
        outcome = run(READ, scan.with_suffix(".png"))
        self.assertEqual(1, outcome.status, outcome)
        self.assertEqual(527, outcome.foremost, outcome)
        sheet, = outcome.json["sheets"]
        self.assertEqual(("本番環境", "1319999129", "must_be_typed"),
                         (sheet["environment"], sheet["institution_code"], sheet["master_password"]))
        self.assertEqual({"environment", "institution_code", "institution_name", "master_user_id", "reset_user_id"},
                         set(sheet["unconfirmed"]))

    def test_each_bad_sheet_file_has_its_own_number(self):
        for name, number in SHEETS.items():
            with self.subTest(name):
                outcome = run(READ, LAB / name)
                self.assertEqual(1, outcome.status, outcome)
                self.assertEqual(number, outcome.foremost, outcome)

    def test_each_bad_certificate_file_has_its_own_number(self):
        for name, number in CERTIFICATES.items():
            with self.subTest(name):
                outcome = run(OPEN, LAB / name, self.site)
                self.assertEqual(1, outcome.status, outcome)
                self.assertEqual(number, outcome.foremost, outcome)

    def test_modern_and_old_encryption_both_open(self):
        for name in GOOD_CERTIFICATES:
            with self.subTest(name):
                self.assertEqual(0, run(OPEN, LAB / name, self.site).status)

    def test_a_file_that_is_not_there_is_named_with_status_2(self):
        for script in (READ, OPEN):
            outcome = run(script, "/nowhere/sheet.pdf", self.site)
            self.assertEqual(2, outcome.status, outcome)
            self.assertIn("/nowhere/sheet.pdf", outcome.err)

    def test_a_file_that_cannot_be_read_is_not_said_to_be_missing(self):
        said = {}
        for name in ("/nowhere/sheet.pdf", "/proc/self/mem", str(self.folder)):
            outcome = run(READ + " --language en", name)
            self.assertEqual(2, outcome.status, outcome)
            said[name] = outcome.err.replace(name, "")
        self.assertIn("cannot be read", said["/proc/self/mem"])
        self.assertIn("this is a folder", said[str(self.folder)])
        self.assertNotIn("cannot be read", said["/nowhere/sheet.pdf"])


    def test_the_certificate_that_was_asked_about_is_named(self):
        site = self.prepared_site()
        for name in ("client-truncated.p12", "not-a-p12.p12", "empty.p12"):
            for folder in (site, self.folder / "none"):
                outcome = run(OPEN, LAB / "pki" / name, folder)
                self.assertEqual(str(LAB / "pki" / name), outcome.json["findings"][0]["facts"]["file"])

    def test_an_empty_password_is_said_to_be_empty(self):
        outcome = run(': > "$3"; "$1" certificate "$2" --password-file "$3" --language en', LAB / "pki/client.p12",
                      self.folder / "password")
        self.assertEqual(2, outcome.status, outcome)
        self.assertIn("is empty", outcome.err)


class Usage(ClinicCase):
    def test_wrong_usage_is_status_2_with_one_sentence(self):
        for words in ("check --speed 3", "check --only kitchen", "explain", "explain 999", "sheet", "setup",
                      "report --output x.docx", "check --format yaml", "check --budget fast",
                      "sheet x.pdf --format prometheus", "explain 213 --format prometheus",
                      "report --output x.txt --format json", "check --site ''", "check --record /nowhere/x",
                      "check --site /nowhere/typo"):
            with self.subTest(words):
                outcome = run(f'"$1" {words} --language en')
                self.assertEqual(2, outcome.status, outcome)
                self.assertTrue(outcome.err.strip())
                self.assertEqual("", outcome.out)

    def test_what_is_not_there_yet_says_so(self):
        for command in ("decode 1", "bundle --output x", "rehearse x"):
            outcome = run(f'"$1" {command} --language en')
            self.assertEqual(2, outcome.status, outcome)
            self.assertIn("not there yet", outcome.err)

    def test_a_number_is_explained_to_clinic_and_engineer(self):
        outcome = run('"$1" explain 213 --language en')
        self.assertEqual(0, outcome.status, outcome)
        self.assertIn("For the engineer", outcome.out)


if __name__ == "__main__":
    main()
