"""The table of segments: its columns, and Hotel Yasen's guests at the start (synthetic)."""

from __future__ import annotations

from typing import Any

from servicequality.declare import ShortText, Slider

MOST_SEGMENTS = 10
COLUMNS = (
    ShortText("name", "Name", maximum_length=40),
    Slider("guests", "Guests", 0, 5000, 1, 0, whole=True),
    Slider("margin", "Margin a stay, €", -500, 2000, 1, 0, whole=True),
    Slider("stays", "Stays a year", 0, 52, 0.1, 1),
    Slider("cost", "Cost to serve a year, €", 0, 5000, 1, 0, whole=True),
    Slider("retention", "Retention, % a year", 0, 99, 1, 0, whole=True),
    Slider("acquisition", "Cost to win one, €", 0, 2000, 1, 0, whole=True),
    Slider("money", "Loyalty money, thousand €", 0, 50, 5, 0, whole=True),
)


def row(
    name: str,
    guests: int,
    margin: int,
    stays: float,
    cost: int,
    retention: int,
    acquisition: int,
    money: int,
) -> dict[str, Any]:
    """The cells of one segment."""
    return {
        "name": name,
        "guests": guests,
        "margin": margin,
        "stays": stays,
        "cost": cost,
        "retention": retention,
        "acquisition": acquisition,
        "money": money,
    }


ROWS = {f"segment_{number}": f"Segment {number}" for number in range(1, MOST_SEGMENTS + 1)}
BLANK = row("", 100, 80, 1.0, 20, 30, 30, 0)
START = [
    {"id": segment, **cells}
    for segment, cells in zip(
        ROWS,
        (
            row("Spa couples, direct", 600, 150, 1.5, 45, 70, 60, 5),
            row("Business travellers", 260, 55, 7.0, 85, 78, 120, 5),
            row("Conference guests", 300, 130, 1.4, 32, 35, 90, 5),
            row("Booking-site guests", 1100, 50, 1.0, 16, 20, 10, 5),
            row("Tour groups", 900, 14, 1.0, 30, 15, 5, 5),
            row("Long-stay guests", 120, 310, 2.0, 800, 85, 150, 5),
        ),
        strict=False,
    )
]
