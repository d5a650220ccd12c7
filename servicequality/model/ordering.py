"""How far an order keeps a set of rules of the form “this before that”.

Where a plan may be right in several orders, there is no one order to compare it with. So only
those pairs count that a rule puts in order. The score is Kendall's tau-a on these pairs:

    τ = (kept − reversed) / all rules

A pair at the same time counts as neither. If the rules put every pair of things in order, this is
Kendall's tau-a between that order and the plan.
"""

from __future__ import annotations

from servicequality.core.numbers import compare


def sides(times: list[float], rules: list[list[int]]) -> list[int]:
    """For each rule 1 where it is kept, −1 where it is reversed, 0 where both are at one time.

    `times` say when each thing happens; a rule is a pair of positions in `times`, the first of
    which should come before the second.
    """
    found = []
    for rule in rules:
        found.append(compare(times[rule[1]], times[rule[0]]))
    return found


def order_score(times: list[float], rules: list[list[int]]) -> float:
    """The score of an order, from −1 (every rule reversed) to 1 (every rule kept).

    `times` and `rules` are as in `sides`. Raises ValueError where there is no rule.
    """
    if len(rules) == 0:
        raise ValueError("order_score() needs at least one rule")
    balance = 0
    for side in sides(times, rules):
        balance = balance + side
    return balance / len(rules)
