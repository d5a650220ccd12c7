"""Flashcards that two pages keep at the same time: how one takes over what the other has done."""

from __future__ import annotations

from typing import Any

from servicequality.core.flashcards import merged, recency, start


def taken_over(
    state: dict[str, Any], found: dict[str, Any], saved: bool, now: int
) -> dict[str, Any]:
    """The state of a page after what another page keeps was taken over; `state` stays as it is.

    `found` is what `restored` gives of it; `saved` says whether all that this page did is kept.
    Where it is, what is kept is the truth, a rating that was taken back elsewhere included. Where
    the browser refused to keep something, the two are put together card by card.

    The card that is shown stays unless it was rated elsewhere; then the next one comes. What this
    page did last can no longer be undone: it would undo what the other did since.
    """
    mine = state["cards"]
    after = dict(state)
    after["message"] = None
    after["undo"] = None
    if saved:
        after["cards"], after["today"] = found["cards"], found["today"]
    else:
        after["cards"] = merged(mine, found["cards"])
        after["today"] = fuller_day(state["today"], found["today"])
    shown = state["current"]
    if shown is None or same_card(mine.get(shown), after["cards"].get(shown)):
        return after
    after["current"] = None
    after["turned"] = False
    return start(after, {"kind": "start"}, now)


def same_card(one: dict[str, Any] | None, other: dict[str, Any] | None) -> bool:
    """Whether a card was not rated between two looks at it; None stands for one never rated."""
    if one is None or other is None:
        return one is other
    # The numbers of a memory may change in their last digit on the way through the storage.
    return recency(one) == recency(other)


def fuller_day(one: dict[str, int], other: dict[str, int]) -> dict[str, int]:
    """The later of two days' counts; of one day, the greater counts."""
    if one["day"] != other["day"]:
        return one if one["day"] > other["day"] else other
    return {
        "day": one["day"],
        "new": max(one["new"], other["new"]),
        "reviews": max(one["reviews"], other["reviews"]),
    }
