"""One page takes over what another has kept of the flashcards."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from servicequality.core.flashcards import kept, new_state, restored, step
from servicequality.core.flashcards_tabs import taken_over

NOW = 1795505400000
MINUTE = 60000
IDS = ["trust.term", "delay.term", "smile.term", "queue.term"]
NOTHING = {"version": 1, "cards": {}, "today": {"day": 0, "new": 0, "reviews": 0}}


def after(state: dict[str, Any], *kinds: Any, now: int = NOW) -> dict[str, Any]:
    """The state after events; a number is a rating."""
    for kind in kinds:
        event = {"kind": kind} if isinstance(kind, str) else {"kind": "rate", "rating": kind}
        state = step(state, event, now)
        assert state["message"] is None, kind
    return state


def found(state: dict[str, Any]) -> dict[str, Any]:
    """What another page reads of what one page keeps."""
    return restored(kept(state), IDS)


FRESH = new_state(IDS)
# Both have rated the first card; one of them goes on.
ONE = after(FRESH, "start", "turn", 3)
OTHER = after(ONE, "turn", 4, "turn", 1, now=NOW + MINUTE)


def test_what_is_kept_is_the_truth_where_all_of_this_page_is_kept() -> None:
    before = copy.deepcopy(ONE)
    state = taken_over(ONE, found(OTHER), True, NOW + 2 * MINUTE)
    assert before == ONE
    assert state["cards"] == OTHER["cards"]
    assert state["today"] == OTHER["today"]
    assert state["undo"] is None
    # The card that was shown here was rated there.
    assert (ONE["current"], state["current"], state["turned"]) == (IDS[1], IDS[2], False)


def test_the_card_that_is_shown_stays_unless_it_was_rated_elsewhere() -> None:
    state = taken_over(after(OTHER, "turn"), found(ONE), True, NOW + MINUTE)
    assert (state["current"], state["turned"]) == (OTHER["current"], True)
    # A rating that was taken back elsewhere is taken back here.
    assert list(state["cards"]) == [IDS[0]]
    assert state["today"]["reviews"] == 1


def test_a_card_whose_numbers_went_through_the_storage_is_the_same_card() -> None:
    again = after(ONE, "stop", "start", "turn", now=NOW + 11 * MINUTE)
    assert again["current"] == IDS[0]
    kept_elsewhere = found(ONE)
    kept_elsewhere["cards"][IDS[0]]["stability"] += 1e-15
    state = taken_over(again, kept_elsewhere, True, NOW + 11 * MINUTE)
    assert (state["current"], state["turned"]) == (IDS[0], True)


def test_nothing_of_this_page_is_lost_where_it_could_not_be_kept() -> None:
    mine = after(ONE, "turn", 2, "turn", 4, now=NOW + MINUTE)
    theirs = after(ONE, "turn", 1, now=NOW + 2 * MINUTE)
    state = taken_over(mine, found(theirs), False, NOW + 3 * MINUTE)
    assert sorted(state["cards"]) == sorted(IDS[:3])
    # Of the card that both have rated, the later rating counts.
    assert state["cards"][IDS[1]] == theirs["cards"][IDS[1]]
    assert state["cards"][IDS[2]] == mine["cards"][IDS[2]]
    assert state["today"] == mine["today"]


@pytest.mark.parametrize("day", [-1, 1])
def test_of_two_days_the_later_one_counts(day: int) -> None:
    theirs = found(ONE)
    theirs["today"] = {"day": ONE["today"]["day"] + day, "new": 9, "reviews": 9}
    state = taken_over(ONE, theirs, False, NOW)
    assert state["today"] == (theirs["today"] if day > 0 else ONE["today"])


def test_what_was_erased_elsewhere_is_gone() -> None:
    again = after(ONE, "stop", "start", "turn", now=NOW + 11 * MINUTE)
    state = taken_over(again, restored(NOTHING, IDS), True, NOW + 11 * MINUTE)
    assert state["cards"] == {}
    assert (state["active"], state["current"], state["turned"]) == (True, IDS[0], False)


def test_no_session_begins_by_itself() -> None:
    state = taken_over(FRESH, found(OTHER), True, NOW + MINUTE)
    assert (state["active"], state["current"]) == (False, None)
