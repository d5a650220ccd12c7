"""What the portfolio builder works out. Money is in thousand euros, except for one guest's."""

from __future__ import annotations

from typing import Any

from servicequality.core.numbers import compare, total
from servicequality.core.teaching import count_words
from servicequality.model.lifetime_value import (
    break_even_retention,
    customer_equity,
    expected_lifetime,
    lifetime_value,
    multiple,
    relative_rise,
)
from servicequality.model.portfolio import (
    added_up,
    best_allocation,
    earned_and_lost,
    judge_plan,
    kind_of,
    moved_retention,
    next_best,
    shape_of_whale,
    whale_curve,
    whale_order,
    worth_by_steps,
    yearly_profit,
)

# Assumptions of this exercise, shown to the reader as such. Money in thousand euros.
STEP = 5
MOST_MONEY = 50
HALVING = 20.0  # euros a guest
NEARLY = 0.5
FIVE, TEN = 0.05, 0.1  # points of retention


def compute(values: dict[str, Any]) -> dict[str, Any]:
    """What guests of each segment are worth, and what loyalty money brings, against the best."""
    segments = [segment_of(row, place) for place, row in enumerate(values["segments"])]
    terms = {
        "discount": values["discount"] / 100,
        "now": values["convention"] == "now",
        "lift": values["lift"] / 100,
    }
    result: dict[str, Any] = {
        "convention": values["convention"],
        "discount": values["discount"],
        "example": multiple(0.8, terms["discount"], terms["now"]),
    }
    result.update(whale(segments))
    result.update(kinds(segments, values["profit_cut"], values["lifetime_cut"]))
    result.update(worth(segments, terms))
    result.update(five_points(segments, terms))
    result.update(plan(segments, values["budget"], terms))
    result.update(warning(segments, terms))
    result.update(sensitivity(segments, terms))
    return result


def segment_of(row: dict[str, Any], place: int) -> dict[str, Any]:
    """A row of the table as a segment: a name, shares for percentages, one guest's profit."""
    return {
        "name": row["name"] if count_words(row["name"]) > 0 else "(" + str(place + 1) + ")",
        "guests": row["guests"],
        "profit": yearly_profit(row["margin"], row["stays"], row["cost"]),
        "retention": row["retention"] / 100,
        "acquisition": row["acquisition"],
        "money": row["money"],
    }


def column(segments: list[dict[str, Any]], key: str) -> list[Any]:
    """One entry of all segments."""
    return [segment[key] for segment in segments]


def value_of(segment: dict[str, Any], terms: dict[str, Any]) -> float:
    """The lifetime value of a guest whom the hotel has."""
    return lifetime_value(segment["profit"], segment["retention"], terms["discount"], terms["now"])


def whale(segments: list[dict[str, Any]]) -> dict[str, Any]:
    """The whale curve of a year's profit, and how much of its peak is left at the end."""
    guests, profits = column(segments, "guests"), column(segments, "profit")
    if max(guests) == 0:
        return {"whale": "nobody", "curve": [], "ranking": []}
    order = whale_order(profits)
    points = whale_curve(guests, profits)
    curve = [{"place": 0, "guests": 0.0, "profit": 0.0}]
    ranking = []
    for place in range(len(order)):
        segment = segments[order[place]]
        share, so_far = points[place]
        curve.append({"place": place + 1, "guests": 100 * share, "profit": so_far / 1000})
        ranking.append(
            {
                "name": segment["name"],
                "place": place + 1,
                "profit": segment["profit"],
                "segment_profit": segment["guests"] * segment["profit"] / 1000,
            }
        )
    earned, lost = earned_and_lost(guests, profits)
    state = shape_of_whale(earned, lost)
    return {
        "whale": state,
        "curve": curve,
        "ranking": ranking,
        "earned": earned / 1000,
        "lost": lost / 1000,
        "profit": (earned - lost) / 1000,
        "peak_share": 100 * earned / (earned - lost) if state == "whale" else 100.0,
    }


def kinds(segments: list[dict[str, Any]], profit_cut: float, lifetime_cut: float) -> dict[str, Any]:
    """Each segment's kind: yearly profit and expected lifetime against the two cuts."""
    retention_cut = 100 * (1 - 1 / lifetime_cut)
    rows: list[dict[str, Any]] = []
    dots: list[dict[str, Any]] = []
    for position in whale_order(column(segments, "profit")):
        segment = segments[position]
        lifetime = expected_lifetime(segment["retention"])
        kind = kind_of(segment["profit"], lifetime, profit_cut, lifetime_cut)
        rows.append({"name": segment["name"], "lifetime": lifetime, "kind": kind})
        dots.append(
            {
                "place": len(rows),
                "retention": 100 * segment["retention"],
                "profit": segment["profit"],
                "profit_cut": profit_cut,
                "retention_cut": retention_cut,
            }
        )
    return {
        "kinds": rows,
        "dots": dots,
        "profit_cut": profit_cut,
        "lifetime_cut": lifetime_cut,
        "retention_cut": retention_cut,
    }


def worth(segments: list[dict[str, Any]], terms: dict[str, Any]) -> dict[str, Any]:
    """Lifetime value by guest and segment, customer equity, and who is won at a loss.

    Customer equity counts guests whom the hotel has: what it cost to win them is spent.
    """
    rows = []
    values = []
    worst, lowest = -1, 0.0
    for position in range(len(segments)):
        segment = segments[position]
        value = value_of(segment, terms)
        new_value = value - segment["acquisition"]
        values.append(value)
        rows.append(
            {
                "name": segment["name"],
                "profit": segment["profit"],
                "value": value,
                "new_value": new_value,
                "segment_value": segment["guests"] * value / 1000,
            }
        )
        if compare(new_value, lowest) < 0:
            worst, lowest = position, new_value
    result: dict[str, Any] = {
        "values": rows,
        "equity": customer_equity(column(segments, "guests"), values) / 1000,
        "newcomer": "all_pay",
    }
    if worst >= 0:
        segment = segments[worst]
        needed = break_even_retention(
            segment["profit"], segment["acquisition"], terms["discount"], terms["now"]
        )
        result["newcomer"] = "never" if needed is None else "needs"
        result["newcomer_name"] = segment["name"]
        result["newcomer_loss"] = -lowest
        result["newcomer_needed"] = 0.0 if needed is None else 100 * needed
    return result


def five_points(segments: list[dict[str, Any]], terms: dict[str, Any]) -> dict[str, Any]:
    """Where five points more retention raise a guest's lifetime value least, and where most."""
    rises = []
    for position in range(len(segments)):
        profit, retention = segments[position]["profit"], segments[position]["retention"]
        rise = relative_rise(profit, retention, terms["discount"], FIVE, terms["now"])
        if rise is not None:
            rises.append((100 * rise, position))
    if not rises:
        return {"five_points": "none"}
    (low, least), (high, most) = min(rises), max(rises)
    return {
        "five_points": "same" if compare(low, high) == 0 else "range",
        "five_low": low,
        "five_low_name": segments[least]["name"],
        "five_high": high,
        "five_high_name": segments[most]["name"],
    }


def brings(segment: dict[str, Any], terms: dict[str, Any]) -> list[float]:
    """What 0, 1, 2 … steps of loyalty money bring in a segment."""
    guests, profit, retention = segment["guests"], segment["profit"], segment["retention"]
    amounts = [1000 * money for money in range(0, MOST_MONEY + STEP, STEP)]
    found = worth_by_steps(
        guests, profit, retention, terms["discount"], terms["lift"], HALVING, amounts
    )
    return [euros / 1000 for euros in found]


def plan(segments: list[dict[str, Any]], budget: int, terms: dict[str, Any]) -> dict[str, Any]:
    """The student's plan beside the best use of the same money, and where the next step belongs."""
    steps = [segment["money"] // STEP for segment in segments]
    spent = STEP * added_up(steps)
    tables = [brings(segment, terms) for segment in segments]
    limit = spent if 0 < spent <= budget else budget
    best = best_allocation(tables, STEP, limit // STEP)
    best_spent = STEP * added_up(best)
    rows = []
    for position in range(len(segments)):
        segment = segments[position]
        rows.append(
            {
                "name": segment["name"],
                "money": segment["money"],
                "brings": tables[position][steps[position]],
                "best": STEP * best[position],
                "best_brings": tables[position][best[position]],
            }
        )
    brought = total(column(rows, "brings"))
    net, best_net = brought - spent, total(column(rows, "best_brings")) - best_spent
    found, most = next_best(tables, steps)
    following = "none"
    if found >= 0 and spent + STEP <= budget:
        following = "pays" if compare(most, STEP) > 0 else "stop"
    return {
        "plan": judge_plan(spent, budget, net, best_spent, best_net, NEARLY),
        "plan_rows": rows,
        "budget": budget,
        "spent": spent,
        "brought": brought,
        "net": net,
        "best_spent": best_spent,
        "best_net": best_net,
        "next": following,
        "next_name": segments[max(0, found)]["name"],
        "next_brings": most,
    }


def warning(segments: list[dict[str, Any]], terms: dict[str, Any]) -> dict[str, Any]:
    """Where loyalty money does harm or nothing: on guests who lose money, or on none at all."""
    paid = [segment for segment in segments if segment["money"] > 0]
    losers = [segment for segment in paid if compare(segment["profit"], 0.0) < 0]
    ghosts = [segment for segment in paid if segment["guests"] == 0]
    found: dict[str, Any] = {"loser_state": "none", "ghost_state": "none"}
    if losers:
        worst = losers[whale_order(column(losers, "profit"))[-1]]
        found["loser_state"] = "one" if len(losers) == 1 else "several"
        found["losers"] = len(losers)
        found["loser"] = worst["name"]
        found["loser_money"] = worst["money"]
        found["loser_loss"] = -worst["profit"]
        found["loser_value"] = value_of(worst, terms)
    if ghosts:
        found["ghost_state"] = "some"
        found["ghost"] = ghosts[0]["name"]
    return found


def sensitivity(segments: list[dict[str, Any]], terms: dict[str, Any]) -> dict[str, Any]:
    """Lifetime value, customer equity and the plan's gain if retention is ten points off."""
    rows: list[dict[str, Any]] = [{"name": segment["name"]} for segment in segments]
    result: dict[str, Any] = {"retention_rows": rows}
    for key, points in (("low", -TEN), ("same", 0.0), ("high", TEN)):
        values, gains = [], []
        for position in range(len(segments)):
            segment = dict(segments[position])
            segment["retention"] = moved_retention(segment["retention"], points)
            value = value_of(segment, terms)
            rows[position][key] = value
            values.append(value)
            money = segment["money"]
            gains.append(brings(segment, terms)[money // STEP] - money)
        result[key + "_equity"] = customer_equity(column(segments, "guests"), values) / 1000
        result[key + "_net"] = total(gains)
    return result
