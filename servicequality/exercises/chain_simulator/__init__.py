"""Discussion question 7: how good quality raises employees’ job satisfaction."""

from __future__ import annotations

from typing import Any

from servicequality.core.numbers import compare
from servicequality.declare import Exercise
from servicequality.exercises.chain_simulator.fields import GROUPS
from servicequality.exercises.chain_simulator.texts import TASKS, TEACHING
from servicequality.exercises.chain_simulator.views import VIEWS
from servicequality.model.label_places import label_places
from servicequality.model.payback import added_up, cents, payback
from servicequality.model.profit_chain import (
    GUESTS,
    INTERNAL,
    MONTHS,
    START,
    TRAINING,
    half_way,
    monthly_profit,
    run,
    yearly_turnover,
)
from servicequality.model.staff_support import (
    AUTHORITY_POINTS,
    complaint_points,
    complaints_heard,
    reward_points,
    satisfaction_target,
)
from servicequality.model.turnover import cost_per_point, quoted

# Assumptions of this exercise, shown to the reader as such (euros a month, 100 employees).
STAFF = 100
AUTHORITY_COST = {"ask_first": 0.0, "small_things": 0.0, "within_limits": 500.0}
COST_OF_TRAINING = 6000.0
GOAL = 10.0
NOTABLE = 0.5
CONTENT = 90.0
# Every month while much moves, then each third: drawn smoothly, none is missed.
DRAWN = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 15, 18, 21, 24, 27, 30, 33, 36]
SHOWN = [0, 3, 6, 9, 12, 18, 24, 36]
LEVELS = ["satisfaction", "competence", "quality", "guest_satisfaction"]
LINKS = ["satisfaction", "competence", "quality", "guest_satisfaction", "guests"]


def compute(values: dict[str, Any]) -> dict[str, Any]:
    """36 months after the change, beside 36 months without it, and the price of turnover."""
    price = values["cost_per_point"]
    costs = {
        "internal": price * (values["internal"] - INTERNAL),
        "training": cents(COST_OF_TRAINING * (values["training"] - TRAINING)),
        "authority": AUTHORITY_COST[values["authority"]],
        "reward": float(STAFF * values["reward"]),
        "complaints": 0.0,
    }
    other = costs["training"] + costs["authority"] + costs["reward"]
    authority = AUTHORITY_POINTS[values["authority"]]
    reward = reward_points(values["reward"])

    def burden(guest_satisfaction: float) -> float:
        start = START["guest_satisfaction"]
        loop = values["loop"]
        return complaint_points(
            complaints_heard(values["complaints"], guest_satisfaction, start, loop)
        )

    def target(guest_satisfaction: float) -> float:
        return satisfaction_target(
            values["internal"], authority, reward, burden(guest_satisfaction)
        )

    months = run(values["internal"], values["training"], price, other, target)
    # Without the change nothing moves, so one month stands for all.
    before = monthly_profit(GUESTS, INTERNAL, months[0]["turnover"], price, 0.0)
    points = {
        "internal": values["internal"] - INTERNAL,
        "training": 0.0,
        "authority": authority,
        "reward": reward,
        "complaints": burden(months[-1]["guest_satisfaction"]),
    }
    result = programme(points, costs, target(months[-1]["guest_satisfaction"]))
    result.update(levels(months))
    result.update(staff(months))
    result.update(money(months, before))
    result["direction"] = direction(months, values["loop"])
    result["caution"] = caution(months, values)
    result.update(price_of_turnover(values, result["points_less"]))
    return result


def programme(points: dict[str, float], costs: dict[str, float], target: float) -> dict[str, Any]:
    """What each part of the programme adds to satisfaction, and what it costs more a month."""
    parts = []
    extra = 0.0
    for part in ["internal", "training", "authority", "reward", "complaints"]:
        parts.append({"part": part, "points": points[part], "cost": costs[part]})
        extra = extra + costs[part]
    parts.append({"part": "together", "points": target - INTERNAL, "cost": extra})
    return {"parts": parts, "extra": extra}


def levels(months: list[dict[str, Any]]) -> dict[str, Any]:
    """The four levels over the months for the chart, and how long each link takes."""
    rows = []
    for month in DRAWN:
        row: dict[str, Any] = {"month": month}
        for level in LEVELS:
            row[level] = months[month][level]
        rows.append(row)
    ends = label_places([months[-1][level] for level in LEVELS], 7.0, 3.0, 97.0)
    for position in range(len(LEVELS)):
        rows[-1][LEVELS[position] + "_label"] = ends[position]
    links = []
    halves: dict[str, int] = {}
    for link in LINKS:
        series = [month[link] for month in months]
        if compare(abs(series[-1] - series[0]), NOTABLE) < 0:
            continue
        halves[link] = half_way(series)
        links.append({"link": link, "start": series[0], "end": series[-1], "half": halves[link]})
    all_move = len(links) == len(LINKS)
    return {
        "levels": rows,
        "links": links,
        "delay": "some" if all_move else "none",
        "half_staff": halves.get("satisfaction", 0),
        "half_guests": halves.get("guests", 0),
        "last_satisfaction": months[-1]["satisfaction"],
        "last_competence": months[-1]["competence"],
        "last_quality": months[-1]["quality"],
        "last_guest_satisfaction": months[-1]["guest_satisfaction"],
    }


def staff(months: list[dict[str, Any]]) -> dict[str, Any]:
    """Yearly turnover at the start and after 36 months, against the goal of 10 points less."""
    first = yearly_turnover(months[0]["turnover"])
    last = yearly_turnover(months[-1]["turnover"])
    less = first - last
    if compare(abs(less), 0.05) < 0:
        state = "same"
    elif less < 0:
        state = "rises"
    elif compare(less, GOAL) >= 0:
        state = "reached"
    else:
        state = "short"
    return {
        "turnover": state,
        "first_turnover": first,
        "last_turnover": last,
        "points_less": less,
        "points_moved": abs(less),
    }


def money(months: list[dict[str, Any]], before: float) -> dict[str, Any]:
    """Profit beside profit without the change: when it passes, when the money is back."""
    profit = [month["profit"] for month in months]
    without = [before for _ in months]
    result = payback(profit, without)
    result["old_profit"] = before
    result.update(money_rows(months, profit, without))
    return result


def money_rows(
    months: list[dict[str, Any]], profit: list[float], without: list[float]
) -> dict[str, Any]:
    """The rows of the money chart, in thousand euros, and of its table."""
    so_far = added_up(profit, without)
    lines = []
    table = []
    for month in range(MONTHS + 1):
        if month in DRAWN:
            lines.append(
                {"month": month, "profit": profit[month] / 1000, "before": without[month] / 1000}
            )
        if month in SHOWN:
            table.append(
                {
                    "month": str(month),
                    "guests": months[month]["guests"],
                    "profit": profit[month],
                    "so_far": so_far[month],
                }
            )
    low = min(0.0, min(profit), min(without)) / 1000
    high = max(0.0, max(profit), max(without)) / 1000
    ends = [lines[-1]["profit"], lines[-1]["before"]]
    places = label_places(ends, 0.08 * (high - low), low, high)
    lines[-1]["profit_label"], lines[-1]["before_label"] = places[0], places[1]
    return {"money": lines, "money_table": table, "last_profit": profit[-1] / 1000}


def direction(months: list[dict[str, Any]], loop: bool) -> str:
    """Whether staff and guests are better off after 36 months, and whether the loop was closed."""
    signs = []
    for level in ["satisfaction", "guest_satisfaction"]:
        moved = months[-1][level] - months[0][level]
        signs.append(0 if compare(abs(moved), NOTABLE) < 0 else compare(moved, 0.0))
    if signs[0] == 0 and signs[1] == 0:
        way = "still"
    elif signs[0] > 0 and signs[1] > 0:
        way = "up"
    elif signs[0] < 0 and signs[1] < 0:
        way = "down"
    else:
        way = "mixed"
    return way + ("_closed" if loop else "_open")


def caution(months: list[dict[str, Any]], values: dict[str, Any]) -> str:
    """What to be careful about at these settings; the first that holds."""
    satisfaction = months[-1]["satisfaction"]
    if compare(values["internal"], INTERNAL) > 0 and compare(satisfaction, INTERNAL) <= 0:
        return "squeezed"
    if compare(satisfaction, CONTENT) >= 0:
        return "maximal"
    if compare(values["training"], TRAINING) < 0 and compare(satisfaction, INTERNAL) > 0:
        return "untrained"
    return "plain"


def price_of_turnover(values: dict[str, Any], points_less: float) -> dict[str, Any]:
    """What a change in yearly turnover costs by the published line, if it says anything."""
    change = values["turnover_change"]
    price = cost_per_point(values["adr"])
    if price is None:
        return {"line": "below", "adr": values["adr"], "linked": "none", "source": "below"}
    own = "none"
    if compare(abs(points_less), 0.05) >= 0:
        own = "less" if points_less > 0 else "more"
    return {
        "line": ["less", "none", "more"][(change > 0) - (change < 0) + 1],
        "adr": values["adr"],
        "point_price": price,
        "change": abs(change),
        "dollars": price * abs(change),
        "linked": own,
        "own_dollars": price * abs(points_less),
        "source": "inside" if quoted(values["adr"]) else "outside",
    }


EXERCISE = Exercise(
    id="chain-simulator",
    title="Chain simulator",
    question="How does good service quality raise employees’ job satisfaction?",
    teaches=("Q7",),
    minutes=30,
    in_steps=True,
    tasks=TASKS,
    groups=GROUPS,
    compute=compute,
    views=VIEWS,
    announce="payback",
    teaching=TEACHING,
)
