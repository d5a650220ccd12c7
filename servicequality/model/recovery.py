"""Service recovery: how fair it was, and what it does to the guests who stay.

The retention formula is arithmetic on the shares of guests who meet a failure, complain and are
helped. The points for the three kinds of justice are a construct of this course, not a published
scale; the kinds are known from work on complaints since Tax, Brown and Chandrashekaran (1998).
"""

from __future__ import annotations

from typing import Any

from servicequality.core.numbers import compare

JUSTICES = ["distributive", "procedural", "interactional"]
# Fair compensation for each point of severity, as a share of the price: an assumption.
FAIR_SHARE = 0.1
# How much of the problem is solved, by the answer to “resolved?”.
SOLVED_SHARE = {"yes": 1.0, "partly": 0.5, "no": 0.0}
# A first response is worth nothing once it takes so many times as long as it should.
LATE = 4
MOST_VOICES = 5


def after_complaint(good: float, unresolved: float, solved: float) -> float:
    """The retention of guests who complained, 0 to 1: s · r_r + (1 − s) · r_u.

    `good` r_r and `unresolved` r_u are retentions, `solved` s is the share of complaints solved
    well; all lie from 0 to 1.
    """
    return solved * good + (1 - solved) * unresolved


def expected_retention(chances: dict[str, float], retentions: dict[str, float]) -> float:
    """The retention of all guests, 0 to 1.

    r = (1 − f) r₀ + f [c (s r_r + (1 − s) r_u) + (1 − c) r_n], with `chances` `failure` f,
    `complain` c, `solved` s and `retentions` `smooth` r₀, `good` r_r, `unresolved` r_u, `silent`
    r_n, all from 0 to 1. A construct of this course, by the rule of total probability.
    """
    failure, complain = chances["failure"], chances["complain"]
    heard = after_complaint(retentions["good"], retentions["unresolved"], chances["solved"])
    failed = complain * heard + (1 - complain) * retentions["silent"]
    return (1 - failure) * retentions["smooth"] + failure * failed


def break_even(good: float, unresolved: float, value: float) -> float:
    """The most that recovery may cost for one complaint before it costs more than it keeps, euros.

    (r_r − r_u) · CLV: retentions from 0 to 1, `value` in euros. It is negative where good recovery
    keeps fewer guests than none.
    """
    return (good - unresolved) * value


def needed_solving(good: float, unresolved: float, silent: float) -> float | None:
    """The share of complaints to be solved well above which inviting complaints pays.

    (r_n − r_u) / (r_r − r_u); it may lie outside 0 to 1. None where good recovery keeps no more
    guests than none (r_r ≤ r_u), so that no share is the border.
    """
    if compare(good, unresolved) <= 0:
        return None
    return (silent - unresolved) / (good - unresolved)


def guest_after(told: bool, resolved: str, again: bool, retentions: dict[str, float]) -> float:
    """The retention to expect of one guest after this recovery, 0 to 1.

    r_n where the hotel was not told, r_r after a solution without a new mistake, r_u after none;
    halfway between the two in all other cases, which is an assumption of this course.
    """
    if not told:
        return retentions["silent"]
    if resolved == "no":
        return retentions["unresolved"]
    if resolved == "yes" and not again:
        return retentions["good"]
    return (retentions["good"] + retentions["unresolved"]) / 2


def justice_points(case: dict[str, Any]) -> list[dict[str, Any]]:
    """Points for each part of justice, as dicts of `justice`, `part`, `points` and `of`.

    The parts of each justice add up to 100 at most. `case` has `resolved` (yes, partly, no),
    `compensation` and `price` (euros, 0 or more), `severity` (1 to 5), `minutes` to the first
    response and those in which it was `due` (above 0), `employees` dealt with (1 or more), `again`
    (whether a new mistake was made) and `done`, a list of ids. A construct of this course.
    """
    done = case["done"]
    fair = FAIR_SHARE * case["severity"] * case["price"]
    paid = 1.0 if compare(fair, 0.0) <= 0 else min(1.0, case["compensation"] / fair)
    late = (case["minutes"] - case["due"]) / ((LATE - 1) * case["due"])
    voices = (case["employees"] - 1) / (MOST_VOICES - 1)
    authority = 0.5 if "handed_on" in done else 0.0
    if "authority" in done:
        authority = 1.0
    shares = [
        ("distributive", "solved", 60, SOLVED_SHARE[case["resolved"]]),
        ("distributive", "compensation", 40, paid),
        ("procedural", "speed", 30, 1 - min(1.0, max(0.0, late))),
        ("procedural", "voices", 15, 1 - min(1.0, voices)),
        ("procedural", "authority", 20, authority),
        ("procedural", "choice", 15, 1.0 if "choice" in done else 0.0),
        ("procedural", "no_repeat", 20, 0.0 if case["again"] else 1.0),
        ("interactional", "apology", 35, 1.0 if "apology" in done else 0.0),
        ("interactional", "explanation", 35, 1.0 if "explanation" in done else 0.0),
        ("interactional", "follow_up", 30, 1.0 if "follow_up" in done else 0.0),
    ]
    return [
        {"justice": justice, "part": part, "points": of * share, "of": of}
        for justice, part, of, share in shares
    ]
