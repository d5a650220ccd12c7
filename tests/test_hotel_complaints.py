"""The complaints of Hotel Yasen: the properties built in on purpose."""

from __future__ import annotations

import datetime
from collections import Counter
from typing import Any

from servicequality.content import load
from servicequality.hotel import attributes

ROWS: list[dict[str, Any]] = load("hotel/complaints")


def counts(column: str) -> dict[str, tuple[int, int]]:
    """How many complaints there are by a column, and how many of them were solved well."""
    every = Counter(row[column] for row in ROWS)
    well = Counter(row[column] for row in ROWS if row["solved_well"])
    return {key: (number, well[key]) for key, number in every.items()}


def test_half_of_480_were_solved_well() -> None:
    assert len(ROWS) == 480
    assert sum(row["solved_well"] for row in ROWS) == 240
    assert [row["complaint_id"] for row in ROWS] == [f"c{n:03d}" for n in range(1, 481)]
    dates = [datetime.date.fromisoformat(row["date"]) for row in ROWS]
    assert dates == sorted(dates)
    assert {date.year for date in dates} == {2025}


def test_the_night_has_most_and_the_bill_is_put_right() -> None:
    found = counts("attribute_id")
    assert set(found) == set(attributes())
    assert max(found, key=lambda name: found[name][0]) == "quiet_night"
    assert found["quiet_night"] == (150, 45)
    assert found["clear_bill"] == (48, 42)


def test_what_is_told_in_the_house_is_solved_more_often() -> None:
    assert counts("channel") == {"in_person": (300, 190), "card": (90, 40), "review": (90, 10)}


def test_who_comes_back() -> None:
    back = Counter(row["solved_well"] for row in ROWS if row["returned"])
    assert back == {1: 180, 0: 72}


def test_check_in_is_a_friday_matter() -> None:
    days = [
        datetime.date.fromisoformat(row["date"]).weekday()
        for row in ROWS
        if row["attribute_id"] == "check_in_speed"
    ]
    assert days.count(4) / len(days) > 0.5
