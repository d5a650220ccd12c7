"""How far an order keeps rules of the form “this before that”."""

from __future__ import annotations

import math
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from servicequality.model.ordering import order_score, sides

TIMES = st.lists(st.integers(1, 26), min_size=2, max_size=10)


def test_known_values() -> None:
    rules = [[0, 1], [1, 2], [0, 2]]
    assert sides([1, 2, 3], rules) == [1, 1, 1]
    assert sides([3, 1, 2], rules) == [-1, 1, -1]
    assert sides([1, 1, 2], rules) == [0, 1, 1]
    assert order_score([1, 2, 3], rules) == 1
    assert order_score([3, 2, 1], rules) == -1
    assert order_score([3, 1, 2], rules) == pytest.approx(-1 / 3)
    assert order_score([1, 1, 2], rules) == pytest.approx(2 / 3)


def test_without_rules_there_is_no_score() -> None:
    with pytest.raises(ValueError, match="at least one rule"):
        order_score([1, 2], [])


@given(st.permutations(list(range(1, 9))))
def test_where_every_pair_has_a_rule_it_is_kendalls_tau(times: list[int]) -> None:
    rules = [list(pair) for pair in combinations(range(8), 2)]
    expected = stats.kendalltau(range(8), times).statistic
    assert order_score([float(time) for time in times], rules) == pytest.approx(expected)


@given(TIMES)
def test_ties_count_as_in_tau_a(times: list[int]) -> None:
    rules = [list(pair) for pair in combinations(range(len(times)), 2)]
    pairs = len(rules)
    tied = sum(math.comb(times.count(time), 2) for time in set(times))
    score = order_score([float(time) for time in times], rules)
    if tied == pairs:
        assert score == 0
        return
    tau_b = stats.kendalltau(range(len(times)), times).statistic
    assert score == pytest.approx(tau_b * math.sqrt(pairs - tied) / math.sqrt(pairs))


@given(TIMES)
def test_a_reversed_order_has_the_opposite_score(times: list[int]) -> None:
    rules = [[0, at] for at in range(1, len(times))]
    there = order_score([float(time) for time in times], rules)
    back = order_score([float(-time) for time in times], rules)
    assert there == pytest.approx(-back)
    assert -1 <= there <= 1
