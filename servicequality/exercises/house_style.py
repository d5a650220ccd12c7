"""Every kind of field and view in one exercise: for the style page, and for whoever writes one."""

from __future__ import annotations

from typing import Any

from servicequality.charts.gap_bars import gap_bars
from servicequality.charts.gap_model import gap_model
from servicequality.core.numbers import compare, total
from servicequality.declare import (
    Card,
    Cards,
    Chart,
    Checklist,
    Choice,
    Column,
    Diagram,
    Exercise,
    Figure,
    Group,
    LongText,
    MultipleChoice,
    Number,
    Rows,
    Sentence,
    ShortText,
    Slider,
    Table,
    Task,
    Value,
    YesNo,
)


def compute(values: dict[str, Any]) -> dict[str, Any]:
    """Something to show for every kind of view."""
    score = values["perception"] - values["expectation"]
    order = compare(score, 0.0)
    scores = [{"gap": "G5", "score": score}]
    ticked = values["signs"]
    rows = [
        {"service": row["id"], "rating": row["rating"], "asked": "yes" if row["asked"] else "no"}
        for row in values["ratings"]
    ]
    return {
        "score": score,
        "service": values["service"],
        "verdict": ["below", "met", "above"][order + 1],
        "bars": scores,
        "rows": rows,
        "nights": total([row["nights"] for row in values["segments"]]) / len(values["segments"]),
        "segments": values["segments"],
        "mean": total([row["rating"] for row in rows]) / len(rows),
        "signs": [
            {"item": sign, "state": "right" if sign in ticked else "missed", "note": sign}
            for sign in ["quiet", "clean"]
        ]
        + ([{"item": "lobby", "state": "wrong", "note": "lobby"}] if "lobby" in ticked else []),
        "gap": values["gap"],
        "cards": [values["box"]] if values["with_card"] else [],
    }


SIGNED = Number(decimals=1, signed=True)

EXERCISE = Exercise(
    id="house-style",
    title="Every kind of field and view",
    question="This exercise shows what an exercise is made of. It teaches nothing.",
    teaches=(),
    minutes=2,
    tasks=(Task("A task says what to try.", "Its answer is folded away."),),
    groups=(
        Group(
            "Sliders",
            (
                Slider("expectation", "Expectation (E)", 1, 7, 0.1, 6.0, help="A help text."),
                Slider("perception", "Perception (P)", 1, 7, 0.1, 4.6),
                Slider("rooms", "Rooms", 1, 84, 1, 12, unit="rooms", whole=True),
            ),
            text="A group has a title, may have a text, and holds fields.",
        ),
        Group(
            "Choices",
            (
                Choice(
                    "box",
                    "A choice from a list",
                    {"case": "a case", "debate": "a debate", "definition": "a definition"},
                    "case",
                ),
                Choice(
                    "gap",
                    "A choice in sight",
                    {f"G{number}": f"Gap {number}" for number in range(1, 6)},
                    "G5",
                    buttons=True,
                ),
                MultipleChoice(
                    "signs",
                    "Any number of options",
                    {"quiet": "a quiet night", "clean": "a clean room", "lobby": "a fine lobby"},
                    ("quiet",),
                ),
                YesNo("with_card", "A statement that holds or not", True),
            ),
        ),
        Group(
            "Texts and rows",
            (
                ShortText("service", "A short text", "Late check-out", maximum_length=60),
                LongText("notes", "A long text", maximum_length=500),
                Rows(
                    "ratings",
                    "A table to fill in",
                    {"wifi": "Wi-Fi", "pool": "Thermal pool"},
                    (Slider("rating", "Rating", 1, 7, 0.5, 4), YesNo("asked", "Asked guests")),
                    (
                        {"id": "wifi", "rating": 4.5, "asked": True},
                        {"id": "pool", "rating": 6, "asked": False},
                    ),
                ),
                Rows(
                    "segments",
                    "A table with rows to add and remove",
                    {f"s{number}": f"Segment {number}" for number in range(1, 6)},
                    (
                        ShortText("name", "Name", maximum_length=40),
                        Slider("nights", "Nights a stay", 0.5, 14, 0.5, 2),
                        Choice("loyalty", "Loyalty", {"low": "low", "high": "high"}, "low"),
                    ),
                    (
                        {"id": "s1", "name": "Families", "nights": 4, "loyalty": "high"},
                        {"id": "s2", "name": "Business guests", "nights": 1.5, "loyalty": "high"},
                        {"id": "s3", "name": "Weekend couples", "nights": 2, "loyalty": "low"},
                    ),
                    help="Up to five rows; one stays.",
                    blank={"name": "", "nights": 2, "loyalty": "low"},
                ),
            ),
        ),
    ),
    compute=compute,
    views=(
        Figure("score", "score", "A figure", SIGNED, "points", "Its note."),
        Sentence(
            "verdict",
            "verdict",
            {
                "below": "{service}: a sentence for a shortfall.",
                "met": "{service}: a sentence for no gap.",
                "above": "{service}: a sentence for a surplus.",
            },
            {"service": Value("service")},
        ),
        Chart(
            "bars_chart",
            "bars",
            "A chart",
            gap_bars,
            "Its summary says what it shows: {score} points.",
            values={"score": Value("score", SIGNED)},
            words={"gap": {"G5": "Gap 5: the customer gap"}},
            texts={"axis": "Its axis has a title"},
        ),
        Table(
            "rows",
            "rows",
            "A table",
            (
                Column("service", "Service", words={"wifi": "Wi-Fi", "pool": "Thermal pool"}),
                Column("rating", "Rating", style=Number(decimals=1)),
                Column("asked", "Asked guests", words={"yes": "yes", "no": "no"}),
            ),
        ),
        Figure("mean", "mean", "Mean rating", Number(decimals=2), "of 7"),
        Table(
            "segments_table",
            "segments",
            "Rows that were added and removed",
            (
                Column("id", "Row", words={f"s{n}": f"Segment {n}" for n in range(1, 6)}),
                Column("name", "Name"),
                Column("nights", "Nights a stay", style=Number(decimals=1)),
            ),
        ),
        Figure("nights", "nights", "Mean stay", Number(decimals=2), "nights"),
        Checklist(
            "checked",
            "signs",
            "A checklist",
            {"quiet": "the quiet night.", "clean": "the clean room.", "lobby": "the lobby."},
            {"right": "Right", "wrong": "Not", "missed": "Missed"},
            {
                "quiet": "Feedback says why.",
                "clean": "It says why here too.",
                "lobby": "Guests did not ask for one.",
            },
        ),
        Cards(
            "cards",
            "cards",
            {
                "case": Card(
                    "A card about a case",
                    ("A paragraph.",),
                    {"A list": ("one point", "another point")},
                    {"A note": "its text."},
                    tone="case",
                ),
                "debate": Card("A card about a debate", ("A paragraph.",), tone="debate"),
                "definition": Card(
                    "A card about a definition", ("A paragraph.",), tone="definition"
                ),
            },
        ),
        Diagram(
            "model",
            "gap",
            gap_model,
            {f"G{number}": f"The five-gap model; Gap {number} is lit." for number in range(1, 6)},
        ),
    ),
    announce="verdict",
)
