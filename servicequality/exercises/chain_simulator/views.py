"""What the exercise shows: the programme, the chain over 36 months, the money, turnover."""

from __future__ import annotations

from servicequality.charts.chain_levels import chain_levels
from servicequality.charts.profit_months import profit_months
from servicequality.declare import Chart, Column, Figure, Number, Sentence, Table, Value
from servicequality.exercises.chain_simulator.texts import (
    CAUTION,
    CURVE,
    DIRECTION,
    LINE,
    LINKED,
    LINKS,
    PARTS,
    PASSING,
    PAYBACK,
    SOURCE,
    TURNOVER,
)

WHOLE = Number()
ONE = Number(decimals=1)
SIGNED = Number(signed=True)
SIGNED_ONE = Number(decimals=1, signed=True)

VIEWS = (
    Figure(
        "back_in",
        "back_in",
        "The money is back in month",
        WHOLE,
        "of 36",
        "The first month in which all profit since the change is at least what it would have been.",
    ),
    Table(
        "parts",
        "parts",
        "Your programme in month 36, compared with before: points of staff satisfaction, and cost "
        "(assumed weights)",
        (
            Column("part", "Part", words=PARTS),
            Column("points", "Points", SIGNED_ONE),
            Column("cost", "€ a month", SIGNED),
        ),
    ),
    Sentence(
        "turnover",
        "turnover",
        TURNOVER,
        {
            "first": Value("first_turnover", ONE),
            "last": Value("last_turnover", ONE),
            "points": Value("points_moved", ONE),
            "extra": Value("extra", SIGNED),
        },
    ),
    Sentence(
        "direction",
        "direction",
        DIRECTION,
        {
            "staff": Value("last_satisfaction", ONE),
            "guests": Value("last_guest_satisfaction", ONE),
        },
    ),
    Chart(
        "levels_chart",
        "levels",
        "The chain over 36 months",
        chain_levels,
        "Four lines over 36 months, from 0 to 100. In month 36 staff satisfaction stands at "
        "{satisfaction}, skills at {competence}, service quality at {quality} and guest "
        "satisfaction at {guest_satisfaction}.",
        values={
            "satisfaction": Value("last_satisfaction", ONE),
            "competence": Value("last_competence", ONE),
            "quality": Value("last_quality", ONE),
            "guest_satisfaction": Value("last_guest_satisfaction", ONE),
        },
        texts={
            "satisfaction": "staff",
            "competence": "skills",
            "quality": "service",
            "guest_satisfaction": "guests",
            "months": "Month",
            "axis": "Level, 0 to 100",
        },
    ),
    Table(
        "links",
        "links",
        "How long each link of the chain takes. Start: month 0, end: month 36. Half-way: the month "
        "in which half of the change is there",
        (
            Column("link", "Link", words=LINKS),
            Column("start", "Start", WHOLE),
            Column("end", "End", WHOLE),
            Column("half", "Half-way", WHOLE),
        ),
        empty="Nothing in the chain moves.",
    ),
    Sentence(
        "delay",
        "delay",
        {
            "some": "Staff satisfaction has made half of its way in month {half_staff}, the number "
            "of regular guests only in month {half_guests}. That delay is the chain: staff first, "
            "then skills and service, then what guests feel, then whether they come back.",
            "none": "",
        },
        {"half_staff": Value("half_staff", WHOLE), "half_guests": Value("half_guests", WHOLE)},
    ),
    Sentence(
        "payback",
        "payback",
        PAYBACK,
        {
            "turn": Value("turn", WHOLE),
            "gain": Value("gain", WHOLE),
            "first": Value("first_apart", WHOLE),
        },
    ),
    Sentence(
        "passing",
        "passing",
        PASSING,
        {"passes": Value("passes", WHOLE), "old": Value("old_profit", WHOLE)},
    ),
    Chart(
        "money_chart",
        "money",
        "Profit a month, with your change and without",
        profit_months,
        "Two lines over 36 months. With your change, profit in month 36 is {last} thousand euros; "
        "without, it stays at {old} euros in every month.",
        values={"last": Value("last_profit", ONE), "old": Value("old_profit", WHOLE)},
        texts={
            "with": "changed",
            "without": "as before",
            "months": "Month",
            "axis": "Thousand euros a month",
        },
    ),
    Table(
        "money_table",
        "money_table",
        "Guests and money (synthetic). Sum: all profit since the start, against what it would have "
        "been",
        (
            Column("month", "Month"),
            Column("guests", "Guests", WHOLE),
            Column("profit", "Profit, €", WHOLE),
            Column("so_far", "Sum, €", SIGNED),
        ),
    ),
    Sentence(
        "curve",
        "curve",
        CURVE,
        {"worst": Value("worst", WHOLE), "worst_month": Value("worst_month", WHOLE)},
    ),
    Sentence("caution", "caution", CAUTION, {"staff": Value("last_satisfaction", ONE)}),
    Sentence(
        "line",
        "line",
        LINE,
        {
            "adr": Value("adr", WHOLE),
            "price": Value("point_price", WHOLE),
            "change": Value("change", WHOLE),
            "dollars": Value("dollars", WHOLE),
        },
    ),
    Sentence(
        "linked",
        "linked",
        LINKED,
        {"points": Value("points_moved", ONE), "dollars": Value("own_dollars", WHOLE)},
    ),
    Sentence("source", "source", SOURCE, {"adr": Value("adr", WHOLE)}),
)
