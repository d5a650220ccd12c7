"""Figures of sources, as the course prints them: the right value, and its status beside it.

`data/facts.yaml` lists them. Three things are read in prose, and each can fail:

- *value*: in a sentence that cites a work, or calls it by one of its names, every figure is one
  that the list holds for that work. Years do not count, nor do small whole numbers (“Gap 5”, “five
  hotels”), nor what stands in a formula;
- *citation*: a page that prints a figure beside the name of a work cites the work somewhere;
- *status*: where a passage holds a value and a name (or the citation) of a fact that is not
  verified, the same passage says so: “reported”, “we have not seen the original”, “a manner of
  speaking”, “the author’s experience”.

A passage is a paragraph or an entry of a list; of an exercise it is all that it says.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import nbformat

from servicequality.content import load

# What a passage says beside a figure that is not verified.
WORDS = {
    "reported": r"report|article says|notes say|claim|quoted|textbook|not seen|not found|"
    r"cannot be checked|could not",
    "to_be_checked": r"to be checked|not (yet )?(been )?(seen|checked|verified|found)|"
    r"invented|synthetic|(have|has) not|unverified|often quoted|it is said|from memory",
    "rhetorical": r"rhetoric|figure of speech|(manner|way) of speaking|slogan|"
    r"(not|nobody|never) (has )?(been )?(a )?(measure|count)",
    "experience": r"experience|in (his|her|the author’s) practice|practice shows|no source",
    "assumed": r"assum|our own|worked out by us",
}
NUMBERS = {
    "zero": "0", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6",
    "seven": "7", "eight": "8", "nine": "9", "ten": "10", "eleven": "11", "twelve": "12",
}  # fmt: skip
YEAR = re.compile(r"(1[6-9]|20)\d\d")
# A figure in normal form: a currency, digits, perhaps a range, perhaps per cent.
FIGURE = re.compile(r"[€$]?(?<![\w.])\.?\d[\d.,]*(?:–[€$]?\d[\d.,]*)?%?")
SMALL = 10
CITATION = re.compile(r"\{cite:[a-z]+\}`([^`]+)`")


def normal(text: str) -> str:
    """Text with its figures written in one way: `5–6%`, `16,000`, `2–3 months`."""
    text = text.replace("\u00a0", " ").replace("\u202f", " ").replace("−", "-").replace("\\$", "$")
    text = re.sub(
        r"\b(" + "|".join(NUMBERS) + r")\b",
        lambda found: NUMBERS[found[0].lower()],
        text,
        flags=re.I,
    )
    text = re.sub(r"(?<=\d)[ \u2009](?=\d{3}\b)", ",", text)
    text = re.sub(r" ?(%|per ?cent\b)", "%", text)
    together = r"(?<=\d) ?(?:–|to|and|or) ?(?=[€$]?\d[\d.]*(?:%| (?:months|years|points)))"
    return re.sub(together, "–", text)


@cache
def facts() -> list[dict[str, Any]]:
    """The facts, their values in normal form."""
    return [{**fact, "normal": [normal(v) for v in fact["values"]]} for fact in load("facts")]


def told(value: str, text: str) -> bool:
    """Whether a value stands in a text, both in normal form, and not as part of another number."""
    before = r"(?<![\w.,–])" if value[0].isalnum() or value[0] == "." else ""
    after = r"(?![\d%]|[.,]\d|–\d)" if value[-1].isdigit() else r"(?!\w)"
    return re.search(before + re.escape(value) + after, text, re.I) is not None


def names(fact: dict[str, Any], passage: str) -> bool:
    """Whether a passage cites the source of a fact or calls it by a name; no name, no citation."""
    cited = keys_in(passage)
    called = any(named(name, passage) for name in fact["names"])
    return fact["source"] in cited or called or not (fact["names"] or cited)


def keys_in(text: str) -> set[str]:
    """The works that a text cites."""
    return {key.strip() for group in CITATION.findall(text) for key in group.split(",")}


def without_status(passage: str) -> list[str]:
    """What is wrong with a passage: figures that are not verified, without a word that says so."""
    text = normal(passage)
    found = []
    for fact in facts():
        words = WORDS.get(fact["status"])
        if words is None or not names(fact, passage):
            continue
        words = "|".join(filter(None, (words, fact.get("words"))))
        values = [value for value in fact["normal"] if told(value, text)]
        # What is verified or computed of the same source may have the same value.
        sure = [
            value
            for other in facts()
            if other["status"] in ("verified", "computed") and names(other, passage)
            for value in other["normal"]
        ]
        doubtful = [value for value in values if value not in sure]
        if doubtful and not re.search(words, passage, re.I):
            found.append(
                f"{', '.join(doubtful)} is {fact['status'].replace('_', ' ')} ({fact['id']}): "
                "say so beside it"
            )
    return found


def unlisted(passage: str) -> list[str]:
    """What is wrong with a passage: figures beside a source that the list does not hold for it."""
    found = []
    for sentence in sentences(passage):
        keys = keys_in(sentence) | {
            fact["source"]
            for fact in facts()
            if any(name[0].isupper() and named(name, sentence) for name in fact["names"])
        }
        allowed = [v for fact in facts() if fact["source"] in keys for v in fact["normal"]]
        bare = normal(CITATION.sub("", re.sub(r"\$[^$\d][^$]*\$", "", sentence)))
        for figure in figures(bare) if keys else ():
            if not any(told(figure, value) for value in allowed):
                found.append(
                    f"{figure} stands beside {', '.join(sorted(keys))}, and data/facts.yaml has no "
                    f"such figure: “{sentence.strip()[:90]}”"
                )
    return found


def uncited(parts: Iterable[str]) -> list[str]:
    """What is wrong with a page: works that it calls by name, with a figure, and never cites."""
    whole = list(parts)
    cited = {key for part in whole for key in keys_in(part)}
    found = []
    for fact in facts():
        if fact["source"] == "lecture" or fact["source"] in cited:
            continue
        for part in whole:
            called = any(name[0].isupper() and named(name, part) for name in fact["names"])
            if called and any(told(value, normal(part)) for value in fact["normal"]):
                found.append(f"{fact['source']} is told of ({fact['id']}) and cited nowhere")
    return found


def named(name: str, text: str) -> bool:
    """Whether a text has a name: a proper one as it stands, any other word in any form."""
    pattern = rf"\b{name}\b" if name[0].isupper() else rf"(?i)\b{name}"
    return re.search(pattern, text) is not None


def figures(text: str) -> Iterator[str]:
    """The figures of a text in normal form that count as data."""
    for match in FIGURE.finditer(text):
        figure = match[0].rstrip(".,–")
        if YEAR.fullmatch(figure):
            continue
        parts = [float(n) for n in re.findall(r"\d+(?:\.\d+)?|\.\d+", figure.replace(",", ""))]
        plain = re.fullmatch(r"\d+(–\d+)?", figure) is not None
        if not (plain and max(parts) < SMALL):
            yield figure


def sentences(passage: str) -> list[str]:
    """The sentences of a passage."""
    text = re.sub(r"\b(et al|St|Mr|Mrs|Dr|e\.g|i\.e|p|pp|No)\.", r"\1", passage)
    return re.split(r"(?<=[.!?])[”)*]*\s+", text)


def passages(notebook: Path) -> Iterator[str]:
    """The paragraphs, table rows and list entries of a notebook's text."""
    for cell in nbformat.read(notebook, as_version=4).cells:
        if cell.cell_type == "markdown":
            for part in re.split(r"\n\s*\n|\n(?=\s*(?:[-*|]|\d+\.) )", cell.source):
                kept = [line for line in part.splitlines() if not re.match(r":::|:[a-z-]+:", line)]
                if kept:
                    yield "\n".join(kept)


def faults(parts: Iterable[str]) -> list[str]:
    """All that is wrong with the figures of passages, one sentence each."""
    return [fault for part in parts for fault in (*unlisted(part), *without_status(part))]
