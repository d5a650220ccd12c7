"""The leaking bucket: couples who come back, couples who must be won, year after year."""

from __future__ import annotations

from typing import Any

from servicequality.charts.guest_years import guest_years
from servicequality.core.numbers import compare
from servicequality.declare import (
    Chart,
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
from servicequality.model.label_places import label_places
from servicequality.model.returning import guests_by_year, settles_at, to_stand_still

YEARS = 5


def compute(values: dict[str, Any]) -> dict[str, Any]:
    """Couples a year as things are and if more come back, and what standing still takes."""
    guests, won, cost = values["guests"], values["won"], values["cost"]
    returning, better = values["returning"] / 100, values["better"] / 100
    as_now = guests_by_year(guests, returning, won, YEARS)
    if_better = guests_by_year(guests, better, won, YEARS)
    needed, needed_better = to_stand_still(guests, returning), to_stand_still(guests, better)
    rows = []
    for year in range(YEARS + 1):
        rows.append({"year": year, "now": as_now[year], "better": if_better[year]})
    lines = [dict(row) for row in rows]
    highest = max(max(as_now), max(if_better))
    places = label_places([as_now[-1], if_better[-1]], 0.09 * highest, 0.0, highest)
    lines[-1]["now_label"], lines[-1]["better_label"] = places[0], places[1]
    return {
        "needed": needed,
        "won": won,
        "short": needed - won,
        "over": won - needed,
        "verdict": ["growing", "still", "shrinking"][compare(needed, won) + 1],
        "settles": settles_at(won, returning),
        "fifth": as_now[YEARS],
        "fifth_better": if_better[YEARS],
        "fewer_to_win": needed - needed_better,
        "more_to_win": needed_better - needed,
        "saved": (needed - needed_better) * cost,
        "lost": (needed_better - needed) * cost,
        "gain": ["worse", "same", "better"][compare(better, returning) + 1],
        "rows": rows,
        "lines": lines,
    }


WHOLE = Number()

EXERCISE = Exercise(
    id="leaking-bucket",
    title="The leaking bucket",
    question="A bucket with a hole stays full only if somebody pours. How many new couples must "
    "Hotel Yasen win each year just to stand still?",
    teaches=("I3", "X3"),
    minutes=7,
    done_with=("conclusion",),
    tasks=(
        Task(
            "2,600 new couples come each year. Why do the numbers fall all the same, and where do "
            "they stop falling?",
            "Of 4,000 couples 70% do not come back, so 2,800 must be replaced and 200 are missing "
            "in the first year. The loss grows smaller, because fewer couples can stay away. It "
            "ends near 3,714, where 70% of them are 2,600.",
        ),
        Task(
            "Stop the fall in two ways: with more new couples, and with more that come back. How "
            "far must each slider go?",
            "2,800 new couples, 200 more, are enough. So is a share of 35% that come back, five "
            "points more. Neither is better as such: it depends on what each of them costs.",
        ),
        Task(
            "With better service 40% come back instead of 30%. What may this cost a year before it "
            "would be cheaper to win new couples instead?",
            "To stand still, Hotel Yasen must win 2,400 new couples a year instead of 2,800: 400 "
            "fewer. At 45 euros each this is 18,000 euros. (As things are it wins 2,600, and "
            "shrinks.) The model leaves out what better service does to price, to recommendation "
            "and to other guests, and it assumes that service is why couples stay away.",
        ),
    ),
    groups=(
        Group(
            "Spa couples at Hotel Yasen",
            (
                Slider("guests", "Couples this year", 500, 8000, 100, 4000, whole=True),
                Slider(
                    "returning",
                    "Come back next year",
                    0,
                    90,
                    1,
                    30,
                    unit="%",
                    help="The retention rate: the share of this year’s couples who come again. All "
                    "couples count, however they booked.",
                ),
                Slider("won", "New couples each year", 0, 6000, 100, 2600, whole=True),
                Slider(
                    "cost",
                    "What it costs to win a new couple",
                    0,
                    200,
                    5,
                    45,
                    unit="euros",
                    help="Advertising, and the commission of booking sites.",
                ),
            ),
        ),
        Group(
            "If the service were better",
            (
                Slider(
                    "better",
                    "Would come back next year",
                    0,
                    90,
                    1,
                    40,
                    unit="%",
                    help="A guess. Nobody has measured it at Hotel Yasen.",
                ),
            ),
            text="A model with invented figures. It assumes that every couple comes once a year or "
            "not at all, and that the same share comes back each year.",
        ),
        Group(
            "Your conclusion",
            (
                LongText(
                    "conclusion",
                    "What would Mira Doneva have to find out before she trusts these lines?",
                    help="For your own notes. Nobody grades this.",
                ),
            ),
        ),
    ),
    compute=compute,
    views=(
        Figure(
            "needed",
            "needed",
            "New couples a year, just to stand still",
            WHOLE,
            "couples",
            "Those of this year who do not come back.",
        ),
        Sentence(
            "verdict",
            "verdict",
            {
                "shrinking": "{won} come: {short} too few. In the long run the hotel has {settles} "
                "couples a year.",
                "still": "{won} come: as many as are lost. The number stands still.",
                "growing": "{won} come: {over} more than are lost. In the long run the hotel has "
                "{settles} couples a year.",
            },
            {
                "won": Value("won", WHOLE),
                "short": Value("short", WHOLE),
                "over": Value("over", WHOLE),
                "settles": Value("settles", WHOLE),
            },
        ),
        Sentence(
            "gain",
            "gain",
            {
                "better": "If more came back, {fewer_to_win} fewer couples would have to be won "
                "each year to stand still. That is worth {saved} euros a year.",
                "same": "The two lines are the same: as many come back.",
                "worse": "If fewer came back, {more_to_win} more couples would have to be won each "
                "year to stand still. That costs {lost} euros a year.",
            },
            {
                "fewer_to_win": Value("fewer_to_win", WHOLE),
                "more_to_win": Value("more_to_win", WHOLE),
                "saved": Value("saved", WHOLE),
                "lost": Value("lost", WHOLE),
            },
        ),
        Chart(
            "years_chart",
            "lines",
            "Couples a year",
            guest_years,
            "Two lines over five years. As things are, there are {fifth} couples in year 5; with "
            "the other share coming back, {fifth_better}.",
            values={
                "fifth": Value("fifth", WHOLE),
                "fifth_better": Value("fifth_better", WHOLE),
            },
            texts={
                "now": "as now",
                "better": "if better",
                "years": "Years from now",
                "axis": "Couples a year",
            },
        ),
        Table(
            "years",
            "rows",
            "Couples a year",
            (
                Column("year", "Year", style=Number()),
                Column("now", "As things are", style=WHOLE),
                Column("better", "If the service were better", style=WHOLE),
            ),
        ),
    ),
    announce="verdict",
)
