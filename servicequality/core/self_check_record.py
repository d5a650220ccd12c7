"""What a browser or a file kept of a topic's self-checks: read back, checked, put together.

`core.self_check` describes the record.
"""

from __future__ import annotations

from typing import Any

from servicequality.core.answers import fitting, ids_of, is_complete
from servicequality.core.chance import MODULUS
from servicequality.core.progress import DONE
from servicequality.core.self_check_run import (
    COMES_BACK,
    END,
    LONGEST_HISTORY,
    ONCE,
    OUTCOMES,
    READY,
    RUNNING,
    VERSION,
    find_item,
    ready_run,
    start,
)
from servicequality.core.workbook import MOMENT, Fault, shaped


def restored(kept: Any, spec: dict[str, Any], seed: int) -> dict[str, Any]:
    """What of a kept record still fits: `record` for `step`, and `dropped`, what does not.

    `kept` is parsed JSON, or None where nothing is kept; `seed` is any whole number, used where the
    self-check has no run yet. `dropped` is a list of dicts with `message` (the id of a text) and
    `words`: `gone_item` (the topic has no such item any more), `gone_answer` (an answer names an
    option that is gone; what is left of it stays), `gone_run` (a run that is damaged), and
    `gone_history` (of an item, damaged). The runs of other self-checks are kept where their form is
    sound; what they hold is looked at when they are restored themselves. Raises Fault
    (`record_damaged`, `record_newer`) where nothing can be used.
    """
    if kept is None:
        return {"record": start(spec, seed), "dropped": []}
    check_head(kept)
    dropped: list[dict[str, Any]] = []
    record: dict[str, Any] = {"version": VERSION, "items": {}, "runs": {}}
    # Sorted, because the two Pythons keep keys in different orders.
    for name in sorted(kept["items"]):
        if name not in spec["known"]:
            drop(dropped, "gone_item", name)
        elif not sound_history(kept["items"][name]):
            drop(dropped, "gone_history", named(spec, name))
        else:
            record["items"][name] = kept["items"][name]
    for name in sorted(kept["runs"]):
        run = kept["runs"][name]
        if not sound_run(run):
            drop(dropped, "gone_run", name)
        elif name == spec["name"]:
            record["runs"][name] = fitted_run(run, spec, dropped)
        else:
            record["runs"][name] = run
    if spec["name"] not in record["runs"]:
        record["runs"][spec["name"]] = ready_run(seed)
    return {"record": record, "dropped": dropped}


def check_head(kept: Any) -> None:
    """Raises Fault where parsed JSON is no record of self-checks, or one of a newer edition."""
    if not isinstance(kept, dict) or not whole_number(kept.get("version"), 1):
        raise Fault("record_damaged")
    if kept["version"] > VERSION:
        raise Fault("record_newer")
    for part in ("items", "runs"):
        if not isinstance(kept.get(part), dict):
            raise Fault("record_damaged")


def drop(dropped: list[dict[str, Any]], message: str, question: str) -> None:
    """Adds to what was dropped, each thing once."""
    entry = {"message": message, "words": {"question": question}}
    if entry not in dropped:
        dropped.append(entry)


def named(spec: dict[str, Any], item: str) -> str:
    """An item's question where the self-check asks it, else its id."""
    for entry in spec["items"]:
        if entry["id"] == item:
            question: str = entry["question"]
            return question
    return item


def whole_number(value: Any, least: int, beyond: int | None = None) -> bool:
    """Whether a value is a whole number from `least` on, and below `beyond`."""
    if isinstance(value, bool) or not isinstance(value, int) or value < least:
        return False
    return beyond is None or value < beyond


def sound_history(history: Any) -> bool:
    """Whether what is kept of an item has the form of a history."""
    if not isinstance(history, dict) or sorted(history) != ["best", "count", "history", "when"]:
        return False
    listed = history["history"]
    if not isinstance(listed, list) or not 0 < len(listed) <= LONGEST_HISTORY:
        return False
    for result in listed + [history["best"]]:
        if result not in OUTCOMES:
            return False
    if not whole_number(history["count"], len(listed)):
        return False
    return history["when"] is None or shaped(history["when"], MOMENT)


def sound_run(run: Any) -> bool:
    """Whether what is kept of a run has the form of one, whatever its items and answers are."""
    names = ["asked", "at", "mode", "seed", "stage", "visits"]
    if not isinstance(run, dict) or sorted(run) != names or not isinstance(run["visits"], list):
        return False
    if run["stage"] not in (READY, RUNNING, DONE) or run["mode"] not in (ONCE, END):
        return False
    if not whole_number(run["seed"], 0, MODULUS) or not isinstance(run["asked"], bool):
        return False
    visits = run["visits"]
    if run["stage"] == READY:
        return visits == [] and run["at"] == 0
    if not whole_number(run["at"], 0, len(visits)):
        return False
    counts: dict[str, int] = {}
    for visit in visits:
        if not sound_visit(visit):
            return False
        counts[visit["item"]] = counts.get(visit["item"], 0) + 1
        if counts[visit["item"]] > COMES_BACK + 1:
            return False
    return True


def sound_visit(visit: Any) -> bool:
    """Whether what is kept of a visit has the form of one."""
    names = ["answer", "item", "judged", "seed", "shown"]
    if not isinstance(visit, dict) or sorted(visit) != names:
        return False
    if not isinstance(visit["item"], str) or not whole_number(visit["seed"], 0, MODULUS):
        return False
    return isinstance(visit["judged"], bool) and isinstance(visit["shown"], bool)


def fitted_run(
    run: dict[str, Any], spec: dict[str, Any], dropped: list[dict[str, Any]]
) -> dict[str, Any]:
    """A run without the items that are gone, and without what is gone of its answers.

    An answer that was judged and is no longer complete is to be given anew. What is left out is
    added to `dropped`.
    """
    known = ids_of(spec["items"])
    visits = []
    at = 0
    for place in range(len(run["visits"])):
        visit = dict(run["visits"][place])
        if visit["item"] not in known:
            drop(dropped, "gone_item", visit["item"])
            continue
        if place < run["at"]:
            at = at + 1
        item = find_item(spec, visit["item"])
        visit["answer"], whole = fitting(item, visit["answer"])
        if not whole:
            drop(dropped, "gone_answer", item["question"])
        if visit["judged"] and not is_complete(item, visit["answer"]):
            visit["judged"] = False
        visits.append(visit)
    if not visits:
        return ready_run(run["seed"])
    new = dict(run)
    new["visits"] = visits
    new["at"] = min(at, len(visits) - 1)
    return new


def merged(record: dict[str, Any], other: dict[str, Any], spec: dict[str, Any]) -> dict[str, Any]:
    """Two records of a topic as one: `record`, this self-check's, and `other`, kept meanwhile.

    Both are as `restored` gives them. This self-check's run comes from `record`, the others' from
    `other`. Of each item's two histories the one with more events stays, with the better of the two
    best outcomes. For surfaces that cannot have all self-checks of a topic work on one record, such
    as two tabs of a browser.
    """
    new: dict[str, Any] = {
        "version": VERSION,
        "items": dict(other["items"]),
        "runs": dict(other["runs"]),
    }
    new["runs"][spec["name"]] = record["runs"][spec["name"]]
    for name in record["items"]:
        own = record["items"][name]
        found = other["items"].get(name, own)
        longer = dict(own if own["count"] >= found["count"] else found)
        ranks = [OUTCOMES.index(own["best"]), OUTCOMES.index(found["best"])]
        longer["best"] = OUTCOMES[max(ranks)]
        new["items"][name] = longer
    return new
