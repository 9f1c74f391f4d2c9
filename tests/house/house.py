# SPDX-License-Identifier: GPL-3.0-or-later
"""What the house tests know about the tree: its files, and C++ with comments and strings told apart."""
import re
import subprocess
import xml.etree.ElementTree as ElementTree
from pathlib import Path

TOP = Path(__file__).resolve().parents[2]
CXX = {".cpp", ".h"}
_TOKEN = re.compile(r'R"(\w*)\((.*?)\)\1"|"((?:\\.|[^"\\\n])*)"|\'(?:\\.|[^\'\\\n])+\'|//[^\n]*|/\*.*?\*/', re.S)


def tracked():
    """Files of the project: those that git tracks, or all where there is no git (an unpacked archive)."""
    try:
        names = subprocess.run(["git", "-C", str(TOP), "ls-files", "--cached", "--others", "--exclude-standard"],
                               check=True, capture_output=True, text=True).stdout.splitlines()
        files = [TOP / name for name in names]
    except (OSError, subprocess.CalledProcessError):
        files = [path for path in TOP.rglob("*") if "build" not in path.relative_to(TOP).parts]
    return sorted(path for path in files if path.is_file())


def sources(*rooms, suffixes=CXX):
    return [path for path in tracked()
            if path.suffix in suffixes and path.relative_to(TOP).parts[0] in rooms]


def name(path):
    return path.relative_to(TOP).as_posix()


def read(path):
    return path.read_text(encoding="utf-8")


def without_comments(text):
    return _TOKEN.sub(lambda found: " " if found.group(0).startswith("/") else found.group(0), text)


def strings_of(text):
    """(line, characters) of every string literal outside comments and #include lines."""
    for found in _TOKEN.finditer(text):
        if found.group(0)[0] in "/'":
            continue
        start = text.rfind("\n", 0, found.start()) + 1
        if text[start:found.start()].lstrip().startswith("#include"):
            continue
        content = found.group(2) if found.group(2) is not None else found.group(3)
        yield text.count("\n", 0, found.start()) + 1, content or ""


def line_at(text, offset):
    start = text.rfind("\n", 0, offset) + 1
    end = text.find("\n", offset)
    return text[start:end if end >= 0 else len(text)]


def includes_of(path):
    return re.findall(r'^\s*#\s*include\s+[<"]([^>"]+)[>"]', read(path), re.M)


def finding_numbers():
    """{enumerator: number} of probes/check/finding_number.h."""
    text = without_comments(read(TOP / "probes/check/finding_number.h"))
    body = text[text.index("enum class FindingNumber"):]
    return {found[0]: int(found[1]) for found in re.findall(r"(\w+)\s*=\s*(\d+)", body)}


def findings():
    """{number: (path, root element)} of assets/findings."""
    return {int(path.stem): (path, ElementTree.parse(path).getroot())
            for path in sorted((TOP / "assets/findings").glob("*.xml"))}


def texts():
    """[(path, element)] of every <text> of assets/locale."""
    return [(path, element) for path in sorted((TOP / "assets/locale").glob("*.xml"))
            for element in ElementTree.parse(path).getroot().iter("text")]
