"""Two lists of ten as a drawing: what stands in both, and what in one alone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Node = Any
Translate = Callable[[str], str]

WIDTH = 360
BOX_WIDTH, BOX_HEIGHT, ROW = 168, 34, 42
LEFT, RIGHT = 2, 190
# Pairs that ask for nearly the same, pairs of which this may be doubted, and what stands in one
# list alone. Our reading, from the names.
BOTH = (
    ("Guests’ needs", "Listening"),
    ("One team", "Teamwork"),
    ("Leadership", "Servant leadership"),
    ("Work well organised", "Service design"),
)
PERHAPS = (
    ("Results fed back", "Employee research"),
    ("Standards, reward", "Reliability"),
)
LEFT_ALONE = ("Marketing everywhere", "Freedom factor", "Technology", "People")
RIGHT_ALONE = ("Basic service", "Recovery", "Surprising customers", "Fair play")
DESCRIPTION = (
    "Drawing of two lists of ten, side by side. Four pairs are joined by a line, because they ask "
    "for nearly the same: guests’ needs and listening; one team and teamwork; leadership and "
    "servant leadership; work well organised and service design. Two are joined by a dotted line, "
    "because this may be doubted: results fed back and employee research; standards with reward "
    "and reliability. Four stand in our list alone: marketing everywhere, "
    "the freedom factor, technology, people. Four stand in the other alone: basic service, "
    "recovery, surprising customers, fair play."
)


def two_lists(translate: Translate) -> Node:
    """The drawing as an `svg` node, its texts translated."""
    parts: list[Node] = [
        text(LEFT + BOX_WIDTH / 2, 16, translate("This chapter"), "sq-bold"),
        text(RIGHT + BOX_WIDTH / 2, 16, translate("Berry and others"), "sq-bold"),
    ]
    top = 28
    for ours, theirs in BOTH + PERHAPS:
        middle = top + BOX_HEIGHT / 2
        line = {"d": f"M{LEFT + BOX_WIDTH} {middle} H{RIGHT}"}
        if (ours, theirs) in PERHAPS:
            line["stroke-dasharray"] = "3 4"
        parts.append(["path", line])
        parts += [box(LEFT, top, translate(ours)), box(RIGHT, top, translate(theirs))]
        top += ROW
    parts.append(["path", {"class": "sq-divider", "d": f"M0 {top + 4} H{WIDTH}"}])
    parts.append(text(WIDTH / 2, top + 24, translate("in one list alone"), "sq-small"))
    top += 36
    for ours, theirs in zip(LEFT_ALONE, RIGHT_ALONE, strict=True):
        parts += [box(LEFT, top, translate(ours)), box(RIGHT, top, translate(theirs))]
        top += ROW
    attributes = {
        "viewBox": f"0 0 {WIDTH} {top}",
        "role": "img",
        "aria-label": translate(DESCRIPTION),
    }
    return ["svg", attributes, *parts]


def box(x: int, top: int, name: str) -> Node:
    """A box with one name."""
    shape = {"x": x, "y": top, "width": BOX_WIDTH, "height": BOX_HEIGHT, "rx": 8}
    label = text(x + BOX_WIDTH / 2, top + 22, name, "sq-box-label")
    return ["g", {"class": "sq-box"}, ["rect", shape], label]


def text(x: float, y: float, content: str, name: str) -> Node:
    """A line of text at a place."""
    return ["text", {"x": x, "y": y, "class": name}, content]
