"""Inviting complaints: who comes back, from which share solved well it pays, and what it brings."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from servicequality.model.complaints import (
    gain,
    kept,
    needed_to_earn,
    needed_when_invited,
    prevented_instead,
    returning,
)
from servicequality.model.recovery import expected_retention, needed_solving
from servicequality.model.rights import RIGHT_GAPS, RIGHTS, weigh_rights

SHARES = st.floats(0, 1)
RETENTIONS = {"smooth": 0.8, "good": 0.75, "unresolved": 0.3, "silent": 0.4}
ANY_RETENTIONS = st.fixed_dictionaries(dict.fromkeys(RETENTIONS, SHARES))


def test_the_year_of_the_hotel() -> None:
    assert returning(1600, 0.3, 0.5, RETENTIONS) == pytest.approx(
        {"good": 180, "unresolved": 72, "silent": 448}
    )
    assert kept(1600, 0.3, 0.5, RETENTIONS) == pytest.approx(700)
    assert kept(1600, 0.6, 0.25, RETENTIONS) == pytest.approx(652)
    assert kept(1600, 0.6, 0.5, RETENTIONS) == pytest.approx(760)


@pytest.mark.parametrize(
    ("complain", "solved", "retention"),
    # The test vector of the course's literature notes, section 2.11, with f = 0.2 and r₀ = 0.8.
    [(0.3, 0.5, 0.7275), (0.5, 0.5, 0.7325), (0.3, 0.8, 0.7356), (0.5, 0.8, 0.7460)],
)
def test_the_test_vector(complain: float, solved: float, retention: float) -> None:
    found = 0.8 * 0.8 + kept(0.2, complain, solved, RETENTIONS)
    assert found == pytest.approx(retention)


@given(SHARES, SHARES, SHARES, ANY_RETENTIONS)
def test_it_is_the_retention_of_question_one(
    failure: float, complain: float, solved: float, retentions: dict[str, float]
) -> None:
    chances = {"failure": failure, "complain": complain, "solved": solved}
    whole = (1 - failure) * retentions["smooth"] + kept(failure, complain, solved, retentions)
    assert whole == pytest.approx(expected_retention(chances, retentions))


@given(SHARES, SHARES, st.floats(0.01, 1), ANY_RETENTIONS)
def test_at_the_needed_share_as_many_come_back_as_before(
    complain: float, solved: float, invited: float, retentions: dict[str, float]
) -> None:
    assume(retentions["good"] > retentions["unresolved"] + 0.01)
    needed = needed_when_invited(complain, solved, invited, retentions)
    assert needed is not None
    before = kept(1000, complain, solved, retentions)
    # Near nothing at all, only an absolute limit means anything.
    assert kept(1000, invited, needed, retentions) == pytest.approx(before, abs=1e-9)


@given(SHARES, SHARES, st.floats(0.01, 1))
def test_a_hotel_that_solves_nothing_more_needs_more_than_the_border(
    complain: float, solved: float, invited: float
) -> None:
    border = needed_solving(0.75, 0.3, 0.4)
    needed = needed_when_invited(complain, solved, invited, RETENTIONS)
    assert border is not None
    assert needed is not None
    # What is needed lies between the border for new complaints alone and the share of today.
    assume(invited >= complain)
    low, high = min(border, solved), max(border, solved)
    assert low - 1e-9 <= needed <= high + 1e-9


def test_no_share_is_the_border_where_recovery_keeps_nobody() -> None:
    assert needed_when_invited(0.3, 0.5, 0.6, {**RETENTIONS, "good": 0.3}) is None


HEARD = {"failed": 1600.0, "complain": 0.3, "solved": 0.5}
MONEY = {"value": 400.0, "cost": 60.0, "programme": 3000.0}


def test_the_border_in_euros_known_values() -> None:
    # 400 (432 t − 156) − 60 (960 t − 240) − 3000 = 0
    assert needed_to_earn(HEARD, 0.6, RETENTIONS, MONEY) == pytest.approx(51_000 / 115_200)
    # A recovery that costs what it keeps, 0.45 · 400 euros, is no border.
    assert needed_to_earn(HEARD, 0.6, RETENTIONS, MONEY | {"cost": 180.0}) is None
    # Where recoveries and cards are free, the two borders are one.
    free = {"value": 400.0, "cost": 0.0, "programme": 0.0}
    assert needed_to_earn(HEARD, 0.6, RETENTIONS, free) == pytest.approx(
        needed_when_invited(0.3, 0.5, 0.6, RETENTIONS)
    )


@given(SHARES, SHARES, st.floats(0.01, 1), st.floats(0, 150), st.floats(0, 30_000))
def test_at_the_border_in_euros_nothing_is_earned(
    complain: float, solved: float, invited: float, cost: float, programme: float
) -> None:
    before = {"failed": 1000.0, "complain": complain, "solved": solved}
    money = {"value": 400.0, "cost": cost, "programme": programme}
    share = needed_to_earn(before, invited, RETENTIONS, money)
    assert share is not None
    more = kept(1000, invited, share, RETENTIONS) - kept(1000, complain, solved, RETENTIONS)
    recoveries = 1000 * (invited * share - complain * solved)
    assert gain(more, recoveries, 400, cost, programme) == pytest.approx(0, abs=1e-5)


def test_gain_known_values() -> None:
    assert gain(60, 240, 480, 60, 3000) == pytest.approx(11_400)
    assert gain(-48, 0, 480, 60, 3000) == pytest.approx(-26_040)


def test_prevention_known_values() -> None:
    assert prevented_instead(60, 0.8, 700 / 1600) == pytest.approx(165.517, abs=1e-3)
    assert prevented_instead(60, 0.4, 0.5) is None


def judged(states: str, weights: list[int], shown: bool = True) -> list[dict[str, object]]:
    """Eight judgements: k for kept, b for broken, u for unknown."""
    words = {"k": "kept", "b": "broken", "u": "unknown"}
    return [
        {"id": right, "state": words[state], "weight": weight, "shown": shown}
        for right, state, weight in zip(RIGHTS, states, weights, strict=True)
    ]


def test_the_broken_right_that_weighs_most() -> None:
    found = weigh_rights(judged("kbbukbkb", [5, 2, 4, 5, 1, 4, 3, 1]))
    assert found == {"kept": 3, "broken": 4, "unknown": 1, "unshown": 0, "weakest": ["R3", "R6"]}


def test_nothing_broken_matters_most() -> None:
    found = weigh_rights(judged("kkkkuuuu", [3] * 8, shown=False))
    assert found["weakest"] == []
    assert found["unshown"] == 4


def test_every_right_has_a_gap() -> None:
    assert list(RIGHT_GAPS) == RIGHTS
    assert set(RIGHT_GAPS.values()) == {"G1", "G2", "G3", "G4", "G5"}


@given(st.lists(st.sampled_from("kbu"), min_size=8, max_size=8), st.data())
def test_counts_add_up(states: list[str], data: st.DataObject) -> None:
    weights = data.draw(st.lists(st.integers(1, 5), min_size=8, max_size=8))
    found = weigh_rights(judged("".join(states), weights))
    assert found["kept"] + found["broken"] + found["unknown"] == 8
    assert (found["weakest"] == []) == (found["broken"] == 0)
