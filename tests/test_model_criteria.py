"""Weighted criteria: scores, and the smallest change of weights that reverses a verdict.

The criteria scales of the course's literature notes (section 5, question 3) name no published
values: the weighted mean is arithmetic, the reversal is checked against a solver.
"""

from __future__ import annotations

import itertools
import math

import numpy as np
import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st
from scipy.optimize import linprog

from servicequality.model.criteria import (
    highest,
    lowest,
    normalised,
    reversal,
    weighted_score,
)

# Points from 0 to 100 and leads from −9 to 9, as the exercise has them, up to twelve criteria.
CRITERIA = st.lists(
    st.tuples(st.integers(0, 100), st.integers(-9, 9)), min_size=1, max_size=12
).filter(lambda pairs: any(points for points, _lead in pairs))
Pairs = list[tuple[int, int]]


def split(pairs: Pairs) -> tuple[list[float], list[float]]:
    """Weights that add up to 1, and leads."""
    weights = normalised([float(points) for points, _lead in pairs])
    assert weights is not None
    return weights, [float(lead) for _points, lead in pairs]


def changed(weights: list[float], found: tuple[list[float], int]) -> list[float]:
    """The weights after the change that was found."""
    taken, receiver = found
    after = [weight - share for weight, share in zip(weights, taken, strict=True)]
    after[receiver] += math.fsum(taken)
    return after


def solved(weights: list[float], leads: list[float]) -> float | None:
    """½ Σ |w′ − w| at its smallest with a lead of 0 or on the other side, by linear programming.

    Variables are w′ and the sizes of the changes; None where no weights reach that.
    """
    count = len(weights)
    sign = 1.0 if math.fsum(w * lead for w, lead in zip(weights, leads, strict=True)) >= 0 else -1.0
    one, none = np.eye(count), np.zeros((1, count))
    above = np.vstack(
        [np.hstack([one, -one]), np.hstack([-one, -one]), [[*(sign * np.array(leads)), *none[0]]]]
    )
    limits = [*weights, *(-np.array(weights)), 0.0]
    found = linprog(
        [*none[0], *np.full(count, 0.5)],
        A_ub=above,
        b_ub=limits,
        A_eq=[[*np.ones(count), *none[0]]],
        b_eq=[1.0],
    )
    return float(found.fun) if found.status == 0 else None


# Weights and scores


def test_points_that_add_up_to_nothing_are_no_weights() -> None:
    assert normalised([0.0, 0.0]) is None
    assert normalised([]) is None


@given(CRITERIA)
def test_weights_add_up_to_one_and_keep_their_proportions(pairs: Pairs) -> None:
    weights, _leads = split(pairs)
    whole = sum(points for points, _lead in pairs)
    assert math.isclose(math.fsum(weights), 1.0, rel_tol=1e-12)
    for weight, (points, _lead) in zip(weights, pairs, strict=True):
        assert weight * whole == pytest.approx(points)


def test_weighted_score_known_values() -> None:
    assert weighted_score([0.25, 0.75], [4.0, 8.0]) == 7.0
    assert weighted_score([1.0], [6.0]) == 6.0


@given(CRITERIA)
def test_a_score_lies_between_the_lowest_and_the_highest(pairs: Pairs) -> None:
    weights, scores = split(pairs)
    assert min(scores) - 1e-9 <= weighted_score(weights, scores) <= max(scores) + 1e-9


@given(CRITERIA, st.integers(0, 11), st.integers(0, 9))
def test_a_higher_score_on_one_criterion_never_lowers_the_whole(
    pairs: Pairs, place: int, more: int
) -> None:
    assume(place < len(pairs))
    weights, scores = split(pairs)
    higher = [score + more * (n == place) for n, score in enumerate(scores)]
    risen = weighted_score(weights, higher) - weighted_score(weights, scores)
    assert risen == pytest.approx(weights[place] * more)


def test_the_lowest_and_the_highest_are_the_first_of_equals() -> None:
    assert (lowest([3.0, 1.0, 1.0]), highest([3.0, 1.0, 3.0])) == (1, 0)
    assert (lowest([0.1 + 0.2, 0.3]), highest([0.3, 0.1 + 0.2])) == (0, 0)


# The smallest change that reverses


def test_reversal_of_two_criteria_is_where_they_balance() -> None:
    taken, receiver = reversal([0.8, 0.2], [1.0, -1.0]) or ([], -1)
    assert (taken, receiver) == ([pytest.approx(0.3), 0.0], 1)


def test_reversal_takes_from_the_strongest_first_and_then_from_the_next() -> None:
    # The lead is 0.8 + 1.2 − 0.6 = 1.4. All of the first takes 1 off; what is left needs 0.1 at 4.
    taken, receiver = reversal([0.1, 0.6, 0.3], [8.0, 2.0, -2.0]) or ([], -1)
    assert receiver == 2
    assert taken == [pytest.approx(0.1), pytest.approx(0.1), 0.0]


def test_weight_may_move_to_a_criterion_that_had_none() -> None:
    assert reversal([1.0, 0.0], [3.0, -6.0]) == ([pytest.approx(1 / 3), 0.0], 1)


@pytest.mark.parametrize("leads", [[2.0, 0.0], [2.0, 1.0], [0.0, 0.0], [-2.0, 0.0], [-1.0, -3.0]])
def test_nothing_reverses_a_lead_that_no_criterion_speaks_against(leads: list[float]) -> None:
    assert reversal([0.5, 0.5], leads) is None


def test_a_lead_of_nothing_needs_no_change() -> None:
    assert reversal([0.5, 0.5], [2.0, -2.0]) == ([0.0, 0.0], 1)


@given(CRITERIA)
@example([(10, -3), (20, 1), (15, 1), (20, 4), (5, -5), (10, -2), (20, 2)])
@example([(25, -3), (15, 1), (10, 1), (5, 4), (25, -5), (15, -2), (5, 2)])
@example([(0, -9), (100, 9)])
@example([(50, 1), (50, -1)])
def test_reversal_is_that_of_a_solver(pairs: Pairs) -> None:
    weights, leads = split(pairs)
    found = reversal(weights, leads)
    best = solved(weights, leads)
    if found is None:
        # The solver may reach a lead of 0, where no weights bring a lead on the other side.
        lead = weighted_score(weights, leads)
        assert max(leads) <= 0 if lead < -1e-9 else min(leads) >= 0
        return
    assert best is not None
    assert math.fsum(found[0]) == pytest.approx(best, abs=1e-7)


@given(CRITERIA)
def test_the_changed_weights_are_weights_and_leave_no_lead(pairs: Pairs) -> None:
    weights, leads = split(pairs)
    found = reversal(weights, leads)
    if found is None:
        return
    after = changed(weights, found)
    assert min(after) >= -1e-9
    assert math.fsum(after) == pytest.approx(1.0)
    assert weighted_score(after, leads) == pytest.approx(0.0, abs=1e-7)
    moved = math.fsum(abs(a - b) for a, b in zip(after, weights, strict=True)) / 2
    assert moved == pytest.approx(math.fsum(found[0]), abs=1e-9)


@given(CRITERIA)
def test_a_little_more_of_the_same_reverses(pairs: Pairs) -> None:
    weights, leads = split(pairs)
    lead = weighted_score(weights, leads)
    found = reversal(weights, leads)
    if found is None or abs(lead) < 1e-6:
        return
    taken, receiver = found
    left = [n for n, weight in enumerate(weights) if weight - taken[n] > 1e-6 and n != receiver]
    sign = 1 if lead > 0 else -1
    giver = max(left, key=lambda n: sign * leads[n])
    after = changed(weights, found)
    after[giver] -= 1e-6
    after[receiver] += 1e-6
    assert sign * weighted_score(after, leads) < 0


@given(CRITERIA)
def test_reversal_is_the_same_seen_from_the_other_side(pairs: Pairs) -> None:
    weights, leads = split(pairs)
    assume(abs(weighted_score(weights, leads)) > 1e-6)
    assert reversal(weights, leads) == reversal(weights, [-lead for lead in leads])


@given(st.integers(1, 9), st.integers(1, 9), st.integers(51, 100))
def test_a_larger_lead_takes_a_larger_change(ahead: int, behind: int, points: int) -> None:
    def moved(more: int) -> float:
        weights = [points / 100, 1 - points / 100]
        lead = points * (ahead + behind + more) - 100 * behind
        assume(lead > 0)
        found = reversal(weights, [float(ahead + more), float(-behind)])
        assert found is not None
        return math.fsum(found[0])

    assert moved(0) < moved(1)


def test_reversal_is_that_of_trying_all_shifts_in_whole_points() -> None:
    points, leads = [4, 3, 2, 1], [3.0, 1.0, -1.0, -2.0]
    found = reversal([p / 10 for p in points], leads)
    assert found is not None
    every = (w for w in itertools.product(range(11), repeat=4) if sum(w) == 10)
    reached = [w for w in every if sum(a * b for a, b in zip(w, leads, strict=True)) <= 0]
    smallest = min(sum(abs(a - b) for a, b in zip(w, points, strict=True)) / 20 for w in reached)
    # In whole steps of a tenth the change can only be as small or larger, by less than a step.
    assert smallest - 0.1 < math.fsum(found[0]) <= smallest
