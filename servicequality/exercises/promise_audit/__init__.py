"""Discussion question 6: a time you experienced gap 4, worked out as an audit of promises."""

from __future__ import annotations

from typing import Any

from servicequality.core.numbers import compare
from servicequality.declare import Exercise
from servicequality.exercises.promise_audit.fields import GROUPS
from servicequality.exercises.promise_audit.start import REWRITTEN
from servicequality.exercises.promise_audit.texts import TASKS, TEACHING
from servicequality.exercises.promise_audit.views import VIEWS
from servicequality.model.promises import (
    broken_by,
    extra_stays,
    gap_behind,
    gap_five_reason,
    kind_of_gap,
    over_promise_index,
    performance_gap,
    promise_gap,
    rewrite_verdict,
    still_booking,
    told_expectation,
    trade_off,
    unkept_share,
    wording_verdict,
)

# An assumption of this exercise, shown to the reader as such: what counts as a gap (scale points).
NOTABLE = 0.5
# A sentence that says "always" or "best" promises nearly the top of the scale.
NEARLY_ALL = 6.5
GAP_FOUR_CAUSES = ["over_promise", "no_talk", "policies", "photographs", "intermediary"]
OTHER_CAUSES = ["untrained", "friday", "rewards"]
GAP_FOUR_REMEDIES = [
    "honest_promise",
    "sign_off",
    "limits",
    "one_policy",
    "guarantee",
    "channel_check",
]
OTHER_REMEDIES = ["train_staff", "plan_peaks"]
# Which cause each remedy works on.
WORKS_ON = {
    "honest_promise": ["over_promise"],
    "sign_off": ["over_promise", "no_talk"],
    "limits": ["over_promise"],
    "one_policy": ["policies"],
    "guarantee": ["over_promise"],
    "channel_check": ["photographs", "intermediary"],
}


def compute(values: dict[str, Any]) -> dict[str, Any]:
    """The audit of the promises, what they do to Gap 5, and the same with one of them rewritten."""
    promises = values["promises"]
    weights = [float(row["importance"]) for row in promises]
    delivered = [row["delivered"] for row in promises]
    promised = [row["promised"] for row in promises]
    result: dict[str, Any] = {"case_note": values["case"], "new_level": values["new_level"]}
    result.update(audit(promises))
    result.update(effect(values, delivered, promised, weights))
    result.update(wording(values))
    result.update(rewriting(values, result))
    result.update(causes(values))
    result.update(remedies(values))
    return result


def audit(promises: list[dict[str, Any]]) -> dict[str, Any]:
    """Gap 4 and, where the standard is known, gap 3 of each promise, and which of them counts."""
    fours, threes, kinds, marks = [], [], [], []
    worst, channel, worst_gap, most = "none", "none", 0.0, 0.0
    for row in promises:
        item, level, given = row["id"], row["promised"], row["delivered"]
        four = promise_gap(given, level)
        standard = row["standard"] if row["known"] else None
        fours.append({"item": item, "text": row["text"], "gap_four": four})
        marks.append({"item": item, "who": "promised", "level": level, "to_level": given})
        marks.append({"item": item, "who": "delivered", "level": given, "to_level": given})
        if standard is not None:
            three = performance_gap(given, standard)
            threes.append({"item": item, "text": row["text"], "gap_three": three})
            marks.append({"item": item, "who": "standard", "level": standard, "to_level": standard})
        kind = kind_of_gap(given, level, standard, NOTABLE)
        kinds.append({"item": item, "state": kind, "note": kind})
        weighed = row["importance"] * broken_by(given, level)
        if compare(four, -NOTABLE) <= 0 and compare(weighed, most) > 0:
            worst, channel, worst_gap, most = item, row["channel"], four, weighed
    return {
        "fours": fours,
        "threes": threes,
        "kinds": kinds,
        "marks": marks,
        "worst": worst,
        "worst_gap": worst_gap,
        "worst_channel": channel,
    }


def effect(
    values: dict[str, Any], delivered: list[float], promised: list[float], weights: list[float]
) -> dict[str, Any]:
    """The over-promise index, the expectation that the promises leave, Gap 5, and the money."""
    before, perception, pull = values["before"], values["perception"], values["pull"]
    index = over_promise_index(delivered, promised, weights)
    expectation = told_expectation(before, promised, weights, pull)
    unkept = unkept_share(delivered, promised, weights)
    if index is None or expectation is None or unkept is None:
        return {
            "index": None,
            "gap_five": None,
            "verdict": "no_weights",
            "lesson": "no_weights",
            "money_state": "no_weights",
            "lines": [],
        }
    gap_five = perception - expectation
    untold_gap = perception - before
    if compare(index, 0.0) <= 0:
        money_state = "kept"
    elif values["price"] == 0:
        money_state = "no_price"
    else:
        money_state = "some"
    return {
        "index": index,
        "gap_five": gap_five,
        "before": before,
        "expectation": expectation,
        "perception": perception,
        "untold_gap": untold_gap,
        "added_gap": gap_five - untold_gap,
        "verdict": "over" if compare(index, 0.0) > 0 else "kept",
        "lesson": gap_five_reason(perception, before, expectation),
        "price": values["price"],
        "money": unkept * values["price"],
        "unkept": 100 * unkept,
        "money_state": money_state,
        "lines": [
            {"item": "before", "level": before, "from_level": before},
            {"item": "told", "level": expectation, "from_level": expectation},
            {"item": "perceived", "level": perception, "from_level": expectation},
        ],
    }


def rewriting(values: dict[str, Any], before: dict[str, Any]) -> dict[str, Any]:
    """The same audit with one promise rewritten, and the guests whom the new one keeps away."""
    chosen, new_level = values["which"], values["new_level"]
    waiting = {"comparison": [], "trade": "none", "other_gap": "none", "which": chosen}
    row = None
    new_promised, delivered, weights = [], [], []
    for promise in values["promises"]:
        if promise["id"] == chosen:
            row = promise
        new_promised.append(new_level if promise["id"] == chosen else promise["promised"])
        delivered.append(promise["delivered"])
        weights.append(float(promise["importance"]))
    if row is None:
        waiting["rewrite"] = "absent"
        return waiting
    points_less = row["promised"] - new_level
    new_gap = promise_gap(row["delivered"], new_level)
    result: dict[str, Any] = {
        "which": chosen,
        "old_level": row["promised"],
        "given": row["delivered"],
        "new_gap": new_gap,
        "rewrite": rewrite_verdict(row["promised"], new_level, row["delivered"], NOTABLE),
        "other_gap": gap_behind(
            row["delivered"], row["standard"] if row["known"] else None, NOTABLE
        ),
    }
    index = over_promise_index(delivered, new_promised, weights)
    expectation = told_expectation(values["before"], new_promised, weights, values["pull"])
    if index is None or expectation is None:
        result.update({"comparison": [], "trade": "no_weights"})
        return result
    booking = still_booking(points_less, values["response"])
    more_stays = extra_stays(booking)
    gap_five = values["perception"] - expectation
    gained = gap_five - before["gap_five"]
    result.update(
        {
            "comparison": [
                {"item": "gap_four", "now": promise_gap(row["delivered"], row["promised"]),
                 "then": new_gap},
                {"item": "index", "now": before["index"], "then": index},
                {"item": "expectation", "now": before["expectation"], "then": expectation},
                {"item": "gap_five", "now": before["gap_five"], "then": gap_five},
                {"item": "booking", "now": 100.0, "then": booking},
            ],
            "booking": booking,
            "more_stays": 0.0 if more_stays is None else 100 * more_stays,
            "old_gap_five": before["gap_five"],
            "new_gap_five": gap_five,
            "trade": trade_off(points_less, booking, gained),
        }
    )  # fmt: skip
    return result


def wording(values: dict[str, Any]) -> dict[str, Any]:
    """The student's own three ticks about the new wording; the text itself is never looked into."""
    vague, absolute, measurable = values["vague"], values["absolute"], values["measurable"]
    if values["new_text"] == "":
        return {"wording": "empty", "ticks": []}
    ticks = []
    for item, ticked, good in [
        ("vague", vague, not vague),
        ("absolute", absolute, not absolute),
        ("measurable", measurable, measurable),
    ]:
        name = item if ticked else "not_" + item
        ticks.append({"item": name, "state": "right" if good else "wrong", "note": name})
    state = wording_verdict(vague, absolute, measurable, values["new_level"], NEARLY_ALL)
    return {"wording": state, "ticks": ticks}


def causes(values: dict[str, Any]) -> dict[str, Any]:
    """What was ticked as a cause of gap 4, judged once the student asks for it."""
    if not values["check_causes"]:
        return {"causes": []}
    judged = []
    for cause in GAP_FOUR_CAUSES + OTHER_CAUSES:
        ticked = cause in values["causes"]
        belongs = cause in GAP_FOUR_CAUSES
        if ticked:
            state = "right" if belongs else "wrong"
        elif belongs:
            state = "missed"
        else:
            continue
        judged.append({"item": cause, "state": state, "note": cause})
    return {"causes": judged}


def remedies(values: dict[str, Any]) -> dict[str, Any]:
    """The remedies that were ticked, and the causes found that none of them works on."""
    if not values["check_remedies"]:
        return {"remedies": [], "remedy_state": "hidden"}
    found = [cause for cause in values["causes"] if cause in GAP_FOUR_CAUSES]
    judged: list[dict[str, Any]] = []
    treated = []
    for remedy in GAP_FOUR_REMEDIES + OTHER_REMEDIES:
        if remedy in values["remedies"]:
            belongs = remedy in GAP_FOUR_REMEDIES
            state = "right" if belongs else "wrong"
            judged.append({"item": remedy, "state": state, "note": remedy})
            if belongs:
                treated.extend(WORKS_ON[remedy])
    left = [cause for cause in found if cause not in treated]
    for cause in left:
        judged.append({"item": cause, "state": "untreated", "note": None})
    if not values["remedies"]:
        state = "nothing"
    elif not found:
        state = "no_causes"
    elif left:
        state = "untreated"
    else:
        state = "treated"
    return {"remedies": judged, "remedy_state": state}


EXERCISE = Exercise(
    id="promise-audit",
    title="Promise audit",
    question="Describe a time you experienced Gap 4. What did the firm promise you, and how did "
    "the promise differ from what you received? Use a hotel, a restaurant or a travel firm as your "
    "example.",
    teaches=("Q6",),
    minutes=30,
    in_steps=True,
    tasks=TASKS,
    groups=GROUPS,
    compute=compute,
    revealed={
        **REWRITTEN,
        "check_causes": True,
        "causes": list(GAP_FOUR_CAUSES),
        "check_remedies": True,
        "remedies": list(GAP_FOUR_REMEDIES),
    },
    views=VIEWS,
    announce="verdict",
    teaching=TEACHING,
)
