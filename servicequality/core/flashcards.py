"""A session with flashcards: which card comes, and what happens to it.

`step` takes a state and an event and gives the next state; `screen` says what of it is to be seen.
Neither looks at a clock: `now` is a moment in whole milliseconds since 1970 in UTC.

A state is plain data:

- `deck`: the ids of all cards, in the order in which new ones come; `limit`: new cards a day;
- `zone`: the reader's time, in minutes east of UTC, which says when a day begins;
- `cards`: what `core.memory` keeps of each card that was rated, by id;
- `today`: `day` (days since 1970 in the reader's time), `new` and `reviews`, both counted today;
- `active`: whether a session runs; `current`: the id of the card that is shown, or None;
- `turned`: whether its back is shown; `undo`: what takes the last rating back, or None;
- `message`: the id of what is wrong with the last event, or None.

An event is a dict with `kind`: `"start"`, `"turn"`, `"rate"` (with `rating`, 1 to 4), `"undo"` or
`"stop"`.
"""

from __future__ import annotations

from typing import Any

from servicequality.core.memory import (
    DAY,
    HIGHEST_DIFFICULTY,
    LEARNING,
    LONGEST_INTERVAL,
    LOWEST_DIFFICULTY,
    LOWEST_STABILITY,
    MINUTE,
    RATINGS,
    RELEARNING,
    REVIEW,
    STEPS,
    new_card,
    review,
    waits,
)
from servicequality.core.numbers import is_finite
from servicequality.core.workbook import Fault

KEPT_VERSION = 1
NEW_A_DAY = 10
# The last moment that JavaScript knows; and more days than any card reaches.
LATEST = 8640000000000000
HIGHEST_STABILITY = 1e9

NOT_STARTED = "cards_not_started"
STARTED = "cards_started"
NO_CARD = "cards_no_card"
TURNED = "cards_turned"
NOT_TURNED = "cards_not_turned"
NO_RATING = "cards_no_rating"
NO_UNDO = "cards_no_undo"
UNKNOWN_EVENT = "cards_unknown_event"


def new_state(
    deck_ids: list[str],
    cards: dict[str, Any] | None = None,
    today: dict[str, int] | None = None,
    limit: int = NEW_A_DAY,
    zone: int = 0,
) -> dict[str, Any]:
    """The state before a session; `cards` and `today` are those that `restored` gives, if any."""
    return {
        "deck": deck_ids,
        "limit": limit,
        "zone": zone,
        "cards": {} if cards is None else cards,
        "today": no_day() if today is None else today,
        "active": False,
        "current": None,
        "turned": False,
        "undo": None,
        "message": None,
    }


def step(state: dict[str, Any], event: Any, now: int) -> dict[str, Any]:
    """The state after an event; the state that is given stays as it is.

    An event that is unknown or out of place changes nothing but `message`. Raises nothing, whatever
    the event is.
    """
    kind = event.get("kind") if isinstance(event, dict) else None
    if not isinstance(kind, str) or kind not in EVENTS:
        return refused(state, UNKNOWN_EVENT)
    return EVENTS[kind](state, event, now)


def start(state: dict[str, Any], _event: dict[str, Any], now: int) -> dict[str, Any]:
    """A session begins, or looks again for a card that is due by now."""
    if state["current"] is not None:
        return refused(state, STARTED)
    found = changed(state, now)
    found["active"] = True
    found["current"] = next_card(found, now)
    return found


def turn(state: dict[str, Any], _event: dict[str, Any], now: int) -> dict[str, Any]:
    """The card that is shown is turned to its back."""
    message = no_card_to_act_on(state)
    if message is None and state["turned"]:
        message = TURNED
    if message is not None:
        return refused(state, message)
    found = changed(state, now)
    found["turned"] = True
    return found


def rate(state: dict[str, Any], event: dict[str, Any], now: int) -> dict[str, Any]:
    """The turned card is rated and scheduled, and the next one comes."""
    message = no_card_to_act_on(state)
    if message is None and not state["turned"]:
        message = NOT_TURNED
    rating: Any = event.get("rating")
    if message is None and (not is_whole(rating) or rating not in RATINGS):
        message = NO_RATING
    if message is not None:
        return refused(state, message)
    found = changed(state, now)
    name, today = found["current"], found["today"]
    before = found["cards"].get(name)
    found["undo"] = {"id": name, "card": before, "today": today}
    found["cards"] = dict(found["cards"])
    found["cards"][name] = review(new_card(now) if before is None else before, rating, now)
    found["today"] = {
        "day": today["day"],
        "new": today["new"] + (1 if before is None else 0),
        "reviews": today["reviews"] + 1,
    }
    found["current"] = next_card(found, now)
    found["turned"] = False
    return found


def undo(state: dict[str, Any], _event: dict[str, Any], now: int) -> dict[str, Any]:
    """The last rating is taken back: its card is shown again, turned, as it was before."""
    if not state["active"]:
        return refused(state, NOT_STARTED)
    last = state["undo"]
    if last is None:
        return refused(state, NO_UNDO)
    found = dict(state)
    found["today"] = last["today"]
    found = changed(found, now)
    found["cards"] = dict(found["cards"])
    if last["card"] is None:
        del found["cards"][last["id"]]
    else:
        found["cards"][last["id"]] = last["card"]
    found["current"] = last["id"]
    found["turned"] = True
    found["undo"] = None
    return found


def stop(state: dict[str, Any], _event: dict[str, Any], now: int) -> dict[str, Any]:
    """The session ends; a card that is shown was not rated and stays as it was."""
    if not state["active"]:
        return refused(state, NOT_STARTED)
    found = changed(state, now)
    found["active"] = False
    found["current"] = None
    found["turned"] = False
    found["undo"] = None
    return found


EVENTS = {"start": start, "turn": turn, "rate": rate, "undo": undo, "stop": stop}


def no_card_to_act_on(state: dict[str, Any]) -> str | None:
    """The message where no card is shown, None where one is."""
    if not state["active"]:
        return NOT_STARTED
    return NO_CARD if state["current"] is None else None


def refused(state: dict[str, Any], message: str) -> dict[str, Any]:
    """The state as it is, with the message why an event did nothing."""
    found = dict(state)
    found["message"] = message
    return found


def changed(state: dict[str, Any], now: int) -> dict[str, Any]:
    """A copy to change, without a message, its counts begun anew where another day has come."""
    found = dict(state)
    found["message"] = None
    day = (now + state["zone"] * MINUTE) // DAY
    if state["today"]["day"] != day:
        found["today"] = {"day": day, "new": 0, "reviews": 0}
    return found


def no_day() -> dict[str, int]:
    """The counts before any day."""
    return {"day": 0, "new": 0, "reviews": 0}


def next_card(state: dict[str, Any], now: int) -> str | None:
    """The id of the card that comes next, None where none is due.

    Due cards in learning or relearning come first, then due reviews, both by due moment and then
    by id; then new cards in the order of the deck, up to the day's limit.
    """
    first: tuple[int, int, str] | None = None
    unseen = None
    for name in state["deck"]:
        card = state["cards"].get(name)
        if card is None:
            if unseen is None:
                unseen = name
        elif card["due"] <= now:
            key = (1 if card["state"] == REVIEW else 0, card["due"], name)
            if first is None or key < first:
                first = key
    if first is not None:
        return first[2]
    return unseen if state["today"]["new"] < state["limit"] else None


def due_count(cards: dict[str, Any], deck_ids: list[str], now: int) -> int:
    """How many cards of a deck are due at `now`, new ones not counted."""
    count = 0
    for name in deck_ids:
        card = cards.get(name)
        if card is not None and card["due"] <= now:
            count = count + 1
    return count


def next_due(cards: dict[str, Any], deck_ids: list[str], now: int) -> int | None:
    """The first moment after `now` at which a card of a deck is due, None where there is none."""
    first = None
    for name in deck_ids:
        card = cards.get(name)
        if card is not None and card["due"] > now and (first is None or card["due"] < first):
            first = card["due"]
    return first


def screen(state: dict[str, Any], deck: list[dict[str, Any]], now: int) -> dict[str, Any]:
    """What of a state is to be seen at `now`.

    `deck` holds the cards of the state's deck, dicts with `id`. The answer has

    - `status`: `"idle"` (no session), `"front"`, `"back"`, `"ready"` (a card has become due: start
      shows it), `"waiting"` (one comes back today, after a learning step) or `"done"`;
    - `card`: the entry of `deck` that is shown, or None; `waits`: how long it would rest after each
      rating, four numbers of milliseconds, where its back is shown, else None;
    - `due`: how many cards are due, `learning` and `review`; `new`: how many new ones may come yet;
    - `today`: `new` and `reviews` done today; `next_due`: when the next card is due, or None;
    - `can_undo`; `message`: an id, or None.

    Raises ValueError where `deck` lacks the card that is shown.
    """
    seen = changed(state, now)
    learning, in_review, unseen, steps_left = 0, 0, 0, 0
    for name in seen["deck"]:
        card = seen["cards"].get(name)
        if card is None:
            unseen = unseen + 1
        elif card["due"] > now:
            steps_left = steps_left + (0 if card["state"] == REVIEW else 1)
        elif card["state"] == REVIEW:
            in_review = in_review + 1
        else:
            learning = learning + 1
    shown = None
    if seen["current"] is not None:
        shown = entry_of(deck, seen["current"])
        status = "back" if seen["turned"] else "front"
    elif not seen["active"]:
        status = "idle"
    elif next_card(seen, now) is not None:
        status = "ready"
    else:
        status = "waiting" if steps_left > 0 else "done"
    resting = None
    if status == "back":
        resting = waits(seen["cards"].get(seen["current"]) or new_card(now), now)
    return {
        "status": status,
        "card": shown,
        "waits": resting,
        "due": {"learning": learning, "review": in_review},
        "new": max(0, min(unseen, seen["limit"] - seen["today"]["new"])),
        "today": {"new": seen["today"]["new"], "reviews": seen["today"]["reviews"]},
        "next_due": next_due(seen["cards"], seen["deck"], now),
        "can_undo": seen["active"] and seen["undo"] is not None,
        "message": state["message"],
    }


def entry_of(deck: list[dict[str, Any]], name: str) -> dict[str, Any]:
    """The card of a deck that has an id. Raises ValueError where there is none."""
    for entry in deck:
        if entry["id"] == name:
            return entry
    raise ValueError("the deck has no card " + repr(name))


def kept(state: dict[str, Any]) -> dict[str, Any]:
    """What a browser keeps of a state: `version`, `cards` and `today`."""
    return {"version": KEPT_VERSION, "cards": state["cards"], "today": state["today"]}


def restored(record: Any, deck_ids: list[str]) -> dict[str, Any]:
    """What of a kept record can be used: `cards` and `today`, as `new_state` takes them.

    `dropped` says what was left out, a list sorted by id of dicts with `id` and `reason`: `"gone"`
    (the deck has no such card) or `"damaged"`; damaged counts of the day stand there without an id
    (None), last. Raises Fault for a record that is damaged as a whole, or newer than this edition.
    """
    if not isinstance(record, dict):
        raise Fault("record_damaged")
    version: Any = record.get("version")
    if not is_whole(version) or version < 1:
        raise Fault("record_damaged")
    if version > KEPT_VERSION:
        raise Fault("record_newer")
    if not isinstance(record.get("cards"), dict):
        raise Fault("record_damaged")
    cards = {}
    dropped: list[dict[str, Any]] = []
    # Sorted, because the two Pythons keep keys in different orders.
    for name in sorted(record["cards"]):
        if name not in deck_ids:
            dropped.append({"id": name, "reason": "gone"})
        elif is_card(record["cards"][name]):
            cards[name] = card_of(record["cards"][name])
        else:
            dropped.append({"id": name, "reason": "damaged"})
    today: Any = record.get("today")
    if is_today(today):
        today = {"day": today["day"], "new": today["new"], "reviews": today["reviews"]}
    else:
        today = no_day()
        dropped.append({"id": None, "reason": "damaged"})
    return {"cards": cards, "today": today, "dropped": dropped}


def merged(mine: dict[str, Any], theirs: dict[str, Any]) -> dict[str, Any]:
    """The cards of two devices, by id, as `restored` gives them.

    Of a card that both have, the one reviewed last wins; where both were reviewed at the same
    moment, the one with more reviews; where these are as many too, mine.
    """
    found = dict(mine)
    for name in theirs:
        if name not in found or recency(theirs[name]) > recency(found[name]):
            found[name] = theirs[name]
    return found


def recency(card: dict[str, Any]) -> tuple[int, int]:
    """What decides between two states of one card; the greater wins."""
    return card["reviewed"], card["reviews"]


def card_of(card: dict[str, Any]) -> dict[str, Any]:
    """The entries of a kept card that this edition knows."""
    return {
        "state": card["state"],
        "step": card["step"],
        "stability": float(card["stability"]),
        "difficulty": float(card["difficulty"]),
        "due": card["due"],
        "reviewed": card["reviewed"],
        "reviews": card["reviews"],
    }


def is_card(card: Any) -> bool:
    """Whether a value is a card that was reviewed, every entry possible and fitting the others."""
    if not isinstance(card, dict):
        return False
    stability: Any = card.get("stability")
    difficulty: Any = card.get("difficulty")
    due: Any = card.get("due")
    reviewed: Any = card.get("reviewed")
    reviews: Any = card.get("reviews")
    if not is_state(card.get("state"), card.get("step")):
        return False
    if not is_number(stability) or not is_number(difficulty):
        return False
    if not LOWEST_STABILITY <= stability <= HIGHEST_STABILITY:
        return False
    if not LOWEST_DIFFICULTY <= difficulty <= HIGHEST_DIFFICULTY:
        return False
    if not is_whole(due) or not is_whole(reviewed) or not is_whole(reviews):
        return False
    if not 0 <= reviewed <= LATEST or reviews < 1:
        return False
    return bool(0 < due - reviewed <= LONGEST_INTERVAL * DAY)


def is_state(state: Any, place: Any) -> bool:
    """Whether a state and a step go together."""
    if state == REVIEW:
        return place is None
    if state not in (LEARNING, RELEARNING) or not is_whole(place):
        return False
    return bool(0 <= place < len(STEPS[state]))


def is_today(today: Any) -> bool:
    """Whether a value is the counts of a day."""
    if not isinstance(today, dict):
        return False
    for name in ("day", "new", "reviews"):
        if not is_whole(today.get(name)) or today[name] < 0:
            return False
    return bool(today["new"] <= today["reviews"])


def is_whole(value: Any) -> bool:
    """Whether a value is a whole number; True and False are none."""
    return isinstance(value, int) and not isinstance(value, bool)


def is_number(value: Any) -> bool:
    """Whether a value is a finite number; True and False are none."""
    return (is_whole(value) or isinstance(value, float)) and is_finite(value)
