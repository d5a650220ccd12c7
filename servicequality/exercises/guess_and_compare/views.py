"""What the exercise shows: levels, order of importance, causes, spending and its effect."""

from __future__ import annotations

from servicequality.charts.level_dots import level_dots
from servicequality.declare import Chart, Checklist, Column, Figure, Number, Sentence, Table, Value
from servicequality.exercises.guess_and_compare.texts import (
    CAUSE_LABELS,
    CAUSE_NOTES,
    REMEDY_LABELS,
)
from servicequality.hotel import attributes

ATTRIBUTES = attributes()
SIGNED = Number(decimals=1, signed=True)
ONE = Number(decimals=1)
TWO = Number(decimals=2)
SIGNED_TWO = Number(decimals=2, signed=True)
WHOLE = Number()
LABELS = {**ATTRIBUTES, "none": ""}
WHO = {"own": "your level", "guests": "guests’ mean (E)"}
MARKS = {"first": WHO["own"], "second": WHO["guests"]}

VIEWS = (
    Figure(
        "gap_one",
        "gap_one",
        "Your mean Gap 1, over ten attributes",
        TWO,
        "points",
        "How far your levels are from the guests’, ignoring plus and minus.",
    ),
    Sentence(
        "points",
        "points_state",
        {
            "right": "Your points add up to 100.",
            "wrong": "Your points add up to {points}. They are treated as shares; make them "
            "100 to compare them with the guests’.",
        },
        {"points": Value("points", WHOLE)},
    ),
    Sentence(
        "stage",
        "stage",
        {
            "guess": "Make your guess first. The answers of 120 invented guests wait here.",
            "close": "Your levels lie {gap_one} points away from the guests’ on average; those "
            "of Mira’s team lie {team_gap_one} away. Yours are close.",
            "apart": "Your levels lie {gap_one} points away from the guests’ on average; those "
            "of Mira’s team lie {team_gap_one} away. That distance is Gap 1.",
        },
        {"gap_one": Value("gap_one", TWO), "team_gap_one": Value("team_gap_one", TWO)},
    ),
    Sentence(
        "over_under",
        "over_under",
        {
            "guess": "",
            "both": "You underestimate most: {under}. You overestimate most: {over}.",
            "under": "You underestimate most: {under}. You overestimate nothing by half a "
            "point or more.",
            "over": "You overestimate most: {over}. You underestimate nothing by half a point "
            "or more.",
            "neither": "You are within about half a point on every attribute.",
        },
        {"under": Value("under", words=LABELS), "over": Value("over", words=LABELS)},
    ),
    Sentence(
        "order",
        "order",
        {
            "guess": "",
            **{
                key: f"Your order of importance {text} the guests’: Spearman’s ρ, which runs "
                "from −1 (opposite) over 0 to 1 (the same), is {rho}. If money followed your "
                "points, {misallocated}% of it would lie where guests do not want it."
                for key, text in (
                    ("alike", "is much like"),
                    ("partly", "is partly like"),
                    ("different", "says little about"),
                )
            },
            "no_order": "You gave every attribute the same points, so there is no order to "
            "compare. If money followed them, {misallocated}% of it would lie where guests do "
            "not want it.",
            "no_points": "You gave no points at all, so there is no order. Share out 100.",
        },
        {"rho": Value("rho", TWO), "misallocated": Value("misallocated", WHOLE)},
    ),
    Chart(
        "levels_chart",
        "marks",
        "What you think guests expect, and what they expect",
        level_dots,
        "Ten attributes, two marks each: your level and the guests’ mean. They lie {gap_one} "
        "points apart on average; the table below gives every value.",
        values={"gap_one": Value("gap_one", TWO)},
        words={"item": ATTRIBUTES, "who": WHO},
        texts={"axis": "Expected level, 1 to 7", **MARKS},
        empty="The chart opens once you have made your guess.",
    ),
    Table(
        "levels",
        "levels",
        "Expected levels: yours, those of Mira’s team, and the guests’ mean (synthetic)",
        (
            Column("item", "Attribute", words=ATTRIBUTES),
            Column("own", "You", ONE),
            Column("team", "Team", ONE),
            Column("guests", "Guests", ONE),
            Column("gap", "Your Gap 1", SIGNED),
        ),
        empty="",
    ),
    Table(
        "points_table",
        "points_table",
        "Importance, points of 100 (synthetic)",
        (
            Column("item", "Attribute", words=ATTRIBUTES),
            Column("own", "You", WHOLE),
            Column("team", "Team", WHOLE),
            Column("guests", "Guests", WHOLE),
        ),
        empty="",
    ),
    Checklist(
        "causes_checked",
        "causes",
        "Causes",
        CAUSE_LABELS,
        {"right": "Right", "wrong": "Another gap", "missed": "Also a cause"},
        CAUSE_NOTES,
        empty="",
    ),
    Sentence(
        "spending",
        "spending",
        {
            "nothing": "You have spent nothing yet, of {budget} thousand euros.",
            "over": "You have spent {spent} thousand euros and have only {budget}. Take some back.",
            "could_be_better": "Your {spent} thousand euros close {closed}% of the team’s Gap 1. "
            "The same money, better spread, would close {best_closed}%.",
            "near_best": "Your {spent} thousand euros close {closed}% of the team’s Gap 1. No "
            "other use of the same money closes much more.",
        },
        {
            "spent": Value("spent", WHOLE),
            "budget": Value("budget", WHOLE),
            "closed": Value("closed", WHOLE),
            "best_closed": Value("best_closed", WHOLE),
        },
    ),
    Sentence(
        "next_step",
        "next_step",
        {
            "some": "The next 5 thousand close most here: {next_remedy} (+{next_gain}%).",
            "none": "",
        },
        {
            "next_remedy": Value("next_remedy", words=REMEDY_LABELS),
            "next_gain": Value("next_gain", ONE),
        },
    ),
    Sentence(
        "effect",
        "effect",
        {
            "none": "",
            "followed": "The team’s Gap 1 shrinks from {old_gap_one} to {new_gap_one} points. "
            "As standards and work follow, Gap 5 of the average guest moves from {gap_five} to "
            "{new_gap_five}.",
            "alone": "The team’s Gap 1 shrinks from {old_gap_one} to {new_gap_one} points. Gap "
            "5 stays at {gap_five}: managers know better, but standards and work have not "
            "changed.",
        },
        {
            "old_gap_one": Value("old_gap_one", TWO),
            "new_gap_one": Value("new_gap_one", TWO),
            "gap_five": Value("gap_five", SIGNED_TWO),
            "new_gap_five": Value("new_gap_five", SIGNED_TWO),
        },
    ),
)
