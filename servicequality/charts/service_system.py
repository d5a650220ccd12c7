"""Excellent service as a system: right first time, a plan for failure, and what carries both."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Node = Any
Translate = Callable[[str], str]

WIDTH, HEIGHT = 360, 394
LEFT, MAIN = 6, 164
RIGHT, PLAN = 206, 148
MIDDLE = LEFT + MAIN / 2
FAILURE = RIGHT + PLAN / 2
# What carries the way above, with the left edge and the width of each box.
BASE = (("Processes", 6, 108), ("Structure", 126, 108), ("Policies", 246, 108))
DESCRIPTION = (
    "Drawing of service as a system. A guest’s way leads down the left side: the hotel informs the "
    "guest, does it right the first time, and asks the guest afterwards. Where something fails, "
    "the way turns right to a plan that starts at once: listen, put right, make good; then it "
    "returns to the question. Below, three boxes carry the way: processes, structure and policies. "
    "What guests say leads into them and changes them."
)


def service_system(translate: Translate) -> Node:
    """The drawing as an `svg` node, its texts translated."""
    links = [
        path(f"M{MIDDLE} 50 V92", *head(MIDDLE, 100)),
        path(f"M{MIDDLE} 142 V230", *head(MIDDLE, 238)),
        path(f"M{LEFT + MAIN} 121 H{RIGHT - 8}", *side(RIGHT, 121, 1)),
        path(f"M{FAILURE} 198 V259 H{LEFT + MAIN + 8}", *side(LEFT + MAIN, 259, -1)),
        path(f"M{MIDDLE} 280 V336", *head(MIDDLE, 344)),
    ]
    words = [
        text(MIDDLE + 12, 192, translate("all is well"), "sq-small sq-start"),
        text(RIGHT, 88, translate("something fails"), "sq-small sq-start"),
        text(MIDDLE + 12, 312, translate("what guests say changes"), "sq-small sq-start"),
        text(MIDDLE + 12, 330, translate("what carries the service:"), "sq-small sq-start"),
    ]
    boxes = [
        box(LEFT, 8, MAIN, 42, translate("Inform the guest")),
        box(LEFT, 100, MAIN, 42, translate("Right the first time"), "sq-box sq-strong"),
        box(RIGHT, 100, PLAN, 98, translate("Plan for failure"), "sq-box sq-strong"),
        box(LEFT, 238, MAIN, 42, translate("Ask: all well?")),
        *(box(x, 344, width, 42, translate(name)) for name, x, width in BASE),
    ]
    steps = [
        text(FAILURE, 147, translate("starts at once:"), "sq-small"),
        text(FAILURE, 167, translate("listen, put right,"), "sq-small"),
        text(FAILURE, 185, translate("make good"), "sq-small"),
    ]
    attributes = {
        "viewBox": f"0 0 {WIDTH} {HEIGHT}",
        "role": "img",
        "aria-label": translate(DESCRIPTION),
    }
    return ["svg", attributes, *links, *boxes, *steps, *words]


def box(x: int, y: int, width: int, height: int, label: str, kind: str = "sq-box") -> Node:
    """A box with its name in its upper part."""
    return [
        "g",
        {"class": kind},
        ["rect", {"x": x, "y": y, "width": width, "height": height, "rx": 8}],
        text(x + width / 2, y + 26, label, "sq-box-label"),
    ]


def path(line: str, *arrow: Node) -> Node:
    """A line of the way with its arrow's head."""
    return ["g", {}, ["path", {"class": "sq-link", "d": line}], *arrow]


def head(x: float, y: float) -> list[Node]:
    """An arrow's head that points down, its tip at a place."""
    return [["path", {"class": "sq-arrow", "d": f"M{x} {y} l-5 -9 h10 z"}]]


def side(x: float, y: float, direction: int) -> list[Node]:
    """An arrow's head that points right (1) or left (−1), its tip at a place."""
    return [["path", {"class": "sq-arrow", "d": f"M{x} {y} l{-9 * direction} -5 v10 z"}]]


def text(x: float, y: float, content: str, name: str) -> Node:
    """A line of text at a place."""
    return ["text", {"x": x, "y": y, "class": name}, content]
