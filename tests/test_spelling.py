"""All that readers see is spelt as British English has it."""

from __future__ import annotations

import subprocess
import sys

from servicequality.book.spelling import OWN_WORDS, own_words, texts, unknown, words_of
from tests.conftest import ROOT

# Written apart, so that the slip is not found in this file.
SLIP = "recie" + "ved"


def test_every_word_is_in_the_dictionary_or_in_our_list() -> None:
    assert unknown(texts()) == {}


def test_slips_and_american_words_are_found_and_placed() -> None:
    parts = [("a", f"The {SLIP} colour."), ("b", f"The {SLIP} color of Hotel Yasen’s center.")]
    assert unknown(parts) == {SLIP: ["a", "b"], "center": ["b"], "color": ["b"]}


def test_what_is_no_prose_is_left_out() -> None:
    text = (
        "```python\nxyzzy = 1\n```\n"
        ":::{teaches} G1 X19\n:::{admonition} A title\n:class: xyzzy\n"
        "{term}`expected service`, {cite:t}`xyzzy1985` and {teaches}`a word <X19>`, `xyzzy`, "
        "[a link](../xyzzy.md), $xyzzy$, {xyzzy} and x2y."
    )
    assert list(words_of(text)) == [
        *("title", "expected", "service", "and", "word", "link", "and"),
    ]


def test_the_list_has_each_word_once_and_in_order() -> None:
    assert len(set(own_words())) == len(own_words())
    for block in OWN_WORDS.read_text(encoding="utf-8").split("\n\n")[1:]:
        words = block.splitlines()[1:]
        assert words == sorted(words, key=str.lower)


def test_common_slips_of_the_keyboard_are_nowhere() -> None:
    places = ["servicequality", "tests", "book", "data", "benchmarks", "README.md", "Makefile"]
    run = subprocess.run(
        [sys.executable, "-m", "codespell_lib", *places],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert run.stdout == ""
    assert run.returncode == 0, run.stderr
