"""How many visits are enough: what the tasks say, and the parts of the visits."""

from __future__ import annotations

from typing import Any

import pytest

from servicequality.exercises import find
from servicequality.page.html import to_text

EXERCISE = find("mystery-visits")


def start(**changes: Any) -> dict[str, Any]:
    """What the exercise shows for the start values with some changed."""
    return EXERCISE.start(str, changes)


def met(**changes: Any) -> dict[str, tuple[int, int]]:
    """How often the item was met, of how many visits, by part."""
    rows = start(**changes)["result"]["rows"]
    return {row["part"]: (row["met"], row["visits"]) for row in rows}


def test_eight_of_eight_fits_two_thirds() -> None:
    said = to_text(start()["views"]["found"], "en")
    assert said == (
        "Guest’s name used at check-in: met in all 8 visits. That fits any true share from 68% "
        "upwards."
    )
    assert "68%" in EXERCISE.tasks[0].answer
    later = start(visits=24)["result"]
    assert (later["met"], later["visits"]) == (17, 24)
    assert later["share"] == pytest.approx(71, abs=0.5)


def test_the_textbook_interval_shows_its_fault() -> None:
    fault = start(method="normal")
    assert fault["result"]["width"] == 0
    assert "known fault" in to_text(fault["views"]["fault"], "en")
    assert start(method="exact")["result"]["fault"] == "no"


def test_shifts_differ_by_chance_and_fridays_do_not() -> None:
    names = met(visits=24)
    assert (names["early"], names["late"], names["night"]) == ((7, 8), (6, 8), (4, 8))
    assert start(visits=24)["result"]["apart"] == "overlap"
    key = met(visits=24, item="key_in_five", split="friday")
    assert (key["friday"], key["other"]) == ((0, 4), (19, 20))
    assert met(visits=24, item="key_in_five")["late"] == (4, 8)
    late = [row for row in EXERCISE.data["visits"] if row["shift"] == "late"]
    assert {row["shift"] for row in EXERCISE.data["visits"] if row["friday"] == "friday"} == {
        "late"
    }
    assert sum(row["key_in_five"] for row in late if row["friday"] == "other") == 4
    fridays = start(visits=24, item="key_in_five", split="friday")["result"]
    assert fridays["apart"] == "apart"


def test_the_plan_of_the_third_task() -> None:
    narrow, wide = start()["views"]["plan"], start(margin=30)["views"]["plan"]
    assert to_text(narrow, "en") == "80 visits to each of 3 parts, 240 in all, for 36,000 euros."
    assert to_text(wide, "en") == "9 visits to each of 3 parts, 27 in all, for 4,050 euros."
    assert pytest.approx(14, abs=0.5) == 100 * 1.96 * (2 * 0.7 * 0.3 / 80) ** 0.5
    for number in ("80", "240", "36,000", "±14", "27", "4,050"):
        assert number in EXERCISE.tasks[2].answer


def test_a_bonus_needs_ten_visits() -> None:
    found = start()["result"]
    assert (found["needed_for_bonus"], found["bonus"]) == (10, "too_few")
    assert start(bonus_visits=10)["result"]["bonus"] == "enough"
    assert start(bonus_visits=9)["result"]["bonus"] == "too_few"


@pytest.mark.parametrize("visits", range(4, 25))
def test_the_parts_add_up(visits: int) -> None:
    for split in ("shift", "friday"):
        parts = met(visits=visits, split=split)
        everything = parts.pop("all")
        assert everything == tuple(map(sum, zip(*parts.values(), strict=True)))
