"""How much freedom does a task allow? Five contingencies, and six tasks of one hotel beside it."""

from __future__ import annotations

from typing import Any

from servicequality.charts.freedom_scale import freedom_scale
from servicequality.declare import (
    Chart,
    Choice,
    Column,
    Exercise,
    Figure,
    Group,
    LongText,
    Number,
    Sentence,
    ShortText,
    Slider,
    Table,
    Task,
    Value,
    YesNo,
)
from servicequality.model.freedom import CONTINGENCIES, approach, fit_total, obstacle

# Our own ratings of six tasks at Hotel Yasen, in the order of CONTINGENCIES, and whether a mistake
# could injure somebody.
TASKS: dict[str, tuple[str, list[int], bool]] = {
    "pool": ("Pool water", [1, 1, 1, 1, 3], True),
    "buffet": ("Buffet refill", [2, 2, 1, 2, 3], False),
    "check_in": ("Check-in", [2, 2, 2, 3, 3], False),
    "conference": ("Conference set-up", [3, 4, 3, 3, 2], False),
    "night": ("Complaint at night", [4, 3, 4, 5, 4], False),
    "anniversary": ("Anniversary table", [5, 4, 5, 5, 4], False),
}
LABELS = {
    "strategy": "the promise",
    "tie": "the tie to the guest",
    "task": "the task",
    "surprise": "the surprises",
    "people": "the people",
}


def compute(values: dict[str, Any], data: dict[str, Any]) -> dict[str, Any]:
    """The total of the reader's task, what fits it, and its place among six tasks."""
    ratings = [values[name] for name in CONTINGENCIES]
    own = fit_total(ratings)
    found = approach(own, values["harm"])
    rows: list[dict[str, Any]] = []
    lower = 0
    for task in data["tasks"]:
        total = fit_total(task["ratings"])
        if total < own:
            lower = lower + 1
        rows.append(
            {
                "task": task["id"],
                "total": total,
                "approach": approach(total, task["harm"]),
                "own": 0,
            }
        )
    rows.append({"task": "own", "total": own, "approach": found, "own": 1})
    obstructed = "none" if values["harm"] else obstacle(ratings)
    guess = values["guess"]
    return {
        "total": own,
        "approach": found,
        "lower": lower,
        "rows": rows,
        "obstacle": obstructed,
        "guessed": "open" if guess == "open" else "right" if guess == found else "other",
        "guess": guess,
    }


APPROACHES = {
    "fixed": "fixed procedure",
    "suggest": "procedure, and staff suggest",
    "job": "staff decide in their job",
    "high": "staff decide, and shape the job",
}
SHORT = {"fixed": "fixed", "suggest": "suggest", "job": "decide", "high": "decide and shape"}
NAMES = {name: label for name, (label, _ratings, _harm) in TASKS.items()} | {"own": "Your task"}


def rating(name: str, label: str, low: str, high: str, default: int) -> Slider:
    """A contingency, from 1 to 5."""
    return Slider(name, label, 1, 5, 1, default, help=f"1: {low} 5: {high}", whole=True)


EXERCISE = Exercise(
    id="freedom-fit",
    title="How much freedom does the task allow?",
    question="Think of one task in a hotel that you know. Should those who do it follow a "
    "procedure, or decide for themselves? Say what you expect, then rate the task.",
    teaches=("P6", "T12"),
    minutes=8,
    done_with=("guess", "strategy", "conclusion"),
    tasks=(
        Task(
            "Look at the six tasks of Hotel Yasen below the chart. They are done in one house, "
            "by colleagues who eat together. How far apart are they?",
            "From 7 for the water of the pool to 23 for the anniversary table, almost the whole "
            "scale. So “Should our hotel empower its people?” is the wrong question. Ask it task "
            "by task.",
        ),
        Task(
            "Rate “calming a guest at night” with 4, 3, 4, 5 and 2: the person on duty is new. "
            "What changes, compared with 4 for the people?",
            "The total falls only from 20 to 18, and staff still decide. But the sentence below "
            "names what stands in the way: the people. A new colleague needs a limit, examples and "
            "somebody to call before the freedom is of any use.",
        ),
        Task(
            "Tick that a mistake could injure somebody. What does it do to a task with 25 points?",
            "Its core stays a fixed procedure. How the employee speaks with the guest can still be "
            "free. Think of an allergy: what may be served is fixed, how it is explained is not.",
        ),
    ),
    groups=(
        Group(
            "Your task",
            (
                ShortText("name", "The task", "Late check-out requests", 60),
                Choice(
                    "guess", "What do you expect?", APPROACHES | {"open": "no idea yet"}, "open"
                ),
            ),
        ),
        Group(
            "Five questions about it",
            (
                rating(
                    "strategy",
                    "What does the hotel promise here?",
                    "a low price, the same for all.",
                    "an answer made for this guest.",
                    3,
                ),
                rating(
                    "tie",
                    "What ties the guest to the hotel?",
                    "one short contact.",
                    "a relationship over years.",
                    3,
                ),
                rating(
                    "task",
                    "How alike are the cases?",
                    "routine.",
                    "each one is different.",
                    3,
                ),
                rating(
                    "surprise",
                    "How well can they be foreseen?",
                    "everything.",
                    "hardly anything.",
                    3,
                ),
                rating(
                    "people",
                    "Who does it?",
                    "beginners who want clear rules.",
                    "people who can decide and want to.",
                    3,
                ),
                YesNo("harm", "A mistake could injure somebody"),
            ),
            text="Five such questions are from Bowen and Lawler (1992). So are, as we remember "
            "their article, the ratings from 1 to 5, the sum, and its ranges up to 10, 15, 20 and "
            "25. We have read only its summary. They rate a whole firm. To rate a task, the "
            "wording, and the rule for injuries are ours.",
        ),
        Group(
            "Your conclusion",
            (
                LongText(
                    "conclusion",
                    "What may those who do this task decide, up to which limit, and what do they "
                    "need first?",
                    help="Nobody grades this.",
                ),
            ),
        ),
    ),
    compute=compute,
    data={
        "tasks": [
            {"id": name, "ratings": ratings, "harm": harm}
            for name, (_label, ratings, harm) in TASKS.items()
        ]
    },
    views=(
        Figure("total", "total", "Room for freedom in your task", Number(), "of 25"),
        Sentence(
            "approach",
            "approach",
            {
                "fixed": "With {total} points: a fixed procedure. Write it with those who use it, "
                "and let them tell you where it fails.",
                "suggest": "With {total} points: a procedure for the guest, and a voice for the "
                "staff. They suggest changes; somebody answers each suggestion.",
                "job": "With {total} points: those who do the task decide within a limit. They "
                "need the limit, examples, and to hear what their decisions led to.",
                "high": "With {total} points: those who do the task decide, and they help to shape "
                "the task and the limit. They need figures, training and a share in the result.",
            },
            {"total": Value("total")},
        ),
        Sentence(
            "guessed",
            "guessed",
            {
                "open": "",
                "right": "You expected this: {guess}.",
                "other": "You expected something else: {guess}. Which of the five questions moved "
                "it?",
            },
            {"guess": Value("guess", words=APPROACHES | {"open": ""})},
        ),
        Sentence(
            "obstacle",
            "obstacle",
            {
                "none": "",
                **{
                    name: f"The total speaks for freedom, but {label} would stand in the way: 2 or "
                    "less. A sum hides this. Change that first."
                    for name, label in LABELS.items()
                },
            },
        ),
        Chart(
            "scale_chart",
            "rows",
            "Your task among six tasks of Hotel Yasen",
            freedom_scale,
            "Six tasks lie between 7 and 23 points. Yours has {total}; {lower} of the six have "
            "fewer.",
            values={"total": Value("total"), "lower": Value("lower")},
            words={"task": NAMES},
            texts={"axis": "Points, 5 to 25"},
        ),
        Table(
            "tasks_table",
            "rows",
            "The tasks and what fits them, by our ratings and yours",
            (
                Column("task", "Task", words=NAMES),
                Column("total", "Points", Number()),
                Column("approach", "What fits", words=SHORT),
            ),
        ),
    ),
    announce="approach",
)
