"""Many parts: each feature that a house adds is one more thing that can go wrong."""

from __future__ import annotations

from typing import Any

from servicequality.charts.flawless_line import flawless_line
from servicequality.core.numbers import compare
from servicequality.declare import (
    Chart,
    Column,
    Exercise,
    Figure,
    Group,
    Number,
    Sentence,
    Slider,
    Table,
    Task,
    Value,
)
from servicequality.model.flawless import flawless, parts_until

MOST = 60


def compute(values: dict[str, Any]) -> dict[str, Any]:
    """The chance of a stay without a deficiency in two houses, in percent, and the two lines."""
    result: dict[str, Any] = {}
    line, houses = [], []
    for house in ["simple", "rich"]:
        here, reliability = values[house + "_parts"], values[house + "_works"] / 100
        for parts in range(MOST + 1):
            chance = 100 * flawless(parts, reliability)
            line.append(
                {
                    "house": house,
                    "parts": parts,
                    "chance": chance,
                    "here": 1 if parts == here else 0,
                }
            )
        chance = 100 * flawless(here, reliability)
        result[house] = chance
        room = parts_until(reliability, 0.9, MOST)
        houses.append(
            {
                "house": house,
                "parts": here,
                "chance": chance,
                "room": MOST if room is None else room,
            }
        )
    result["line"] = line
    result["houses"] = houses
    result["verdict"] = ["rich", "same", "simple"][compare(result["simple"], result["rich"]) + 1]
    return result


PERCENT = Number(decimals=1)


def house_fields(house: str, parts: int, works: float) -> tuple[Slider, Slider]:
    """How many parts a stay has in a house, and how often each one goes right."""
    return (
        Slider(f"{house}_parts", "Parts of one stay", 1, MOST, 1, parts, whole=True),
        Slider(
            f"{house}_works",
            "Each part goes right",
            90,
            100,
            0.1,
            works,
            unit="%",
            help="Of 100 times. 99 means one error in 100.",
        ),
    )


EXERCISE = Exercise(
    id="many-parts",
    title="Many parts",
    question="A hikers’ hostel offers little. Hotel Yasen offers much. In which house do more "
    "stays pass without a deficiency?",
    teaches=("T3", "T4", "ADD10"),
    minutes=5,
    done_with=("rich_parts", "rich_works"),
    tasks=(
        Task(
            "Hotel Yasen works more carefully than the hostel, part for part. Why does it still "
            "have more stays with a deficiency?",
            "The hostel has 8 parts at 99.0%, which gives 92.3% of stays without a deficiency. "
            "The hotel has 30 parts at 99.5%, which gives 86.0%. An error in one part is rarer, "
            "but there are many more parts.",
        ),
        Task(
            "Add five features to the hotel: 35 parts. What does this cost in stays without a "
            "deficiency? How careful must each part become to get them back?",
            "The share falls from 86.0% to 83.9%. With 35 parts at 99.6% it is 86.9%, a little "
            "more than before. The new features are good only if guests value them, and if "
            "somebody makes them work.",
        ),
    ),
    groups=(
        Group("The hostel", house_fields("simple", 8, 99.0)),
        Group(
            "Hotel Yasen",
            house_fields("rich", 30, 99.5),
            text="Invented figures. We assume that all parts fail equally often and independently "
            "of each other. Real parts do not: on a Friday several fail together.",
        ),
    ),
    compute=compute,
    views=(
        Figure("simple", "simple", "Hostel: stays without a deficiency", PERCENT, "%"),
        Figure("rich", "rich", "Hotel Yasen: stays without a deficiency", PERCENT, "%"),
        Sentence(
            "verdict",
            "verdict",
            {
                "simple": "The hostel is free from deficiencies more often: {simple}% of its stays "
                "against {rich}%. It offers less, and less can go wrong.",
                "rich": "The hotel is free from deficiencies more often: {rich}% of its stays "
                "against {simple}%.",
                "same": "Both are free from deficiencies equally often: in {simple}% of stays.",
            },
            {"simple": Value("simple", PERCENT), "rich": Value("rich", PERCENT)},
        ),
        Chart(
            "flawless_chart",
            "line",
            "Stays without a deficiency, by the number of parts",
            flawless_line,
            "Each line falls as parts are added. The marks stand at {simple}% for the hostel and "
            "{rich}% for the hotel.",
            values={"simple": Value("simple", PERCENT), "rich": Value("rich", PERCENT)},
            words={"house": {"simple": "Hostel", "rich": "Hotel Yasen"}},
            texts={
                "simple": "Hostel",
                "rich": "Hotel Yasen",
                "parts": "Parts of one stay",
                "chance": "Stays without a deficiency, %",
            },
        ),
        Table(
            "houses",
            "houses",
            "The two houses",
            (
                Column("house", "House", words={"simple": "Hostel", "rich": "Hotel Yasen"}),
                Column("parts", "Parts", Number()),
                Column("chance", "No deficiency, %", PERCENT),
                Column("room", "Most parts for 90%", Number()),
            ),
        ),
    ),
    announce="verdict",
)
