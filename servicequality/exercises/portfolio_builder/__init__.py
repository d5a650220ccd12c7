"""Discussion question 2: not a relationship with every customer."""

from __future__ import annotations

from servicequality.declare import Choice, Exercise, Group, Rows, Slider
from servicequality.declare.views import View
from servicequality.exercises.portfolio_builder.results import MOST_MONEY, STEP, compute
from servicequality.exercises.portfolio_builder.segments import BLANK, COLUMNS, ROWS, START
from servicequality.exercises.portfolio_builder.texts import (
    CONVENTIONS,
    QUESTION,
    TASKS,
    TEACHING,
)
from servicequality.exercises.portfolio_builder.views import (
    FORECAST_VIEWS,
    KIND_VIEWS,
    PLAN_VIEWS,
    VIEWS,
    WHALE_VIEWS,
    WORTH_VIEWS,
)

__all__ = ["EXERCISE", "MOST_MONEY", "STEP", "compute"]


def names(views: tuple[View, ...]) -> tuple[str, ...]:
    """The names of views, in order."""
    return tuple(view.name for view in views)


EXERCISE = Exercise(
    id="portfolio-builder",
    title="Portfolio builder",
    question=QUESTION,
    teaches=("Q2",),
    minutes=30,
    in_steps=True,
    tasks=TASKS,
    groups=(
        Group(
            "1. The segments",
            (
                Rows(
                    "segments",
                    "Kinds of guests at Hotel Yasen",
                    ROWS,
                    COLUMNS,
                    START,
                    help="One to ten segments. Margin a stay: price less commission and what the "
                    "stay itself costs; −500 to 2,000 euros. Cost to serve: calls, wishes, visits "
                    "of the sales team, a guest and year. Retention: how many of 100 come again "
                    "next year, 0 to 99. Loyalty money: 0 to 50 thousand euros this year; step 4 "
                    "shows what it brings.",
                    blank=BLANK,
                ),
            ),
            text="The guests at the start are those in the hotel’s customer file, 3,280 of 10,000 "
            "parties a year. Change the figures, add a segment, or remove one.",
        ),
        Group(
            "2. Who earns the profit, and who stays",
            (
                Slider(
                    "profit_cut",
                    "Profitable enough: from this profit of a guest a year",
                    0,
                    500,
                    10,
                    80,
                    "€",
                    whole=True,
                ),
                Slider("lifetime_cut", "Loyal: from this lifetime", 1, 10, 0.5, 3, "years"),
            ),
            shows=names((*WHALE_VIEWS, *KIND_VIEWS)),
        ),
        Group(
            "3. What a guest is worth",
            (
                Slider("discount", "Discount rate i, a year", 0, 30, 1, 10, "%", whole=True),
                Choice(
                    "convention",
                    "Does this year’s profit count?",
                    CONVENTIONS,
                    "later",
                    buttons=True,
                ),
            ),
            shows=names(WORTH_VIEWS),
        ),
        Group(
            "4. Loyalty money",
            (
                Slider(
                    "budget",
                    "Budget for this year",
                    0,
                    100,
                    5,
                    30,
                    "thousand €",
                    whole=True,
                ),
            ),
            text="Share it out under “Loyalty money” in step 1. The money of a segment is "
            "shared equally among its guests and raises next year’s retention.",
            shows=names(PLAN_VIEWS),
        ),
        Group(
            "5. If the forecast is wrong",
            (
                Slider(
                    "lift",
                    "The most that loyalty money can add to retention",
                    0,
                    30,
                    1,
                    20,
                    "points",
                    help="The first 20 euros a guest add half of it, the next 20 half of the rest.",
                    whole=True,
                ),
            ),
            shows=names(FORECAST_VIEWS),
        ),
    ),
    compute=compute,
    views=VIEWS,
    announce="told",
    teaching=TEACHING,
)
