"""The cost-of-quality ledger: sort one year's costs, then invest and see the total."""

from __future__ import annotations

from typing import Any

from servicequality.core.numbers import compare, total
from servicequality.declare import Choice, Exercise, Group, LongText, Rows, Slider, YesNo
from servicequality.exercises.cost_ledger.texts import ITEMS, OPTIONS, TASKS
from servicequality.exercises.cost_ledger.views import VIEWS
from servicequality.model.quality_costs import (
    KINDS,
    cost_ratio,
    errors_left,
    failure_share,
    failures,
    found_inside,
    quality_cost,
    return_on_prevention,
)

# Assumptions of this exercise, told to the reader: they give the failure costs of the ledger.
SALES = 3_000_000.0
ERRORS, FOUND = 5000.0, 0.6
INSIDE, OUTSIDE = 30.0, 75.0
HALVING_APPRAISAL = 40_000.0
PLACES = ("prevention", "appraisal", "internal_failure", "external_failure", "ordinary")


def compute(values: dict[str, Any], data: dict[str, Any]) -> dict[str, Any]:
    """The costs as sorted and, once asked for, as our key sorts them; the year after investing."""
    items = data["items"]
    placed = [row["kind"] for row in values["ledger"]]
    result = sorting(items, placed, values["check"])
    before = {}
    for kind in KINDS:
        before[kind] = total([float(item["euros"]) for item in items if item["kind"] == kind])
    result.update(three_kinds(before, values["check"]))
    result.update(investing(before, values))
    return result


def sorting(items: list[dict[str, Any]], placed: list[str], check: bool) -> dict[str, Any]:
    """How much stands under each kind as sorted, and what is to be said about each item."""
    rows = []
    costs = {}
    for kind in PLACES:
        chosen = [
            float(items[position]["euros"])
            for position in range(len(items))
            if placed[position] == kind
        ]
        costs[kind] = total(chosen)
        rows.append({"kind": kind, "items": len(chosen), "euros": costs[kind]})
    checked = []
    right = 0
    for position in range(len(items)):
        state = "wrong"
        if placed[position] == "open":
            state = "open"
        elif placed[position] == items[position]["kind"]:
            state = "right"
            right = right + 1
        checked.append(
            {"item": items[position]["id"], "state": state, "note": items[position]["id"]}
        )
    count = len([kind for kind in placed if kind != "open"])
    if count == 0:
        stage = "empty"
    elif not check:
        stage = "sorted" if count == len(items) else "started"
    else:
        stage = "all_right" if right == len(items) else "checked"
    whole = quality_cost(costs)
    return {
        "as_sorted": rows,
        "sorted_total": whole,
        "sorted_share": 100 * cost_ratio(costs, SALES),
        "stage": stage,
        "placed": count,
        "right": right,
        "checked": checked if check and count > 0 else [],
    }


def three_kinds(costs: dict[str, float], check: bool) -> dict[str, Any]:
    """The three kinds of the source, made of the four; empty until the student has checked."""
    rows = [
        {"kind": "C1", "parts": "internal_failure", "euros": costs["internal_failure"]},
        {"kind": "C2", "parts": "external_failure", "euros": costs["external_failure"]},
        {"kind": "C3", "parts": "both", "euros": costs["prevention"] + costs["appraisal"]},
    ]
    return {"three_kinds": rows if check else []}


def investing(before: dict[str, float], values: dict[str, Any]) -> dict[str, Any]:
    """Next year's costs after more prevention and appraisal, beside this year's."""
    prevention = 1000.0 * values["prevention"]
    appraisal = 1000.0 * values["appraisal"]
    errors = errors_left(ERRORS, prevention, 1000.0 * values["halving"], values["avoidable"] / 100)
    found = found_inside(FOUND, appraisal, HALVING_APPRAISAL)
    internal, external = failures(errors, found, INSIDE, OUTSIDE)
    after = {
        "prevention": before["prevention"] + prevention,
        "appraisal": before["appraisal"] + appraisal,
        "internal_failure": internal,
        "external_failure": external,
    }
    rows = []
    for kind in KINDS:
        rows.append({"kind": kind, "before": before[kind], "after": after[kind]})
    old, new = quality_cost(before), quality_cost(after)
    rows.append({"kind": "total", "before": old, "after": new})
    bars = []
    for kind in KINDS:
        bars.append({"kind": kind, "year": "before", "amount": before[kind] / 1000})
        bars.append({"kind": kind, "year": "after", "amount": after[kind] / 1000})
    # To the cent: what is less than that is no change.
    moved = compare((new - old) * 1e-7, 0.0)
    gain = return_on_prevention(before, after)
    share = failure_share(after)
    return {
        "years": rows,
        "bars": bars,
        "old_total": old,
        "new_total": new,
        "difference": abs(new - old),
        "verdict": ["lower", "same", "higher"][moved + 1],
        "gain": 0.0 if gain is None else abs(gain),
        "return": "none" if gain is None else ["loss", "even", "gain"][compare(gain, 0.0) + 1],
        "errors": errors,
        "met": errors * (1 - found),
        "failure_share": 0.0 if share is None else 100 * share,
        "state": "shown",
    }


GROUPS = (
    Group(
        "1. Sort the costs",
        (
            Rows(
                "ledger",
                "One year at Hotel Yasen (synthetic)",
                {item["item_id"]: f"{item['label']}: €{item['euros']:,}" for item in ITEMS},
                (Choice("kind", "Kind of cost", OPTIONS, "open"),),
                [{"id": item["item_id"], "kind": "open"} for item in ITEMS],
            ),
            YesNo("check", "Check my sorting"),
        ),
        text="Ask two questions of each item. Was there an error already? If yes, who found it "
        "first: the hotel or a guest? If no, does the money prevent errors or look for them? Two "
        "items are no quality cost at all.",
        shows=("stage", "as_sorted", "checked", "three_kinds"),
    ),
    Group(
        "2. Invest for next year",
        (
            Slider(
                "prevention",
                "More prevention",
                0,
                100,
                5,
                35,
                "thousand €",
                "Training, planned maintenance, better suppliers. Fewer errors are made.",
                whole=True,
            ),
            Slider(
                "appraisal",
                "More appraisal, or less",
                -20,
                60,
                5,
                5,
                "thousand €",
                "Checks and inspections. More errors are found before a guest meets them.",
                whole=True,
            ),
            Slider(
                "halving",
                "Prevention that halves the avoidable errors",
                20,
                120,
                10,
                40,
                "thousand €",
                "An assumption. The higher it is, the harder errors are to prevent.",
                whole=True,
            ),
            Slider(
                "avoidable",
                "Errors that prevention can reach at all",
                20,
                100,
                5,
                90,
                "%",
                "An assumption. The rest happens whatever the hotel does.",
                whole=True,
            ),
        ),
        text="Assumptions: 5,000 errors are made in a year. The hotel finds 60% of them, at 30 "
        "euros each; guests meet the others, at 75 euros each. 40,000 euros more for appraisal "
        "halve what slips through.",
        shows=("verdict", "return", "cost_chart", "years", "met"),
    ),
    Group(
        "3. Your conclusion",
        (
            LongText(
                "conclusion",
                "Mira Doneva has 40,000 euros for quality next year. What should she do with them?",
                help="Say which assumption your answer depends on most. Nobody grades this.",
            ),
        ),
    ),
)
KEY = [{"id": item["item_id"], "kind": item["kind"]} for item in ITEMS]

EXERCISE = Exercise(
    id="cost-ledger",
    title="The cost-of-quality ledger",
    question="Eighteen sums that Hotel Yasen paid or lost in one year. Which of them are costs of "
    "quality, and of which kind? Then spend more on prevention or on checks, and see the total.",
    teaches=("B4", "C1", "C2", "C3", "ADD3"),
    minutes=20,
    in_steps=True,
    tasks=TASKS,
    groups=GROUPS,
    compute=compute,
    data={
        "items": [
            {"id": item["item_id"], "kind": item["kind"], "euros": item["euros"]} for item in ITEMS
        ]
    },
    revealed={"ledger": KEY, "check": True},
    done_with=("ledger", "conclusion"),
    views=VIEWS,
    announce="verdict",
)
