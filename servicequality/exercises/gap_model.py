"""The five-gap model as a drawing: each gap’s parties, causes, remedies, a case."""

from __future__ import annotations

from typing import Any

from servicequality.charts.gap_model import gap_model
from servicequality.content import load
from servicequality.declare import Card, Cards, Choice, Diagram, Exercise, Group, Sentence

ALL = ["G1", "G2", "G3", "G4", "G5"]


def compute(values: dict[str, Any]) -> dict[str, Any]:
    """The gap to light up and the cards to show; `all` shows every card."""
    gap = values["gap"]
    return {"lit": gap, "cards": ALL if gap == "all" else [gap]}


GAPS = {gap["id"]: gap for gap in load("gaps")}


def card(gap: dict[str, Any]) -> Card:
    """What the reader learns about one gap."""
    return Card(
        title=f"Gap {gap['number']}: the {gap['name']}, {gap['formula']}",
        paragraphs=(gap["definition"],),
        lists={"What causes it": gap["causes"], "What helps": gap["remedies"]},
        notes={
            "At Hotel Yasen": gap["case"],
            "Take care": gap["warning"],
            "Sources": gap["source_status"],
        },
        tone=f"gap-{gap['number']}",
    )


EXERCISE = Exercise(
    id="gap-model",
    title="The model, gap by gap",
    question="Which two things does each gap compare, what opens it, and what closes it?",
    teaches=(),
    minutes=6,
    groups=(
        Group(
            "",
            (
                Choice(
                    "gap",
                    "Choose a gap",
                    {**{key: f"Gap {key[1:]}" for key in ALL}, "all": "All five"},
                    "G1",
                    buttons=True,
                ),
            ),
            shows=("drawing",),
        ),
    ),
    compute=compute,
    revealed={"gap": "all"},
    views=(
        Diagram(
            "drawing",
            "lit",
            gap_model,
            {
                **{
                    key: f"Gap {gap['number']} compares {gap['compared'][0]} and "
                    f"{gap['compared'][1]}."
                    for key, gap in GAPS.items()
                },
                "all": "Gap 5 is the guest’s. Gaps 1 to 4 are the hotel’s, and lead to it.",
            },
        ),
        Cards("gap_cards", "cards", {key: card(gap) for key, gap in GAPS.items()}),
        Sentence(
            "shown",
            "lit",
            {
                **{
                    key: f"Shown: Gap {gap['number']}, the {gap['name']}."
                    for key, gap in GAPS.items()
                },
                "all": "Shown: all five gaps.",
            },
            spoken=True,
        ),
    ),
    announce="shown",
)
