"""Gap 4 promise by promise: kinds, index, what promises do to expectation, bookings."""

from __future__ import annotations

import itertools
import math

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from servicequality.model.gaps import raised_expectation
from servicequality.model.promises import (
    broken_by,
    extra_stays,
    gap_behind,
    gap_five_reason,
    kind_of_gap,
    over_promise_index,
    performance_gap,
    promise_gap,
    rewrite_verdict,
    still_booking,
    told_expectation,
    trade_off,
    unkept_share,
    weighted_mean,
    wording_verdict,
)

LEVEL = st.integers(10, 70).map(lambda tenths: tenths / 10)
PULL = st.integers(0, 20).map(lambda n: n / 20)
# Delivered, promised, importance.
PROMISES = st.lists(
    st.tuples(LEVEL, LEVEL, st.integers(0, 100).map(float)), min_size=1, max_size=8
).filter(lambda rows: any(weight for _, _, weight in rows))


def columns(rows: list[tuple[float, float, float]]) -> tuple[list[float], ...]:
    """Rows as lists of deliveries, promises and weights."""
    return tuple(list(column) for column in zip(*rows, strict=True))


def test_known_values_of_the_course() -> None:
    """The synthetic test vector of the five-gap model, literature.md §2.1."""
    assert promise_gap(5.1, 6.2) == pytest.approx(-1.1)
    assert performance_gap(5.1, 5.6) == pytest.approx(-0.5)
    assert kind_of_gap(5.1, 6.2, 5.6, 0.5) == "both"
    assert broken_by(5.1, 6.2) == pytest.approx(1.1)


@pytest.mark.parametrize(
    ("delivered", "promised", "standard", "kind"),
    [
        (4.4, 7.0, 5.9, "both"),
        (4.4, 7.0, 4.6, "gap_4"),
        (4.4, 4.4, 5.9, "gap_3"),
        (6.0, 6.2, 6.1, "neither"),
        (6.0, 5.0, 6.1, "more"),
        (6.0, 5.0, 7.0, "gap_3"),
        (4.4, 7.0, None, "gap_4_unknown"),
        (6.0, 6.2, None, "unknown"),
        (6.0, 5.0, None, "more"),
        # Exactly half a point counts, on both sides and with both gaps.
        (5.9, 6.4, 5.9, "gap_4"),
        (5.9, 5.9, 6.4, "gap_3"),
        (6.4, 5.9, 6.4, "more"),
        (5.9, 6.3, 6.3, "neither"),
    ],
)
def test_kinds_of_gap(delivered: float, promised: float, standard: float | None, kind: str) -> None:
    assert kind_of_gap(delivered, promised, standard, 0.5) == kind


@given(LEVEL, LEVEL, st.none() | LEVEL)
def test_a_lower_promise_never_makes_gap_4_and_never_touches_gap_3(
    delivered: float, promised: float, standard: float | None
) -> None:
    before = kind_of_gap(delivered, promised, standard, 0.5)
    honest = kind_of_gap(delivered, min(promised, delivered), standard, 0.5)
    assert "gap_4" not in honest
    assert honest != "both"
    assert (before in ("both", "gap_3")) == (honest == "gap_3")


def test_a_mean_without_weights_is_none() -> None:
    assert weighted_mean([1.0, 2.0], [0.0, 0.0]) is None
    assert over_promise_index([1.0], [7.0], [0.0]) is None
    assert unkept_share([1.0], [7.0], [0.0]) is None
    assert told_expectation(5.0, [7.0], [0.0], 1.0) is None


def test_the_index_by_hand() -> None:
    # (2 × 30 + 0 × 10 + 1 × 10) / 50; the surplus of the second does not make up for the others.
    assert over_promise_index([5.0, 6.0, 4.0], [7.0, 2.0, 5.0], [30.0, 10.0, 10.0]) == (
        pytest.approx(1.4)
    )


@given(PROMISES)
def test_the_index_lies_between_nothing_and_six(rows: list[tuple[float, float, float]]) -> None:
    delivered, promised, weights = columns(rows)
    index = over_promise_index(delivered, promised, weights)
    assert index is not None
    assert 0 <= index <= 6 + 1e-12
    mean = weighted_mean([p - d for d, p, _ in rows], weights)
    assert index >= mean - 1e-12
    kept = all(d >= p for d, p, w in rows if w)
    assert (index == 0) == kept


@given(PROMISES, LEVEL, st.integers(2, 50).map(float))
def test_the_index_rises_with_a_promise_and_knows_only_ratios_of_weights(
    rows: list[tuple[float, float, float]], level: float, factor: float
) -> None:
    delivered, promised, weights = columns(rows)
    index = over_promise_index(delivered, promised, weights)
    higher = over_promise_index(delivered, [max(promised[0], level), *promised[1:]], weights)
    better = over_promise_index([max(delivered[0], level), *delivered[1:]], promised, weights)
    assert better - 1e-12 <= index <= higher + 1e-12
    scaled = over_promise_index(delivered, promised, [w * factor for w in weights])
    assert scaled == pytest.approx(index, abs=1e-12)


@given(PROMISES)
def test_the_share_that_was_not_kept_lies_between_nothing_and_all(
    rows: list[tuple[float, float, float]],
) -> None:
    share = unkept_share(*columns(rows))
    assert share is not None
    assert -1e-12 <= share <= 1 + 1e-12


def test_the_share_that_was_not_kept_at_its_ends() -> None:
    assert unkept_share([1.0, 1.0], [7.0, 3.0], [1.0, 5.0]) == pytest.approx(1.0)
    assert unkept_share([7.0], [7.0], [1.0]) == 0.0
    assert unkept_share([1.0], [1.0], [1.0]) == 0.0  # nothing was promised
    assert unkept_share([4.0], [7.0], [9.0]) == pytest.approx(0.5)


@given(LEVEL, LEVEL, PULL)
def test_one_promise_lifts_expectation_as_the_formula_says(
    before: float, promised: float, pull: float
) -> None:
    """E = E₀ + φ · max(0, A − E₀), literature.md §2.1."""
    told = told_expectation(before, [promised], [3.0], pull)
    assert told == pytest.approx(before + pull * max(0.0, promised - before))
    assert told == pytest.approx(raised_expectation(before, promised, pull))


@given(PROMISES, LEVEL, PULL, PULL)
def test_expectation_after_promises_is_bounded_and_rises_with_pull(
    rows: list[tuple[float, float, float]], before: float, one: float, other: float
) -> None:
    _, promised, weights = columns(rows)
    low, high = sorted((one, other))
    less = told_expectation(before, promised, weights, low)
    more = told_expectation(before, promised, weights, high)
    assert before - 1e-12 <= less <= more + 1e-12
    assert more <= max(before, *promised) + 1e-12
    assert told_expectation(before, promised, weights, 0.0) == pytest.approx(before)


@given(PROMISES, LEVEL, PULL, LEVEL)
def test_expectation_rises_with_each_promise(
    rows: list[tuple[float, float, float]], before: float, pull: float, level: float
) -> None:
    _, promised, weights = columns(rows)
    higher = [max(promised[0], level), *promised[1:]]
    told = told_expectation(before, promised, weights, pull)
    assert told <= told_expectation(before, higher, weights, pull) + 1e-12


@pytest.mark.parametrize(
    ("perception", "before", "expectation", "reason"),
    [
        (6.0, 5.0, 5.5, "above"),
        (5.5, 5.0, 5.5, "met"),
        (4.0, 5.0, 5.0, "service"),
        (4.0, 5.0, 5.5, "both"),
        (5.0, 5.0, 5.5, "promise"),
        (5.2, 5.0, 5.5, "promise"),
    ],
)
def test_reasons_of_gap_five(
    perception: float, before: float, expectation: float, reason: str
) -> None:
    assert gap_five_reason(perception, before, expectation) == reason


def test_guests_who_still_book() -> None:
    assert still_booking(2.5, 4.0) == pytest.approx(90.0)
    assert still_booking(6.0, 20.0) == 0.0
    assert still_booking(-1.0, 5.0) == pytest.approx(105.0)
    assert still_booking(0.0, 15.0) == 100.0


@given(st.floats(-6, 6), st.floats(-6, 6), st.floats(0, 30))
def test_fewer_book_the_less_is_promised(one: float, other: float, response: float) -> None:
    less, more = sorted((one, other))
    assert 0 <= still_booking(more, response) <= still_booking(less, response)


@given(st.floats(0.5, 200))
def test_extra_stays_fill_the_same_nights(booking: float) -> None:
    share = extra_stays(booking)
    assert share is not None
    assert math.isclose(booking * (1 + share), 100.0, rel_tol=1e-9)


def test_nobody_can_stay_more_often_where_nobody_books() -> None:
    assert extra_stays(0.0) is None
    assert extra_stays(100.0) == pytest.approx(0.0)
    assert extra_stays(80.0) == pytest.approx(0.25)


@pytest.mark.parametrize(
    ("old", "new", "delivered", "verdict"),
    [
        (7.0, 7.0, 4.4, "unchanged"),
        (6.0, 7.0, 4.4, "raised"),
        (7.0, 5.0, 4.4, "still_over"),
        (7.0, 4.9, 4.4, "still_over"),
        (7.0, 4.8, 4.4, "fits"),
        (4.0, 4.8, 4.4, "fits"),
        (7.0, 4.0, 4.4, "fits"),
        (7.0, 3.9, 4.4, "under"),
        (3.0, 3.9, 4.4, "under"),
    ],
)
def test_verdicts_on_a_rewritten_promise(
    old: float, new: float, delivered: float, verdict: str
) -> None:
    assert rewrite_verdict(old, new, delivered, 0.5) == verdict


def test_new_words_leave_gap_3_as_it_is() -> None:
    assert gap_behind(4.4, 5.9, 0.5) == "stays"
    assert gap_behind(4.4, 4.9, 0.5) == "stays"
    assert gap_behind(4.4, 4.6, 0.5) == "none"
    assert gap_behind(4.4, None, 0.5) == "unknown"


@pytest.mark.parametrize(
    ("less", "booking", "gained", "state"),
    [
        (0.0, 100.0, 0.0, "none"),
        (6.0, 0.0, 0.5, "nobody"),
        (1.0, 95.0, 0.2, "fewer_guests"),
        (1.0, 95.0, 0.0, "fewer_guests_same"),
        (1.0, 100.0, 0.2, "free"),
        (1.0, 100.0, 0.0, "free_same"),
        (-1.0, 105.0, -0.2, "more_guests"),
        (-1.0, 100.0, -0.2, "more_guests"),
        (-1.0, 105.0, 0.0, "more_guests_same"),
    ],
)
def test_what_a_new_promise_gives_and_takes(
    less: float, booking: float, gained: float, state: str
) -> None:
    assert trade_off(less, booking, gained) == state


def test_the_writers_own_check_of_the_wording() -> None:
    for vague, absolute, measurable in itertools.product((True, False), repeat=3):
        low = wording_verdict(vague, absolute, measurable, 6.4, 6.5)
        high = wording_verdict(vague, absolute, measurable, 6.5, 6.5)
        if vague and measurable:
            assert low == high == "contradiction"
        elif absolute:
            assert (low, high) == ("absolute_low", "weak")
        else:
            assert low == high == ("ready" if measurable and not vague else "weak")


@given(LEVEL, LEVEL, LEVEL)
def test_an_honest_promise_is_never_called_too_high(
    old: float, new: float, delivered: float
) -> None:
    assume(new <= delivered)
    assert rewrite_verdict(old, new, delivered, 0.5) not in ("raised", "still_over")
