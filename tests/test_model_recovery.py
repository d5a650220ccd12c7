"""Recovery: retention after failures, break-even, points for justice."""

from __future__ import annotations

import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from servicequality.model.recovery import (
    JUSTICES,
    after_complaint,
    break_even,
    expected_retention,
    guest_after,
    justice_points,
    needed_solving,
)

SHARES = st.floats(0, 1)
CHANCES = {"failure": 0.2, "complain": 0.3, "solved": 0.5}
RETENTIONS = {"smooth": 0.8, "good": 0.75, "unresolved": 0.3, "silent": 0.4}
DONE = ["apology", "explanation", "choice", "authority", "handed_on", "follow_up"]


# Expected retention


@pytest.mark.parametrize(
    ("changes", "retention"),
    [
        # The test vector of the course's literature notes, section 2.11.
        ({}, 0.7275),
        ({"complain": 0.5}, 0.7325),
        ({"solved": 0.8}, 0.7356),
        ({"complain": 0.5, "solved": 0.8}, 0.7460),
        ({"failure": 0.1}, 0.76375),
    ],
)
def test_expected_retention_known_values(changes: dict[str, float], retention: float) -> None:
    assert expected_retention({**CHANCES, **changes}, RETENTIONS) == pytest.approx(retention)


def test_expected_retention_at_its_limits() -> None:
    assert expected_retention({**CHANCES, "failure": 0.0}, RETENTIONS) == pytest.approx(0.8)
    nobody = {"failure": 1.0, "complain": 0.0, "solved": 0.5}
    assert expected_retention(nobody, RETENTIONS) == pytest.approx(0.4)
    all_solved = {"failure": 1.0, "complain": 1.0, "solved": 1.0}
    assert expected_retention(all_solved, RETENTIONS) == pytest.approx(0.75)
    none_solved = {"failure": 1.0, "complain": 1.0, "solved": 0.0}
    assert expected_retention(none_solved, RETENTIONS) == pytest.approx(0.3)


def fixed(names: str) -> st.SearchStrategy[dict[str, float]]:
    """A share for each name."""
    return st.fixed_dictionaries(dict.fromkeys(names.split(), SHARES))


@given(fixed("failure complain solved"), fixed("smooth good unresolved silent"))
def test_expected_retention_lies_between_the_retentions(
    chances: dict[str, float], retentions: dict[str, float]
) -> None:
    found = expected_retention(chances, retentions)
    assert min(retentions.values()) - 1e-12 <= found <= max(retentions.values()) + 1e-12


@given(fixed("failure complain solved"), SHARES)
def test_fewer_failures_and_better_solving_never_lose_guests(
    chances: dict[str, float], share: float
) -> None:
    now = expected_retention(chances, RETENTIONS)
    fewer = {**chances, "failure": chances["failure"] * share}
    better = {**chances, "solved": max(chances["solved"], share)}
    assert expected_retention(fewer, RETENTIONS) >= now - 1e-12
    assert expected_retention(better, RETENTIONS) >= now - 1e-12


@given(fixed("failure complain solved"), SHARES)
def test_more_complaints_help_just_where_inviting_pays(
    chances: dict[str, float], more: float
) -> None:
    heard = {**chances, "complain": chances["complain"] + more * (1 - chances["complain"])}
    gain = expected_retention(heard, RETENTIONS) - expected_retention(chances, RETENTIONS)
    told = after_complaint(RETENTIONS["good"], RETENTIONS["unresolved"], chances["solved"])
    pays = told - RETENTIONS["silent"]
    assert gain * pays >= -1e-12


# Inviting complaints, break-even compensation, this guest


@given(SHARES, SHARES, SHARES, SHARES)
def test_the_needed_share_is_the_border(
    good: float, unresolved: float, silent: float, solved: float
) -> None:
    needed = needed_solving(good, unresolved, silent)
    if good <= unresolved + 1e-9:
        assert needed is None
        return
    assert needed is not None
    distance = after_complaint(good, unresolved, solved) - silent
    assert distance == pytest.approx((solved - needed) * (good - unresolved), abs=1e-9)


def test_needed_share_known_values() -> None:
    # The retentions of section 2.11: (0.40 − 0.30) / (0.75 − 0.30).
    assert needed_solving(0.75, 0.3, 0.4) == pytest.approx(2 / 9)
    assert needed_solving(0.3, 0.3, 0.4) is None


@given(SHARES, SHARES, st.floats(0, 10_000))
def test_break_even_is_what_good_recovery_keeps(
    good: float, unresolved: float, value: float
) -> None:
    most = break_even(good, unresolved, value)
    assert abs(most) <= value
    assert most == pytest.approx(good * value - unresolved * value, abs=1e-8)
    assert break_even(good, good, value) == 0


def test_break_even_known_value() -> None:
    assert break_even(0.75, 0.3, 480) == pytest.approx(216)


@pytest.mark.parametrize(
    ("told", "resolved", "again", "retention"),
    [
        (True, "yes", False, 0.75),
        (True, "yes", True, 0.525),
        (True, "partly", False, 0.525),
        (True, "partly", True, 0.525),
        (True, "no", False, 0.3),
        (True, "no", True, 0.3),
        (False, "yes", False, 0.4),
        (False, "no", True, 0.4),
    ],
)
def test_the_guest_after_each_recovery(
    told: bool, resolved: str, again: bool, retention: float
) -> None:
    assert guest_after(told, resolved, again, RETENTIONS) == pytest.approx(retention)


# Justice

CASES = st.fixed_dictionaries(
    {
        "resolved": st.sampled_from(["yes", "partly", "no"]),
        "compensation": st.integers(0, 2000),
        "price": st.integers(0, 5000),
        "severity": st.integers(1, 5),
        "minutes": st.integers(0, 480),
        "due": st.integers(5, 480),
        "employees": st.integers(1, 10),
        "again": st.booleans(),
        "done": st.lists(st.sampled_from(DONE), unique=True),
    }
)
BEST: dict[str, Any] = {
    "resolved": "yes",
    "compensation": 100,
    "price": 200,
    "severity": 5,
    "minutes": 15,
    "due": 15,
    "employees": 1,
    "again": False,
    "done": DONE,
}
WORST: dict[str, Any] = {
    "resolved": "no",
    "compensation": 0,
    "price": 200,
    "severity": 1,
    "minutes": 60,
    "due": 15,
    "employees": 5,
    "again": True,
    "done": [],
}


def scores(case: dict[str, Any]) -> dict[str, float]:
    """The three scores."""
    points = justice_points(case)
    return {
        justice: math.fsum(part["points"] for part in points if part["justice"] == justice)
        for justice in JUSTICES
    }


def points_for(part: str, **changes: Any) -> float:
    """The points for one part in the best case with some changes."""
    found = [row for row in justice_points({**BEST, **changes}) if row["part"] == part]
    return float(found[0]["points"])


def test_the_parts_of_each_justice_make_100() -> None:
    assert scores(BEST) == dict.fromkeys(JUSTICES, 100)
    assert scores(WORST) == dict.fromkeys(JUSTICES, 0)


@given(CASES)
def test_points_lie_between_nothing_and_all(case: dict[str, Any]) -> None:
    for row in justice_points(case):
        assert 0 <= row["points"] <= row["of"]
    assert all(0 <= score <= 100 + 1e-9 for score in scores(case).values())


@given(CASES, st.integers(0, 2000), st.integers(0, 480), st.sampled_from(DONE))
def test_whatever_is_done_better_never_costs_points(
    case: dict[str, Any], more: int, faster: int, deed: str
) -> None:
    better = [
        {**case, "compensation": case["compensation"] + more},
        {**case, "minutes": max(0, case["minutes"] - faster)},
        {**case, "employees": 1},
        {**case, "resolved": "yes"},
        {**case, "again": False},
        {**case, "done": [*case["done"], deed]},
    ]
    before = scores(case)
    for changed in better:
        after = scores(changed)
        assert all(after[justice] >= before[justice] - 1e-9 for justice in JUSTICES)


def test_speed_is_full_when_due_and_nothing_at_four_times_that() -> None:
    assert [points_for("speed", minutes=m) for m in (0, 15, 60, 480)] == [30, 30, 0, 0]
    assert points_for("speed", minutes=25) == pytest.approx(30 * 35 / 45)


def test_fair_compensation_grows_with_severity() -> None:
    # 20 euros are 10% of the price.
    points = [points_for("compensation", compensation=20, severity=s) for s in (1, 2, 4, 5)]
    assert points == pytest.approx([40, 20, 10, 8])


def test_nothing_paid_means_nothing_to_give_back() -> None:
    assert points_for("compensation", price=0, compensation=0) == 40


def test_being_passed_on_is_worth_half_of_being_helped_at_once() -> None:
    assert points_for("authority", done=["handed_on"]) == 10
    assert points_for("authority", done=["authority"]) == 20
    assert points_for("authority", done=[]) == 0
