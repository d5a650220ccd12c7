"""Self-checks and flashcards in a workbook file: read, and put together with what is there.

A file may hold `self_checks`, the records of topics by the topics' names, and `flashcards`, what a
browser keeps of the cards. Both are optional. What is wrong with them is left out and said, never a
reason to refuse the file: the exercises in it are of more weight.

`topics` maps the names of topics to their specs as `servicequality.practice.bank.spec` gives them
for all items (of an item, its `id`, `type`, `question` and the ids of what it lists are used);
`deck` holds the ids of all cards.
"""

from __future__ import annotations

from typing import Any

from servicequality.core import flashcards, self_check
from servicequality.core.self_check_run import READY
from servicequality.core.workbook import Fault

SELF_CHECKS, FLASHCARDS = "self_checks", "flashcards"
MINE = "mine"
# Why something is left out: this edition does not have the topic; the part is of a newer edition,
# or damaged as a whole; some of what it holds is damaged, or fits nothing any more.
GONE, NEWER, DAMAGED, SOME = "gone", "newer", "damaged", "some"


def read_practice(topics: dict[str, Any], deck: list[str], data: dict[str, Any]) -> dict[str, Any]:
    """What a workbook file holds of self-checks and flashcards, checked.

    `data` is the parsed file. The answer has `self_checks` (records by topic), `flashcards` (as
    `core.flashcards.kept` gives it, or None) and `left_out`: dicts with `part` (`"self_checks"` or
    `"flashcards"`), `topic` (None where the part as a whole is meant) and `why` (`"gone"`,
    `"newer"`, `"damaged"`, or `"some"`, where the rest of it is there). Raises nothing.
    """
    left_out: list[dict[str, Any]] = []
    return {
        SELF_CHECKS: read_self_checks(topics, data.get(SELF_CHECKS), left_out),
        FLASHCARDS: read_flashcards(deck, data.get(FLASHCARDS), left_out),
        "left_out": left_out,
    }


def read_self_checks(
    topics: dict[str, Any], kept: Any, left_out: list[dict[str, Any]]
) -> dict[str, Any]:
    """The records of a file by topic; what cannot be used is added to `left_out`."""
    found: dict[str, Any] = {}
    if kept is None:
        return found
    if not isinstance(kept, dict):
        leave_out(left_out, SELF_CHECKS, None, DAMAGED)
        return found
    # Sorted, because the two Pythons keep keys in different orders.
    for name in sorted(kept):
        if name not in topics:
            leave_out(left_out, SELF_CHECKS, name, GONE)
            continue
        try:
            record, whole = fitted(topics[name], kept[name])
        except Fault as fault:
            leave_out(left_out, SELF_CHECKS, name, why(fault))
            continue
        found[name] = record
        if not whole:
            leave_out(left_out, SELF_CHECKS, name, SOME)
    return found


def read_flashcards(
    deck: list[str], kept: Any, left_out: list[dict[str, Any]]
) -> dict[str, Any] | None:
    """The cards of a file; None where it has none, or none that can be used."""
    if kept is None:
        return None
    try:
        found = flashcards.restored(kept, deck)
    except Fault as fault:
        leave_out(left_out, FLASHCARDS, None, why(fault))
        return None
    if found["dropped"]:
        leave_out(left_out, FLASHCARDS, None, SOME)
    return flashcards.kept(found)


def why(fault: Fault) -> str:
    """Why a part cannot be used at all."""
    return NEWER if fault.message == "record_newer" else DAMAGED


def leave_out(left_out: list[dict[str, Any]], part: str, topic: str | None, reason: str) -> None:
    """Adds to what is left out."""
    left_out.append({"part": part, "topic": topic, "why": reason})


def fitted(spec: dict[str, Any], kept: Any) -> tuple[dict[str, Any], bool]:
    """What of a topic's record can be used, in all its runs, and whether that is all of it.

    Raises Fault where none of it can.
    """
    found = self_check.restored(kept, spec, 0)
    whole = not found["dropped"]
    record = found["record"]
    # `restored` looks into the run of one self-check, so each has its turn.
    for name in sorted(record["runs"]):
        found = self_check.restored(record, named(spec, name), 0)
        record = found["record"]
        whole = whole and not found["dropped"]
    return without(record, spec["name"], [kept["runs"]]), whole


def named(spec: dict[str, Any], name: str) -> dict[str, Any]:
    """A topic's spec as that of the self-check with another name.

    All of the topic's items stay in it: what its runs may hold is no matter of which it asks.
    """
    found = dict(spec)
    found["name"] = name
    return found


def without(record: dict[str, Any], name: str, kept: list[dict[str, Any]]) -> dict[str, Any]:
    """A record without the run that `restored` has added, where none of the runs kept is it."""
    for runs in kept:
        if name in runs:
            return record
    found = dict(record)
    found["runs"] = dict(record["runs"])
    del found["runs"][name]
    return found


def joined(
    topics: dict[str, Any],
    deck: list[str],
    mine: dict[str, Any],
    theirs: dict[str, Any],
    first: str,
) -> dict[str, Any]:
    """What two devices hold of self-checks and flashcards, put together.

    `theirs` is the answer of `read_practice`; `mine` is what a browser keeps, as it is:
    `self_checks` (by topic; one that is not there was never begun) and `flashcards` (or None).
    What came of the questions is put together as `core.self_check.merged` does it, card by card as
    `core.flashcards.merged`. Of a self-check that was begun in both, the run is mine where `first`
    is `"mine"`, else theirs.

    The answer has `self_checks` and `flashcards` (or None), those that there is something new to
    keep of, and `untouched`: which of mine are of a newer edition, in the form of `left_out`.
    """
    untouched: list[dict[str, Any]] = []
    records = {}
    for name in sorted(theirs[SELF_CHECKS]):
        try:
            records[name] = joined_record(
                topics[name], mine[SELF_CHECKS].get(name), theirs[SELF_CHECKS][name], first
            )
        except Fault:
            leave_out(untouched, SELF_CHECKS, name, NEWER)
    cards = None
    if theirs[FLASHCARDS] is not None:
        try:
            cards = joined_cards(deck, mine[FLASHCARDS], theirs[FLASHCARDS])
        except Fault:
            leave_out(untouched, FLASHCARDS, None, NEWER)
    return {SELF_CHECKS: records, FLASHCARDS: cards, "untouched": untouched}


def joined_record(
    spec: dict[str, Any], mine: Any, theirs: dict[str, Any], first: str
) -> dict[str, Any]:
    """Two records of a topic as one. Raises Fault where mine is of a newer edition."""
    if mine is None:
        return theirs
    try:
        own = fitted(spec, mine)[0]
    except Fault as fault:
        if why(fault) == NEWER:
            raise
        return theirs
    items, others = own["items"], theirs["items"]
    if first != MINE:
        items, others = others, items
    record = {"version": own["version"], "items": others, "runs": own["runs"]}
    # Once more than there are runs: questions are put together even where there is none.
    for name in sorted(theirs["runs"]) + [spec["name"]]:
        chosen = chosen_run(own["runs"].get(name), theirs["runs"].get(name), first)
        part = {"version": own["version"], "items": items, "runs": {name: chosen}}
        record = self_check.merged(part, record, named(spec, name))
    return without(record, spec["name"], [own["runs"], theirs["runs"]])


def chosen_run(mine: Any, theirs: Any, first: str) -> Any:
    """The run that stays of two, either of which may be None; one that was not begun gives way."""
    if mine is None or theirs is None:
        return theirs if mine is None else mine
    if first == MINE:
        return theirs if mine["stage"] == READY else mine
    return mine if theirs["stage"] == READY else theirs


def joined_cards(deck: list[str], mine: Any, theirs: dict[str, Any]) -> dict[str, Any]:
    """The cards of two devices as a browser keeps them. Raises Fault where mine are newer."""
    if mine is None:
        return theirs
    try:
        own = flashcards.restored(mine, deck)
    except Fault as fault:
        if why(fault) == NEWER:
            raise
        return theirs
    cards = flashcards.merged(own["cards"], theirs["cards"])
    for name in mine["cards"]:
        # Another edition will look for it.
        if name not in deck:
            cards[name] = mine["cards"][name]
    return flashcards.kept({"cards": cards, "today": later_day(own["today"], theirs["today"])})


def later_day(mine: dict[str, int], theirs: dict[str, int]) -> dict[str, int]:
    """The counts of the later of two days; of the same day the higher ones.

    They are not added: a file that is loaded twice must not count twice.
    """
    if mine["day"] != theirs["day"]:
        return mine if mine["day"] > theirs["day"] else theirs
    return {
        "day": mine["day"],
        "new": max(mine["new"], theirs["new"]),
        "reviews": max(mine["reviews"], theirs["reviews"]),
    }
