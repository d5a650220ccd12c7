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
    paid_less_cost,
    users,
)
from servicequality.model.lifetime_value import lifetime_value
from servicequality.model.portfolio import yearly_profit

HIGHEST_FARE = 15
DISCOUNT = 0.10


def benefits(groups: list[dict[str, Any]], values: dict[str, Any]) -> list[float]:
    """What the ride brings at fares from 0 to 15 euros, in euros for each 100 riders."""
    horizon, believed = values["horizon"], values["believed"] / 10
    cost, fixed = values["cost"], values["cost_by"] == "stays"
    everyone = total([float(len(group["worths"])) for group in groups])
    found = []
    for fare in range(HIGHEST_FARE + 1):
        parts = []
        for group in groups:
            worths, deciders = group["worths"], group["deciders"]
            value = group[horizon]
            parts.append(benefit(worths, deciders, fare, cost, value, believed, fixed))
        found.append(100 * total(parts) / everyone)
    return found


def option(
    groups: list[dict[str, Any]], fare: int, values: dict[str, Any], result: float
) -> dict[str, float]:
    """What a fare brings, for each 100 riders of today: riders, their value, fares, the rest."""
    everyone = total([float(len(group["worths"])) for group in groups])
    riding = total([float(users(group["worths"], fare)) for group in groups])
    left = total([delivered_value(group["worths"], fare) for group in groups])
    paid = []
    for group in groups:
        fixed = values["cost_by"] == "stays"
        paid.append(paid_less_cost(group["worths"], fare, values["cost"], fixed))
    earned = 100 * total(paid) / everyone + 0.0
    return {
        "fare": float(fare),
        "riders": 100 * riding / everyone,
        "left": 100 * left / everyone,
        "paid": earned,
        "kept": result - earned + 0.0,
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
            {
                "mark": "line",
                "fare": float(price),
                "benefit": results[price],
                "name": "none",
                "place": "none",
            }
        )
    # The name of the reader's fare stands below its mark, unless the line falls away there.
    falls = fare == 0 and best > 4 and compare(results[1], results[0]) < 0
    places = {"best": "above", "own": "above" if falls else "below"}
    names = {"best": "both", "own": "none"} if fare == best else {"best": "best", "own": "own"}
    for mark, price in [["best", best], ["own", fare]]:
        rows.append(
            {
                "mark": mark,
                "fare": float(price),
                "benefit": results[price],
                "name": names[mark],
                "place": places[mark],
            }
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
    free = option(groups, 0, values, results[0])
    own = option(groups, fare, values, results[fare])
    top = option(groups, best, values, results[best])
    options = []
    for measure in ["fare", "riders", "left", "paid", "kept", "result"]:
        row: dict[str, Any] = {"measure": measure}
        row.update({"free": free[measure], "own": own[measure], "best": top[measure]})
        options.append(row)
    return {
        "line": rows,
        "options": options,
        "result": results[fare],
        "left": own["left"],
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
            "The hotel gains 450 euros for each 100 riders of today: its result rises from 206 to "
            "656. Guests lose 649 euros of value: 886 were left to them, now 238 (rounded). What "
            "the hotel gains here, guests pay, and more.",
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
        Task(
            "A car and a driver cost nearly the same half full. Let the cost stay the same. What "
            "does a fare of 7 euros bring this year, and from which share of believed guests on "
            "is free best over all years?",
            "431 euros instead of 656: the 25 who no longer ride save the hotel nothing. Over all "
            "years, free is best from 5 of 10 on, no longer only from 7. So the verdict also "
            "rests on how the cost was counted.",
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
                    "Driver, fuel and the car, for each guest or couple, as many as ride today.",
                ),
                Choice(
                    "cost_by",
                    "If fewer guests ride, the whole cost",
                    {"falls": "falls with them", "stays": "stays the same"},
                    "falls",
                    help="It falls if the hotel pays a taxi for each ride. It stays if it pays a "
                    "driver and a car.",
                    buttons=True,
                ),
            ),
            text="Synthetic: 80 riders said what the ride is worth to them at most, and whether "
            "they would have stayed away without it, or with a fare.",
        ),
        Group(
            "A guest who comes only because of the ride",
            (
                Choice(
                    "horizon",
                    "What this guest brings: count",
                    {"year": "this year only", "life": "all coming years"},
                    "year",
                    help="This year: a couple 180 euros, a business traveller 300, a conference "
                    "guest 150. All coming years: 495, 1,031 and 220, the lifetime values with "
                    "this year’s profit, at a discount rate of 10% and a retention of 70, 78 and "
                    "35%.",
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
                    "measure",
                    "Measure",
                    words={
                        "fare": "Fare, €",
                        "riders": "Who still ride",
                        "left": "Value left to guests, €",
                        "paid": "Fares less cost, €",
                        "kept": "From guests kept, €",
                        "result": "Result, €",
                    },
                ),
                Column("free", "Free", style=EUROS),
                Column("own", "Yours", style=EUROS),
                Column("best", "Best", style=EUROS),
            ),
        ),
        Sentence(
            "note",
            "decides",
            dict.fromkeys(
                ("some", "nobody"),
                "The value left to guests is what the ride is worth less the fare, for all who "
                "still ride: its part of the delivered value. The result is fares less cost, plus "
                "what comes from the guests kept. All numbers are rounded.",
            ),
        ),
    ),
    announce="verdict",
)
