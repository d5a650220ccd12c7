"""The service-profit chain as a drawing: six boxes, five links and a short cut, with evidence."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Node = Any
Translate = Callable[[str], str]

WIDTH = 360
LEFT, BOX_WIDTH, BOX_HEIGHT, STEP = 4, 196, 42, 104
MIDDLE = LEFT + BOX_WIDTH / 2
BOXES = (
    "Good work inside",
    "Satisfied staff who stay",
    "Good service",
    "Satisfied guests",
    "Guests who return",
    "Profit",
)
# For each link: whether it is contested, and what studies say about it, in two lines.
LINKS = (
    (False, "many studies,", "strength differs by service"),
    (True, "many studies; the “mirror” of staff", "and guests was not always found"),
    (False, "many studies: the way from", "staff to guests leads through here"),
    (False, "satisfaction moves intentions;", "returning is one step more"),
    (True, "contested: four companies,", "16,000 customers"),
)
HEIGHT = STEP * (len(BOXES) - 1) + BOX_HEIGHT + 8
RIGHT = WIDTH - 6


def profit_chain_links(translate: Translate) -> Node:
    """The drawing as an `svg` node, its texts translated. A dashed link is contested."""
    boxes = [box(position, translate(name)) for position, name in enumerate(BOXES)]
    links = [link(position, *parts, translate) for position, parts in enumerate(LINKS)]
    attributes = {
        "viewBox": f"0 0 {WIDTH} {HEIGHT}",
        "role": "img",
        "aria-label": translate(
            "Drawing of the service-profit chain: six boxes from top to bottom, five links between "
            "them, and a short cut from staff to profit. Links 2 and 5 are dashed."
        ),
    }
    return ["svg", attributes, *links, short_cut(translate), *boxes]


def top(position: int) -> int:
    """The upper edge of a box."""
    return 4 + STEP * position


def box(position: int, name: str) -> Node:
    """One box with its name."""
    edge = top(position)
    return [
        "g",
        {"class": "sq-box"},
        ["rect", {"x": LEFT, "y": edge, "width": BOX_WIDTH, "height": BOX_HEIGHT, "rx": 8}],
        text(MIDDLE, edge + 26, name, "sq-box-label"),
    ]


def link(position: int, contested: bool, first: str, second: str, translate: Translate) -> Node:
    """The arrow from one box to the next, its number, and what studies say about it."""
    start = top(position) + BOX_HEIGHT
    end = top(position + 1)
    middle = (start + end) / 2
    x = LEFT + 20
    line: Node = ["path", {"d": f"M{x} {start} V{end - 8}"}]
    if contested:
        line = ["path", {"class": "sq-divider", "d": f"M{x} {start} V{end - 8}"}]
    return [
        "g",
        {},
        line,
        arrow(x, end),
        text(x + 18, middle + 5, str(position + 1), "sq-bold"),
        text(x + 34, middle - 4, translate(first), "sq-small sq-start"),
        text(x + 34, middle + 14, translate(second), "sq-small sq-start"),
    ]


def short_cut(translate: Translate) -> Node:
    """The way from staff to profit that leads past the guests."""
    start, end = top(1) + BOX_HEIGHT / 2, top(5) + BOX_HEIGHT / 2
    edge = LEFT + BOX_WIDTH
    return [
        "g",
        {},
        ["path", {"d": f"M{edge} {start} H{RIGHT} V{end} H{edge + 8}"}],
        ["path", {"class": "sq-arrow", "d": f"M{edge} {end} l9 -5 v10 z"}],
        text(edge + 22, start - 8, "6", "sq-bold"),
        text(RIGHT - 8, end - 26, translate("98 hotels: what"), "sq-small sq-end"),
        text(RIGHT - 8, end - 8, translate("turnover costs"), "sq-small sq-end"),
    ]


def arrow(x: float, y: float) -> Node:
    """An arrow's head that points down."""
    return ["path", {"class": "sq-arrow", "d": f"M{x} {y} l-5 -9 h10 z"}]


def text(x: float, y: float, content: str, name: str) -> Node:
    """A line of text at a place."""
    return ["text", {"x": x, "y": y, "class": name}, content]
