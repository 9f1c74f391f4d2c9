#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole set-up by command, what it stores, and what it refuses without storing anything."""
from clinic import CHECK, COMMON, SETUP, TOP, ClinicCase, main, run

STATED = r'<line_override kind="{}" reason="read on the contract" by="Kaku Systems"/>'
SWITCH = TOP / "tests/lab/switch"


def stored_bytes(folder):
    return b"\n".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


class Setup(ClinicCase):
    def answers(self, text):
        path = self.folder / "answers.xml"
        path.write_text(text, encoding="utf-8")
        return path

    def setup_with(self, answers, faults=()):
        return run(f'"$1" setup --answers "$3" {COMMON} --site "$2" --language en', self.site, answers, faults=faults)

    def test_the_set_up_ends_with_everything_well(self):
        outcome = run(SETUP, self.site)
        self.assertEqual(0, outcome.status, outcome)
        self.assertEqual("ok", outcome.json["verdict"])
        self.assertIn("certificate_accepted", [finding["name"] for finding in outcome.json["findings"]])

    def test_the_health_check_after_it_finds_everything_well(self):
        self.prepared_site()
        outcome = run(CHECK, self.site)
        self.assertEqual(0, outcome.status, outcome)
        self.assertEqual("ok", outcome.json["verdict"])
        self.assertGreater(len(outcome.json["findings"]), 20)

    def test_no_password_is_in_any_file_or_output(self):
        outcome = run(SETUP + '; cat "$ONSHI_PRACTICE/certificate.password" >&2; "$1" sheet "$ONSHI_PRACTICE/sheets.zip" '
                      "--show-passwords --language en >&2", self.site)
        secrets = [outcome.err.splitlines()[0]]
        secrets += [line.split(": ", 1)[1] for line in outcome.err.splitlines() if line.strip().startswith("Password: ")]
        self.assertEqual(3, len(secrets), outcome)
        for secret in secrets:
            self.assertNotIn(secret.encode(), stored_bytes(self.site))
            self.assertNotIn(secret, outcome.out)

    def test_no_packet_goes_where_it_has_no_business(self):
        outcome = run(SETUP + '; status=$?; "$3" audit >&2 || exit 99; exit $status', self.site, SWITCH)
        self.assertEqual(0, outcome.status, outcome)

    def test_the_card_gets_only_what_is_on_the_allow_list(self):
        outcome = run(SETUP + ' && "$3" card log >&2', self.site, SWITCH)
        self.assertEqual(0, outcome.status, outcome)
        self.assertIn("00A4040C", outcome.err.replace(" ", "").upper())

    def test_a_second_run_on_the_same_folder_is_as_good(self):
        self.prepared_site()
        self.assertEqual(0, run(SETUP, self.site).status)

    def set_up_stating(self, statement, declared=None, form="json", **clinic):
        script = (f'sed -i "s|<line .*/>|{declared or "&"}$3|" "$ONSHI_PRACTICE/answers.xml" && '
                  f'"$1" setup --answers "$ONSHI_PRACTICE/answers.xml" {COMMON} --site "$2" --language en --format $4')
        return run(script, self.site, statement, form, **clinic)

    def test_a_persons_word_on_the_line_is_kept_beside_what_is_seen(self):
        stated = self.set_up_stating(STATED.format("ntt_west"))
        self.assertEqual([263], stated.numbers("attention", "fail", "unknown", "not_run"), stated)
        self.assertEqual(1, stated.status)
        self.assertEqual(("ok", 250), stated.rows["line.verdict"])
        facts = {finding["check"]: finding["facts"] for finding in stated.json["findings"]}
        self.assertEqual(("ntt_east", "ntt_west", "read on the contract", "Kaku Systems"), tuple(
            facts["line.declared"][key] for key in ("line_kind", "stated_kind", "stated_reason", "stated_by")))
        self.assertEqual([263], run(CHECK, self.site).numbers("attention", "fail", "unknown", "not_run"))
        self.assertEqual(711, self.set_up_stating("", faults=["verification_stopped"]).foremost)
        self.assertEqual(0, self.set_up_stating('<line_override kind="none"/>').status)
        self.assertNotIn(b"Kaku Systems", stored_bytes(self.site))

    def test_a_persons_word_answers_a_contradiction_and_makes_no_connection_good(self):
        type_3 = {"declared": r'<line type=\"3\"/>', "line": "two_links"}
        contradiction = self.set_up_stating("", **type_3)
        answered = self.set_up_stating(STATED.format("ipsec"), **type_3)
        self.assertEqual([261, 682], contradiction.numbers("attention"), contradiction)
        self.assertEqual([263, 682], answered.numbers("attention"), answered)
        self.assertTrue(answered.numbers("fail"))
        self.assertEqual(contradiction.numbers("fail", "unknown"), answered.numbers("fail", "unknown"))

    def test_what_spoke_for_and_against_each_kind_of_line_is_printed_with_its_points(self):
        printed = self.set_up_stating(STATED.format("ntt_west"), form="text").out
        for part in ("Line seen: IP-VPN of NTT East", "Speaks for it: search domain", "Points: 4",
                     "As another line: IP-VPN of NTT West (score ", "As another line: IPsec service (score -",
                     "search domain flets-east.example (-2)", "Kind stated by a person: IP-VPN of NTT West",
                     "Reason stated: read on the contract", "Stated by: Kaku Systems"):
            self.assertIn(part, printed)
        page = self.folder / "report.html"
        run('"$1" report --site "$2" --language en --output "$3"', self.site, page)
        written = page.read_text(encoding="utf-8")
        for part in (">As another line: IP-VPN of NTT West (score ", ">Line seen: IP-VPN of NTT East<",
                     ">Kind stated by a person: IP-VPN of NTT West<", ">Reason stated: read on the contract<"):
            self.assertIn(part, written)

    def test_a_word_on_the_line_without_a_reason_or_of_no_kind_stores_nothing(self):
        for statement, parts in (
                ('kind="ipsec" by="x"', ("reason", "missing", "a reason in words")),
                ('kind="ipsec" reason=" " by="x"', ("reason", "a reason in words")),
                ('kind="ipsec" reason="x" by=" "', ("by", "the name of who says so")),
                ('kind="internet" reason="x" by="x"', ("kind", "internet", "ipsec (IPsec service)", "none")),
                ('kind="none" reason="x"', ("reason",))):
            answers = self.answers(f'<answers version="1">\n  <line_override {statement}/>\n</answers>\n')
            outcome = self.setup_with(answers)
            self.assertEqual(2, outcome.status, outcome)
            for part in ("answers.xml", "line 2", *parts):
                self.assertIn(part, outcome.err)
            self.assertFalse((self.site / "site.xml").exists())

    def test_an_unknown_key_is_named_with_file_line_and_what_is_allowed(self):
        answers = self.answers('<answers version="1">\n  <institution kind="institution_code" code="1"/>\n'
                               '  <printer name="x"/>\n</answers>\n')
        outcome = self.setup_with(answers)
        self.assertEqual(2, outcome.status, outcome)
        for part in ("answers.xml", "line 3", "printer", "certificate", "sheets"):
            self.assertIn(part, outcome.err)
        self.assertFalse((self.site / "site.xml").exists())

    def test_a_password_in_the_answers_is_refused(self):
        answers = self.answers('<answers version="1">\n  <certificate file="a.p12" password="secret-word"/>\n</answers>\n')
        outcome = self.setup_with(answers)
        self.assertEqual(2, outcome.status, outcome)
        self.assertIn("password", outcome.err)
        self.assertNotIn("secret-word", outcome.err)

    def test_a_file_that_cannot_be_read_leaves_nothing_half_stored(self):
        outcome = run(f'cp -r "$ONSHI_PRACTICE" "$3" && printf cut > "$3/certificate.p12" && '
                      f'"$1" setup --answers "$3/answers.xml" {COMMON} --site "$2" --format json',
                      self.site, self.folder / "copy")
        self.assertEqual(1, outcome.status, outcome)
        self.assertFalse((self.site / "site.xml").exists())
        self.assertFalse((self.site / "certificate.p12").exists())
        self.assertEqual([606], outcome.numbers("fail"))

    def test_a_wrong_password_is_named_and_nothing_is_stored(self):
        outcome = run('echo wrong > "$3"; "$1" setup --answers "$ONSHI_PRACTICE/answers.xml" --profile '
                      '"$ONSHI_PRACTICE/profile.xml" --password-file "$3" --site "$2" --format json',
                      self.site, self.folder / "password")
        self.assertEqual(1, outcome.status, outcome)
        self.assertEqual([609], outcome.numbers("fail"))
        self.assertFalse((self.site / "site.xml").exists())

    def test_a_wrong_password_of_a_stored_certificate_is_named_too(self):
        self.prepared_site()
        outcome = run('echo wrong > "$3"; "$1" check --profile "$ONSHI_PRACTICE/profile.xml" --password-file "$3" '
                      '--site "$2" --format json', self.site, self.folder / "password")
        self.assertEqual(1, outcome.status, outcome)
        self.assertEqual([609], outcome.numbers("fail"))
        self.assertNotIn(602, outcome.numbers("unknown", "attention"))

    def test_a_world_that_is_played_back_is_no_run_of_this_clinic(self):
        self.prepared_site()
        latest = self.site / "run.json"
        before = latest.read_bytes()
        world = self.folder / "world.xml"
        run('mkdir "$2"; ' + CHECK + ' --record "$3" --only terminal', self.folder / "other", world)
        played = run(CHECK + ' --world "$3"', self.site, world)
        self.assertNotEqual(before.decode(), played.out)
        self.assertEqual(before, latest.read_bytes())

    def test_a_run_of_some_checks_does_not_replace_the_latest_whole_one(self):
        self.prepared_site()
        before = (self.site / "run.json").read_bytes()
        outcome = run(CHECK + " --only terminal", self.site)
        self.assertEqual(0, outcome.status, outcome)
        self.assertEqual(before, (self.site / "run.json").read_bytes())

    def test_a_folder_that_is_not_there_is_neither_checked_nor_made(self):
        outcome = run(CHECK + " --language en", self.site)
        self.assertEqual(2, outcome.status, outcome)
        self.assertIn("nothing was set up there", outcome.err)
        self.assertFalse(self.site.exists())

    def test_a_file_in_place_of_the_folder_is_refused(self):
        self.site.write_text("an ordinary file")
        outcome = run(SETUP + " --language en", self.site)
        self.assertEqual(2, outcome.status, outcome)
        self.assertIn("is not a folder", outcome.err)
        self.assertEqual("", outcome.out)

    def test_a_set_up_that_could_not_be_stored_does_not_end_well(self):
        outcome = run(SETUP + " --language en", "/proc/onshi-setup")
        self.assertEqual(1, outcome.status, outcome)
        self.assertIn("Nothing was stored", outcome.err)
        self.assertNotIn("full", outcome.err)
        self.assertNotIn(811, outcome.numbers("fail"))

    def test_a_damaged_record_is_told_with_the_way_out_and_kept_by_the_next_set_up(self):
        self.prepared_site()
        (self.site / "site.xml").write_text("<site")
        outcome = run(CHECK + " --language en", self.site)
        self.assertEqual(2, outcome.status, outcome)
        self.assertIn("onshi setup", outcome.err)
        again = run(SETUP + " --language en", self.site)
        self.assertEqual(0, again.status, again)
        self.assertIn("site.damaged", again.err)
        self.assertEqual("<site", (self.site / "site.damaged.xml").read_text())

    def test_a_stored_certificate_that_went_away_is_not_called_unchosen(self):
        self.prepared_site()
        (self.site / "certificate.p12").unlink()
        outcome = run(CHECK, self.site)
        self.assertEqual(1, outcome.status, outcome)
        self.assertEqual([619], outcome.numbers("fail"))

    def test_too_little_time_is_said_first(self):
        self.prepared_site()
        outcome = run(CHECK.replace("--format json", "--language en") + " --budget 0.1", self.site,
                      faults=["second_resolver_silent", "time_silent"])
        self.assertEqual(1, outcome.status, outcome)
        self.assertIn("Time ran out", outcome.out)
        self.assertIn("--budget", outcome.out)

    def test_pages_that_are_left_say_what_they_lack(self):
        outcome = self.setup_with(self.answers('<answers version="1"><line type="2"/></answers>'))
        self.assertEqual(1, outcome.status, outcome)
        for part in ("1 Preparation", "Enter the institution code", "Choose the certificate's file"):
            self.assertIn(part, outcome.err)

    def test_reports_are_made_from_the_latest_run(self):
        self.prepared_site()
        for name in ("report.html", "report.txt", "REPORT.HTML"):
            outcome = run(CHECK + f' >/dev/null; "$1" report --output "$3" --site "$2" --profile '
                          '"$ONSHI_PRACTICE/profile.xml"', self.site, self.folder / name)
            self.assertEqual(0, outcome.status, outcome)
            self.assertIn("問題は見つかりませんでした", (self.folder / name).read_text(encoding="utf-8"))

    def test_json_and_text_and_prometheus_tell_the_same_verdict(self):
        self.prepared_site()
        self.assertIn("No problem was found", run(CHECK.replace("--format json", "--language en"), self.site).out)
        self.assertIn('onshi_verdict{verdict="ok"} 1', run(CHECK.replace("json", "prometheus"), self.site).out)


if __name__ == "__main__":
    main()
