#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The health check against a plain script of ping, dig, curl, openssl, pcsc_scan and pdftotext, in one run: whole-command
times on the healthy clinic and on one where packets vanish, the ratio, whether the cause was named, and how far the
check is from its longest chain of findings. Prints figures; asserts nothing.   health_check.py [REPEATS]"""
import json
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

TOP = Path(__file__).resolve().parents[2]
PRACTICE = TOP / "tests/lab/practice"
ONSHI = TOP / "build/release/onshi"
COMMON = ('--profile "$ONSHI_PRACTICE/profile.xml" --password-file "$ONSHI_PRACTICE/certificate.password" '
          '--site "$SITE" --format json')
TIMED = 'start=$(date +%s%N); {command}; echo "took $(( ($(date +%s%N) - start) / 1000 )) us" >&2'


def run(command, site, faults, line="east"):
    """Seconds inside the clinic (its own start-up is not counted) and what was printed."""
    arguments = [str(PRACTICE), "--line", line] + [part for fault in faults for part in ("--fault", fault)]
    script = f"SITE={site}; ONSHI={ONSHI}; " + TIMED.format(command=command)
    finished = subprocess.run(arguments + ["--", "bash", "-c", script], capture_output=True, text=True, timeout=300)
    took = [line for line in finished.stderr.splitlines() if line.startswith("took ")]
    return int(took[-1].split()[1]) / 1e6, finished.stdout


def longest_chain(result):
    """The sum of the slowest findings that had to wait for each other: page after page is ordered, rows are not."""
    slowest = {}
    for finding in result["findings"]:
        chain = finding["check"].split(".")
        key = (finding["group"], chain[-1] if finding["group"] == "connectivity" else "", chain[1])
        slowest[key] = max(slowest.get(key, 0), finding["elapsed_ms"])
    line = sum(value for (group, *_), value in slowest.items() if group == "line")
    ladder = {}
    for (group, host, _), value in slowest.items():
        if group == "connectivity":
            ladder[host] = ladder.get(host, 0) + value
    return line + max(ladder.values(), default=0)


def measure(name, command, site, faults, repeats):
    times, output = [], ""
    for _ in range(repeats):
        seconds, output = run(command, site, faults)
        times.append(seconds)
    print(f"  {name:12} {statistics.median(times):7.3f} s  (of {repeats}: {min(times):.3f} to {max(times):.3f})")
    return statistics.median(times), output


def scene(title, site, faults, repeats):
    print(title)
    plain, said = measure("plain script", f"bash {TOP}/tests/bench/plain_script.sh", site, faults, repeats)
    check, output = measure("onshi check", f'"$ONSHI" check {COMMON}', site, faults, repeats)
    result = json.loads(output)
    causes = [f"{finding['number']} {finding['name']}" for finding in result["findings"]
              if finding["verdict"] in ("fail", "unknown", "attention")]
    print(f"  the plain script says: {said.strip()}")
    print(f"  onshi check says:      {result['verdict']} {', '.join(causes)}")
    print(f"  ratio {plain / check:.1f} (plain script / onshi check)")
    return result, check


def main():
    repeats = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        run(f'"$ONSHI" setup --answers "$ONSHI_PRACTICE/answers.xml" {COMMON} >/dev/null', site, [])
        result, seconds = scene("healthy clinic", site, [], repeats)
        chain = longest_chain(result) / 1000
        print(f"  longest chain of findings {chain:.3f} s, all findings {result['elapsed_ms'] / 1000:.3f} s, "
              f"whole command / longest chain {seconds / chain if chain else 0:.2f}")
        scene("packets vanish", site, ["packets_vanish"], max(1, min(repeats, 3)))


if __name__ == "__main__":
    main()
