"""The four costs of quality: the test vector of the literature notes, and what always holds."""

from __future__ import annotations

import math

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from servicequality.model.quality_costs import (
    KINDS,
    cheapest_quality,
    conformance_cost,
    cost_ratio,
    errors_left,
    failure_cost,
    failure_curve,
    failure_share,
    failures,
    found_inside,
    prevention_curve,
    quality_cost,
    return_on_prevention,
)

# Literature notes, 2.7: thousand euros, sales 3,000.
BEFORE = dict(zip(KINDS, (20.0, 40.0, 90.0, 150.0), strict=True))
AFTER = dict(zip(KINDS, (60.0, 45.0, 55.0, 60.0), strict=True))
amounts = st.fixed_dictionaries({kind: st.floats(0, 1000) for kind in KINDS})
shares = st.floats(0, 1)


def test_the_vector_of_the_literature() -> None:
    assert (quality_cost(BEFORE), quality_cost(AFTER)) == (300, 220)
    assert cost_ratio(BEFORE, 3000) == pytest.approx(0.10)
    assert cost_ratio(AFTER, 3000) == pytest.approx(0.0733, abs=5e-5)
    assert failure_share(BEFORE) == pytest.approx(0.80)
    assert failure_share(AFTER) == pytest.approx(0.523, abs=5e-4)
    assert return_on_prevention(BEFORE, AFTER) == pytest.approx(1.78, abs=5e-3)


def test_where_nothing_can_be_said() -> None:
    assert failure_share(dict.fromkeys(KINDS, 0.0)) is None
    assert return_on_prevention(BEFORE, BEFORE) is None
    assert return_on_prevention(AFTER, BEFORE) is None


@given(amounts)
def test_the_parts_add_up(costs: dict[str, float]) -> None:
    whole = conformance_cost(costs) + failure_cost(costs)
    assert quality_cost(costs) == pytest.approx(whole)
    share = failure_share(costs)
    assert share is None or 0 <= share <= 1 + 1e-9


@given(amounts, amounts)
def test_the_return_is_the_fall_of_the_total_for_each_euro(
    before: dict[str, float], after: dict[str, float]
) -> None:
    extra = conformance_cost(after) - conformance_cost(before)
    assume(extra > 0.01)
    found = return_on_prevention(before, after)
    fall = quality_cost(before) - quality_cost(after)
    assert found == pytest.approx(fall / extra, abs=1e-6)


@given(st.floats(1, 1e4), st.floats(0, 200), st.floats(0, 200), st.floats(1, 200), shares)
def test_prevention_never_adds_errors_and_never_prevents_the_unavoidable(
    errors: float, one: float, other: float, halving: float, avoidable: float
) -> None:
    less, more = sorted((one, other))
    few, many = (errors_left(errors, money, halving, avoidable) for money in (more, less))
    assert errors * (1 - avoidable) - 1e-6 <= few <= many + 1e-9 <= errors + 1e-6


def test_the_halving_money_halves_what_can_be_avoided() -> None:
    assert errors_left(1000, 0, 40, 0.9) == 1000
    assert errors_left(1000, 40, 40, 1.0) == 500
    assert errors_left(1000, 40, 40, 0.9) == pytest.approx(550)
    assert found_inside(0.6, 0, 40) == pytest.approx(0.6)
    assert found_inside(0.6, 40, 40) == pytest.approx(0.8)
    assert found_inside(0.1, -200, 40) == 0


@given(st.floats(0, 1e4), shares, st.floats(0, 100), st.floats(0, 500))
def test_finding_an_error_moves_it_inside(
    errors: float, found: float, inside: float, outside: float
) -> None:
    internal, external = failures(errors, found, inside, outside)
    assert internal >= 0
    assert external >= 0
    assert internal + external == pytest.approx(
        errors * (outside + found * (inside - outside)), abs=1e-5
    )


@pytest.mark.parametrize(
    ("price", "unprevented", "steepness", "best"),
    [
        (25, 400, 1.0, 0.75),  # 1 − √(1/16)
        (100, 400, 1.0, 0.5),
        (400, 400, 1.0, 0.0),
        (500, 400, 0.2, 0.0),
        (25, 400, 0.75, 1.0),
        (25, 400, 0.9, 0.75 / 0.9),
        (25, 400, 0.0, 1.0),
    ],
)
def test_the_cheapest_quality(
    price: float, unprevented: float, steepness: float, best: float
) -> None:
    assert cheapest_quality(price, unprevented, steepness) == pytest.approx(best)


@given(st.floats(1, 500), st.floats(1, 500), shares, st.floats(0, 0.999))
def test_no_quality_costs_less_than_the_cheapest(
    price: float, unprevented: float, steepness: float, quality: float
) -> None:
    def both(level: float) -> float:
        return prevention_curve(level, price, steepness) + failure_curve(level, unprevented)

    best = cheapest_quality(price, unprevented, steepness)
    assert 0 <= best <= 1 + 1e-9
    assert both(min(best, 0.999999)) <= both(quality) * (1 + 1e-4) + 1e-3


@given(st.floats(1, 300), st.floats(301, 500))
def test_the_classical_minimum_is_that_of_the_literature(price: float, unprevented: float) -> None:
    expected = 1 - math.sqrt(price / unprevented)
    assert cheapest_quality(price, unprevented, 1.0) == pytest.approx(expected)
