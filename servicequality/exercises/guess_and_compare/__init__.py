"""Discussion question 5: what causes gap 1, and how it can be reduced."""

from __future__ import annotations

from typing import Any

from servicequality.core.numbers import compare, total
from servicequality.declare import (
    Choice,
    Exercise,
    Group,
    MultipleChoice,
    Rows,
    Slider,
    Task,
    YesNo,
)
from servicequality.exercises.guess_and_compare.texts import CAUSE_LABELS, REMEDY_LABELS, TEACHING
from servicequality.exercises.guess_and_compare.views import VIEWS
from servicequality.hotel import attributes, levels, means, segments
from servicequality.model.knowledge_gap import (
    best_spending,
    closed_share,
    mean_absolute,
    misallocated_share,
    shares,
)
from servicequality.model.ranks import spearman

# Assumptions of this exercise, shown to the reader as such (thousand euros).
BUDGET = 60
STEP = 5
HALVING = 15.0
REMEDIES = ["ask_guests", "meet_guests", "hear_staff", "fewer_layers"]
WEIGHTS = {"ask_guests": 0.35, "meet_guests": 0.2, "hear_staff": 0.35, "fewer_layers": 0.1}
GAP_ONE_CAUSES = ["no_research", "unread_reviews", "no_contact", "staff_unheard", "layers"]
OTHER_CAUSES = ["loose_standard", "untrained", "overpromise"]
WAITING: dict[str, Any] = {
    "gap_one": None,
    "levels": [],
    "points_table": [],
    "marks": [],
    "stage": "guess",
    "over_under": "guess",
    "order": "guess",
}
NOTABLE = 0.5
NEARLY = 0.02


def compute(values: dict[str, Any], data: dict[str, Any]) -> dict[str, Any]:
    """The student's picture of the guests beside the guests' own, and what closes the distance.

    What compares the two is held back (stage `guess`) until the student asks for it.
    """
    ratings = values["ratings"]
    points = [float(row["importance"]) for row in ratings]
    result: dict[str, Any] = {
        "points": total(points),
        "points_state": "right" if compare(total(points), 100.0) == 0 else "wrong",
        "causes": causes(values),
    }
    result.update(spending(values))
    result.update(effect(values, data, result))
    if values["compare"]:
        result.update(comparison(ratings, points, data["guests"][values["segment"]], data["team"]))
    else:
        result.update(WAITING)
    return result


def comparison(
    ratings: list[dict[str, Any]],
    points: list[float],
    guests: list[dict[str, Any]],
    team: list[dict[str, Any]],
) -> dict[str, Any]:
    """How far the student's levels, order and points are from the guests', and the team's."""
    level_rows = []
    point_rows = []
    marks = []
    for position in range(len(guests)):
        own, guest, belief = ratings[position], guests[position], team[position]
        item, level = own["id"], guest["expectation"]
        level_rows.append(
            {
                "item": item,
                "own": own["expected"],
                "team": belief["expected"],
                "guests": level,
                "gap": own["expected"] - level,
                "team_gap": belief["expected"] - level,
            }
        )
        point_rows.append(
            {
                "item": item,
                "own": own["importance"],
                "team": belief["importance"],
                "guests": 100 * guest["share"],
            }
        )
        marks.append({"item": item, "who": "own", "level": own["expected"]})
        marks.append({"item": item, "who": "guests", "level": level})
    size = mean_absolute([row["gap"] for row in level_rows])
    under, over = extremes(level_rows)
    if under != "none" and over != "none":
        over_under = "both"
    elif under != "none":
        over_under = "under"
    elif over != "none":
        over_under = "over"
    else:
        over_under = "neither"
    result: dict[str, Any] = {
        "gap_one": size,
        "team_gap_one": mean_absolute([row["team_gap"] for row in level_rows]),
        "stage": "close" if compare(size, NOTABLE) < 0 else "apart",
        "levels": level_rows,
        "points_table": point_rows,
        "marks": marks,
        "over_under": over_under,
        "under": under,
        "over": over,
    }
    result.update(agreement(points, [guest["share"] for guest in guests]))
    return result


def agreement(points: list[float], weights: list[float]) -> dict[str, Any]:
    """How well the student's points agree with the guests' in order and in share."""
    budget = shares(points)
    if budget is None:
        return {"order": "no_points"}
    rho = spearman(points, weights)
    if rho is None:
        order = "no_order"
    elif compare(rho, 0.7) >= 0:
        order = "alike"
    elif compare(rho, 0.3) >= 0:
        order = "partly"
    else:
        order = "different"
    return {
        "order": order,
        "rho": rho,
        "misallocated": 100 * misallocated_share(budget, weights),
    }


def spending(values: dict[str, Any]) -> dict[str, Any]:
    """What was spent, what it closes, and what the same money could close at best."""
    weights = [WEIGHTS[remedy] for remedy in REMEDIES]
    money = [values[remedy] for remedy in REMEDIES]
    spent = 0
    for amount in money:
        spent = spent + amount
    closed = closed_by(money, weights)
    best_closed = closed_by(best_spending(weights, HALVING, spent, STEP), weights)
    following, gain = next_step(money, weights)
    if spent > BUDGET:
        state = "over"
    elif spent == 0:
        state = "nothing"
    elif compare(best_closed - closed, NEARLY) <= 0:
        state = "near_best"
    else:
        state = "could_be_better"
    return {
        "spent": spent,
        "budget": BUDGET,
        "spending": state,
        "closed": 100 * closed,
        "best_closed": 100 * best_closed,
        "next_step": "some" if spent + STEP <= BUDGET else "none",
        "next_remedy": following,
        "next_gain": 100 * gain,
    }


def closed_by(money: list[int], weights: list[float]) -> float:
    """The share of the gap that money spent on the remedies closes altogether."""
    parts = []
    for position in range(len(weights)):
        parts.append(closed_share(weights[position], money[position], HALVING))
    return total(parts)


def next_step(money: list[int], weights: list[float]) -> tuple[str, float]:
    """The remedy on which one more step of money closes most, and the share that it closes."""
    found, most = REMEDIES[0], -1.0
    for position in range(len(REMEDIES)):
        now = closed_share(weights[position], money[position], HALVING)
        then = closed_share(weights[position], money[position] + STEP, HALVING)
        if compare(then - now, most) > 0:
            found, most = REMEDIES[position], then - now
    return found, most


def effect(values: dict[str, Any], data: dict[str, Any], spent: dict[str, Any]) -> dict[str, Any]:
    """What the spending does to the team's gap 1, and to gap 5 of the average guest.

    Importance-weighted over all guests. Assumed: where standards and work follow, perception rises
    by as much as the team's shortfall in belief shrinks.
    """
    guests, team = data["guests"]["all"], data["team"]
    closed = spent["closed"] / 100
    gap_five, gaps, shortfalls = [], [], []
    for position in range(len(guests)):
        guest = guests[position]
        gap = team[position]["expected"] - guest["expectation"]
        gaps.append(gap)
        gap_five.append(guest["share"] * (guest["perception"] - guest["expectation"]))
        shortfalls.append(guest["share"] * max(0.0, -gap))
    before = total(gap_five)
    gained = closed * total(shortfalls) if values["follow"] else 0.0
    state = "followed" if values["follow"] else "alone"
    if spent["spending"] in ("over", "nothing"):
        state = "none"
    return {
        "effect": state,
        "old_gap_one": mean_absolute(gaps),
        "new_gap_one": mean_absolute(gaps) * (1 - closed),
        "gap_five": before,
        "new_gap_five": before + gained,
    }


def extremes(rows: list[dict[str, Any]]) -> tuple[str, str]:
    """The most underestimated and the most overestimated item; `"none"` where none is notable."""
    under, over = "none", "none"
    lowest, highest = -NOTABLE, NOTABLE
    for row in rows:
        if compare(row["gap"], lowest) < 0:
            under, lowest = row["item"], row["gap"]
        if compare(row["gap"], highest) > 0:
            over, highest = row["item"], row["gap"]
    return under, over


def causes(values: dict[str, Any]) -> list[dict[str, Any]]:
    """What was ticked as a cause of gap 1, judged once the student asks for it."""
    if not values["check_causes"]:
        return []
    judged = []
    for cause in GAP_ONE_CAUSES + OTHER_CAUSES:
        ticked = cause in values["causes"]
        belongs = cause in GAP_ONE_CAUSES
        if ticked and belongs:
            state = "right"
        elif ticked:
            state = "wrong"
        elif belongs:
            state = "missed"
        else:
            continue
        judged.append({"item": cause, "state": state, "note": cause})
    return judged


ATTRIBUTES = attributes()
ALL = "all"
SEGMENTS = {ALL: "All guests", **segments()}


def guests_of(segment: str) -> list[dict[str, Any]]:
    """What guests expect, perceive and find important, by attribute; of a segment or of all."""
    named = None if segment == ALL else segment
    expectation = means("guest_survey", "expectation", named)
    perception = means("guest_survey", "perception", named)
    importance = means("guest_survey", "importance", named)
    return [
        {
            "id": attribute,
            "expectation": expectation[attribute],
            "perception": perception[attribute],
            "share": importance[attribute] / 100,
        }
        for attribute in ATTRIBUTES
    ]


TEAM = [
    {"id": level["id"], "expected": level["belief"], "importance": level["manager_importance"]}
    for level in levels()
]
START = [{"id": attribute, "importance": 10, "expected": 4.0} for attribute in ATTRIBUTES]
EXERCISE = Exercise(
    id="guess-and-compare",
    title="Guess and compare",
    question="Using the five-gap model, explain what causes Gap 1 and how it can be reduced.",
    teaches=("Q5",),
    minutes=30,
    in_steps=True,
    tasks=(
        Task(
            "Sit in Mira Doneva’s chair. What do guests of Hotel Yasen care about, and what do "
            "they expect? Share out 100 points, and set a level for each attribute."
        ),
        Task(
            "Open the guests’ answers. Where are you far off? Where is Mira’s team far off? Then "
            "look at one segment of guests."
        ),
        Task("Tick the causes that belong to Gap 1, and to no other gap. Then check them."),
        Task("Spend up to 60,000 euros on remedies. What does the next 5,000 add?"),
        Task(
            "Write your answer to the question, in about 150 words. Then compare it with the model "
            "answer and score it."
        ),
    ),
    groups=(
        Group(
            "1. Your guess",
            (
                Rows(
                    "ratings",
                    "What guests of Hotel Yasen want",
                    ATTRIBUTES,
                    (
                        Slider("importance", "Importance, points", 0, 100, 1, 10, whole=True),
                        Slider("expected", "Level they expect, 1–7", 1, 7, 0.1, 4),
                    ),
                    START,
                    help="The points say how 100 points would be shared out. The level is what "
                    "guests expect, not what they get.",
                ),
                YesNo("compare", "I have made my guess: show the guests’ answers"),
            ),
            shows=("points",),
        ),
        Group(
            "2. The guests’ answers",
            (Choice("segment", "Whose answers?", SEGMENTS, ALL),),
            shows=("stage", "over_under", "order", "levels_chart", "levels", "points_table"),
        ),
        Group(
            "3. Causes",
            (
                MultipleChoice(
                    "causes", "Which of these facts about Hotel Yasen cause Gap 1?", CAUSE_LABELS
                ),
                YesNo("check_causes", "Check my causes"),
            ),
            shows=("causes_checked",),
        ),
        Group(
            "4. Remedies, in thousand euros",
            (
                *(
                    Slider(remedy, REMEDY_LABELS[remedy], 0, 60, STEP, 0, whole=True)
                    for remedy in REMEDIES
                ),
                YesNo("follow", "Standards and work then follow what was learned", True),
            ),
            shows=("spending", "next_step", "effect"),
        ),
    ),
    compute=compute,
    data={"guests": {segment: guests_of(segment) for segment in SEGMENTS}, "team": TEAM},
    revealed={"compare": True, "check_causes": True, "causes": list(GAP_ONE_CAUSES)},
    views=VIEWS,
    announce="stage",
    teaching=TEACHING,
)
