"""A self-check's run: what happens, and what comes of it.

`core.self_check` describes the record.
"""

from __future__ import annotations

from typing import Any

from servicequality.core.answers import (
    OPEN,
    PARTLY,
    RIGHT,
    WRONG,
    checked,
    fitting,
    ids_of,
    is_complete,
)
from servicequality.core.chance import MODULUS, following
from servicequality.core.progress import BEGUN, DONE

VERSION = 1
READY, ASKING, TOLD = "ready", "asking", "told"
RUNNING = "running"
ONCE, END = "once", "end"
REVEALED = "revealed"
# From the least to the best.
OUTCOMES = (REVEALED, WRONG, PARTLY, RIGHT)
COMES_BACK = 3
LONGEST_HISTORY = 12

# The record


def start(spec: dict[str, Any], seed: int) -> dict[str, Any]:
    """The record before anything happened. `seed` is any whole number."""
    return {"version": VERSION, "items": {}, "runs": {spec["name"]: ready_run(seed)}}


def ready_run(seed: int) -> dict[str, Any]:
    """A run that waits for its start."""
    return {
        "stage": READY,
        "mode": ONCE,
        "seed": seed % MODULUS,
        "visits": [],
        "at": 0,
        "asked": False,
    }


def started_run(seed: int, mode: str, items: list[str]) -> dict[str, Any]:
    """A run through items, at the first of them."""
    run = ready_run(seed)
    run["stage"] = RUNNING
    run["mode"] = mode
    for item in items:
        add_visit(run, item)
    return run


def add_visit(run: dict[str, Any], item: str) -> None:
    """Puts an item at the end of a run."""
    run["seed"] = following(run["seed"])
    run["visits"].append(
        {"item": item, "seed": run["seed"], "answer": None, "judged": False, "shown": False}
    )


def find_item(spec: dict[str, Any], name: str) -> dict[str, Any]:
    """An item of a self-check. Raises ValueError where it does not ask it."""
    for item in spec["items"]:
        if item["id"] == name:
            found: dict[str, Any] = item
            return found
    raise ValueError("the self-check has no item " + name)


def item_of(spec: dict[str, Any], visit: dict[str, Any]) -> dict[str, Any]:
    """The item that a visit asks."""
    return find_item(spec, visit["item"])


def settled(visit: dict[str, Any]) -> bool:
    """Whether a visit is over: its answer was judged or shown."""
    return visit["judged"] is True or visit["shown"] is True


def outcome(spec: dict[str, Any], visit: dict[str, Any]) -> str:
    """What came of a visit: right, partly, wrong, revealed, or open where it is not over."""
    if visit["judged"]:
        status: str = checked(item_of(spec, visit), visit["answer"])["status"]
        return status
    return REVEALED if visit["shown"] else OPEN


def phase_of(run: dict[str, Any]) -> str:
    """What the reader sees: `"ready"`, `"asking"`, `"told"` or `"done"`."""
    if run["stage"] != RUNNING:
        stage: str = run["stage"]
        return stage
    return TOLD if settled(run["visits"][run["at"]]) else ASKING


def asked_items(run: dict[str, Any]) -> list[str]:
    """The ids of the items of a run, each once, in the order in which they are first asked."""
    found: list[str] = []
    for visit in run["visits"]:
        if visit["item"] not in found:
            found.append(visit["item"])
    return found


def visits_of(run: dict[str, Any], item: str) -> list[int]:
    """The positions of the visits of an item."""
    visits = run["visits"]
    return [place for place in range(len(visits)) if visits[place]["item"] == item]


def decisive(run: dict[str, Any], item: str) -> int:
    """The position of the visit of an item that counts: its last one that is over, or its first."""
    places = visits_of(run, item)
    found = places[0]
    for place in places:
        if settled(run["visits"][place]):
            found = place
    return found


def missed(spec: dict[str, Any], run: dict[str, Any]) -> list[str]:
    """The ids of a run's items that are not right in the end, unanswered ones included."""
    found = []
    for item in asked_items(run):
        if outcome(spec, run["visits"][decisive(run, item)]) != RIGHT:
            found.append(item)
    return found


def noted(state: dict[str, Any], item: str, result: str, now: str | None) -> None:
    """Writes what came of an item into the record's history."""
    old = state["items"].get(item, {"count": 0, "history": [], "best": REVEALED})
    better = OUTCOMES.index(result) > OUTCOMES.index(old["best"])
    state["items"][item] = {
        "count": old["count"] + 1,
        "history": (old["history"] + [result])[-LONGEST_HISTORY:],
        "best": result if better else old["best"],
        "when": now,
    }


# Events


def step(
    state: dict[str, Any], event: dict[str, Any], now: str | None, spec: dict[str, Any]
) -> dict[str, Any]:
    """The record after an event; the one given is not changed.

    `state` is a record that `start` or `restored` gave for the same `spec`. `event` has `kind`,
    one of `EVENTS`, and what its function there says. `now` is the moment as JavaScript writes it
    (`2026-11-24T09:30:00.000Z`), or None. Raises ValueError for an event that does not exist.
    """
    if event.get("kind") not in EVENTS:
        raise ValueError("a self-check has no event " + str(event.get("kind")))
    run = dict(state["runs"][spec["name"]])
    run["visits"] = [dict(visit) for visit in run["visits"]]
    runs = dict(state["runs"])
    runs[spec["name"]] = run
    new = {"version": VERSION, "items": dict(state["items"]), "runs": runs}
    EVENTS[event["kind"]](new, run, event, now, spec)
    return new


def on_start(
    state: dict[str, Any], run: dict[str, Any], event: dict[str, Any], _now: Any, spec: Any
) -> None:
    """`{"kind": "start", "mode": "once" or "end"}`: asks the first question."""
    mode = mode_of(event, run)
    if run["stage"] == READY:
        state["runs"][spec["name"]] = started_run(run["seed"], mode, ids_of(spec["items"]))


def mode_of(event: dict[str, Any], run: dict[str, Any]) -> str:
    """The mode that an event asks for, else the run's. Raises ValueError for an unknown one."""
    mode: str = event.get("mode", run["mode"])
    if mode not in (ONCE, END):
        raise ValueError("a self-check has no mode " + str(mode))
    return mode


def on_answer(
    _state: dict[str, Any], run: dict[str, Any], event: dict[str, Any], _now: Any, spec: Any
) -> None:
    """`{"kind": "answer", "value": …}`: keeps a draft; what does not fit is left out."""
    if phase_of(run) == ASKING:
        visit = run["visits"][run["at"]]
        visit["answer"] = fitting(item_of(spec, visit), event.get("value"))[0]
        run["asked"] = False


def on_check(
    state: dict[str, Any], run: dict[str, Any], _event: dict[str, Any], now: Any, spec: Any
) -> None:
    """`{"kind": "check"}`: judges the answer, and has a missed question come back."""
    if phase_of(run) != ASKING or run["mode"] != ONCE:
        return
    visit = run["visits"][run["at"]]
    if not is_complete(item_of(spec, visit), visit["answer"]):
        run["asked"] = True
        return
    visit["judged"] = True
    result = outcome(spec, visit)
    noted(state, visit["item"], result, now)
    if result == RIGHT:
        return
    if len(visits_of(run, visit["item"])) <= COMES_BACK:
        add_visit(run, visit["item"])
    else:
        # It will not be asked again in this run, so nothing is gained by holding the answer back.
        show(state, visit, now)


def show(state: dict[str, Any], visit: dict[str, Any], now: Any) -> None:
    """Shows the right answer to a visit's question, and keeps that it was shown."""
    visit["shown"] = True
    noted(state, visit["item"], REVEALED, now)


def on_reveal(
    state: dict[str, Any], run: dict[str, Any], event: dict[str, Any], now: Any, spec: Any
) -> None:
    """`{"kind": "reveal"}`: shows the right answer, judging nothing; when done, that of `item`."""
    if run["stage"] == READY:
        return
    at = run["at"]
    if run["stage"] == DONE:
        if event.get("item") not in asked_items(run):
            return
        at = decisive(run, event["item"])
    visit = run["visits"][at]
    if not visit["shown"] and outcome(spec, visit) != RIGHT:
        run["asked"] = False
        show(state, visit, now)


def on_next(
    _state: dict[str, Any], run: dict[str, Any], _event: dict[str, Any], _now: Any, _spec: Any
) -> None:
    """`{"kind": "next"}`: the next question; after the last one, with feedback at once, the end."""
    if run["mode"] == END:
        if run["stage"] == RUNNING and run["at"] + 1 < len(run["visits"]):
            move(run, run["at"] + 1)
        return
    if phase_of(run) != TOLD:
        return
    place = waiting_after(run)
    if place is None:
        run["stage"] = DONE
    else:
        move(run, place)


def waiting_after(run: dict[str, Any]) -> int | None:
    """The position of the next visit that is not over, from the start if need be; None for none."""
    count = len(run["visits"])
    for ahead in range(1, count):
        place = (run["at"] + ahead) % count
        if not settled(run["visits"][place]):
            found: int = place
            return found
    return None


def move(run: dict[str, Any], place: int) -> None:
    """Goes to a visit."""
    run["at"] = place
    run["asked"] = False


def on_back(
    _state: dict[str, Any], run: dict[str, Any], _event: dict[str, Any], _now: Any, _spec: Any
) -> None:
    """`{"kind": "back"}`: the question before, where feedback comes at the end."""
    if run["stage"] == RUNNING and run["mode"] == END and run["at"] > 0:
        move(run, run["at"] - 1)


def on_go(
    _state: dict[str, Any], run: dict[str, Any], event: dict[str, Any], _now: Any, _spec: Any
) -> None:
    """`{"kind": "go", "item": ID}`: jumps to a question; to its next visit where it comes back."""
    if run["stage"] != RUNNING or event.get("item") not in asked_items(run):
        return
    places = visits_of(run, event["item"])
    waiting = [place for place in places if not settled(run["visits"][place])]
    move(run, waiting[0] if waiting else places[-1])


def on_finish(
    state: dict[str, Any], run: dict[str, Any], _event: dict[str, Any], now: Any, spec: Any
) -> None:
    """`{"kind": "finish"}`: ends the run; with feedback at the end, judges what can be judged."""
    if run["stage"] != RUNNING:
        return
    if run["mode"] == END:
        for visit in run["visits"]:
            if not settled(visit) and is_complete(item_of(spec, visit), visit["answer"]):
                visit["judged"] = True
                noted(state, visit["item"], outcome(spec, visit), now)
    run["stage"] = DONE
    run["asked"] = False


def on_again(
    state: dict[str, Any], run: dict[str, Any], event: dict[str, Any], _now: Any, spec: Any
) -> None:
    """`{"kind": "again", "missed_only": …}`: a new run, in another `mode` where one is given."""
    mode = mode_of(event, run)
    if run["stage"] != DONE:
        return
    items = ids_of(spec["items"])
    if event.get("missed_only") is True:
        again = missed(spec, run)
        items = [item for item in items if item in again]
    if items:
        state["runs"][spec["name"]] = started_run(run["seed"], mode, items)


EVENTS = {
    "start": on_start,
    "answer": on_answer,
    "check": on_check,
    "reveal": on_reveal,
    "next": on_next,
    "back": on_back,
    "go": on_go,
    "finish": on_finish,
    "again": on_again,
}


# Results


def progress(state: dict[str, Any], spec: dict[str, Any]) -> str:
    """How far a reader is with a self-check: `"open"`, `"begun"` or `"done"`.

    It is done when each of its items was right at least once, or its answer was the last thing seen
    of it. What came of an item in another self-check on the same topic counts too.
    """
    finished = True
    begun = state["runs"][spec["name"]]["stage"] != READY
    for item in spec["items"]:
        found = state["items"].get(item["id"])
        if found is None:
            finished = False
            continue
        begun = True
        if found["best"] != RIGHT and found["history"][-1] != REVEALED:
            finished = False
    if finished:
        return DONE
    return BEGUN if begun else OPEN


def results(state: dict[str, Any], spec: dict[str, Any]) -> dict[str, Any]:
    """What came of a run: counts of its items, and each item's own story.

    `asked` items; of these `first` right at the first try, `end` right in the end, `revealed`
    (shown, and not right), `unanswered`; `items` in the order in which they were asked, each with
    `id`, `question`, `tries` (outcomes in this run) and `history` (of all runs).
    """
    run = state["runs"][spec["name"]]
    counts: dict[str, Any] = {"asked": 0, "first": 0, "end": 0, "revealed": 0, "unanswered": 0}
    items = []
    for name in asked_items(run):
        places = visits_of(run, name)
        tries = []
        for place in places:
            result = outcome(spec, run["visits"][place])
            if result != OPEN:
                tries.append(result)
        counts["asked"] = counts["asked"] + 1
        if outcome(spec, run["visits"][places[0]]) == RIGHT:
            counts["first"] = counts["first"] + 1
        if not tries:
            counts["unanswered"] = counts["unanswered"] + 1
        elif tries[-1] == RIGHT:
            counts["end"] = counts["end"] + 1
        elif run["visits"][decisive(run, name)]["shown"]:
            counts["revealed"] = counts["revealed"] + 1
        items.append(
            {
                "id": name,
                "question": find_item(spec, name)["question"],
                "tries": tries,
                "history": state["items"].get(name, {"history": []})["history"],
            }
        )
    counts["items"] = items
    return counts
