"""Self-checks and flashcards as a browser keeps them, worked through with the core's own steps."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from servicequality.core import flashcards
from servicequality.core.answers import key_of
from servicequality.core.self_check import start, step
from servicequality.page.workbook import practice_payload
from servicequality.practice import bank, deck

TOPIC = "five-gap-model"
OTHER = "processes"
EARLY, LATE = "2026-11-20T08:00:00.000Z", "2026-11-24T09:30:00.000Z"
# Moments in milliseconds: the two above.
EARLY_MOMENT, LATE_MOMENT = 1795161600000, 1795512600000
PRACTICE = practice_payload(str)
IDS = [item["id"] for item in bank.items(TOPIC)]
QUESTIONS = {item["id"]: item["question"] for item in bank.items(TOPIC)}


def topic_record(
    outcomes: Mapping[str, str],
    only: list[str] | None = None,
    *,
    topic: str = TOPIC,
    now: str = LATE,
    kept: dict[str, Any] | None = None,
    end: bool = True,
) -> dict[str, Any]:
    """A topic's record after one run: by item `"right"`, `"missed"` (its answer shown) or `"late"`
    (shown at first, right when it came back); others were not reached.

    `kept` is the record before; the run is left open where `end` is False.
    """
    spec = bank.spec(topic, str, only)
    record = kept or {"version": 1, "items": {}, "runs": {}}
    record["runs"].setdefault(spec["name"], start(spec, 5)["runs"][spec["name"]])
    events: list[dict[str, Any]] = [{"kind": "start", "mode": "once"}]
    events.append({"kind": "again", "mode": "once"})
    for item in spec["items"]:
        if item["id"] not in outcomes:
            continue
        go = {"kind": "go", "item": item["id"]}
        answer = [{"kind": "answer", "value": key_of(item)}, {"kind": "check"}]
        events += [go, *(answer if outcomes[item["id"]] == "right" else [{"kind": "reveal"}])]
    events += [{"kind": "finish"}] if end else []
    for event in events:
        record = step(record, event, now, spec)
    for name, outcome in outcomes.items():
        if outcome == "late":
            story = record["items"][name]
            again = {"count": story["count"] + 1, "history": [*story["history"], "right"],
                     "best": "right", "when": now}  # fmt: skip
            record["items"][name] = again
    return record


def cards_record(ratings: Mapping[int, list[int]], now: int = LATE_MOMENT) -> dict[str, Any]:
    """What is kept of the flashcards once some, by their place in the deck, were rated in turn."""
    cards: dict[str, Any] = {}
    for place, given in ratings.items():
        moment = now
        name = deck.card_ids()[place]
        for rating in given:
            state = flashcards.new_state([name], {key: cards[key] for key in cards if key == name})
            for event in ({"kind": "start"}, {"kind": "turn"}, {"kind": "rate", "rating": rating}):
                state = flashcards.step(state, event, moment)
            cards[name] = state["cards"][name]
            moment = cards[name]["due"]
    day = now // 86_400_000
    return {"version": 1, "cards": cards, "today": {"day": day, "new": len(cards), "reviews": 9}}


def practice() -> dict[str, Any]:
    """A student's practice as a workbook file holds it: two topics, and three cards.

    Of the five gaps the first question was right, the second shown, the third shown and then right.
    Another topic was begun, and nothing checked. Of the cards one is learnt.
    """
    outcomes = dict(zip(IDS, ["right", "missed", "late"], strict=False))
    return {
        "self_checks": {
            TOPIC: topic_record(outcomes),
            OTHER: topic_record({}, topic=OTHER, end=False),
        },
        "flashcards": cards_record({0: [3, 3], 1: [1], 2: [3]}),
    }


def keys_of(held: Mapping[str, Any]) -> dict[str, Any]:
    """What a file holds of practice by the keys under which a browser keeps it."""
    found = {f"self-check/{topic}": one for topic, one in held.get("self_checks", {}).items()}
    if "flashcards" in held:
        found["flashcards"] = held["flashcards"]
    return found
