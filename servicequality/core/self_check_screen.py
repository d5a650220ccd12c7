"""What a self-check shows, as plain data: the same for pages, notebooks and classrooms."""

from __future__ import annotations

from typing import Any

from servicequality.core.answers import (
    LEFT,
    MISSED,
    OPEN,
    PARTLY,
    RIGHT,
    WRONG,
    checked,
    ids_of,
    is_complete,
    problem,
    right_ids,
    right_sides,
)
from servicequality.core.chance import shuffled
from servicequality.core.evaluate import explain
from servicequality.core.progress import DONE
from servicequality.core.self_check_run import (
    ASKING,
    END,
    ONCE,
    READY,
    REVEALED,
    RUNNING,
    TOLD,
    asked_items,
    decisive,
    find_item,
    item_of,
    missed,
    outcome,
    phase_of,
    progress,
    results,
    settled,
    visits_of,
    waiting_after,
)

ANSWERED = "answered"


def screen(state: dict[str, Any], spec: dict[str, Any]) -> dict[str, Any]:
    """All that a surface shows of a self-check, as plain data.

    `state` is the record, as `step` takes it. The answer has:

    - `phase`, `mode`, `progress`;
    - `position`: `at` and `of` (visits, counted from 1) and `try` (1 when the item
      is asked first, 2 when it comes back); None unless a question is shown;
    - `item`: the question, as `shown_item` gives it, or None;
    - `problem`: nodes that say what is missing from an answer that was to be checked, or None;
    - `note`: nodes that say, before a run with feedback at the end is finished, how many questions
      have no answer; an empty list where there is nothing to say;
    - `say`: nodes for a live region;
    - `buttons`: each with `word` (the id of its text), `event` (for `step`), and `main` (whether it
      is the one meant to come next);
    - `list`: each item of the run with `id`, `state` (`"open"`, `"answered"`, or an outcome),
      `current`, and the `event` that goes there;
    - `results` and `review` when done, else None and an empty list. A review has for each item
      `item` (as `shown_item` gives it) and `event`, which shows its answer, or None.

    Nodes are texts and number nodes, as in `core.views`.
    """
    run = state["runs"][spec["name"]]
    phase = phase_of(run)
    shown: dict[str, Any] = {
        "phase": phase,
        "mode": run["mode"],
        "progress": progress(state, spec),
        "position": None,
        "item": None,
        "problem": None,
        "note": [],
        "buttons": buttons(run, phase, spec),
        "list": [list_entry(run, name, spec) for name in asked_items(run)],
        "results": None,
        "review": [],
    }
    if phase in (ASKING, TOLD):
        visit = run["visits"][run["at"]]
        item = item_of(spec, visit)
        shown["item"] = shown_item(item, visit)
        shown["position"] = {
            "at": run["at"] + 1,
            "of": len(run["visits"]),
            "try": visits_of(run, visit["item"]).index(run["at"]) + 1,
        }
        found = problem(item, visit["answer"]) if run["asked"] else None
        if found is not None:
            shown["problem"] = explain(spec["strings"], found)
        shown["note"] = unanswered(run, shown["list"], spec)
    if phase == DONE:
        shown["results"] = results(state, spec)
        for name in asked_items(run):
            entry = shown_item(find_item(spec, name), run["visits"][decisive(run, name)])
            event = {"kind": "reveal", "item": name}
            shown["review"].append({"item": entry, "event": None if entry["key"] else event})
    shown["say"] = said(spec, run, shown)
    return shown


def unanswered(
    run: dict[str, Any], entries: list[dict[str, Any]], spec: dict[str, Any]
) -> list[Any]:
    """How many questions have no answer yet, as nodes, at the last question before the feedback."""
    count = len([entry for entry in entries if entry["state"] == OPEN])
    if run["mode"] != END or run["at"] + 1 < len(run["visits"]) or count == 0:
        return []
    return worded(spec, "unanswered_one" if count == 1 else "unanswered", {"count": count})


def said(spec: dict[str, Any], run: dict[str, Any], shown: dict[str, Any]) -> list[Any]:
    """What a screen reader is told about a screen, as nodes."""
    if shown["problem"] is not None:
        found: list[Any] = shown["problem"]
        return found
    if shown["phase"] == READY:
        count = len(spec["items"])
        return worded(spec, "say_ready_one" if count == 1 else "say_ready", {"count": count})
    if shown["phase"] == DONE:
        counts = shown["results"]
        words = {"first": counts["first"], "end": counts["end"], "asked": counts["asked"]}
        return worded(spec, "say_done", words)
    item, position = shown["item"], shown["position"]
    if shown["phase"] == ASKING:
        nodes = worded(spec, "say_asking", {"at": position["at"], "of": position["of"]})
        if position["try"] > 1:
            nodes = nodes + [" "] + worded(spec, "comes_back_now", {})
        return nodes
    nodes = worded(spec, "say_" + item["status"], {})
    if item["status"] == PARTLY:
        nodes = nodes + [" "] + worded(spec, "say_parts", item["parts"])
    if item["status"] in (PARTLY, WRONG):
        if item["key"]:
            nodes = nodes + [" "] + worded(spec, "answer_shown", {})
        if not settled(run["visits"][visits_of(run, item["id"])[-1]]):
            nodes = nodes + [" "] + worded(spec, "comes_back_later", {})
    return nodes


def worded(spec: dict[str, Any], message: str, words: dict[str, Any]) -> list[Any]:
    """The nodes of a text of the self-check."""
    return explain(spec["strings"], {"message": message, "words": words})


def buttons(run: dict[str, Any], phase: str, spec: dict[str, Any]) -> list[dict[str, Any]]:
    """The buttons of a screen, in their order."""
    if phase == READY:
        return [
            button("start_once", {"kind": "start", "mode": ONCE}, True),
            button("start_end", {"kind": "start", "mode": END}, False),
        ]
    found = []
    if phase == DONE:
        again = len(missed(spec, run)) > 0
        if again:
            found.append(button("again_missed", {"kind": "again", "missed_only": True}, True))
        found.append(button("again_all", {"kind": "again", "missed_only": False}, not again))
        return found
    if run["mode"] == END:
        last = run["at"] + 1 == len(run["visits"])
        if run["at"] > 0:
            found.append(button("back", {"kind": "back"}, False))
        if not last:
            found.append(button("next", {"kind": "next"}, True))
        found.append(button("finish", {"kind": "finish"}, last))
    elif phase == ASKING:
        found.append(button("check", {"kind": "check"}, True))
        found.append(button("stop", {"kind": "finish"}, False))
    elif waiting_after(run) is None:
        found.append(button("to_results", {"kind": "next"}, True))
    else:
        found.append(button("next", {"kind": "next"}, True))
        found.append(button("stop", {"kind": "finish"}, False))
    visit = run["visits"][run["at"]]
    if not visit["shown"] and outcome(spec, visit) != RIGHT:
        found.append(button("reveal", {"kind": "reveal"}, False))
    return found


def button(word: str, event: dict[str, Any], main: bool) -> dict[str, Any]:
    """One button: the id of its text, the event that it causes, whether it is meant to be next."""
    return {"word": word, "event": event, "main": main}


def list_entry(run: dict[str, Any], name: str, spec: dict[str, Any]) -> dict[str, Any]:
    """An item's entry in the list of a run's items."""
    visit = run["visits"][decisive(run, name)]
    found = outcome(spec, visit)
    if found == OPEN and is_complete(find_item(spec, name), visit["answer"]):
        found = ANSWERED
    return {
        "id": name,
        "state": found,
        "current": run["stage"] == RUNNING and run["visits"][run["at"]]["item"] == name,
        "event": {"kind": "go", "item": name},
    }


# One question


def arranged(item: dict[str, Any], seed: int) -> list[str]:
    """The ids of what can be chosen in an item, in the order in which it is offered.

    These are options, reasons, right sides or steps; a number has none. Steps never stand in their
    right order.
    """
    kind = item["type"]
    if kind == "numeric":
        return []
    if kind == "matching":
        return shuffled(right_sides(item), seed)
    if kind != "ordering":
        return shuffled(ids_of(item["reasons" if kind == "true_false" else "options"]), seed)
    steps = ids_of(item["steps"])
    mixed = shuffled(steps, seed)
    return mixed if mixed != steps else mixed[1:] + mixed[:1]


def shown_item(item: dict[str, Any], visit: dict[str, Any]) -> dict[str, Any]:
    """A question as it is shown: what was answered, and as much of the feedback as is due.

    After a miss the reader sees verdicts on what was chosen, and why what is wrong is wrong. The
    right answer and the other explanations follow when the answer is shown: until then the question
    is worth asking again. All types have

    - `id`, `type`, `difficulty`, `question`;
    - `status`: an outcome, or `"open"`; `locked`: whether it can no longer be answered;
    - `key`: whether the right answer is shown; `explanation`: of the whole item, or None where
      there is none or it is not due;
    - `parts`: how many are `right` of `all` that it takes, for an answer that was judged.

    In what follows, verdicts are those of `core.answers.checked`, None where nothing was judged or
    it is not due; explanations are None where they are not due; and a `right` that is None says
    that the answer is not shown.

    - single, multiple, and the reasons of true_false: `options`, each `id`, `text`, `chosen`,
      `verdict`, `right` (True, False), `explanation`;
    - true_false: `answers`, each `value` (True, False), `chosen`, `verdict`, `right`;
    - matching: `pairs`, each `id`, `left`, `chosen` (the id of a right side), `verdict`, `right`
      (the text of the right side that belongs there), `explanation`; and `choices`, the `id` and
      `text` of all right sides in the order in which they are offered;
    - numeric: `value` (what was typed), `unit`, `decimals`, `verdict`, `right` (a number node),
      `mistake` (the explanation of the mistake that the number shows, or None);
    - ordering: `steps` in the order in which they were put, each `id`, `text`, `verdict`, `right`
      (where it belongs, from 1), `explanation`.
    """
    found = checked(item, visit["answer"]) if visit["judged"] else None
    status = REVEALED if visit["shown"] else OPEN
    if found is not None:
        status = found["status"]
    key = visit["shown"] or status == RIGHT
    verdicts: dict[str, Any] = {}
    if found is not None:
        for part in found["parts"]:
            if key or part["verdict"] not in (MISSED, LEFT):
                verdicts[part["id"]] = part["verdict"]
    shown: dict[str, Any] = {
        "id": item["id"],
        "type": item["type"],
        "difficulty": item["difficulty"],
        "question": item["question"],
        "status": status,
        "locked": settled(visit),
        "key": key,
        "explanation": item.get("explanation") if key else None,
        "parts": None if found is None else counted(item, found["parts"]),
    }
    SHOWN[item["type"]](shown, item, visit, verdicts)
    return shown


def counted(item: dict[str, Any], parts: list[dict[str, Any]]) -> dict[str, int]:
    """How many parts of an answer are right, of how many that it takes."""
    right = len([part for part in parts if part["verdict"] == RIGHT])
    if item["type"] == "true_false":
        return {"right": right, "all": 2}
    if item["type"] in ("matching", "ordering"):
        return {"right": right, "all": len(parts)}
    wanted = [part for part in parts if part["verdict"] in (RIGHT, MISSED)]
    return {"right": right, "all": max(len(wanted), 1)}


def by_id(entries: list[dict[str, Any]], name: str) -> dict[str, Any]:
    """The entry that has an id. Raises ValueError where none has it."""
    for entry in entries:
        if entry["id"] == name:
            return entry
    raise ValueError("there is no entry " + name)


def show_options(
    shown: dict[str, Any],
    entries: list[dict[str, Any]],
    order: list[str],
    chosen: list[Any],
    verdicts: dict[str, Any],
) -> None:
    """Adds options in an order, those chosen marked."""
    shown["options"] = []
    for name in order:
        entry = by_id(entries, name)
        verdict = verdicts.get(name)
        due = shown["key"] or verdict is not None
        shown["options"].append(
            {
                "id": name,
                "text": entry["text"],
                "chosen": name in chosen,
                "verdict": verdict,
                "right": name in right_ids(entries) if shown["key"] else None,
                "explanation": entry["explanation"] if due else None,
            }
        )


def show_choice(
    shown: dict[str, Any], item: dict[str, Any], visit: dict[str, Any], verdicts: dict[str, Any]
) -> None:
    """Adds what is shown of single and multiple."""
    answer = visit["answer"]
    chosen = answer if isinstance(answer, list) else [answer]
    show_options(shown, item["options"], arranged(item, visit["seed"]), chosen, verdicts)


def show_true_false(
    shown: dict[str, Any], item: dict[str, Any], visit: dict[str, Any], verdicts: dict[str, Any]
) -> None:
    """Adds what is shown of true_false."""
    answer = visit["answer"] or {"answer": None, "reason": None}
    shown["answers"] = []
    for value in (True, False):
        chosen = answer["answer"] is value
        right = item["answer"] is value
        shown["answers"].append(
            {
                "value": value,
                "chosen": chosen,
                "verdict": verdicts.get("answer") if chosen else None,
                "right": right if shown["key"] else None,
            }
        )
    order = arranged(item, visit["seed"])
    show_options(shown, item["reasons"], order, [answer["reason"]], verdicts)


def show_matching(
    shown: dict[str, Any], item: dict[str, Any], visit: dict[str, Any], verdicts: dict[str, Any]
) -> None:
    """Adds what is shown of matching; a right side that fits no pair explains itself if chosen."""
    answer = visit["answer"] or {}
    extra = item.get("extra", [])
    shown["pairs"] = []
    for pair in item["pairs"]:
        verdict = verdicts.get(pair["id"])
        chosen = answer.get(pair["id"])
        explanation = None
        if shown["key"] or verdict == RIGHT:
            explanation = pair["explanation"]
        elif verdict == WRONG and chosen in ids_of(extra):
            explanation = by_id(extra, chosen)["explanation"]
        shown["pairs"].append(
            {
                "id": pair["id"],
                "left": pair["left"],
                "chosen": chosen,
                "verdict": verdict,
                "right": pair["right"] if shown["key"] else None,
                "explanation": explanation,
            }
        )
    sides = item["pairs"] + extra
    shown["choices"] = [
        {"id": name, "text": by_id(sides, name)["right"]} for name in arranged(item, visit["seed"])
    ]


def show_numeric(
    shown: dict[str, Any], item: dict[str, Any], visit: dict[str, Any], verdicts: dict[str, Any]
) -> None:
    """Adds what is shown of numeric."""
    mistake = checked(item, visit["answer"])["mistake"] if visit["judged"] else None
    right = {"number": item["answer"], "decimals": item["decimals"], "signed": False}
    shown["value"] = "" if visit["answer"] is None else visit["answer"]
    shown["unit"] = item["unit"]
    shown["decimals"] = item["decimals"]
    shown["verdict"] = verdicts.get("value")
    shown["right"] = right if shown["key"] else None
    shown["mistake"] = None if mistake is None else item["mistakes"][mistake]["explanation"]


def show_ordering(
    shown: dict[str, Any], item: dict[str, Any], visit: dict[str, Any], verdicts: dict[str, Any]
) -> None:
    """Adds what is shown of ordering; steps that have no place yet stand last."""
    answer = visit["answer"] or []
    order = answer + [name for name in arranged(item, visit["seed"]) if name not in answer]
    steps = ids_of(item["steps"])
    shown["steps"] = []
    for name in order:
        entry = by_id(item["steps"], name)
        verdict = verdicts.get(name)
        due = shown["key"] or verdict == RIGHT
        shown["steps"].append(
            {
                "id": name,
                "text": entry["text"],
                "verdict": verdict,
                "right": steps.index(name) + 1 if shown["key"] else None,
                "explanation": entry["explanation"] if due else None,
            }
        )


SHOWN = {
    "single": show_choice,
    "multiple": show_choice,
    "true_false": show_true_false,
    "matching": show_matching,
    "numeric": show_numeric,
    "ordering": show_ordering,
}
