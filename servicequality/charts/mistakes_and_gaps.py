"""Mistakes of leaders and the gaps of the five-gap model that each can widen first: a drawing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Node = Any
Translate = Callable[[str], str]

WIDTH = 360
LEFT_WIDTH, LEFT_HEIGHT, STEP = 204, 38, 52
RIGHT, RIGHT_WIDTH, RIGHT_HEIGHT, RIGHT_STEP = 236, 120, 52, 94
# Each row: the mistake, what it is about, and the numbers of the gaps that it can widen first.
ROWS = (
    ("M1", "all at once", (4,)),
    ("M8", "words without deeds", (2,)),
    ("M2", "only staff", (2,)),
    ("M2", "only standards", (3,)),
    ("M3", "only the employees", (3,)),
    ("M4", "left to HR", (3, 1)),
    ("M2", "only equipment", (1,)),
)
# Only under a condition, which the source line of the figure tells: a dashed line.
CONDITIONAL = {"M1"}
# From top to bottom, so that no lines cross.
GAPS = ((4, "communication"), (2, "standards"), (3, "performance"), (1, "knowledge"))
HEIGHT = STEP * (len(ROWS) - 1) + LEFT_HEIGHT + 8
DESCRIPTION = (
    "Drawing with seven boxes on the left, joined to four gaps on the right. Wanting all at once, "
    "mistake 1, widens Gap 4, by a dashed line: only where guests are promised it. Words without "
    "deeds, mistake 8, and renewing only staff, mistake 2, widen Gap 2. Renewing only standards, "
    "mistake 2, and turning only to the employees, mistake 3, widen Gap 3. Leaving it to the "
    "human-resources department, mistake 4, can widen Gap 3 or Gap 1. Renewing only equipment, "
    "mistake 2, widens Gap 1."
)


def mistakes_and_gaps(translate: Translate) -> Node:
    """The drawing as an `svg` node, its texts translated."""
    lines = [
        line(place, gap, mistake in CONDITIONAL)
        for place, (mistake, _about, widened) in enumerate(ROWS)
        for gap in widened
    ]
    boxes = [
        box(place, mistake, translate(about)) for place, (mistake, about, _gap) in enumerate(ROWS)
    ]
    gaps = [gap_box(place, number, name, translate) for place, (number, name) in enumerate(GAPS)]
    attributes = {
        "viewBox": f"0 0 {WIDTH} {HEIGHT}",
        "role": "img",
        "aria-label": translate(DESCRIPTION),
    }
    return ["svg", attributes, *lines, *boxes, *gaps]


def gap_top(place: int) -> float:
    """The upper edge of a gap’s box."""
    return 4 + (HEIGHT - 8 - RIGHT_HEIGHT - RIGHT_STEP * (len(GAPS) - 1)) / 2 + RIGHT_STEP * place


def line(place: int, gap: int, dashed: bool) -> Node:
    """The curve from a mistake to its gap, in the colour of the gap."""
    start = 4 + STEP * place + LEFT_HEIGHT / 2
    index = next(index for index, (number, _name) in enumerate(GAPS) if number == gap)
    end = gap_top(index) + RIGHT_HEIGHT / 2
    edge, middle = 4 + LEFT_WIDTH, (4 + LEFT_WIDTH + RIGHT) / 2
    curve = f"M{edge} {start} C{middle} {start} {middle} {end} {RIGHT} {end}"
    shape = {"d": curve, "class": "sq-divider"} if dashed else {"d": curve}
    return ["g", {"class": f"sq-gap sq-gap-{gap}"}, ["path", shape]]


def box(place: int, mistake: str, about: str) -> Node:
    """One mistake: its number in bold, and what it is about."""
    top = 4 + STEP * place
    shape = {"x": 4, "y": top, "width": LEFT_WIDTH, "height": LEFT_HEIGHT, "rx": 8}
    return [
        "g",
        {"class": "sq-box"},
        ["rect", shape],
        ["text", {"class": "sq-start sq-bold", "x": 14, "y": top + 24}, mistake],
        ["text", {"class": "sq-start", "x": 46, "y": top + 24}, about],
    ]


def gap_box(place: int, number: int, name: str, translate: Translate) -> Node:
    """One gap in its colour, with its number and its name."""
    top = gap_top(place)
    shape = {"x": RIGHT, "y": top, "width": RIGHT_WIDTH, "height": RIGHT_HEIGHT, "rx": 8}
    middle = RIGHT + RIGHT_WIDTH / 2
    return [
        "g",
        {"class": f"sq-gap sq-gap-{number}"},
        ["rect", shape],
        [
            "text",
            {"class": "sq-gap-label", "x": middle, "y": top + 22},
            f"{translate('Gap')} {number}",
        ],
        ["text", {"class": "sq-gap-label", "x": middle, "y": top + 40}, translate(name)],
    ]
