#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""tidy.py [--deep]: clang-tidy over every source of probes/ and wizard/ that build/release compiles, two at a time: about
twelve minutes where it never ran. A source is read again only when it, one of the project's headers that it includes, how
it is compiled or .clang-tidy changed; what was clean is remembered beside other caches, so that a new clone profits too.
The analyser follows short paths only, which halves the time; --deep lets it follow the long ones, for the day before a
release."""

import hashlib
import json
import os
import pathlib
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

TOP = pathlib.Path(__file__).resolve().parents[2]
BUILD = TOP / "build/release"
CLEAN = pathlib.Path(os.environ.get("XDG_CACHE_HOME") or pathlib.Path.home() / ".cache") / "onshi-setup/tidy"
SHALLOW = [f"--extra-arg={part}" for part in ("-Xclang", "-analyzer-config", "-Xclang", "mode=shallow")]
READER = "clang-tidy-19"


def commands():
    """Each source of the product and how it is compiled. The other system's half is not built here and cannot be read."""
    found = {}
    for entry in json.loads((BUILD / "compile_commands.json").read_text()):
        source = os.path.relpath(entry["file"], TOP)
        if source.startswith(("probes/", "wizard/")):
            found[source] = entry["command"].replace(str(TOP), "")
    return found


def included():
    """What each source includes of the project, from the build's own log: of each object first its source, then the rest."""
    found, source = {}, None
    log = subprocess.run(["ninja", "-C", BUILD, "-t", "deps"], check=True, capture_output=True, text=True).stdout
    for line in log.splitlines():
        if not line.startswith("    "):
            source = None
            continue
        path = os.path.relpath(os.path.normpath(BUILD / line.strip()), TOP) if "/usr/include/" not in line else ""
        source = source or path
        if path.startswith(("probes/", "wizard/")):
            found.setdefault(source, set()).add(path)
    return found


def mark_of(source, command, headers, house):
    """The name under which a clean source is remembered: it changes with everything that its reading depends on."""
    digest = hashlib.sha256(house + command.encode())
    for path in sorted(headers | {source}):
        digest.update(path.encode() + b"\0" + (TOP / path).read_bytes())
    return CLEAN / digest.hexdigest()[:40]


def tidy_one(source, mark, depth):
    """True when clang-tidy has nothing to say of this source."""
    if mark.exists():
        return True
    said = subprocess.run([READER, "--quiet", "-p", BUILD, *depth, "--extra-arg=-Wno-unknown-warning-option", source],
                          cwd=TOP, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    if said.returncode == 0:
        mark.touch()
        return True
    print(f"{said.stdout}not clean: {source}", flush=True)
    return False


def main():
    if sys.argv[1:] not in ([], ["--deep"]):
        sys.exit(f"tidy.py: unknown option {' '.join(sys.argv[1:])}; allowed: --deep")
    depth = [] if sys.argv[1:] else SHALLOW
    CLEAN.mkdir(parents=True, exist_ok=True)
    version = subprocess.run([READER, "--version"], check=True, capture_output=True).stdout
    house = repr(depth).encode() + version + (TOP / ".clang-tidy").read_bytes()
    sources, headers = commands(), included()
    unknown = sorted(set(sources) - set(headers))
    if not sources or unknown:
        sys.exit(f"tidy.py: build/release has not compiled {', '.join(unknown) or 'any source'}: build it first")
    with ThreadPoolExecutor(2) as pool:
        clean = pool.map(lambda source: tidy_one(source, mark_of(source, sources[source], headers[source], house), depth),
                         sorted(sources))
        sys.exit(0 if all(list(clean)) else 1)


if __name__ == "__main__":
    main()
