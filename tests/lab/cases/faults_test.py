#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every fault of the practice clinic is named by its own number, first, and within its time; and what was recorded of it
says the same anywhere."""
import html
import itertools
import os
import subprocess
import unittest
from pathlib import Path

from clinic import CHECK, LAB, RECORDED, TOP, ClinicCase, main, replay, run

# fault(s): the number that a person is told first
CAUSES = {
    ("no_link",): 203,
    ("no_ra",): 213,
    ("no_default_route",): 221,
    ("closed_resolvers_silent",): 231,
    ("second_resolver_silent",): 237,
    ("resolver_servfail",): 233,
    ("wrong_resolver",): 242,
    ("packets_vanish",): 231,
    ("packets_lost",): 281,
    ("line_slow",): 282,
    ("name_missing",): 701,
    ("name_missing_in_first",): 705,
    ("wrong_address_in_first",): 719,
    ("verification_stopped",): 711,
    ("verification_silent",): 712,
    ("server_expired",): 721,
    ("server_not_yet_valid",): 722,
    ("server_wrong_name",): 723,
    ("server_unknown_root",): 724,
    ("server_incomplete_chain",): 725,
    ("client_expired",): 621,
    ("client_not_yet_valid",): 622,
    ("client_other_ca",): 641,
    ("client_other_institution",): 661,
    ("client_revoked",): 681,
    ("client_revoked", "server_alert_style"): 681,
    ("client_not_asked",): 744,
    ("http_403",): 752,
    ("http_redirect",): 751,
    ("http_407",): 753,
    ("answer_empty",): 741,
    ("server_too_old",): 728,
    ("verification_prohibited",): 714,
    ("large_packets_vanish",): 746,
    ("tls_silent",): 726,
    ("proxy_missing",): 791,
    ("proxy_dead",): 781,
    ("proxy_unknown",): 782,
    ("proxy_bypass_incomplete",): 792,
    ("proxy_wants_password",): 786,
    ("resolver_short",): 275,
    ("other_region_resolvers",): 243,
    ("http_500",): 754,
    ("answer_late",): 739,
    ("verification_unroutable",): 713,
    ("two_prefixes",): 216,
    ("ipv4_only",): 224,
    ("websocket_refused",): 771,
    ("ike_silent",): 291,
    ("ike_no_proposal",): 292,
    ("ike_authentication_failed",): 293,
    ("tunnel_not_installed",): 294,
    ("tunnel_without_names",): 295,
    ("ike_program_stopped",): 299,
    ("captive_portal",): 276,
    ("web_intercepted",): 756,
    ("resolver_drops_edns",): 246,
    ("second_resolver_without_tcp",): 265,
    ("wrong_source",): 757,
    ("dhcp_silent",): 218,
    ("dhcp_silent_self_assigned",): 219,
    ("pppoe_silent",): 225,
    ("pppoe_refused",): 225,
    ("distribution_silent",): 301,
    ("lineauth_silent",): 761,
    ("office_link_first",): 247,
    ("plain_internet",): 254,
    ("no_reader",): 411,
    ("reader_without_driver",): 412,
    ("pcscd_stopped",): 402,
    ("pcscd_refused",): 403,
    ("no_card",): 422,
    ("mute_card",): 423,
    ("card_held",): 421,
    ("wrong_card",): 431,
    ("pin_locked",): 441,
    ("clock_wrong",): 801,
    ("time_silent",): 804,
    ("time_name_missing",): 803,
    ("software_mixed",): 861,
    ("software_half_switched",): 862,
    ("hand_over_file_left",): 868,
    ("shortcut_left",): 869,
    # Two at once: the one nearer the terminal is named first, and a fault before what only needs attention.
    ("no_ra", "verification_stopped"): 213,
    ("closed_resolvers_silent", "server_expired"): 231,
    ("pcscd_stopped", "verification_stopped"): 402,
    ("verification_stopped", "no_card"): 711,
    ("other_region_resolvers", "server_expired"): 243,
    ("resolver_short", "http_403"): 275,
    ("no_default_route", "client_revoked"): 221,
    ("large_packets_vanish", "no_card"): 746,
    ("name_missing", "time_silent"): 701,
    ("second_resolver_silent", "server_unknown_root"): 724,
    ("ike_silent", "verification_stopped"): 291,
    ("tunnel_without_names", "no_card"): 295,
}
# Faults that only one line can have; all others are tried on the first.
LINE_OF = {"ike_silent": "ipsec", "ike_no_proposal": "ipsec", "ike_authentication_failed": "ipsec",
           "ike_program_stopped": "ipsec", "tunnel_not_installed": "ipsec", "tunnel_without_names": "ipsec",
           "dhcp_silent": "dhcp_router", "dhcp_silent_self_assigned": "dhcp_router", "pppoe_silent": "ppp",
           "pppoe_refused": "ppp", "office_link_first": "two_links"}
# The certificate's own faults come with the file, so the set-up is done with that file.
WITH_THE_FILE = {"client_expired", "client_not_yet_valid", "client_other_ca", "client_other_institution",
                 "client_revoked"}
# What the finding must say besides.
SAID = {("card_held",): ("holders", r"^card_probe \(\d+\)$")}
# What the service itself says of it is not lost behind what the terminal finds out first.
ALSO = {("client_revoked",): 736, ("client_revoked", "server_alert_style"): 734}
LONGEST_MS = 8000
# On a line that lives but is slow or loses packets, all of the ladder is climbed: line.md §11's hard limit.
LINGERING = {"line_slow", "packets_lost"}
LONGEST_OF_LINGERING_MS = 15000
# What stands beside the cause without being one.
SHADOWS = {("ike_silent",): {251, 803}, ("web_intercepted",): {300}}
# "2/3": the second of three runs side by side, which share the faults.
SHARE, SHARES = map(int, os.environ.get("ONSHI_SHARE", "1/1").split("/"))
in_one_share = unittest.skipUnless(SHARE == 1, "the first share does it")
# Those of tests/lab/facts.sh; the certificate's own has four digits, which also stand in a date or a time.
MASTER_PASSWORDS = ("K7$mlI1O0-_q#Z|w", "t0O%1lI|_-Q9&xGh")


class Faults(ClinicCase):
    def assert_without_secrets(self):
        record = Path(f"{self.site}.given/record.xml").read_text(encoding="utf-8")
        for secret in MASTER_PASSWORDS:
            self.assertNotIn(secret, record)
            self.assertNotIn(html.escape(secret, quote=False), record)
        self.assertNotIn("KaoRiyou", record)  # a registered reader's account

    @in_one_share
    def test_every_fault_of_the_clinic_stands_in_the_table(self):
        listed = subprocess.run([TOP / "tests/lab/practice", "--build", LAB, "--list-faults"], capture_output=True,
                                text=True, check=True).stdout
        known = {fault for faults in CAUSES for fault in faults}
        self.assertEqual({line.split()[0] for line in listed.splitlines() if line.strip()}, known)

    def test_each_fault_is_named_first_and_within_eight_seconds(self):
        for faults, number in itertools.islice(CAUSES.items(), SHARE - 1, None, SHARES):
            with self.subTest("+".join(faults)):
                self.setUp()
                line = LINE_OF.get(faults[0], "east")
                self.prepared_site(line)
                script = RECORDED
                if WITH_THE_FILE & set(faults):
                    script = 'cp "$ONSHI_PRACTICE/certificate.p12" "$2/certificate.p12" && ' + RECORDED
                outcome = run(script, self.site, faults=faults, line=line)
                self.assertEqual(1, outcome.status, outcome)
                self.assertEqual(number, outcome.foremost, outcome)
                if faults in ALSO:
                    self.assertIn(ALSO[faults], outcome.numbers("fail"))
                self.assertFalse(SHADOWS.get(faults, set()) & set(outcome.numbers("ok", "fail", "unknown", "attention")))
                longest = LONGEST_OF_LINGERING_MS if LINGERING & set(faults) else LONGEST_MS
                self.assertLess(outcome.json["elapsed_ms"], longest)
                if faults in SAID:
                    key, pattern = SAID[faults]
                    told = [finding["facts"][key] for finding in outcome.json["findings"] if finding["number"] == number]
                    self.assertRegex(told[0], pattern)
                self.assertEqual(outcome.rows, replay(self.site).rows)
                self.assert_without_secrets()

    @in_one_share
    def test_nothing_for_the_service_leaves_by_the_other_link(self):
        self.prepared_site("two_links")
        audit, look = TOP / "tests/lab/switch", TOP / "tests/lab/selftest/look.sh"
        script = f'{CHECK} > "$2.json"; "{audit}" audit; "{look}" verification; "{audit}" audit'
        outcome = run(script, self.site, faults=["office_link_first"], line="two_links")
        checked, _, ordinary = outcome.out.partition("silent")
        self.assertRegex(checked, r"practice ([5-9]\d|\d{3,})\n")  # names, connections, the clock
        self.assertIn("astray 0\n", checked)
        self.assertRegex(ordinary, r"astray [1-9]")  # an ordinary program goes there

    @in_one_share
    def test_of_two_faults_the_second_is_not_lost(self):
        self.prepared_site()
        outcome = run(CHECK, self.site, faults=["verification_stopped", "no_card"])
        self.assertLessEqual({711, 422}, set(outcome.numbers("fail", "attention", "unknown")))

    @in_one_share
    def test_without_a_fault_nothing_is_named(self):
        self.prepared_site()
        outcome = run(CHECK, self.site)
        self.assertEqual(0, outcome.status, outcome)
        self.assertEqual("ok", outcome.json["verdict"])
        self.assertEqual([], outcome.numbers("fail", "attention", "unknown", "not_run", "cancelled"))

    @in_one_share
    def test_what_a_fault_stops_is_not_run_and_names_it(self):
        self.prepared_site()
        outcome = run(CHECK, self.site, faults=["no_ra"])
        shadows = [finding for finding in outcome.json["findings"] if finding["verdict"] == "not_run"]
        self.assertTrue(shadows)
        self.assertEqual({213}, {finding["because_of"] for finding in shadows})
        self.assertIn("connectivity", {finding["group"] for finding in shadows})


if __name__ == "__main__":
    main()
