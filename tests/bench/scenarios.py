#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every line and every fault of the practice clinic, and every pair of faults of the promise, once by the plain script and
once by `onshi check`: seconds, and whether the cause was named: by the script when it says that anything failed at all, by
the check when the first number it tells is the fault's own. On a healthy line both are right to name nothing. Prints a
table and its sums; asserts nothing.   scenarios.py [LINE | FAULT[+FAULT]]..."""
import importlib.util
import json
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from health_check import COMMON, PRACTICE, TOP, run

CASES = TOP / "tests/lab/cases"
CHECK = f'"$ONSHI" check {COMMON}'
SET_UP = f'"$ONSHI" setup --answers "$ONSHI_PRACTICE/answers.xml" {COMMON} >/dev/null'
TAKE_ITS_CERTIFICATE = 'cp "$ONSHI_PRACTICE/certificate.p12" "$SITE/certificate.p12" && '


def promise():
    """The table of tests/lab/cases: faults to number."""
    sys.path.insert(0, str(CASES))
    spec = importlib.util.spec_from_file_location("faults_test", CASES / "faults_test.py")
    table = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(table)
    return table


def listed(what):
    said = subprocess.run([PRACTICE, f"--list-{what}"], capture_output=True, text=True, check=True).stdout
    return [line.split()[0] for line in said.splitlines() if line.strip()]


def scenarios(table):
    """Name to line, faults and the number that should be told; a fault that the table lacks has no number to compare."""
    known = {line: (line, (), None) for line in listed("lines")}
    for faults, number in table.CAUSES.items():
        known["+".join(faults)] = (table.LINE_OF.get(faults[0], "east"), faults, number)
    for fault in listed("faults"):
        known.setdefault(fault, (table.LINE_OF.get(fault, "east"), (fault,), "unlisted"))
    return known


def foremost(result):
    for verdict in ("fail", "unknown", "attention"):
        for finding in result["findings"]:
            if finding["verdict"] == verdict:
                return finding["number"]
    return None


def by_script(site, line, faults):
    """Seconds, and whether it noticed what there is to notice."""
    seconds, said = run(f"bash {TOP}/tests/bench/plain_script.sh", site, faults, line)
    noticed = "failed" in said
    return seconds, noticed == bool(faults), "noticed" if noticed else "nothing"


def by_check(site, line, faults, number, table):
    take = TAKE_ITS_CERTIFICATE if table.WITH_THE_FILE & set(faults) else ""
    seconds, output = run(take + CHECK, site, faults, line)
    try:
        told = foremost(json.loads(output))
    except ValueError:
        return seconds, False, "no result"
    if told == number:
        return seconds, True, f"named {told}" if told else "nothing"
    return seconds, False, f"said {told}, not {number}"


def sums(name, rows):
    times = sorted(seconds for seconds, _, _ in rows)
    right = sum(1 for _, is_right, _ in rows if is_right)
    print(f"{name}: right in {right} of {len(rows)}; median {statistics.median(times):.2f} s, longest {times[-1]:.2f} s, "
          f"all {sum(times):.0f} s")


def main():
    table = promise()
    known = scenarios(table)
    chosen = sys.argv[1:] or list(known)
    unknown = [name for name in chosen if name not in known]
    if unknown:
        sys.exit(f"scenarios.py: unknown {', '.join(unknown)}; allowed: {', '.join(known)}")
    scripts, checks = [], []
    print(f"{'scenario':44} {'plain script':>24} {'onshi check':>28}")
    with tempfile.TemporaryDirectory() as folder:
        for name in chosen:
            line, faults, number = known[name]
            site = Path(folder) / name
            run(SET_UP, site, [], line)
            scripts.append(by_script(site, line, faults))
            checks.append(by_check(site, line, faults, number, table))
            (plain, _, noticed), (check, _, named) = scripts[-1], checks[-1]
            print(f"{name:44} {plain:9.2f} s {noticed:>12} {check:9.2f} s {named:>16}  ({plain / check:.1f} times)", flush=True)
    sums("plain script", scripts)
    sums("onshi check ", checks)


if __name__ == "__main__":
    main()
