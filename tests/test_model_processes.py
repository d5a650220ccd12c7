"""Yield, hand-offs and lead time: published and worked values, and what must always hold."""

from __future__ import annotations

import itertools
import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from servicequality.model.processes import (
    bearable_loss,
    hand_offs,
    lead_time,
    rolled_yield,
    shares_so_far,
    tries,
    under_way,
    working_share,
)

drawing = settings(derandomize=True, database=None, deadline=None, max_examples=150)
SHARES = st.lists(st.floats(0, 1), min_size=1, max_size=10)
ERROR = st.floats(0, 0.9)


@pytest.mark.parametrize(
    ("share", "steps", "left"),
    [(0.98, 6, 0.886), (0.95, 6, 0.735), (0.99, 20, 0.818)],
)
def test_contacts_that_go_well_are_multiplied(share: float, steps: int, left: float) -> None:
    assert rolled_yield([share] * steps) == pytest.approx(left, abs=0.0005)


def test_values_of_the_question_bank() -> None:
    assert rolled_yield([0.98] * 5, 4, 0.03) == pytest.approx(0.8002, abs=0.0001)
    assert rolled_yield([0.99] * 3, 2, 0.02) == pytest.approx(0.932, abs=0.0005)
    assert rolled_yield([0.97] * 3) == pytest.approx(0.913, abs=0.0005)


def test_small_cases_by_hand() -> None:
    assert rolled_yield([]) == 1.0
    assert hand_offs([]) == hand_offs(["a"]) == hand_offs(["a", "a"]) == 0
    assert hand_offs(["a", "b", "b", "a"]) == 2
    assert shares_so_far([0.9, 0.8], ["a", "b"], 0.5) == pytest.approx([0.9, 0.36])
    assert tries(0.5) == 2.0
    assert tries(0.0) is None
    assert lead_time([1.0, 2.0], [5.0]) == 8.0
    assert working_share([1.0, 1.0], [6.0]) == 0.25
    assert working_share([], []) == 0.0
    # Five orders a week that take two weeks each: ten are under way.
    assert under_way(5.0, 336.0) == 10.0


@drawing
@given(SHARES, ERROR, st.data())
def test_the_last_share_is_the_rolled_yield(
    shares: list[float], error: float, data: st.DataObject
) -> None:
    owners = data.draw(st.lists(st.sampled_from("abc"), min_size=len(shares), max_size=len(shares)))
    line = shares_so_far(shares, owners, error)
    assert line[-1] == pytest.approx(rolled_yield(shares, hand_offs(owners), error))
    assert all(after <= before + 1e-12 for before, after in itertools.pairwise(line))
    assert line[-1] <= min(shares) + 1e-12


@drawing
@given(SHARES)
def test_the_yield_is_the_product_and_no_order_matters(shares: list[float]) -> None:
    assert rolled_yield(shares) == pytest.approx(math.prod(shares))
    assert rolled_yield(shares[::-1]) == pytest.approx(rolled_yield(shares))


@drawing
@given(
    st.lists(st.floats(0.5, 1), min_size=1, max_size=8),
    st.floats(0.005, 0.3),
    st.integers(1, 7),
    st.integers(0, 6),
)
def test_at_the_bearable_loss_both_ways_are_equal(
    shares: list[float], error: float, today: int, after: int
) -> None:
    taken = len(shares)
    loss = bearable_loss(today, after, error, taken)
    assert loss is not None
    with_host = rolled_yield([share * (1 - loss) for share in shares], after, error)
    assert with_host == pytest.approx(rolled_yield(shares, today, error))
    assert (loss > 0) == (today > after)


def test_where_there_is_no_loss_to_bear() -> None:
    assert bearable_loss(6, 3, 0.03, 0) is None
    assert bearable_loss(6, 3, 1.0, 5) == 1.0
    assert bearable_loss(3, 3, 1.0, 5) is None
    assert bearable_loss(6, 3, 0.03, 5) == pytest.approx(0.0181, abs=0.00005)
