"""The service-profit chain: the reference run, steady states, and how each lever moves it."""

from __future__ import annotations

import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from servicequality.model.profit_chain import (
    GUESTS,
    MONTHS,
    NEW_GUESTS,
    START,
    half_way,
    kept_competence,
    monthly_profit,
    next_competence,
    retention,
    run,
    steady_state,
    taught,
    turnover,
    yearly_turnover,
)

LEVELS = st.floats(0, 100)
LEVEL_NAMES = ("satisfaction", "competence", "quality", "guest_satisfaction")

# The course's literature notes, section 2.12: a step of internal quality from 50 to 80.
REFERENCE = {
    0: (50.00, 70.19, 60.09, 60.09, 1000.0, 1250),
    3: (69.71, 81.39, 65.35, 60.99, 1000.0, 3320),
    6: (76.47, 83.64, 73.56, 67.48, 1023.5, 6384),
    9: (78.79, 84.21, 78.30, 74.12, 1091.4, 13416),
    12: (79.58, 84.37, 80.56, 78.31, 1182.0, 22553),
    18: (79.95, 84.44, 81.96, 81.48, 1370.5, 41449),
    24: (79.99, 84.45, 82.19, 82.10, 1537.4, 58138),
}


@pytest.mark.parametrize("month", REFERENCE)
def test_the_reference_run_as_printed(month: int) -> None:
    found = run(80)[month]
    printed = REFERENCE[month]
    assert found["month"] == month
    for name, level in zip(LEVEL_NAMES, printed[:4], strict=True):
        assert round(found[name], 2) == pytest.approx(level, abs=1e-9)
    # 1370.5 is printed where 1370.55 is found: as printed to half of the last digit, and a hair.
    assert found["guests"] == pytest.approx(printed[4], abs=0.0501)
    assert round(found["profit"]) == printed[5]


def test_the_steady_state_before_the_change() -> None:
    assert START["competence"] == pytest.approx(70.19, abs=5e-3)
    assert START["quality"] == START["guest_satisfaction"] == pytest.approx(60.09, abs=5e-3)
    assert START["retention"] == pytest.approx(0.9245, abs=5e-5)
    assert pytest.approx(75.519, abs=5e-4) == NEW_GUESTS


def test_nothing_moves_without_a_change() -> None:
    for month in run(50):
        for name in LEVEL_NAMES:
            assert month[name] == pytest.approx(START[name], abs=1e-9)
        assert month["guests"] == pytest.approx(1000, abs=1e-6)
        assert month["profit"] == 13_250


def test_the_new_steady_state() -> None:
    found = steady_state(80, 0.5)
    assert found["competence"] == pytest.approx(84.45, abs=5e-3)
    assert found["quality"] == found["guest_satisfaction"] == pytest.approx(82.23, abs=5e-3)
    assert found["retention"] == pytest.approx(0.9673, abs=5e-5)
    assert NEW_GUESTS / (1 - found["retention"]) == pytest.approx(2309, abs=0.5)


@given(st.floats(0, 100), st.floats(0, 1))
def test_the_levels_approach_the_steady_state(internal: float, training: float) -> None:
    rest, last = steady_state(internal, training), run(internal, training)[-1]
    for name in LEVEL_NAMES:
        assert abs(last[name] - rest[name]) < max(2.0, 0.1 * abs(START[name] - rest[name]))


@given(st.floats(0, 100), st.floats(0, 1))
def test_the_steady_state_of_competence_stays(internal: float, training: float) -> None:
    competence = steady_state(internal, training)["competence"]
    following = next_competence(competence, turnover(internal), taught(internal, training))
    assert following == pytest.approx(competence, abs=1e-9)


def test_turnover_known_values() -> None:
    assert (turnover(0), turnover(100)) == (0.08, pytest.approx(0.01))
    assert turnover(50) == pytest.approx(0.045)
    assert yearly_turnover(0.045) == pytest.approx(54)


@given(LEVELS, LEVELS)
def test_turnover_falls_and_retention_rises_with_satisfaction(one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert 0.01 - 1e-12 <= turnover(high) <= turnover(low) <= 0.08
    assert 0.80 <= retention(low) <= retention(high) <= 0.98


def test_retention_known_values() -> None:
    assert retention(50) == pytest.approx(0.89)
    assert retention(1000) == pytest.approx(0.98)
    assert retention(-1000) == pytest.approx(0.80)


def test_half_of_a_skill_is_lost_in_its_half_life() -> None:
    skill = 80.0
    for _ in range(13):
        skill = kept_competence(skill, 0.0)
    assert skill == pytest.approx(20.0)


@given(LEVELS, st.floats(0.01, 0.08), st.floats(0, 1), st.floats(0, 1))
def test_more_training_never_leaves_less_competence(
    skill: float, leaving: float, one: float, other: float
) -> None:
    low, high = sorted((one, other))
    less, more = next_competence(skill, leaving, low), next_competence(skill, leaving, high)
    assert 0 <= less <= more + 1e-12
    assert more <= 100 + 1e-12
    assert next_competence(skill, leaving, 1.0) == pytest.approx(100)
    assert next_competence(skill, leaving, 0.0) == kept_competence(skill, leaving)


@given(st.integers(0, 100), st.integers(0, 100), st.sampled_from([0.0, 0.3, 0.5, 1.0]))
def test_more_internal_quality_never_lowers_a_level(one: int, other: int, training: float) -> None:
    low, high = sorted((one, other))
    for less, more in zip(run(low, training), run(high, training), strict=True):
        for name in (*LEVEL_NAMES, "guests"):
            assert less[name] <= more[name] + 1e-9
        assert more["turnover"] <= less["turnover"] + 1e-12


@given(st.floats(0, 100), st.floats(0, 1), st.floats(0, 100))
def test_levels_keep_to_their_range(internal: float, training: float, aim: float) -> None:
    months = run(internal, training, target=lambda _guests: aim)
    assert [month["month"] for month in months] == list(range(MONTHS + 1))
    for month in months:
        assert all(-1e-9 <= month[name] <= 100 + 1e-9 for name in LEVEL_NAMES)
        assert month["guests"] > 0
        assert math.isfinite(month["profit"])


def test_cost_takes_from_profit_and_moves_nothing_else() -> None:
    cheap, dear = run(80, 0.5, 400, 0), run(80, 0.5, 500, 250)
    for one, other in zip(cheap, dear, strict=True):
        assert one["profit"] - other["profit"] == pytest.approx(100 * 80 + 250, abs=0.011)
        assert {**one, "profit": 0} == {**other, "profit": 0}


def test_a_target_is_told_how_satisfied_guests_are() -> None:
    seen: list[float] = []

    def target(guest_satisfaction: float) -> float:
        seen.append(guest_satisfaction)
        return 50.0

    months = run(50, target=target)
    assert seen == [month["guest_satisfaction"] for month in months]


def test_monthly_profit_known_value() -> None:
    assert monthly_profit(GUESTS, 50, 0.045, 400, 0) == 13_250
    assert monthly_profit(1000.00004, 50, 0.045, 400, 0) == 13_250


@pytest.mark.parametrize(
    ("series", "month"),
    [([0, 1, 5, 9, 10], 2), ([10, 9, 5, 1, 0], 2), ([0, 10], 1), ([0, 7, 7, 10], 1), ([3, 3], 0)],
)
def test_half_of_the_way(series: Any, month: int) -> None:
    assert half_way(series) == month
