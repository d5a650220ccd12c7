"""A portfolio of segments: whale curve, four kinds, loyalty money and its best use."""

from __future__ import annotations

import itertools
import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from servicequality.model.lifetime_value import lifetime_value
from servicequality.model.portfolio import (
    added_up,
    best_allocation,
    earned_and_lost,
    judge_plan,
    kind_of,
    moved_retention,
    next_best,
    raised_retention,
    shape_of_whale,
    shared_retention,
    whale_curve,
    whale_order,
    worth_by_steps,
    worth_of_loyalty,
    yearly_profit,
)

SEGMENT = st.tuples(st.integers(0, 300), st.integers(-400, 400))
SEGMENTS = st.lists(SEGMENT, min_size=1, max_size=10).filter(lambda all_: any(n for n, _ in all_))
RETENTIONS = st.floats(0, 0.99)
drawing = settings(derandomize=True, database=None, deadline=None)


# The whale curve


def test_yearly_profit() -> None:
    assert yearly_profit(150, 1.5, 45) == 180
    assert yearly_profit(310, 2, 800) == -180


def test_a_whale_curve_by_hand() -> None:
    guests, profits = [100, 50, 50], [10.0, 40.0, -20.0]
    assert whale_order(profits) == [1, 0, 2]
    assert whale_curve(guests, profits) == [(0.25, 2000), (0.75, 3000), (1.0, 2000)]
    assert earned_and_lost(guests, profits) == (3000, 1000)


@given(SEGMENTS)
def test_the_curve_rises_to_what_is_earned_and_ends_at_the_profit(
    segments: list[tuple[int, int]],
) -> None:
    guests, profits = [n for n, _ in segments], [float(p) for _, p in segments]
    curve = whale_curve(guests, profits)
    earned, lost = earned_and_lost(guests, profits)
    assert max(0.0, *(profit for _, profit in curve)) == pytest.approx(earned)
    assert curve[-1] == (pytest.approx(1), pytest.approx(earned - lost))
    shares = [share for share, _ in curve]
    assert shares == sorted(shares)
    # Each next guest brings no more than the one before: the curve is concave.
    slopes = [profits[position] for position in whale_order(profits)]
    assert slopes == sorted(slopes, reverse=True)
    assert min(earned, lost) >= 0


def test_equal_profits_keep_their_order() -> None:
    assert whale_order([5.0, 7.0, 5.0, 7.0]) == [1, 3, 0, 2]


@pytest.mark.parametrize(
    ("earned", "lost", "shape"),
    [
        (10, 0, "all_earn"),
        (0, 0, "all_earn"),
        (0, 5, "all_lose"),
        (5, 5, "eaten"),
        (4, 5, "eaten"),
        (5, 4, "whale"),
    ],
)
def test_the_shape_of_the_whale(earned: float, lost: float, shape: str) -> None:
    assert shape_of_whale(earned, lost) == shape


# Four kinds


@pytest.mark.parametrize(
    ("profit", "lifetime", "kind"),
    [
        (80, 3, "true_friend"),
        (80, 2.99, "butterfly"),
        (79.99, 3, "barnacle"),
        (79.99, 2.99, "stranger"),
        (-50, 8, "barnacle"),
    ],
)
def test_the_four_kinds_and_their_edges(profit: float, lifetime: float, kind: str) -> None:
    assert kind_of(profit, lifetime, 80, 3) == kind


def test_a_lifetime_that_reaches_the_cut_but_for_rounding() -> None:
    assert kind_of(80 - 1e-12, 1 / (1 - 0.8), 80, 5) == "true_friend"


# What loyalty money does


def test_half_of_the_lift_after_one_halving() -> None:
    assert raised_retention(0.5, 0.2, 20, 20) == pytest.approx(0.6)
    assert raised_retention(0.5, 0.2, 40, 20) == pytest.approx(0.65)
    assert raised_retention(0.5, 0.2, 0, 20) == 0.5
    assert raised_retention(0.95, 0.2, 1e9, 20) == 0.99
    assert raised_retention(0.995, 0.2, 100, 20) == 0.995


@given(RETENTIONS, st.floats(0, 0.3), st.floats(0, 500), st.floats(0.1, 100), st.floats(1, 100))
def test_retention_rises_diminishes_and_stays_below_one(
    retention: float, lift: float, spend: float, more: float, halving: float
) -> None:
    first, second, third = (
        raised_retention(retention, lift, spend + n * more, halving) for n in range(3)
    )
    assert retention <= first <= second <= third <= max(0.99, retention)
    assert third - second <= second - first + 1e-12
    assert third <= retention + lift + 1e-12


def test_money_is_shared_by_the_guests_and_lost_where_there_are_none() -> None:
    assert shared_retention(100, 0.5, 0.2, 2000, 20) == raised_retention(0.5, 0.2, 20, 20)
    assert shared_retention(0, 0.5, 0.2, 2000, 20) == 0.5
    assert worth_by_steps(0, 300, 0.5, 0.1, 0.2, 20, [0, 5000]) == [0, 0]


def test_moved_retention_stays_in_range() -> None:
    assert moved_retention(0.05, -0.1) == 0
    assert moved_retention(0.95, 0.1) == 0.99
    assert moved_retention(0.5, 0.1) == pytest.approx(0.6)


@given(
    st.integers(0, 3000),
    st.floats(-500, 500),
    st.floats(0, 0.9),
    st.floats(0, 0.3),
    st.floats(0, 0.09),
    st.booleans(),
)
def test_the_worth_of_loyalty_is_the_rise_of_lifetime_value_in_either_convention(
    guests: int, profit: float, retention: float, discount: float, more: float, now: bool
) -> None:
    """One year of higher retention, then the old one: added up year by year."""

    def value(first: float) -> float:
        years = range(3000 if discount < 0.01 else 400)
        rest = math.fsum(profit * retention**t / (1 + discount) ** t for t in years)
        return (profit if now else 0.0) + first * rest / (1 + discount)

    added = worth_of_loyalty(guests, profit, retention, discount, retention + more)
    assert added == pytest.approx(
        guests * (value(retention + more) - value(retention)), rel=1e-6, abs=1e-3
    )
    assert value(retention) == pytest.approx(
        lifetime_value(profit, retention, discount, now), rel=1e-6, abs=1e-6
    )


def test_the_worth_of_nothing_has_no_sign() -> None:
    assert math.copysign(1, worth_of_loyalty(10, -5.0, 0.5, 0.1, 0.5)) == 1


# The best use of a budget

PLAN = st.lists(
    st.tuples(
        st.sampled_from([0, 1, 40, 120, 600, 2000]),
        st.sampled_from([-180, -10, 0, 8, 40, 150, 300, 900]),
        st.sampled_from([0, 20, 50, 78, 90, 97, 99]),
    ),
    min_size=1,
    max_size=4,
)


@given(PLAN, st.integers(0, 9), st.sampled_from([0, 5, 20, 30]), st.sampled_from([0, 10, 30]))
@drawing
def test_the_best_plan_is_that_of_brute_force(
    segments: list[tuple[int, int, int]], steps: int, lift: int, discount: int
) -> None:
    step, most = 5, 6
    amounts = [1000 * step * n for n in range(most + 1)]
    tables = [
        [
            euros / 1000
            for euros in worth_by_steps(
                guests, profit, percent / 100, discount / 100, lift / 100, 20.0, amounts
            )
        ]
        for guests, profit, percent in segments
    ]

    def gain(split: tuple[int, ...] | list[int]) -> float:
        brought = math.fsum(table[n] for table, n in zip(tables, split, strict=True))
        return brought - step * sum(split)

    every_split = (
        split
        for split in itertools.product(range(most + 1), repeat=len(segments))
        if sum(split) <= steps
    )
    found = best_allocation(tables, step, steps)
    assert added_up(found) <= steps
    assert all(0 <= n <= most for n in found)
    assert gain(found) == pytest.approx(max(map(gain, every_split)), abs=1e-6)


@given(PLAN, st.sampled_from([0, 5, 20, 30]))
@drawing
def test_steps_never_add_more_than_the_one_before_where_they_add_at_all(
    segments: list[tuple[int, int, int]], lift: int
) -> None:
    """What makes taking step by step right."""
    for guests, profit, percent in segments:
        table = worth_by_steps(
            guests, profit, percent / 100, 0.1, lift / 100, 20.0, [5000 * n for n in range(11)]
        )
        assert table[0] == 0
        added = [after - before for before, after in itertools.pairwise(table)]
        if profit <= 0:
            assert max(added) <= 0
        else:
            assert all(b <= a + 1e-6 for a, b in itertools.pairwise(added))


def test_the_best_plan_keeps_money_that_would_not_come_back() -> None:
    tables = [[0.0, 8.0, 12.0], [0.0, 6.0, 7.0], [0.0, -3.0, -4.0]]
    assert best_allocation(tables, 5, 9) == [1, 1, 0]
    assert best_allocation(tables, 5, 1) == [1, 0, 0]
    assert best_allocation(tables, 5, 0) == [0, 0, 0]
    assert best_allocation([[0.0, 5.0]], 5, 3) == [0]


def test_the_next_best_step() -> None:
    tables = [[0.0, 8.0, 12.0], [0.0, 6.0, 7.0]]
    assert next_best(tables, [0, 0]) == (0, 8.0)
    assert next_best(tables, [1, 0]) == (1, 6.0)
    assert next_best(tables, [2, 2]) == (-1, 0.0)
    assert next_best([[0.0, 4.0], [0.0, 4.0]], [0, 0]) == (0, 4.0)
    assert next_best([[0.0, -4.0], [0.0, -1.0]], [0, 0]) == (1, -1.0)


@pytest.mark.parametrize(
    ("spent", "net", "best_spent", "best_net", "verdict"),
    [
        (35, 9, 30, 10, "over"),
        (0, 0, 0, 0, "nothing_pays"),
        (0, 0, 10, 4, "nothing"),
        (30, 9.5, 30, 10, "best"),
        (30, 9.4, 30, 10, "better"),
        (30, -1, 30, 10, "loss"),
        (5, -0.5, 0, 0, "best"),
        (5, -2, 0, 0, "stop"),
    ],
)
def test_the_verdict_on_a_plan(
    spent: int, net: float, best_spent: int, best_net: float, verdict: str
) -> None:
    assert judge_plan(spent, 30, net, best_spent, best_net, 0.5) == verdict
