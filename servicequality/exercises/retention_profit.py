"""Five points of retention: what they do to profit, and when they do that much."""

from __future__ import annotations

from typing import Any

from servicequality.charts.rise_curve import rise_curve
from servicequality.content import load
from servicequality.core.numbers import compare
from servicequality.declare import (
    Chart,
    Exercise,
    Figure,
    Group,
    LongText,
    Number,
    Sentence,
    Slider,
    Task,
    Value,
)
from servicequality.model.lifetime_value import expected_lifetime, lifetime_value
from servicequality.model.retention_profit import (
    profit_rise,
    programme_limit,
    value_with_programme,
)

REPORTED = {row["case_id"]: row for row in load("published/retention_and_profit")}
# The chart shows no more than this, in percent.
LOWEST_SHOWN, HIGHEST_SHOWN = -50.0, 150.0


def rise(values: dict[str, Any], retention: float) -> float:
    """By what share profit rises, at the reader's assumptions and a starting retention."""
    margin, discount = float(values["margin"]), values["discount"] / 100
    before = lifetime_value(margin, retention, discount, now=True)
    points = values["points"] / 100
    after = value_with_programme(margin, retention, discount, points, values["cost"])
    return profit_rise(after / before - 1, values["fixed"] / 100)


def compute(values: dict[str, Any], data: dict[str, Any]) -> dict[str, Any]:
    """The rise of profit in percent, the value of a guest before and after, the break-even cost."""
    margin, discount = float(values["margin"]), values["discount"] / 100
    retention, points = values["retention"] / 100, values["points"] / 100
    own = 100 * rise(values, retention)
    rows: list[dict[str, Any]] = []
    for percent in range(40, 91, 2):
        height = 100 * rise(values, percent / 100)
        if compare(height, HIGHEST_SHOWN) <= 0 and compare(height, LOWEST_SHOWN) >= 0:
            rows.append(
                {"mark": "line", "name": "none", "retention": float(percent), "rise": height}
            )
    if compare(own, HIGHEST_SHOWN) <= 0 and compare(own, LOWEST_SHOWN) >= 0:
        rows.append(
            {"mark": "own", "name": "none", "retention": float(values["retention"]), "rise": own}
        )
    for case in ["bank", "insurance", "auto_service", "credit_card"]:
        rows.append(
            {"mark": "reported", "name": case, "retention": 40.0, "rise": data["rises"][case]}
        )
    lowest, highest = data["rises"]["auto_service"], data["rises"]["credit_card"]
    if values["points"] != 5:
        range_told = "other_points"
    elif compare(own, lowest) < 0:
        range_told = "below"
    elif compare(own, highest) > 0:
        range_told = "above"
    else:
        range_told = "inside"
    return {
        "curve": rows,
        "rise": own,
        "size": abs(own),
        "verdict": ["falls", "same", "rises"][compare(own * 1e-3, 0.0) + 1],
        "before": lifetime_value(margin, retention, discount, now=True),
        "after": value_with_programme(margin, retention, discount, points, values["cost"]),
        "limit": programme_limit(margin, retention, discount, points),
        "stay": expected_lifetime(retention),
        "stay_after": expected_lifetime(retention + points),
        "points": values["points"],
        "range": range_told,
        "state": "shown",
    }


ONE, TWO, WHOLE = Number(decimals=1), Number(decimals=2), Number()

EXERCISE = Exercise(
    id="retention-profit",
    title="Five points of retention",
    question="A slide says: “Keep five percent more of your customers, and profit nearly doubles.” "
    "When is that so? Start with the spa couples of Hotel Yasen.",
    teaches=("B1",),
    minutes=10,
    done_with=("conclusion_retention",),
    tasks=(
        Task(
            "Set fixed cost to 0 and leave the five points. Compare a retention of 60%, 80% and "
            "90%. What moves the result?",
            "Profit rises by 11%, 20% and 33%. The same five points are worth more where guests "
            "stay long already, because each of the many years to come gets a little surer.",
        ),
        Task(
            "Go back to a retention of 70%. Set fixed cost to 0, then to 60, then to 80. Nothing "
            "about the guests has changed. What has?",
            "Profit rises by 14%, 36% and 71%. The euros are the same each time. Where fixed cost "
            "takes most of them, little profit was there before, and the same euros are a large "
            "share of it.",
        ),
        Task(
            "Put fixed cost back to 60, and let the programme cost 10 euros, then 22.5, for each "
            "guest and year. When does it stop paying?",
            "With 10 euros profit still rises by 20%. At 22.5 euros nothing is left. The five "
            "points are worth that much and not more: the larger value of a guest pays for the "
            "programme, or for nothing.",
        ),
    ),
    groups=(
        Group(
            "The guests",
            (
                Slider(
                    "retention",
                    "Retention before",
                    40,
                    90,
                    1,
                    70,
                    "% a year",
                    "How many of 100 guests come again next year.",
                    whole=True,
                ),
                Slider("points", "Points of retention gained", 0, 9, 1, 5, whole=True),
                Slider("margin", "Margin of a guest", 50, 400, 10, 180, "€ a year", whole=True),
            ),
            text="Synthetic: 180 euros a year and 70% are the spa couples who book directly.",
        ),
        Group(
            "The money",
            (
                Slider(
                    "cost",
                    "Cost of the programme for each guest",
                    0,
                    60,
                    0.5,
                    0,
                    "€ a year",
                    "At 0, the five points cost nothing, as in many slides.",
                ),
                Slider(
                    "fixed",
                    "Fixed cost, of 100 euros that guests are worth",
                    0,
                    90,
                    5,
                    60,
                    "€",
                    "Rent, heating, most wages: it does not rise with the guests who stay. The "
                    "rest was profit.",
                    whole=True,
                ),
                Slider(
                    "discount",
                    "Discount rate",
                    0,
                    20,
                    1,
                    10,
                    "% a year",
                    "How much less money counts that comes a year later.",
                    whole=True,
                ),
            ),
        ),
        Group(
            "Your conclusion",
            (
                LongText(
                    "conclusion_retention",
                    "What would you ask before you use such a percentage for Hotel Yasen?",
                    help="For your own notes. Nobody grades this.",
                ),
            ),
        ),
    ),
    compute=compute,
    data={"rises": {case: float(row["profit_rise"]) for case, row in REPORTED.items()}},
    views=(
        Figure("rise", "rise", "Change in profit", Number(decimals=0, signed=True), "%"),
        Sentence(
            "verdict",
            "verdict",
            {
                "rises": "{points} points more of retention raise profit by {size}%.",
                "same": "{points} points more of retention leave profit as it is.",
                "falls": "{points} points more of retention cost more than they bring: profit "
                "falls by {size}%.",
            },
            {"points": Value("points"), "size": Value("size", WHOLE)},
        ),
        Sentence(
            "value",
            "state",
            {
                "shown": "A guest stays {stay} years on average before, {stay_after} after, and is "
                "worth {before} and {after} euros. The points may cost up to {limit} euros for "
                "each guest and year.",
            },
            {
                "stay": Value("stay", ONE),
                "stay_after": Value("stay_after", ONE),
                "before": Value("before", WHOLE),
                "after": Value("after", WHOLE),
                "limit": Value("limit", TWO),
            },
        ),
        Sentence(
            "range",
            "range",
            {
                "below": "For five points, four cases with a rise of 30–125% were reported. Your "
                "result lies below them.",
                "inside": "For five points, four cases with a rise of 30–125% were reported. Your "
                "result lies among them. That shows what it takes, not that it will happen.",
                "above": "For five points, four cases with a rise of 30–125% were reported. Your "
                "result lies above them. Look at your assumptions.",
                "other_points": "The reported cases are for five points; yours cannot be set "
                "beside them.",
            },
        ),
        Chart(
            "rise_chart",
            "curve",
            "The same points, from every start",
            rise_curve,
            "The line shows how much profit changes, by the retention before; at yours it is "
            "{rise}%. Dashed lines stand at the reported 30%, 50%, 85% and 125%.",
            values={"rise": Value("rise", Number(decimals=0, signed=True))},
            words={
                "name": {
                    "none": "",
                    "credit_card": "credit cards: 125",
                    "bank": "bank branches: 85",
                    "insurance": "insurance brokerage: 50",
                    "auto_service": "car services: 30",
                }
            },
            texts={"retention": "Retention before, % a year", "axis": "Change in profit, %"},
        ),
    ),
    announce="verdict",
)
