#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every healthy line of the practice clinic is set up without a finding, is recognised for what it is, and recorded."""
import json
import subprocess
import unittest

from clinic import LAB, RECORDED, SETUP, TOP, ClinicCase, main, replay, run

# line: what "line.verdict" calls it
KINDS = {
    "east": "ntt_east",
    "west": "ntt_west",
    "split_dns": "ntt_east",
    "two_links": "ntt_east",
    "proxy": "ntt_east",
    "proxy_only": "ntt_east",
    "ipv4_router": "closed_ipv4",
    "ipsec": "ipsec",
    "home_gateway": "ntt_east",
    "no_dhcpv6": "ntt_east",
    "stateful": "ntt_east",
    "dhcp_router": "closed_ipv4",
    "ppp": "ctc_qtnet",
}
AUDITED = f'{SETUP} > "$2.json"; status=$?; "{TOP}/tests/lab/switch" audit; audit=$?; exit $((status + 10 * audit))'


class Lines(ClinicCase):
    def set_up_on(self, line):
        outcome = run(AUDITED, self.site, line=line)
        self.assertEqual(0, outcome.status, outcome)
        return json.loads(self.site.with_suffix(".json").read_text(encoding="utf-8")), outcome.out

    def test_every_line_of_the_clinic_stands_in_the_table(self):
        listed = subprocess.run([TOP / "tests/lab/practice", "--build", LAB, "--list-lines"], capture_output=True,
                                text=True, check=True).stdout
        self.assertEqual({line.split()[0] for line in listed.splitlines()}, set(KINDS))

    def test_a_healthy_line_of_any_kind_raises_nothing_and_is_recognised(self):
        for line, kind in KINDS.items():
            with self.subTest(line):
                self.setUp()
                result, audit = self.set_up_on(line)
                troubles = [finding["number"] for finding in result["findings"] if finding["verdict"] != "ok"]
                self.assertEqual([], troubles)
                [verdict] = [finding for finding in result["findings"] if finding["check"] == "line.verdict"]
                self.assertEqual(kind, verdict["facts"]["line_kind"])
                self.assertIn("production 0", audit)
                self.assertIn("foreign 0", audit)

    def test_what_was_recorded_of_a_healthy_line_says_the_same(self):
        for line in KINDS:
            with self.subTest(line):
                self.setUp()
                self.prepared_site(line)
                outcome = run(RECORDED, self.site, line=line)
                self.assertEqual(0, outcome.status, outcome)
                self.assertEqual(outcome.rows, replay(self.site).rows)


if __name__ == "__main__":
    main()
