"""One question of each type, for tests: small, and with what is optional."""

from __future__ import annotations

from typing import Any

from servicequality.practice.words import SELF_CHECK

Item = dict[str, Any]


def item(name: str, kind: str, **parts: Any) -> Item:
    """An item of the question bank."""
    base = {
        "id": name,
        "type": kind,
        "objective": "know",
        "difficulty": "easy",
        "teaches": ["T8"],
        "question": f"Question {name}?",
    }
    return {**base, **parts}


def option(name: str, right: bool = False) -> Item:
    """An option of an item; its texts are made of its id."""
    found = {"id": name, "text": f"Option {name}", "explanation": f"Because of {name}."}
    return {**found, "right": True} if right else found


SINGLE = item("one", "single", options=[option("a", True), option("b"), option("c"), option("d")])
MULTIPLE = item(
    "some",
    "multiple",
    options=[option("a", True), option("b"), option("c", True), option("d"), option("e")],
)
TRUE_FALSE = item(
    "verdict",
    "true_false",
    answer=False,
    explanation="It is false.",
    reasons=[option("x"), option("y", True), option("z")],
)
MATCHING = item(
    "pairs",
    "matching",
    pairs=[
        {"id": name, "left": f"Left {name}", "right": f"Right {name}", "explanation": f"So {name}."}
        for name in ("p", "q", "r")
    ],
    extra=[{"id": "s", "right": "Right s", "explanation": "It fits none."}],
)
NUMERIC = item(
    "number",
    "numeric",
    answer=-1.1,
    tolerance=0.05,
    unit="scale points",
    decimals=1,
    explanation="5.1 − 6.2 = −1.1.",
    mistakes=[
        {"value": 1.1, "explanation": "The sign is turned round."},
        {"value": -1.2, "explanation": "This uses what guests perceive."},
        {"value": -0.6, "explanation": "This uses the standard."},
    ],
)
ORDERING = item(
    "steps",
    "ordering",
    explanation="Each step needs the one before.",
    steps=[
        {"id": name, "text": f"Step {name}", "explanation": f"After all of {name}."}
        for name in ("k", "l", "m", "n")
    ],
)
ALL = [SINGLE, MULTIPLE, TRUE_FALSE, MATCHING, NUMERIC, ORDERING]

WRONG: dict[str, Any] = {
    "one": "b",
    "some": ["b", "d"],
    "verdict": {"answer": True, "reason": "y"},
    "pairs": {"p": "q", "q": "s", "r": "p"},
    "number": "1.1",
    "steps": ["n", "m", "l", "k"],
}
PARTLY: dict[str, Any] = {
    "some": ["a", "b"],
    "verdict": {"answer": False, "reason": "x"},
    "pairs": {"p": "p", "q": "s", "r": "p"},
    "steps": ["l", "k", "m", "n"],
}


def spec_of(items: list[Item], name: str = "all", known: list[str] | None = None) -> dict[str, Any]:
    """The specification of a self-check, as `servicequality.practice.bank.spec` gives it."""
    return {
        "topic": "small",
        "title": "Small",
        "chapter": 1,
        "name": name,
        "known": known if known is not None else [entry["id"] for entry in ALL],
        "objectives": [{"id": "know", "text": "Know it."}],
        "items": items,
        "strings": SELF_CHECK,
    }
