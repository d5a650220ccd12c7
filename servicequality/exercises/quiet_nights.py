"""Quiet nights, always: the first exercise that a reader meets, on the front page.

One promise, one service that stays as it is, and what guests make of both.
"""

from __future__ import annotations

from typing import Any

from servicequality.charts.promise_line import promise_line
from servicequality.core.numbers import compare
from servicequality.declare import (
    Chart,
    Exercise,
    Figure,
    Group,
    Number,
    Sentence,
    Slider,
    Value,
)
from servicequality.model.gaps import raised_expectation

# What guests expect who have not heard the promise, and how far a promise moves them.
UNTOLD = 5.8
PULL = 0.5


def compute(values: dict[str, Any]) -> dict[str, Any]:
    """Expectation, customer gap P − E in scale points, and what the promise has to do with it."""
    promise = values["promise"]
    perception = values["perception"]
    expectation = raised_expectation(UNTOLD, promise, PULL)
    gap = perception - expectation
    untold_gap = perception - UNTOLD
    order = compare(gap, 0.0)
    if order >= 0:
        lesson = "kept"
    elif compare(untold_gap, 0.0) < 0:
        lesson = "both" if compare(expectation, UNTOLD) > 0 else "service"
    else:
        lesson = "promise"
    return {
        "expectation": expectation,
        "perception": perception,
        "customer_gap": gap,
        "untold_gap": untold_gap,
        "verdict": ["below", "met", "above"][order + 1],
        "lesson": lesson,
        "levels": [
            {"item": "promise", "level": promise, "from_level": promise},
            {"item": "expectation", "level": expectation, "from_level": expectation},
            {"item": "perception", "level": perception, "from_level": expectation},
        ],
    }


POINTS = Number(decimals=1)
SIGNED = Number(decimals=1, signed=True)

EXERCISE = Exercise(
    id="quiet-nights",
    title="“Quiet nights, always.”",
    question="This is what the website of Hotel Yasen promises. Half of its rooms face the street. "
    "Move the promise. The rooms stay as they are. What happens to the guests?",
    teaches=("G4", "G5", "X19"),
    minutes=2,
    groups=(
        Group(
            "",
            (
                Slider(
                    "promise",
                    "What the website promises",
                    1,
                    7,
                    0.1,
                    7.0,
                    help="7 means silence in every night. 4 means quiet on the courtyard side.",
                ),
                Slider(
                    "perception",
                    "How quiet guests find their night",
                    1,
                    7,
                    0.1,
                    4.1,
                    help="New windows would move this one. They cost more than a sentence.",
                ),
            ),
            text="Synthetic figures. We assume that guests who have not read the website expect "
            "5.8, and that a higher promise moves them half of the way towards it.",
        ),
    ),
    compute=compute,
    views=(
        Figure(
            "customer_gap",
            "customer_gap",
            "Gap 5: perception minus expectation",
            SIGNED,
            "points",
            "Negative means that guests get less than they expect.",
        ),
        Sentence(
            "verdict",
            "verdict",
            {
                "below": "Guests come expecting {expectation} and perceive {perception}. They "
                "leave disappointed.",
                "met": "Guests come expecting {expectation} and perceive {perception}. They get "
                "what they came for.",
                "above": "Guests come expecting {expectation} and perceive {perception}. They get "
                "more than they came for.",
            },
            {
                "expectation": Value("expectation", POINTS),
                "perception": Value("perception", POINTS),
            },
        ),
        Sentence(
            "lesson",
            "lesson",
            {
                "promise": "Without the promise the same night would have pleased them: the gap "
                "would be {untold_gap}. The sentence on the website makes it a bad one.",
                "both": "Without the promise the gap would be {untold_gap}. The rest is what the "
                "promise adds.",
                "service": "The promise adds nothing to this gap. The night itself falls short.",
                "kept": "But who books a hotel that promises little? Find a promise that the hotel "
                "can keep and that a guest would still choose.",
            },
            {"untold_gap": Value("untold_gap", SIGNED)},
        ),
        Chart(
            "levels_chart",
            "levels",
            "One night, three levels",
            promise_line,
            "The band between what is expected and what is perceived is Gap 5: {customer_gap} "
            "points.",
            values={"customer_gap": Value("customer_gap", SIGNED)},
            words={
                "item": {
                    "promise": "Promised",
                    "expectation": "Expected",
                    "perception": "Perceived",
                }
            },
            texts={"axis": "Scale from 1 to 7"},
        ),
    ),
    announce="verdict",
)
