"""The five-gap model as a drawing: six boxes, five gaps, the line between guests and hotel."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Node = Any
Translate = Callable[[str], str]

WIDTH, HEIGHT = 360, 452
BOX_HEIGHT = 46
# Each box: its letter, text, left edge, top edge, width, and the gaps that compare it.
BOXES = [
    ("E", "Expected service", 72, 8, 150, "G1 G5"),
    ("P", "Perceived service", 72, 98, 150, "G5"),
    ("D", "Service delivered", 72, 212, 150, "G3 G4"),
    ("A", "Promises", 268, 212, 88, "G4"),
    ("S", "Standards", 72, 306, 150, "G2 G3"),
    ("M", "Managers’ beliefs", 72, 398, 150, "G1 G2"),
]
# Each gap: its line, and the place of its label's middle.
GAPS = {
    "G1": ("M72 421 H30 V31 H72", 30, 262),
    "G2": ("M147 398 V352", 147, 375),
    "G3": ("M147 306 V258", 147, 282),
    "G4": ("M222 235 H268", 245, 196),
    "G5": ("M147 54 V98", 147, 76),
}
DESCRIPTION = (
    "Drawing of the five-gap model. Above a dividing line stand the guests’ expected service (E) "
    "and perceived service (P), with Gap 5 between them. Below it, the hotel’s managers’ beliefs "
    "(M), standards (S), service delivered (D) and promises (A). Gap 1 lies between M and E, Gap 2 "
    "between S and M, Gap 3 between D and S, Gap 4 between D and A."
)


def gap_model(translate: Translate) -> Node:
    """The drawing as an `svg` node, its texts translated.

    Boxes and gaps carry `data-part` (the ids of the gaps they belong to), gaps also `data-pick`,
    which sets the field `gap` when they are tapped.
    """
    divider: Node = ["path", {"class": "sq-divider", "d": f"M56 178 H{WIDTH}"}]
    link: Node = ["path", {"class": "sq-link", "d": "M147 212 V144"}]
    # What the hotel promises reaches the guests too.
    promise: Node = ["path", {"class": "sq-link", "d": "M312 212 V31 H222 M312 121 H222"}]
    sides = [
        text(WIDTH - 2, 170, translate("Guests"), "sq-side"),
        text(WIDTH - 2, 192, translate("Hotel"), "sq-side"),
    ]
    boxes = [box(*shape, translate) for shape in BOXES]
    gaps = [gap(key, *place, translate) for key, place in GAPS.items()]
    attributes = {
        "viewBox": f"0 0 {WIDTH} {HEIGHT}",
        "role": "img",
        "aria-label": translate(DESCRIPTION),
    }
    return ["svg", attributes, divider, link, promise, *sides, *boxes, *gaps]


def box(
    letter: str, label: str, x: int, y: int, width: int, parts: str, translate: Translate
) -> Node:
    """One of the six boxes: its text, and its letter on a second line."""
    middle = x + width / 2
    return [
        "g",
        {"class": "sq-box", "data-part": parts},
        ["rect", {"x": x, "y": y, "width": width, "height": BOX_HEIGHT, "rx": 8}],
        text(middle, y + 20, translate(label), "sq-box-label"),
        text(middle, y + 37, letter, "sq-box-letter"),
    ]


def gap(key: str, line: str, x: int, y: int, translate: Translate) -> Node:
    """One of the five gaps: its line and its label."""
    return [
        "g",
        {"class": f"sq-gap sq-gap-{key[1:]}", "data-part": key, "data-pick": f"gap={key}"},
        ["path", {"d": line}],
        ["rect", {"x": x - 29, "y": y - 13, "width": 58, "height": 26, "rx": 13}],
        text(x, y + 5, f"{translate('Gap')} {key[1:]}", "sq-gap-label"),
    ]


def text(x: float, y: float, content: str, name: str) -> Node:
    """A line of text at a place."""
    return ["text", {"x": x, "y": y, "class": name}, content]
