"""How long is long enough? A deadline, a study of habits and the article’s experience."""

from __future__ import annotations

from servicequality.charts.day_ranges import day_ranges
from servicequality.declare import Column, Number, Picture

FIGURE = Picture(
    id="how-long",
    caption="How long is long enough? Two times of watching, two ranges of results",
    draw=day_ranges,
    rows=[
        {"span": "deadline", "low": 0, "high": 28},
        {"span": "watched", "low": 0, "high": 84},
        {"span": "study", "low": 18, "high": 254},
        {"span": "article", "low": 183, "high": 365},
    ],
    description="Bars on a line of days; the first two are times of watching, the last two ranges "
    "of results. The owners of Hotel Yasen look after 28 days. The study "
    "of habits watched its volunteers for 84 days. The time until a daily action felt nearly as "
    "automatic as it would become went from 18 to 254 days, the longer times calculated beyond "
    "the days watched. The article speaks of half a year to a year, 183 to 365 days, from "
    "experience. The owners stop watching before any of the others has ended: 28 days against "
    "84, 254 and 365.",
    source="Invented deadline; Lally et al. (2010), single daily actions of volunteers, figures "
    "from the abstract; the article’s half a year to a year is its author’s experience.",
    texts={"axis": "Days"},
    words={
        "span": {
            "deadline": "Owners wait",
            "watched": "Study lasted",
            "study": "Habit formed",
            "article": "Article says",
        }
    },
    columns=(
        Column("span", "Span"),
        Column("low", "From day", style=Number()),
        Column("high", "To day", style=Number()),
    ),
)
