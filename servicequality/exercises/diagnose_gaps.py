"""Six cases at Hotel Yasen: which gap is it, and which remedy fits?"""

from __future__ import annotations

from typing import Any

from servicequality.content import load
from servicequality.declare import (
    Checklist,
    Choice,
    Exercise,
    Figure,
    Group,
    Number,
    Sentence,
    Value,
)


def compute(values: dict[str, Any], data: dict[str, Any]) -> dict[str, Any]:
    """How many cases are solved, and what is to be said about each one (key `checked_ID`)."""
    result: dict[str, Any] = {"cases": len(data["cases"])}
    solved = 0
    answered = 0
    for case in data["cases"]:
        key = case["id"]
        gap, remedy = values["gap_" + key], values["remedy_" + key]
        gap_right, remedy_right = gap == case["gap"], remedy == case["remedy"]
        checked = []
        if gap != "open":
            answered = answered + 1
            checked.append(judged("gap", gap_right, "why" if gap_right else gap))
        if remedy != "open" and gap_right:
            checked.append(judged("remedy", remedy_right, remedy))
        elif remedy != "open":
            checked.append({"item": "remedy", "state": "later", "note": "find_gap"})
        if gap_right and remedy_right:
            solved = solved + 1
        result["checked_" + key] = checked
    result["solved"] = solved
    result["stage"] = "started"
    if answered == 0:
        result["stage"] = "open"
    elif solved == len(data["cases"]):
        result["stage"] = "done"
    return result


def judged(item: str, right: bool, note: str) -> dict[str, str]:
    """One line of feedback."""
    return {"item": item, "state": "right" if right else "wrong", "note": note}


CASES = load("diagnosis")
OPEN = {"open": "not answered yet"}
GAPS = {gap["id"]: f"Gap {gap['number']}: {gap['name']}" for gap in load("gaps")[:4]}


def fitting(case: dict[str, Any]) -> str:
    """The id of the remedy that fits a case."""
    return next(str(remedy["id"]) for remedy in case["remedies"] if remedy["fits"])


def questions(number: int, case: dict[str, Any]) -> Group:
    """A case with its two questions and, right below, what is said about the answers."""
    remedies = {remedy["id"]: remedy["text"] for remedy in case["remedies"]}
    return Group(
        f"Case {number}",
        (
            Choice(f"gap_{case['id']}", "Where is quality lost first?", OPEN | GAPS, "open"),
            Choice(f"remedy_{case['id']}", "What helps?", remedies | OPEN, "open", buttons=True),
        ),
        text=case["text"],
        shows=(f"checked_{case['id']}",),
    )


def feedback(number: int, case: dict[str, Any]) -> Checklist:
    """What is said about the answers to a case: every option is explained.

    What is right is named again, for readers who see the answers without the questions.
    """
    remedies = {remedy["id"]: remedy["feedback"] for remedy in case["remedies"]}
    for remedy in case["remedies"]:
        if remedy["fits"]:
            remedies[remedy["id"]] = f"{remedy['text']}. {remedy['feedback']}"
    return Checklist(
        f"checked_{case['id']}",
        f"checked_{case['id']}",
        "",
        {"gap": f"the gap of case {number}.", "remedy": f"the remedy of case {number}."},
        {"right": "Right", "wrong": "Not this one", "later": "Wait with"},
        {
            "why": f"It is Gap {case['gap'][1:]}. {case['why']}",
            **case["other"],
            **remedies,
            "find_gap": "Find the gap first. Then your remedy is checked.",
        },
        empty="",
    )


EXERCISE = Exercise(
    id="diagnose-gaps",
    title="Which gap is it?",
    question="Six situations at Hotel Yasen. For each one, find the gap, 1 to 4, where quality is "
    "lost first, then the remedy that fits.",
    teaches=(),
    minutes=15,
    in_steps=True,
    groups=tuple(questions(number, case) for number, case in enumerate(CASES, start=1)),
    compute=compute,
    data={
        "cases": [{"id": case["id"], "gap": case["gap"], "remedy": fitting(case)} for case in CASES]
    },
    revealed={f"gap_{case['id']}": case["gap"] for case in CASES}
    | {f"remedy_{case['id']}": fitting(case) for case in CASES},
    views=(
        Figure("solved", "solved", "Cases solved, of six", Number()),
        Sentence(
            "stage",
            "stage",
            {
                "open": "Read a case, then choose. You see at once what speaks for your answer or "
                "against it.",
                "started": "Gap and remedy are right in {solved} of {cases} cases.",
                "done": "All cases solved. Now say aloud, for one of them, why it is not the gap "
                "that you thought of first.",
            },
            {"solved": Value("solved"), "cases": Value("cases")},
        ),
        *(feedback(number, case) for number, case in enumerate(CASES, start=1)),
    ),
    announce="stage",
)
