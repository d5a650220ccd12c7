"""Discussion question 1: a service failure and its recovery."""

from __future__ import annotations

from typing import Any

from servicequality.core.numbers import compare, total
from servicequality.declare import Exercise
from servicequality.exercises.recovery_analyser.groups import GROUPS
from servicequality.exercises.recovery_analyser.teaching import TASKS, TEACHING
from servicequality.exercises.recovery_analyser.views import VIEWS
from servicequality.model.lifetime_value import lifetime_value
from servicequality.model.recovery import (
    FAIR_SHARE,
    JUSTICES,
    after_complaint,
    break_even,
    expected_retention,
    guest_after,
    justice_points,
    needed_solving,
)
from servicequality.model.rights import judge_rights

# The changes that are tried out, as shares: assumptions of this exercise.
MORE_COMPLAINTS = 0.2
MORE_SOLVED = 0.3
FEWER_FAILURES = 0.5
# Guests in a year, about those of a hotel as large as Hotel Yasen.
GUESTS = 8000


def compute(values: dict[str, Any]) -> dict[str, Any]:
    """How fair the recovery was, which rights were kept, and what it costs in guests and euros."""
    result = classification(values)
    result.update(justice(values))
    result["reasons"] = reasons(values)
    result["why"] = why(values)
    result.update(rights(values))
    retentions = {
        "smooth": values["retention"] / 100,
        "good": values["good"] / 100,
        "unresolved": values["unresolved"] / 100,
        "silent": values["silent"] / 100,
    }
    result.update(worth(values, retentions))
    result.update(many_guests(values, retentions))
    given = "missing" if values["prevention"] == "" else "given"
    result["measure"] = given + "_" + values["gap"]
    result["measure_text"] = values["prevention"]
    # Sentences that are always said.
    result.update({"rights_state": "some", "worth_state": "some"})
    result["summary_state"] = "told" if values["told"] else "untold"
    return result


def classification(values: dict[str, Any]) -> dict[str, Any]:
    """What the student said about the failure, and whether kind and dimension fit together."""
    how = values["dimension"] in ("responsiveness", "assurance", "empathy")
    return {
        "kind_id": values["kind"],
        "dimension_id": values["dimension"],
        "classified": "doubtful" if values["kind"] == "outcome" and how else "fits",
        "gap_id": values["whose"] + "_" + values["gap"],
        "minutes_taken": values["minutes"],
        "account": "complete" if values["promised"] != "" and values["failed"] != "" else "open",
    }


def justice(values: dict[str, Any]) -> dict[str, Any]:
    """The three justice scores, the weakest with its reason, and whether the hotel failed twice."""
    fair = 100 * FAIR_SHARE * values["severity"]
    price = values["price"]
    result: dict[str, Any] = {
        "fair": fair,
        "severity_given": values["severity"],
        "fairness": "high" if values["severity"] >= 4 else "low",
        "share": 0.0 if price == 0 else 100 * values["compensation"] / price,
    }
    if not values["told"]:
        result.update({"parts": [], "scores": []})
        for key in ("fairness", "weakest_state", "deviation"):
            result[key] = "untold"
        return result
    if price == 0:
        result["fairness"] = "no_price"
    points = justice_points(values)
    scores: list[dict[str, Any]] = []
    for name in JUSTICES:
        score = total([part["points"] for part in points if part["justice"] == name])
        scores.append({"justice": name, "score": score})
        result[name] = score
    lowest = scores[0]
    for row in scores:
        if compare(row["score"], lowest["score"]) < 0:
            lowest = row
    equal = [row for row in scores if compare(row["score"], lowest["score"]) == 0]
    reason = "solved"
    most = 0.0
    for part in points:
        lost = part["of"] - part["points"]
        if part["justice"] == lowest["justice"] and compare(lost, most) > 0:
            reason, most = part["part"], lost
    state = "one" if len(equal) == 1 else "tied"
    if compare(lowest["score"], 100.0) >= 0:
        state = "full"
    result.update(
        {
            "parts": points,
            "scores": scores,
            "weakest_id": lowest["justice"],
            "weakest_score": lowest["score"],
            "reason_id": reason,
            "weakest_state": state,
            "deviation": deviation(values["resolved"], values["again"]),
        }
    )
    return result


def deviation(resolved: str, again: bool) -> str:
    """Whether the hotel failed a second time, in its recovery, and by what."""
    if resolved == "no":
        return "both" if again else "unsolved"
    if again:
        return "again"
    return "none" if resolved == "yes" else "partly"


def why(values: dict[str, Any]) -> str:
    """Whether a reason is still asked for."""
    if values["told"] and values["resolved"] == "yes":
        return "solved"
    return "some" if len(values["unsolved"]) > 0 else "none"


def reasons(values: dict[str, Any]) -> list[dict[str, Any]]:
    """Why the problem was not resolved, each with what follows, or with what contradicts it."""
    if why(values) == "solved":
        return []
    clashes = {
        "no_authority": "authority" in values["done"],
        "uninformed": "explanation" in values["done"],
        "never_told": values["told"],
    }
    found = []
    for reason in values["unsolved"]:
        clash = clashes.get(reason, False)
        note = reason + "_clash" if clash else reason
        found.append({"item": reason, "state": "wrong" if clash else "reason", "note": note})
    return found


STATES = {"kept": "right", "broken": "wrong", "unknown": "unknown"}


def rights(values: dict[str, Any]) -> dict[str, Any]:
    """The eight rights of customers, and how many are kept, broken and not known."""
    named = {"promise_named": values["promised"] != ""}
    named.update(values)
    found = []
    counts = {"kept": 0, "broken": 0, "unknown": 0}
    for judged in judge_rights(named):
        right, state = judged["right"], judged["state"]
        counts[state] = counts[state] + 1
        note = right + "_" + judged["reason"]
        found.append({"item": right, "state": STATES[state], "note": note})
    return {
        "rights": found,
        "kept": counts["kept"],
        "broken": counts["broken"],
        "unknown": counts["unknown"],
    }


def worth(values: dict[str, Any], retentions: dict[str, float]) -> dict[str, Any]:
    """What this guest is worth, what is at risk, and what recovery might have cost."""
    margin = values["margin"] * values["stays"]
    value = lifetime_value(margin, retentions["smooth"], values["discount"] / 100)
    after = guest_after(values["told"], values["resolved"], values["again"], retentions)
    most = break_even(retentions["good"], retentions["unresolved"], value)
    given = float(values["compensation"])
    if compare(most, 0.0) <= 0:
        state = "nothing"
    elif not values["told"]:
        state = "untold"
    else:
        state = ("below", "equal", "above")[compare(given, most) + 1]
    return {
        "year_margin": margin,
        "clv": value,
        "smooth_percent": values["retention"],
        "discount_percent": values["discount"],
        "after_percent": 100 * after,
        "at_risk": (retentions["smooth"] - after) * value,
        "risk_state": "loss" if compare(retentions["smooth"], after) >= 0 else "gain",
        "most": most,
        "given": given,
        "break_even_state": state,
    }


def many_guests(values: dict[str, Any], retentions: dict[str, float]) -> dict[str, Any]:
    """Expected retention of all guests, now and after each change, and whether inviting pays."""
    failure, complain, solved = (
        values["failure"] / 100,
        values["complain"] / 100,
        values["helped"] / 100,
    )
    heard = min(1.0, complain + MORE_COMPLAINTS)
    helped = min(1.0, solved + MORE_SOLVED)
    changes = [
        ("now", failure, complain, solved),
        ("more_complaints", failure, heard, solved),
        ("more_solved", failure, complain, helped),
        ("both", failure, heard, helped),
        ("fewer_failures", failure * FEWER_FAILURES, complain, solved),
    ]
    rows: list[dict[str, Any]] = []
    for change, f, c, s in changes:
        chances = {"failure": f, "complain": c, "solved": s}
        r = expected_retention(chances, retentions)
        lost = GUESTS * (retentions["smooth"] - r)
        rows.append({"change": change, "retention": 100 * r, "lost": lost})
    both = rows[0]["lost"] - rows[3]["lost"]
    half = rows[0]["lost"] - rows[4]["lost"]
    prevent = ("behind", "equal", "ahead")[compare(half, both) + 1]
    others = max(retentions["good"], retentions["unresolved"], retentions["silent"])
    if prevent == "ahead" and compare(others, retentions["smooth"]) > 0:
        prevent = "ahead_oddly"
    if failure == 0:
        prevent = "no_failures"
    told_share = after_complaint(retentions["good"], retentions["unresolved"], solved)
    result = {
        "changes": rows,
        "retention_now": rows[0]["retention"],
        "lost_now": rows[0]["lost"],
        "lost_both": rows[3]["lost"],
        "lost_half": rows[4]["lost"],
        "both_gain": both,
        "half_gain": half,
        "prevent": prevent,
        "complaint_percent": 100 * told_share,
        "silent_percent": values["silent"],
        "paradox": "assumed" if compare(retentions["good"], retentions["smooth"]) > 0 else "not",
    }
    result.update(inviting(told_share, retentions))
    result.update(iceberg(failure, complain))
    return result


def inviting(told_share: float, retentions: dict[str, float]) -> dict[str, Any]:
    """Whether it pays to invite complaints, and from which share of them solved well."""
    needed = needed_solving(retentions["good"], retentions["unresolved"], retentions["silent"])
    if needed is None:
        return {"inviting": "no_gain"}
    pays = compare(told_share, retentions["silent"])
    if compare(needed, 1.0) > 0:
        state = "never"
    elif compare(needed, 0.0) <= 0:
        state = "always"
    else:
        state = ("harms", "equal", "pays")[pays + 1]
    return {"inviting": state, "needed": 100 * needed}


def iceberg(failure: float, complain: float) -> dict[str, Any]:
    """How many of the guests of a year meet a failure, and how many of those say so."""
    failed = GUESTS * failure
    state = "some"
    if failure == 0:
        state = "no_failures"
    elif complain == 0:
        state = "nobody"
    return {
        "iceberg": state,
        "failed_guests": failed,
        "heard_guests": failed * complain,
        "silent_guests": failed * (1 - complain),
    }


EXERCISE = Exercise(
    id="recovery-analyser",
    title="Recovery analyser",
    question="Think of a hotel stay or a flight on which you had a problem, for example with the "
    "room or the food. How did the firm try to solve it, if it did? Was the problem resolved in "
    "the end? If not, why not?",
    teaches=("Q1",),
    minutes=30,
    in_steps=True,
    tasks=TASKS,
    groups=GROUPS,
    compute=compute,
    views=VIEWS,
    announce="summary",
    teaching=TEACHING,
)
