"""Two guests of Hotel Yasen: what they get, what they give up and what they keep."""

from __future__ import annotations

from typing import Any

from servicequality.charts.value_and_cost import value_and_cost
from servicequality.declare import Column, Number, Picture
from servicequality.exercises.delivered_value import EXERCISE

PARTS = {
    "value": "gets: total value",
    "bill": "gives up: money",
    "unseen": "gives up: time, effort, strain",
    "kept": "keeps: delivered value",
}


def bars(guest: str) -> list[dict[str, Any]]:
    """The two bars of a guest, in their parts, as the calculator starts."""
    steps = {step["step"]: step for step in EXERCISE.start(str)["result"][f"{guest}_steps"]}
    value, kept = steps["value"]["end"], steps["kept"]["end"]
    paid = -steps["money"]["amount"]
    parts = [
        ("gets", "value", 0.0, value),
        ("gives", "bill", 0.0, paid),
        ("gives", "unseen", paid, value - kept),
        ("gives", "kept", value - kept, value),
    ]
    return [
        {
            "bar": f"{guest}_{bar}",
            "part": part,
            "start": start,
            "end": end,
            "amount": end - start,
        }
        for bar, part, start, end in parts
    ]


FIGURE = Picture(
    id="two-accounts",
    caption="Two stays, two accounts: part of the cost is on no bill",
    draw=value_and_cost,
    rows=[*bars("couple"), *bars("business")],
    description="Two bars for each guest. The couple get a total value of 300 euros. They give up "
    "210 in money and 65 in time, effort and strain, and keep 25. The business traveller gets 140. "
    "She gives up 80 in money and 40 in time, effort and strain, and keeps 20. What no bill shows "
    "is larger than what remains, for both.",
    source="Invented figures of Hotel Yasen, as each guest would count them in euros.",
    texts={"axis": "Euros, as each guest counts them", **PARTS},
    words={
        "bar": {
            "couple_gets": "Couple gets",
            "couple_gives": "Couple gives up",
            "business_gets": "Traveller gets",
            "business_gives": "Traveller gives up",
        },
        "part": PARTS,
    },
    columns=(
        Column("bar", "Account"),
        Column("part", "Part"),
        Column("amount", "Euros", style=Number()),
    ),
)
