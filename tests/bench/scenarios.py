#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every fault of the practice clinic, once by the plain script and once by `onshi check`: seconds, and whether the cause
was named: by the script when it says that anything failed at all, by the check when the first number it tells is the
fault's own. Prints a table; asserts nothing.   scenarios.py [FAULT...]"""
import importlib.util
import json
import sys
import tempfile
from pathlib import Path

from health_check import COMMON, TOP, run

CASES = TOP / "tests/lab/cases"
CHECK = f'"$ONSHI" check {COMMON}'
TAKE_ITS_CERTIFICATE = 'cp "$ONSHI_PRACTICE/certificate.p12" "$SITE/certificate.p12" && '


def causes():
    """The promise of tests/lab/cases: fault to number."""
    sys.path.insert(0, str(CASES))
    spec = importlib.util.spec_from_file_location("faults_test", CASES / "faults_test.py")
    table = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(table)
    return {faults[0]: number for faults, number in table.CAUSES.items() if len(faults) == 1}, table


def foremost(result):
    for verdict in ("fail", "unknown", "attention"):
        for finding in result["findings"]:
            if finding["verdict"] == verdict:
                return finding["number"]
    return None


def main():
    numbers, table = causes()
    chosen = sys.argv[1:] or list(numbers)
    print(f"{'fault':28} {'plain script':>22} {'onshi check':>22}")
    with tempfile.TemporaryDirectory() as folder:
        for fault in chosen:
            site, line = Path(folder) / fault, table.LINE_OF.get(fault, "east")
            run(f'"$ONSHI" setup --answers "$ONSHI_PRACTICE/answers.xml" {COMMON} >/dev/null', site, [], line)
            plain, said = run(f"bash {TOP}/tests/bench/plain_script.sh", site, [fault], line)
            take = TAKE_ITS_CERTIFICATE if fault in table.WITH_THE_FILE else ""
            check, output = run(take + CHECK, site, [fault], line)
            told = foremost(json.loads(output))
            noticed = "noticed" if "failed" in said else "missed"
            named = f"named {told}" if told == numbers[fault] else f"said {told}, not {numbers[fault]}"
            print(f"{fault:28} {plain:9.2f} s {noticed:>10} {check:9.2f} s {named:>10}  ({plain / check:.0f} times)")


if __name__ == "__main__":
    main()
