"""The free-transfer test: is the ride needed, does it matter that it is free, does it pay?"""

from __future__ import annotations

from typing import Any

from servicequality.charts.fare_line import fare_line
from servicequality.content import load
from servicequality.core.numbers import compare, total
from servicequality.declare import (
    Chart,
    Choice,
    Column,
    Exercise,
    Figure,
    Group,
    LongText,
    Number,
    Sentence,
    Slider,
    Table,
    Task,
    Value,
)
from servicequality.exercises.portfolio_builder.segments import START
from servicequality.model.free_service import (
    benefit,
    best_price,
    delivered_value,
    kept_guests,
    users,
)
from servicequality.model.lifetime_value import lifetime_value
from servicequality.model.portfolio import yearly_profit

HIGHEST_FARE = 15
DISCOUNT = 0.10


def benefits(groups: list[dict[str, Any]], values: dict[str, Any]) -> list[float]:
    """What the ride brings at fares from 0 to 15 euros, in euros for each 100 riders."""
    horizon, believed = values["horizon"], values["believed"] / 10
    everyone = total([float(len(group["worths"])) for group in groups])
    found = []
    for fare in range(HIGHEST_FARE + 1):
        parts = []
        for group in groups:
            worths, deciders = group["worths"], group["deciders"]
            parts.append(benefit(worths, deciders, fare, values["cost"], group[horizon], believed))
        found.append(100 * total(parts) / everyone)
    return found


def option(
    name: str, groups: list[dict[str, Any]], fare: int, cost: float, result: float
) -> dict[str, Any]:
    """A row of the table: riders, their value and the fares, for each 100 riders of today."""
    everyone = total([float(len(group["worths"])) for group in groups])
    riding = total([float(users(group["worths"], fare)) for group in groups])
    left = total([delivered_value(group["worths"], fare) for group in groups])
    paid = 100 * riding * (fare - cost) / everyone + 0.0
    return {
        "option": name,
        "fare": float(fare),
        "riders": 100 * riding / everyone,
        "left": left / everyone,
        "paid": paid,
        "result": result,
    }


def compute(values: dict[str, Any], data: dict[str, Any]) -> dict[str, Any]:
    """What the ride brings at every fare, what it leaves to guests, and who decides about it."""
    chosen = values["segment"]
    groups = []
    for group in data["groups"]:
        if chosen == "all" or group["segment"] == chosen:
            groups.append(group)
    fare, cost = values["fare"], values["cost"]
    results = benefits(groups, values)
    best = best_price(results)
    rows: list[dict[str, Any]] = []
    for price in range(HIGHEST_FARE + 1):
        rows.append(
            {"mark": "line", "fare": float(price), "benefit": results[price], "name": "none"}
        )
    names = {"best": "both", "own": "none"} if fare == best else {"best": "best", "own": "own"}
    for mark, price in [["best", best], ["own", fare]]:
        rows.append(
            {"mark": mark, "fare": float(price), "benefit": results[price], "name": names[mark]}
        )
    verdict = "free" if best == 0 else "fare"
    if compare(results[best], 0.0) <= 0:
        verdict = "none"
    worth = total([delivered_value(group["worths"], 0) for group in groups])
    riders, by_ride, by_free = 0, 0, 0
    for group in groups:
        worths, deciders = group["worths"], group["deciders"]
        riders = riders + len(worths)
        # At 0 euros all come whom the ride or the free price decides; at 1 all whom it is worth it.
        at_free = kept_guests(worths, deciders, 0)
        needing = 0
        for decides in deciders:
            if decides == "ride":
                needing = needing + 1
        by_ride = by_ride + needing
        by_free = by_free + at_free - needing
    options = [
        option("free", groups, 0, cost, results[0]),
        option("own", groups, fare, cost, results[fare]),
        option("best", groups, best, cost, results[best]),
    ]
    return {
        "line": rows,
        "options": options,
        "result": results[fare],
        "left": options[1]["left"],
        "fare": fare,
        "best": best,
        "best_result": results[best],
        "free_result": results[0],
        "apart": results[best] - results[0],
        "verdict": verdict,
        "worth": worth / riders,
        "cost": cost,
        "gift": ["below", "same", "above"][compare(worth / riders, cost) + 1],
        "riders": riders,
        "by_ride": by_ride,
        "by_free": by_free,
        "decides": "some" if by_free > 0 else "nobody",
    }


SEGMENTS = {
    "couple": "Spa couples",
    "business": "Business travellers",
    "conference": "Conference guests",
}
# The riders' segments in the portfolio of question 2, where their profit and retention stand.
IN_PORTFOLIO = {"couple": "segment_1", "business": "segment_2", "conference": "segment_3"}


def riders_of(segment: str) -> dict[str, Any]:
    """The riders of a segment, with what a guest brings in a year and over all years."""
    riders = [row for row in load("hotel/ride_survey") if row["segment"] == segment]
    kept = next(row for row in START if row["id"] == IN_PORTFOLIO[segment])
    profit = yearly_profit(kept["margin"], kept["stays"], kept["cost"])
    worth = lifetime_value(profit, kept["retention"] / 100, DISCOUNT, now=True)
    return {
        "segment": segment,
        "worths": [row["worth"] for row in riders],
        "deciders": [row["decided"] for row in riders],
        "year": round(profit, 6),
        "life": round(worth, 6),
    }


EUROS, CENTS = Number(), Number(decimals=2)
SIGNED = Number(signed=True)

EXERCISE = Exercise(
    id="free-transfer",
    title="The free-transfer test",
    question="Hotel Yasen drives guests from the station free of charge. Which part of this do "
    "guests need: the ride, or that it is free?",
    teaches=("CO5", "CO7", "CO8"),
    minutes=12,
    done_with=("conclusion_transfer",),
    tasks=(
        Task(
            "Raise the fare from 0 to 7 euros. Who gains, who loses?",
            "The hotel gains 450 euros for each 100 riders: its result rises from 206 to 656. "
            "Guests lose. Free, the ride left 8.86 euros of value to each of them; now it leaves "
            "2.38, or 649 euros less for each 100. A fare that pays is not a gift.",
        ),
        Task(
            "Choose one segment after the other. For whom is a free ride best, and why?",
            "Only for conference guests: 506 euros against 344 at the best fare. Two of the 16 "
            "would have stayed away had there been a fare. Business travellers would pay: at 13 "
            "euros the ride brings 1,450, free it brings 350. Couples stand between: 545 at 7 "
            "euros, 0 free.",
        ),
        Task(
            "Take all segments again and count all coming years. Believe 6 of 10, then 7. What "
            "changes, and on how many answers does it rest?",
            "At 6 of 10 a fare of 7 euros is best, by 49 euros for each 100 riders. At 7 of 10 a "
            "free ride is. It rests on three guests of 80 who said that a fare would have kept "
            "them away. Ask more guests before you decide.",
        ),
    ),
    groups=(
        Group(
            "Who rides, and what you charge",
            (
                Choice(
                    "segment",
                    "Guests",
                    {"all": "All three", **SEGMENTS},
                    "all",
                    buttons=True,
                ),
                Slider("fare", "Fare", 0, HIGHEST_FARE, 1, 0, "€", whole=True),
                Slider(
                    "cost",
                    "What one ride costs the hotel",
                    0,
                    20,
                    0.5,
                    9,
                    "€",
                    "Driver, fuel and the car, for each guest or couple.",
                ),
            ),
            text="Synthetic: 80 riders said what the ride is worth to them at most, and whether "
            "they would have stayed away without it, or with a fare.",
        ),
        Group(
            "What a guest is worth whom the ride keeps",
            (
                Choice(
                    "horizon",
                    "Count",
                    {"year": "this year only", "life": "all coming years"},
                    "year",
                    help="All coming years: the lifetime value of the guest, this year’s profit "
                    "included, at a discount rate of 10%.",
                    buttons=True,
                ),
                Slider(
                    "believed",
                    "Of 10 who say that they would stay away, how many really would?",
                    0,
                    10,
                    1,
                    5,
                    whole=True,
                ),
            ),
        ),
        Group(
            "Your conclusion",
            (
                LongText(
                    "conclusion_transfer",
                    "What would you do with the free transfer, for whom, and what would you find "
                    "out first?",
                    help="For your own notes. Nobody grades this.",
                ),
            ),
        ),
    ),
    compute=compute,
    data={"groups": [riders_of(segment) for segment in SEGMENTS]},
    views=(
        Figure(
            "result",
            "result",
            "What the ride brings, compared with no ride",
            SIGNED,
            "€ for each 100 riders",
        ),
        Sentence(
            "verdict",
            "verdict",
            {
                "none": "At no fare does the ride bring more than it costs. By these figures the "
                "hotel should not offer it.",
                "free": "Best is a free ride: {best_result} euros for each 100 riders. That it is "
                "free keeps guests who are worth more than the fares.",
                "fare": "Best is a fare of {best} euros: it brings {best_result} euros for each "
                "100 riders, {apart} more than a free ride.",
            },
            {
                "best": Value("best"),
                "best_result": Value("best_result", EUROS),
                "apart": Value("apart", EUROS),
            },
        ),
        Sentence(
            "gift",
            "gift",
            {
                "below": "To the average rider the ride is worth {worth} euros, and it costs the "
                "hotel {cost}: a gift that is worth less than it costs.",
                "same": "To the average rider the ride is worth what it costs the hotel: {cost} "
                "euros.",
                "above": "To the average rider the ride is worth {worth} euros, more than the "
                "{cost} that it costs the hotel.",
            },
            {"worth": Value("worth", CENTS), "cost": Value("cost", CENTS)},
        ),
        Sentence(
            "decides",
            "decides",
            {
                "some": "Of {riders} riders, {by_ride} would have stayed away without a ride, and "
                "{by_free} more had it not been free. So they say.",
                "nobody": "Of {riders} riders, {by_ride} would have stayed away without a ride. "
                "Nobody says that a fare would have kept them away.",
            },
            {"riders": Value("riders"), "by_ride": Value("by_ride"), "by_free": Value("by_free")},
        ),
        Chart(
            "fare_chart",
            "line",
            "What the ride brings at every fare",
            fare_line,
            "The line shows the result for each 100 riders at fares from 0 to 15 euros. It is "
            "{result} euros at your fare of {fare}, and highest, {best_result}, at {best}.",
            values={
                "result": Value("result", SIGNED),
                "fare": Value("fare"),
                "best": Value("best"),
                "best_result": Value("best_result", SIGNED),
            },
            words={
                "name": {
                    "none": "",
                    "own": "your fare",
                    "best": "best fare",
                    "both": "yours, the best",
                }
            },
            texts={"fare": "Fare, €", "axis": "Result, € for each 100 riders"},
        ),
        Table(
            "options",
            "options",
            "Three fares, for each 100 riders of today",
            (
                Column(
                    "option",
                    "Ride",
                    words={"free": "Free", "own": "Your fare", "best": "Best fare"},
                ),
                Column("riders", "Riders", style=EUROS),
                Column("left", "Left to a guest, €", style=CENTS),
                Column("paid", "Fares less cost, €", style=SIGNED),
                Column("result", "Result, €", style=SIGNED),
            ),
        ),
        Sentence(
            "note",
            "decides",
            dict.fromkeys(
                ("some", "nobody"),
                "What is left to a guest is what the ride is worth less the fare: its part of the "
                "delivered value. The result adds to fares less cost what the kept "
                "guests are worth.",
            ),
        ),
    ),
    announce="verdict",
)
