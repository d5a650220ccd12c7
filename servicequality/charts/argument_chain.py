"""The argument of the course as a drawing: five steps, and the question that each link asks."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Node = Any
Translate = Callable[[str], str]

WIDTH = 360
LEFT, BOX_WIDTH, BOX_HEIGHT = 8, 344, 36
STEP = 104
STEPS = (
    "The hotel serves better",
    "Guests perceive better service",
    "They choose it, and come back",
    "The hotel earns more",
    "It keeps its advantage",
)
# Each link: its question, then how far it holds and which chapters ask.
LINKS = (
    ("Do guests notice it?", "Not always. Chapters 3 and 4"),
    ("Does it move them?", "It varies with the service. Chapters 2 and 6"),
    ("Does it pay?", "Contested. Chapters 5 and 6"),
    ("Can the neighbour copy it?", "No study shown here. A story: chapter 12"),
)
DESCRIPTION = (
    "Drawing of a chain of five steps, from top to bottom: the hotel serves better; guests "
    "perceive better service; they choose the hotel and come back; the hotel earns more; it keeps "
    "its advantage. Each of the four links asks a question. Do guests notice it? Not always: "
    "chapters 3 and 4. Does it move them? It varies with the service: chapters 2 and 6. Does it "
    "pay? Contested: chapters 5 and 6. Can the neighbour copy it? No study is shown here: "
    "chapter 12 tells a story."
)


def argument_chain(translate: Translate) -> Node:
    """The drawing as an `svg` node, its texts translated."""
    parts: list[Node] = []
    for place, step in enumerate(STEPS):
        top = 4 + place * STEP
        parts.append(box(top, translate(step)))
        if place < len(LINKS):
            question, status = LINKS[place]
            parts += link(top + BOX_HEIGHT, translate(question), translate(status))
    attributes = {
        "viewBox": f"0 0 {WIDTH} {8 + (len(STEPS) - 1) * STEP + BOX_HEIGHT}",
        "role": "img",
        "aria-label": translate(DESCRIPTION),
    }
    return ["svg", attributes, *parts]


def box(top: int, label: str) -> Node:
    """One step: a box with its text."""
    shape = {"x": LEFT, "y": top, "width": BOX_WIDTH, "height": BOX_HEIGHT, "rx": 8}
    place = {"class": "sq-box-label", "x": WIDTH / 2, "y": top + 23}
    return ["g", {"class": "sq-box"}, ["rect", shape], ["text", place, label]]


def link(top: int, question: str, status: str) -> list[Node]:
    """One link: an arrow down, its question and how far it holds beside it."""
    foot = top + STEP - BOX_HEIGHT
    arrow = f"M30 {top + 4} V{foot - 4} M24 {foot - 12} L30 {foot - 4} L36 {foot - 12}"
    return [
        ["path", {"d": arrow}],
        ["text", {"class": "sq-start sq-bold", "x": 50, "y": top + 29}, question],
        ["text", {"class": "sq-start sq-small", "x": 50, "y": top + 48}, status],
    ]
