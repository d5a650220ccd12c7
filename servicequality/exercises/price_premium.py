"""A price premium for quality: how much may quality cost for each occupied room?"""

from __future__ import annotations

from typing import Any

from servicequality.charts.effect_bars import effect_bars
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
from servicequality.model.price_premium import (
    HIGHEST_PREMIUM,
    LOWEST_PREMIUM,
    break_even_cost,
    break_even_volume,
    contribution,
)

ROOMS = 84
NIGHTS = ROOMS * 365


def compute(values: dict[str, Any]) -> dict[str, Any]:
    """What premium, cost and occupancy do to profit in a year, and where they break even."""
    price, variable = float(values["price"]), float(values["variable"])
    uplift, cost = values["uplift"] / 100, values["cost"]
    before = NIGHTS * values["occupancy"] / 100
    occupancy = values["occupancy"] + values["change"]
    after = NIGHTS * occupancy / 100
    effects = [
        {"effect": "premium", "amount": uplift * price * after / 1000},
        {"effect": "cost", "amount": -cost * after / 1000},
        {"effect": "occupancy", "amount": (price - variable) * (after - before) / 1000},
    ]
    new = contribution(price * (1 + uplift), variable + cost, after)
    gain = new - contribution(price, variable, before)
    effects.append({"effect": "together", "amount": gain / 1000})
    limit = break_even_cost(price, uplift, variable, before, after)
    volume = break_even_volume(price, uplift, variable, cost, before)
    needed = 0.0 if volume is None else 100 * volume / NIGHTS
    if volume is None or compare(needed, 100.0) > 0:
        state = "never"
    else:
        state = ["need_more", "same", "may_lose"][compare(values["occupancy"], needed) + 1]
    if compare(uplift, 0.0) == 0:
        place = "no_premium"
    elif compare(uplift, LOWEST_PREMIUM) < 0:
        place = "below"
    elif compare(uplift, HIGHEST_PREMIUM) > 0:
        place = "above"
    else:
        place = "inside"
    profit = values["margin"] / 100 * price * before
    # Nearer to nothing than a euro is no change.
    sign = compare(gain * 1e-9, 0.0)
    return {
        "effects": effects,
        "limit": limit,
        "cost": cost,
        "gain": abs(gain) / 1000,
        "relative": abs(100 * gain / profit),
        "verdict": ["loses", "even", "gains"][sign + 1],
        "needed": needed,
        "turn": state,
        "occupancy": values["occupancy"],
        "place": place,
        "uplift": values["uplift"],
    }


ONE, TWO, WHOLE = Number(decimals=1), Number(decimals=2), Number()

EXERCISE = Exercise(
    id="price-premium",
    title="What may quality cost?",
    question="A better hotel can ask for a higher price. But better service costs money in every "
    "occupied room, every night. How much may it cost before it does not pay?",
    teaches=("B2", "B2a", "N1"),
    minutes=8,
    done_with=("conclusion_premium",),
    tasks=(
        Task(
            "Leave the occupancy as it is. Raise the cost of quality until nothing is gained. At "
            "which sum does that happen, and why there?",
            "At 5.5 euros. If the number of rooms sold stays the same, the premium brings 5.5% of "
            "100 euros for each of them, and that is all there is to spend. It is 5.50 euros "
            "before commission and tax: a booking site that takes 15%, for example, leaves 4.68.",
        ),
        Task(
            "Set the cost back to 4 euros. Now let occupancy fall by 1 point, then by 2. What "
            "does each point cost?",
            "With one point less, the gain shrinks from about 28,500 to about 6,600 euros. With "
            "two points less, it turns into a loss of about 15,300 euros. The gain is gone at "
            "60.7%, that is 1.3 points less. This is about two of every hundred rooms sold today.",
        ),
        Task(
            "Keep occupancy as it is and set the cost to 0. By how much does profit rise if the "
            "margin is 10%? And if it is 20%? Why is the second figure smaller?",
            "By 55% and by 27.5%. The sum is the same, about 104,600 euros. A thin profit grows by "
            "a larger share of itself, so such percentages say little about the sum.",
        ),
    ),
    groups=(
        Group(
            "The premium and its cost",
            (
                Slider(
                    "uplift",
                    "Price premium for better quality",
                    0,
                    10,
                    0.5,
                    5.5,
                    "%",
                    "Published: 5–6% between the top and the bottom third.",
                ),
                Slider(
                    "cost",
                    "Cost of better quality",
                    0,
                    15,
                    0.5,
                    4,
                    "€",
                    "For each occupied room and night: staff, training, linen, checks.",
                ),
                Slider(
                    "change",
                    "Change in occupancy",
                    -10,
                    10,
                    0.5,
                    0,
                    "points",
                    "Some guests come because of the quality, some stay away because of the price.",
                ),
            ),
        ),
        Group(
            "The hotel today",
            (
                Slider("price", "Average price of a room", 60, 200, 5, 100, "€", whole=True),
                Slider("occupancy", "Occupancy", 40, 90, 1, 62, "%", whole=True),
                Slider(
                    "variable",
                    "Variable cost of an occupied room",
                    10,
                    50,
                    1,
                    30,
                    "€",
                    "Laundry, cleaning, breakfast, today’s commission: only what an empty room "
                    "saves.",
                    whole=True,
                ),
                Slider(
                    "margin",
                    "Operating profit, as a share of room sales",
                    5,
                    30,
                    1,
                    10,
                    "%",
                    whole=True,
                ),
            ),
            text="Hotel Yasen has 84 rooms. The other figures are synthetic.",
        ),
        Group(
            "Your conclusion",
            (
                LongText(
                    "conclusion_premium",
                    "Viktor wants to put all prices up by 5.5% next season. What do you tell him?",
                    help="For your own notes. Nobody grades this.",
                ),
            ),
        ),
    ),
    compute=compute,
    views=(
        Figure(
            "limit",
            "limit",
            "Quality may cost, for each occupied room",
            TWO,
            "€",
            "At this cost, profit stays as it is. Below zero, the premium does not even make up "
            "for the guests who stay away.",
        ),
        Sentence(
            "verdict",
            "verdict",
            {
                "gains": "At {cost} euros, profit rises by {gain} thousand euros a year, or "
                "{relative}%.",
                "even": "At {cost} euros, nothing is gained and nothing is lost.",
                "loses": "At {cost} euros, profit falls by {gain} thousand euros a year, or "
                "{relative}%.",
            },
            {
                "cost": Value("cost", TWO),
                "gain": Value("gain", ONE),
                "relative": Value("relative", ONE),
            },
        ),
        Sentence(
            "turn",
            "turn",
            {
                "may_lose": "Occupancy may fall from {occupancy}% to {needed}% before the gain is "
                "gone.",
                "same": "Occupancy must stay at {occupancy}%.",
                "need_more": "Occupancy must rise from {occupancy}% to {needed}% to make up for "
                "the cost.",
                "never": "No occupancy is high enough to make up for the cost.",
            },
            {"occupancy": Value("occupancy", ONE), "needed": Value("needed", ONE)},
        ),
        Sentence(
            "place",
            "place",
            {
                "no_premium": "There is no premium. All that better quality costs must come from "
                "more guests or fewer errors.",
                "below": "Your premium of {uplift}% is below the 5–6% that PIMS found between the "
                "top and the bottom third.",
                "inside": "Your premium of {uplift}% lies in the 5–6% that PIMS found between the "
                "top and the bottom third. It is an average over many industries, not a forecast "
                "for one hotel.",
                "above": "Your premium of {uplift}% is above the 5–6% that PIMS found between the "
                "top and the bottom third. What makes you sure that guests will pay it?",
            },
            {"uplift": Value("uplift", ONE)},
        ),
        Chart(
            "effect_chart",
            "effects",
            "What changes in a year",
            effect_bars,
            "Bars for the premium, the cost of quality and the occupancy, and for all three "
            "together. Quality may cost {limit} euros for each occupied room.",
            values={"limit": Value("limit", TWO)},
            words={
                "effect": {
                    "premium": "Price premium",
                    "cost": "Cost of quality",
                    "occupancy": "Occupancy",
                    "together": "Together",
                }
            },
            texts={"axis": "Thousand euros a year"},
        ),
    ),
    announce="verdict",
)
