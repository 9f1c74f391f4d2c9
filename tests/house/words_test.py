#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Texts for people: in assets alone, complete in both languages, and every number's story told once."""
import collections
import re
import subprocess
import sys
import unittest

import house

unittest.TestCase.maxDiff = None

WHO = {"clinic", "vendor", "line_provider", "reader_maker", "call_centre", "town_office", "nobody"}
NON_ASCII = re.compile(r"[^\x00-\x7f]")
SENTENCE = re.compile(r"[A-Za-z]{2,}(?:[ ,]+[A-Za-z']{2,}){3,}")
# What servers say, to be recognised, and names of fonts; never shown to a person.
RECOGNISED = {"No required SSL certificate was sent", "The SSL certificate error", "Noto Sans CJK JP", "Noto Sans Mono CJK JP"}
FIELD = re.compile(r"\{(\w+)\}")
# Ids that are put together at run time: fmt::format("verdict.{}", ...) uses every id that begins so.
DYNAMIC = re.compile(r'"([a-z_][a-z0-9_.]*\.)(?:\{[^}"]*\}[a-z0-9_.{}]*)?"')
# Ids whose last part is added by a widget: the literal "line.type" uses "line.type.1".
STEM = re.compile(r'"([a-z_]+\.[a-z0-9_.]*[a-z0-9_])"')
LOOKED_UP = re.compile(r'\b(?:say|text|heading|has)\("([a-z][a-z0-9_]*(?:\.[a-z0-9_]+)+)"')


def words_of(element):
    return {child.tag: "".join(child.itertext()) for child in element}


def all_text(element):
    return " ".join(element.itertext())


class Texts(unittest.TestCase):
    def test_no_text_for_people_stands_in_cxx(self):
        wrong = []
        for path in house.sources("probes", "wizard"):
            text = house.read(path)
            for line, content in house.strings_of(text):
                source = text.splitlines()[line - 1]
                if NON_ASCII.search(content):
                    wrong.append(f"{house.name(path)}:{line}: {content}")
                if SENTENCE.search(content) and content not in RECOGNISED and not re.search(r"throw|static_assert|logic_error|kStyle", source):
                    wrong.append(f"{house.name(path)}:{line}: {content}")
        self.assertEqual([], wrong)

    def test_every_text_has_both_languages_and_its_own_id(self):
        seen = collections.Counter(element.get("id") for _, element in house.texts())
        self.assertEqual([], [text for text, count in seen.items() if count > 1])
        incomplete = [element.get("id") for _, element in house.texts()
                      if not words_of(element).get("ja", "").strip() or not words_of(element).get("en", "").strip()]
        self.assertEqual([], incomplete)

    def test_both_languages_fill_in_the_same_facts(self):
        wrong = []
        for _, element in house.texts():
            words = words_of(element)
            if set(FIELD.findall(words.get("ja", ""))) != set(FIELD.findall(words.get("en", ""))):
                wrong.append(element.get("id"))
        for number, (_, root) in house.findings().items():
            for part in ("title", "good", "meaning", "say"):
                japanese = root.findtext(f"ja/{part}") or ""
                english = root.findtext(f"en/{part}") or ""
                if set(FIELD.findall(japanese)) != set(FIELD.findall(english)):
                    wrong.append(f"{number} {part}")
        self.assertEqual([], wrong)

    def test_every_id_that_cxx_names_exists(self):
        known = {element.get("id") for _, element in house.texts()}
        wrong = [f"{house.name(path)}: {text}" for path in house.sources("wizard")
                 for text in LOOKED_UP.findall(house.read(path))
                 if text not in known and not any(other.startswith(text + ".") for other in known)]
        self.assertEqual([], wrong)

    def test_every_text_is_used(self):
        code = "\n".join(house.read(path) for path in house.sources("wizard", "probes"))
        prefixes = set(DYNAMIC.findall(code)) | {stem + "." for stem in STEM.findall(code)}
        unused = []
        for path, element in house.texts():
            text = element.get("id")
            if f'"{text}"' in code or any(text.startswith(prefix) for prefix in prefixes):
                continue
            unused.append(f"{path.name}: {text}")
        self.assertEqual([], unused)


class Findings(unittest.TestCase):
    def test_the_enumeration_and_the_files_agree(self):
        files = {root.get("name"): number for number, (_, root) in house.findings().items()}
        self.assertEqual(house.finding_numbers(), files)

    def test_there_are_at_least_sixty_causes(self):
        causes = [number for number, (_, root) in house.findings().items() if root.get("kind") == "cause"]
        self.assertGreaterEqual(len(causes), 60)

    def test_every_number_is_raised_in_one_place(self):
        used = collections.Counter()
        for path in house.sources("probes", "wizard"):
            if path.name == "finding_number.h":
                continue
            used.update(re.findall(r"FindingNumber::(\w+)", house.without_comments(house.read(path))))
        wrong = {name: used[name] for name in house.finding_numbers() if used[name] != 1}
        self.assertEqual({}, wrong)

    def test_a_question_ends_in_zero_and_a_cause_names_its_question(self):
        files = house.findings()
        wrong = []
        for number, (_, root) in files.items():
            if root.get("kind") == "question" and number % 10 != 0:
                wrong.append(number)
            if root.get("kind") == "cause" and number < 900:
                question = int(root.get("question", "0"))
                if number % 10 == 0 or question not in files or question // 100 != number // 100 or question > number:
                    wrong.append(number)
        self.assertEqual([], wrong)

    def test_every_cause_says_what_to_do_and_who_must_act(self):
        wrong = []
        for number, (_, root) in house.findings().items():
            for language in ("ja", "en"):
                parts = ["title", "meaning"]
                parts += ["good"] if root.get("kind") == "question" else ["clinic/do", "engineer/do", "say"]
                wrong += [f"{number} {language}/{part}" for part in parts
                          if not (root.findtext(f"{language}/{part}") or "").strip()]
            if root.get("kind") == "cause" and root.get("who") not in WHO:
                wrong.append(f"{number} who={root.get('who')}")
        self.assertEqual([], wrong)

    def test_what_is_said_on_the_phone_names_the_number(self):
        wrong = [number for number, (_, root) in house.findings().items() if root.get("kind") == "cause"
                 for language in ("ja", "en") if str(number) not in (root.findtext(f"{language}/say") or "")]
        self.assertEqual([], wrong)

    def test_english_texts_are_english(self):
        # Names on the forms and screens in front of people stay as they are printed there.
        wrong = [number for number, (_, root) in house.findings().items()
                 if re.search(r"です|ます。|ません", all_text(root.find("en")))]
        self.assertEqual([], wrong)

    def test_the_generated_page_is_up_to_date(self):
        made = subprocess.run([sys.executable, str(house.TOP / "docs/findings.py")], check=True, capture_output=True,
                              text=True).stdout
        self.assertEqual(made, house.read(house.TOP / "docs/findings.md"))


if __name__ == "__main__":
    unittest.main(verbosity=0)
