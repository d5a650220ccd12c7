"""Discussion question 3: does McDonald’s offer high-quality service, and by which criteria?"""

from __future__ import annotations

from typing import Any

from servicequality.core.numbers import compare, total
from servicequality.declare import Exercise
from servicequality.exercises.criteria_scales.groups import GROUPS
from servicequality.exercises.criteria_scales.texts import TASKS, TEACHING
from servicequality.exercises.criteria_scales.views import VIEWS
from servicequality.model.criteria import highest, normalised, reversal, weighted_score

GUESTS = ["family", "couple"]
# A verdict that a smaller change of weights turns is called easily turned (points of 100). A
# convention of this exercise.
EASY = 10.0
FEWEST, MOST = 5, 8
GIVERS = ["none", "one", "two", "several"]
# Which criteria answer to what every answer should cover. The three about deficiencies are near to
# each other: with all of them, one thing counts three times.
KINDS = ["features", "deficiencies", "process", "societal"]
ABOUT = {
    "features": ["features"],
    "deficiencies": ["deficiencies", "reliability", "consistency"],
    "process": ["responsiveness", "assurance", "empathy"],
    "societal": ["food_packaging", "staff"],
}


def compute(values: dict[str, Any]) -> dict[str, Any]:
    """Both restaurants by the student's criteria, for two guests, and what would turn the verdict.

    A criterion is used where at least one guest gives it points. Weight may move between all
    criteria that are used, also to one that this guest had given none.
    """
    used = []
    for place in range(len(values["weights"])):
        row = values["weights"][place]
        if row["family"] + row["couple"] > 0:
            scores = values["scores"][place]
            used.append(
                {
                    "item": row["id"],
                    "family": float(row["family"]),
                    "couple": float(row["couple"]),
                    "mcdonalds": float(scores["mcdonalds"]),
                    "other": float(scores["other"]),
                    "seen": row["id"] in values["seen"],
                }
            )
    result: dict[str, Any] = {
        "bar": values["bar"],
        "other_name": values["other_name"] if values["other_name"] != "" else "B",
        "meanings": [{"item": row["id"], "meaning": row["id"]} for row in values["weights"]],
        "table": [],
        "marks": [],
        "parts": [],
    }
    for guest in GUESTS:
        result.update(judged(guest, used, values["bar"], result))
    result["profiles"] = profiles(result, used)
    result["between"] = None
    if result["profiles"] != "none":
        result["between"] = result["family_lead"] - result["couple_lead"]
    result["checks"] = checks(used)
    result.update(evidence(used, values["notes"]))
    return result


def judged(
    guest: str, used: list[dict[str, Any]], bar: float, result: dict[str, Any]
) -> dict[str, Any]:
    """What one guest's weights make of the scores; adds this guest's rows to tables and charts."""
    points = [row[guest] for row in used]
    weights = normalised(points)
    told: dict[str, Any] = {guest + "_points": total(points)}
    if weights is None:
        for name in ("sum", "verdict", "turn", "bar_turn"):
            told[guest + "_" + name] = "none"
        return told
    leads = [row["mcdonalds"] - row["other"] for row in used]
    above = [row["mcdonalds"] - bar for row in used]
    mcdonalds = weighted_score(weights, [row["mcdonalds"] for row in used])
    other = weighted_score(weights, [row["other"] for row in used])
    # The lead is reckoned from the leads, so that equal scores give a tie and not 1e-16.
    lead = weighted_score(weights, leads)
    high = compare(weighted_score(weights, above), 0.0) >= 0
    ahead = ["tie", "ahead", "behind"][compare(lead, 0.0)]
    told[guest + "_sum"] = "right" if compare(total(points), 100.0) == 0 else "wrong"
    told[guest + "_verdict"] = ahead + ("_high" if high else "_low")
    told[guest + "_mcdonalds"] = mcdonalds
    told[guest + "_other"] = other
    told[guest + "_lead"] = lead
    told[guest + "_distance"] = abs(lead)
    told.update(turn(guest + "_turn", used, weights, leads))
    told.update(turn(guest + "_bar_turn", used, weights, above))
    result["table"].append({"guest": guest, "mcdonalds": mcdonalds, "other": other, "lead": lead})
    for who, score in (("mcdonalds", mcdonalds), ("other", other)):
        result["marks"].append({"guest": guest, "who": who, "score": score, "bar": bar})
    for place in range(len(used)):
        part = weights[place] * leads[place]
        result["parts"].append({"item": used[place]["item"], "who": guest, "part": part})
    return told


def turn(
    name: str, used: list[dict[str, Any]], weights: list[float], leads: list[float]
) -> dict[str, Any]:
    """The smallest change of weights that reverses one verdict, as a state and what fills it."""
    standing = compare(weighted_score(weights, leads), 0.0)
    found = reversal(weights, leads)
    if standing == 0:
        if compare(max(leads), 0.0) == 0 and compare(min(leads), 0.0) == 0:
            return {name: "same"}
        return {name: "edge" if compare(min(leads), 0.0) < 0 else "edge_up"}
    if found is None:
        return {name: "never" if standing > 0 else "never_behind"}
    taken, receiver = found
    moved = 100 * total(taken)
    givers = 0
    for share in taken:
        if share > 0:
            givers = givers + 1
    return {
        name: ("easy_" if compare(moved, EASY) < 0 else "firm_") + GIVERS[min(givers, 3)],
        name + "_moved": moved,
        name + "_from": used[highest(taken)]["item"],
        name + "_to": used[receiver]["item"],
        name + "_others": givers - 1,
    }


def profiles(result: dict[str, Any], used: list[dict[str, Any]]) -> str:
    """How the two guests' verdicts differ, as the id of a sentence."""
    if result["family_verdict"] == "none" or result["couple_verdict"] == "none":
        return "none"
    family = normalised([row["family"] for row in used])
    couple = normalised([row["couple"] for row in used])
    if family is not None and couple is not None and equal(family, couple):
        return "same_weights"
    first, second = compare(result["family_lead"], 0.0), compare(result["couple_lead"], 0.0)
    if first * second < 0:
        return "opposite"
    if compare(result["family_lead"], result["couple_lead"]) == 0:
        return "one_lead"
    return "one_order" if first * second > 0 else "one_tied"


def equal(first: list[float], second: list[float]) -> bool:
    """Whether two lists of weights are the same."""
    return all(compare(first[place], second[place]) == 0 for place in range(len(first)))


def checks(used: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """What a set of criteria needs, each point judged."""
    items = [row["item"] for row in used]
    if len(items) < FEWEST:
        number = "few"
    elif len(items) > MOST:
        number = "many"
    else:
        number = "number"
    listed = [line("number", number == "number", number)]
    for kind in KINDS:
        there = False
        for item in ABOUT[kind]:
            there = there or item in items
        listed.append(line(kind, there, kind))
    once = True
    for item in ABOUT["deficiencies"]:
        once = once and item in items
    listed.append(line("once", not once, "once"))
    weights_differ = False
    family = normalised([row["family"] for row in used])
    couple = normalised([row["couple"] for row in used])
    if family is not None and couple is not None:
        weights_differ = not equal(family, couple)
    listed.append(line("guests", weights_differ, "guests"))
    return listed


def line(item: str, right: bool, note: str) -> dict[str, Any]:
    """One line of a checklist; what is right needs no note."""
    return {
        "item": item,
        "state": "right" if right else "wrong",
        "note": None if right else note,
    }


def evidence(used: list[dict[str, Any]], notes: str) -> dict[str, Any]:
    """Which scores rest on nothing that was seen."""
    unseen = []
    for row in used:
        if not row["seen"]:
            unseen.append({"item": row["item"], "state": "wrong", "note": None})
    if len(used) == 0:
        state = "none"
    elif len(unseen) > 0:
        state = "some"
    else:
        state = "unwritten" if notes == "" else "written"
    return {"evidence": state, "unseen": unseen, "unseen_count": len(unseen), "used": len(used)}


EXERCISE = Exercise(
    id="criteria-scales",
    title="Criteria scales",
    question="Does McDonald’s offer high-quality service? Explain your answer, and state the "
    "criteria by which you judge quality.",
    teaches=("Q3",),
    minutes=30,
    in_steps=True,
    tasks=TASKS,
    groups=GROUPS,
    compute=compute,
    views=VIEWS,
    announce="profiles",
    teaching=TEACHING,
)
