"""Figures of sources in prose: as the list has them, and with their status beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from servicequality.book.chapters import all_chapters
from servicequality.book.facts import (
    WORDS,
    facts,
    faults,
    normal,
    passages,
    told,
    uncited,
    unlisted,
    without_status,
)
from servicequality.content import load
from servicequality.declare import Exercise, Picture
from servicequality.exercises import all_exercises
from servicequality.figures import all_figures
from servicequality.i18n.messages import texts_of
from servicequality.practice.bank import topics
from tests.conftest import ROOT

PAGES = [*all_chapters(), *sorted(ROOT.glob("exercises/*.ipynb"))]
DECLARED: list[Exercise | Picture] = [*all_exercises(), *all_figures()]
# A word of each status, to stand beside a figure.
SAID = {
    "reported": "as is often quoted",
    "to_be_checked": "which we have not checked",
    "rhetorical": "in a manner of speaking",
    "experience": "in the author’s experience",
    "assumed": "as we assume",
}


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.stem)
def test_figures_of_sources_are_right_and_have_their_status(page: Path) -> None:
    parts = list(passages(page))
    assert faults(parts) == []
    assert uncited(parts) == []


@pytest.mark.parametrize("declared", DECLARED, ids=lambda declared: declared.id)
def test_those_in_exercises_and_figures_too(declared: Exercise | Picture) -> None:
    assert faults(["\n".join(texts_of(declared))]) == []


@pytest.mark.parametrize("topic", topics())
def test_those_in_questions_too(topic: str) -> None:
    for item in load(f"questions/{topic}")["items"]:
        assert faults(["\n".join(texts_in(item))]) == [], item["id"]


def texts_in(content: Any) -> Iterator[str]:
    """All texts of an item."""
    if isinstance(content, str):
        yield content
    elif isinstance(content, list):
        for part in content:
            yield from texts_in(part)
    elif isinstance(content, dict):
        for key, part in content.items():
            if key not in ("id", "teaches"):
                yield from texts_in(part)


def test_every_fact_has_an_id_of_its_own_and_what_it_needs() -> None:
    ids = [fact["id"] for fact in facts()]
    assert len(ids) == len(set(ids))
    assert set(WORDS) == set(SAID) == {f["status"] for f in facts()} - {"verified", "computed"}
    sources = {fact["source"] for fact in facts()}
    # The nine figures of the lecture notes: the first is that of PIMS.
    assert {fact["id"][:2] for fact in facts() if fact["id"][0] == "N"} == {
        f"N{number}" for number in range(1, 10)
    }
    assert {"buzzell1987", "reichheld1990", "simons2001", "tatel2023"} < sources


DOUBTFUL = [fact for fact in facts() if fact["status"] in WORDS and fact["names"]]
SURE = [fact for fact in facts() if fact["status"] == "verified" and fact["source"] != "lecture"]


@pytest.mark.parametrize("fact", DOUBTFUL, ids=lambda fact: fact["id"])
def test_a_figure_that_is_not_verified_needs_its_status(fact: dict[str, Any]) -> None:
    sure = [v for f in facts() if f["status"] in ("verified", "computed") and
            f["source"] == fact["source"] for v in f["normal"]]  # fmt: skip
    for value in fact["values"]:
        if normal(value) in sure:
            continue
        sentence = f"The {fact['names'][0]} of a hotel: {value}"
        assert without_status(f"{sentence}."), value
        assert without_status(f"{sentence}, {SAID[fact['status']]}.") == []


@pytest.mark.parametrize("fact", SURE, ids=lambda fact: fact["id"])
def test_another_figure_beside_the_same_source_is_found(fact: dict[str, Any]) -> None:
    cited = f"{{cite:t}}`{fact['source']}` found {fact['values'][0]} in one study."
    assert unlisted(cited) == []
    assert unlisted(cited.replace(fact["values"][0], "73.9%")) != []
    assert unlisted(f"{cited} Others found 73.9%.") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("PIMS found 5 to 6 per cent.", []),
        ("In PIMS they charge between five and six percent more.", []),
        ("In PIMS they charge seven per cent more.", ["7%"]),
        ("{cite:t}`buzzell1987` report prices 6–8% higher, from 3,000 units.", ["6–8%"]),
        ("{cite:t}`buzzell1987` report it of 2,000 units.", ["2,000"]),
        ("{cite:t}`simons2001`: $525 for every dollar, so $40,000 at $125.", ["$40,000"]),
        ("{cite:t}`lee2016` saw two of the nine gaps in 2016, with $P - E$.", []),
        ("{cite:t}`lee2016` saw 12 hotels.", ["12"]),
        ("Room 212 costs €140.", []),
    ],
)
def test_values_are_those_of_the_list(text: str, found: list[str]) -> None:
    assert [fault.split(" ")[0] for fault in unlisted(text)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Training fades after two to three months.", ["N2-training-fades"]),
        ("From the author’s experience, training fades after 2 or 3 months.", []),
        ("The RBC survey asked seven and a half thousand people.", ["N4-survey-size"]),
        ("The article reports that 7,500 people answered the RBC survey.", []),
        ("A system is four fifths of success.", ["N7-system-approach"]),
        ("The system approach is 80 % of success. That is a way of speaking.", []),
        ("Four fifths of the rooms are full.", []),
        ("The 1–10–100 rule says what an error costs.", ["one-ten-hundred"]),
        ("The 1–10–100 rule is folklore.", []),
        ("Loyal guests: retention up by 5%, profit by 25–85%.", ["retention-creed"]),
    ],
)
def test_status_stands_beside_what_is_not_verified(text: str, found: list[str]) -> None:
    named = [re.search(r"\(([\w-]+)\)", fault) for fault in without_status(text)]
    assert [match[1] for match in named if match] == found


def test_a_work_called_by_name_is_cited_on_the_page() -> None:
    told_of = "In PIMS, prices were 5–6% higher."
    assert uncited([told_of]) == ["buzzell1987 is told of (N1-pims-price) and cited nowhere"]
    assert uncited([told_of, "See {cite:t}`buzzell1987`."]) == []


@pytest.mark.parametrize(
    ("value", "text", "there"),
    [
        ("5–6%", "5 to 6 %", True),
        ("5%", "5–6%", False),
        ("5%", "15%", False),
        ("3,000", "3 000 or 3,000", True),
        ("3,000", "13,000", False),
        ("0.07", "0.074", False),
        ("$525", "at \\$525 a dollar", True),
        ("6 months to a year", "six months to a year", True),
    ],
)
def test_a_value_is_found_in_any_writing(value: str, text: str, there: bool) -> None:
    assert told(normal(value), normal(text)) is there
