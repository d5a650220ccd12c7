"""The eight rights of customers, judged from what is known of one failure and its recovery."""

from __future__ import annotations

from typing import Any

RIGHTS = ["R1", "R2", "R3", "R4", "R5", "R6", "R7", "R8"]


def judge_rights(case: dict[str, Any]) -> list[dict[str, str]]:
    """Each right as a dict of `right`, `state` (kept, broken, unknown) and `reason` (an id).

    `case` has `told` and `again` (booleans), `resolved` (yes, partly, no), `done` (a list of ids),
    `severity` (1 to 5), `minutes` to the first response and those in which it was `due`,
    `compensation` (euros), `gap` (G1 to G4) and `promise_named` (a boolean). The rules are a
    construct of this course; the rights stand in its source text as R1 to R8.
    """
    told, done = case["told"], case["done"]
    solved = told and case["resolved"] == "yes"
    found = [
        excellent(solved and not case["again"] and case["severity"] <= 2),
        ("unknown", "untold") if not told else level(solved, done),
        obligations(solved, case["promise_named"]),
        ("unknown", "untold") if not told else in_time(case),
        informed(told, case["gap"], done),
        ("kept", "told") if told else ("unknown", "untold"),
        ("unknown", "untold") if not told else passed_on(solved, done),
        ("unknown", "untold") if not told else compensated(solved, case["compensation"]),
    ]
    return [
        {"right": RIGHTS[position], "state": found[position][0], "reason": found[position][1]}
        for position in range(len(RIGHTS))
    ]


def excellent(made_good: bool) -> tuple[str, str]:
    """R1, to excellent service: open where a light failure was made good at once."""
    return ("unknown", "light") if made_good else ("broken", "failed")


def level(solved: bool, done: list[str]) -> tuple[str, str]:
    """R2, to have a say in the level of service: by the choice of remedy."""
    if "choice" in done:
        return ("kept", "choice")
    return ("unknown", "solved") if solved else ("broken", "no_choice")


def obligations(solved: bool, named: bool) -> tuple[str, str]:
    """R3, to have obligations met: late, where the problem was solved in the end."""
    if not named:
        return ("unknown", "no_promise")
    return ("kept", "late") if solved else ("broken", "unmet")


def in_time(case: dict[str, Any]) -> tuple[str, str]:
    """R4, to professional help in time."""
    if case["again"]:
        return ("broken", "again")
    return ("kept", "in_time") if case["minutes"] <= case["due"] else ("broken", "late")


def informed(told: bool, gap: str, done: list[str]) -> tuple[str, str]:
    """R5, to be informed accurately: broken by a wrong promise, and by no explanation."""
    if gap == "G4":
        return ("broken", "promise")
    if not told:
        return ("unknown", "untold")
    return ("kept", "explained") if "explanation" in done else ("broken", "unexplained")


def passed_on(solved: bool, done: list[str]) -> tuple[str, str]:
    """R7, to somebody who can decide, where the first employee cannot help."""
    if "authority" in done:
        return ("kept", "at_once")
    if "handed_on" in done:
        return ("kept", "handed_on")
    return ("unknown", "solved") if solved else ("broken", "stuck")


def compensated(solved: bool, compensation: float) -> tuple[str, str]:
    """R8, to material compensation for an obligation that was not met."""
    if compensation > 0:
        return ("kept", "paid")
    return ("unknown", "solved") if solved else ("broken", "unpaid")


# The gap that a broken right opens first: a reading of this course, for discussion.
RIGHT_GAPS = {
    "R1": "G5",
    "R2": "G1",
    "R3": "G4",
    "R4": "G3",
    "R5": "G4",
    "R6": "G1",
    "R7": "G2",
    "R8": "G2",
}


def weigh_rights(judged: list[dict[str, Any]]) -> dict[str, Any]:
    """A student's own judgements of the eight rights, counted and weighed.

    `judged` holds a dict for each right: `id`, `state` (kept, broken, unknown), `weight` (1 to 5)
    and whether it is `shown` by evidence. Gives how many are `kept`, `broken`, `unknown`; how many
    judgements, kept or broken, are `unshown`; and `weakest`, the ids of the broken rights of the
    highest weight, in the order given. The weights are the student's own.
    """
    counts = {"kept": 0, "broken": 0, "unknown": 0}
    unshown = 0
    highest = 0
    weakest: list[str] = []
    for right in judged:
        state = right["state"]
        counts[state] = counts[state] + 1
        if state != "unknown" and not right["shown"]:
            unshown = unshown + 1
        if state == "broken" and right["weight"] > highest:
            highest, weakest = right["weight"], [right["id"]]
        elif state == "broken" and right["weight"] == highest:
            weakest.append(right["id"])
    return {
        "kept": counts["kept"],
        "broken": counts["broken"],
        "unknown": counts["unknown"],
        "unshown": unshown,
        "weakest": weakest,
    }
