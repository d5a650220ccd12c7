"""A change in ten steps: put them in order, see which rules are broken and what guests meet."""

from __future__ import annotations

from typing import Any

from servicequality.core.numbers import compare
from servicequality.declare import Choice, Exercise, Group, LongText, Rows, Slider
from servicequality.exercises.change_plan.texts import FIRST_PLAN, GUESSES, RULES, STEPS, TASKS
from servicequality.exercises.change_plan.views import VIEWS
from servicequality.model.introduction import (
    TRIAL_GUESTS,
    mistakes,
    mistakes_by_week,
    share_found,
)
from servicequality.model.ordering import order_score, sides

WEEKS = 26
STATES = {1: "right", 0: "same", -1: "wrong"}


def compute(values: dict[str, Any], data: dict[str, Any]) -> dict[str, Any]:
    """Which rules the plan keeps, its order score, and how many guests meet a mistake.

    Before the student has guessed, only the weeks are shown.
    """
    steps = [row["id"] for row in values["plan"]]
    weeks = [row["week"] for row in values["plan"]]
    if values["guess"] == "open":
        return {
            "kept": None,
            "stage": "open",
            "lesson": "open",
            "checked": [],
            "timeline": timeline(steps, weeks, []),
        }
    rules = [[steps.index(rule["first"]), steps.index(rule["then"])] for rule in data["rules"]]
    found = sides(weeks, rules)
    kept = 0
    early: list[int] = []
    checked: list[dict[str, Any]] = []
    for position in range(len(rules)):
        name, side = data["rules"][position]["id"], found[position]
        if side == 1:
            kept = kept + 1
        else:
            early.append(rules[position][1])
        note = None if side == 1 else name
        checked.append({"item": name, "state": STATES[side], "note": note})
    result: dict[str, Any] = {
        "kept": kept,
        "rules": len(rules),
        "score": order_score(weeks, rules),
        "stage": stage(kept, len(rules)),
        "checked": checked,
        "timeline": timeline(steps, weeks, early),
    }
    result.update(guests({steps[at]: weeks[at] for at in range(len(steps))}))
    return result


def stage(kept: int, rules: int) -> str:
    """How far the order is right."""
    if kept == rules:
        return "all"
    return "most" if 2 * kept > rules else "few"


def timeline(steps: list[str], weeks: list[int], early: list[int]) -> list[dict[str, Any]]:
    """The steps by week, those of one week in the order in which they are listed."""
    keys = [[weeks[at], at] for at in range(len(steps))]
    keys.sort()
    rows: list[dict[str, Any]] = []
    for key in keys:
        state = "early" if key[1] in early else "fine"
        rows.append({"step": steps[key[1]], "week": key[0], "state": state})
    return rows


def guests(week: dict[str, int]) -> dict[str, Any]:
    """Guests who meet a mistake, the worst week, and what the trial was good for."""
    train, trial = week["train"], week["trial"]
    correct, everyone = week["correct"], week["everyone"]
    met = mistakes_by_week(train, trial, correct, everyone)
    before = max(everyone - trial, 0)
    seen = TRIAL_GUESTS * max(min(correct, everyone) - trial, 0)
    if before == 0:
        lesson = "no_trial"
    elif compare(correct, trial) <= 0 or correct >= everyone:
        lesson = "nothing_learned"
    else:
        lesson = "learned"
    return {
        "mistakes": mistakes(train, trial, correct, everyone),
        "worst": max(met),
        "lesson": lesson,
        "trial_weeks": before,
        "seen": seen,
        "found": 100 * share_found(seen),
    }


def start(step: str) -> dict[str, Any]:
    """A row of the first plan."""
    return {"id": step, "week": FIRST_PLAN[step]}


EXERCISE = Exercise(
    id="change-plan",
    title="In which order?",
    question="Hotel Yasen wants a new check-in: quick on the phone for those who like it, a host "
    "for the others. Here is Viktor’s plan. Guess first: how many of nine rules does it keep? "
    "Two of them are “train before the trial” and “do it before you promise it”.",
    teaches=("CO20", "CO21", "CO22"),
    minutes=12,
    done_with=("guess", "plan"),
    tasks=TASKS,
    groups=(
        Group(
            "Your guess",
            (
                Choice(
                    "guess",
                    "Rules that Viktor’s plan keeps, of nine",
                    GUESSES,
                    "open",
                    buttons=True,
                ),
            ),
            text="The rules open once you have guessed. Then move the steps.",
        ),
        Group(
            "The plan",
            (
                Rows(
                    "plan",
                    "Ten steps",
                    STEPS,
                    (Slider("week", "Begins in week", 1, WEEKS, 1, 1, whole=True),),
                    [start(step) for step in STEPS],
                    help="Type a week from 1 to 26, or use the arrow keys. Two steps may begin in "
                    "the same week.",
                ),
            ),
            text="Mistakes come from an invented model. In the trial 40 guests a week use the new "
            "check-in, later all 160. Of a hundred, 15 meet a mistake, and 30 before the staff are "
            "trained. Guests find the mistakes: with every 80 guests, half of the kinds still "
            "unknown come to light. There is one correction. It removes the kinds found before it "
            "begins, and takes two weeks to work. We count until ten weeks after the start for "
            "all.",
        ),
        Group(
            "Your conclusion",
            (
                LongText(
                    "conclusion",
                    "Which rule would you break on purpose, and what would you do about it?",
                    help="For your own notes. Nobody grades this.",
                ),
            ),
        ),
    ),
    compute=compute,
    data={"rules": RULES},
    revealed={"guess": "two"},
    views=VIEWS,
    announce="stage",
)
