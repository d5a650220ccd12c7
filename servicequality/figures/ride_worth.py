"""What the free transfer is worth to guests of three segments, and what it costs the hotel."""

from __future__ import annotations

from typing import Any

from servicequality.charts.ride_worth import ride_worth
from servicequality.declare import Column, Number, Picture
from servicequality.exercises.free_transfer import EXERCISE, SEGMENTS
from servicequality.model.free_service import delivered_value

COST = EXERCISE.start(str)["values"]["cost"]


def row(group: dict[str, Any]) -> dict[str, Any]:
    """The riders of one segment."""
    riders = len(group["worths"])
    return {
        "segment": group["segment"],
        "riders": riders,
        "worth": round(delivered_value(group["worths"], 0) / riders, 6),
        "cost": COST,
        "by_ride": group["deciders"].count("ride"),
        "by_free": group["deciders"].count("free"),
    }


FIGURE = Picture(
    id="ride-worth",
    caption="A free ride: what it is worth, what it costs",
    draw=ride_worth,
    rows=[row(group) for group in EXERCISE.data["groups"]],
    description="Bar chart of what a ride from the station is worth on average to three kinds of "
    "guests, with a line at 9 euros, what one ride costs the hotel. To spa couples it is worth 7.4 "
    "euros, to conference guests 7.7, both less than it costs. To business travellers it is worth "
    "12.1. That it is free decided for 1 of 40 couples, 0 of 24 business travellers and 2 of 16 "
    "conference guests.",
    source="Synthetic data of Hotel Yasen: 80 riders of the free transfer.",
    texts={
        "axis": "Worth to a guest on average, €",
        "cost": "costs the hotel 9",
        "free": "free decided for",
        "of": "of",
    },
    words={"segment": SEGMENTS},
    columns=(
        Column("segment", "Guests"),
        Column("riders", "Asked", style=Number()),
        Column("worth", "Worth, €", style=Number(decimals=1)),
        Column("by_ride", "Came for the ride", style=Number()),
        Column("by_free", "Came as it is free", style=Number()),
    ),
)
