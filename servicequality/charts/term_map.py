"""The terms of chapter 2 on a map: whose they are, and when in a stay they come into play."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Node = Any
Translate = Callable[[str], str]

WIDTH, HEIGHT = 360, 486
BOX_WIDTH = 160
GUEST, HOTEL = 20, 194
# The bands from top to bottom: a name, and where it begins.
BANDS = [
    ("Before the stay", 34),
    ("During the stay", 130),
    ("After the stay", 254),
    ("At all times, for everybody", 402),
]
# Each box: its lines of text, left edge, top edge, height.
BOXES = [
    (("Expected service",), GUEST, 58, 54),
    (("Product features,", "as planned"), HOTEL, 58, 54),
    (("Perceived service",), GUEST, 154, 40),
    (("Total customer cost",), GUEST, 200, 40),
    (("Functional quality",), HOTEL, 154, 40),
    (("Freedom from", "deficiencies"), HOTEL, 200, 40),
    (("Customer", "satisfaction"), GUEST, 278, 48),
    (("Technical quality",), HOTEL, 278, 48),
]
# Satisfaction compares what was expected with what was perceived.
COMPARED = "M20 85 H8 V302 H20 M8 174 H20"
DESCRIPTION = (
    "Map of eleven terms. Before the stay: on the guest’s side the expected service, on the "
    "hotel’s side the product features, as planned. During the stay: on the guest’s side the "
    "perceived service and the total customer cost, on the hotel’s side functional quality and "
    "freedom from deficiencies. After the stay: on the guest’s side customer satisfaction, joined "
    "by a line to expected and perceived service, on the hotel’s side technical quality, and below "
    "both customer delivered value: total customer value minus total customer cost. At all times, "
    "for everybody: societal quality, no harm."
)


def term_map(translate: Translate) -> Node:
    """The drawing as an `svg` node, its texts translated."""
    attributes = {
        "viewBox": f"0 0 {WIDTH} {HEIGHT}",
        "role": "img",
        "aria-label": translate(DESCRIPTION),
    }
    heads = [
        text(GUEST + BOX_WIDTH / 2, 18, translate("The guest’s"), "sq-bold"),
        text(HOTEL + BOX_WIDTH / 2, 18, translate("The hotel’s"), "sq-bold"),
    ]
    bands: list[Node] = []
    for name, top in BANDS:
        bands.append(["path", {"class": "sq-divider", "d": f"M0 {top - 6} H{WIDTH}"}])
        bands.append(text(WIDTH / 2, top + 14, translate(name), "sq-small"))
    boxes = [box(*shape, translate) for shape in BOXES]
    delivered = wide(334, ("Customer delivered value =", "total value minus total cost"), translate)
    society = wide(
        426, ("Societal (ethical) quality:", "no harm to guests or to society"), translate
    )
    link: Node = ["path", {"d": COMPARED}]
    return ["svg", attributes, *heads, *bands, link, *boxes, delivered, society]


def wide(top: int, lines: tuple[str, ...], translate: Translate) -> Node:
    """A box across the whole map."""
    return box(lines, GUEST, top, 52, translate, HOTEL + BOX_WIDTH - GUEST)


def box(
    lines: tuple[str, ...],
    x: int,
    y: int,
    height: int,
    translate: Translate,
    width: int = BOX_WIDTH,
) -> Node:
    """A box with one or two lines of text in its middle."""
    middle = y + height / 2 + 5
    start = middle - 9 * (len(lines) - 1)
    written = [
        text(x + width / 2, start + 18 * place, translate(line), "sq-box-label")
        for place, line in enumerate(lines)
    ]
    rect = ["rect", {"x": x, "y": y, "width": width, "height": height, "rx": 8}]
    return ["g", {"class": "sq-box"}, rect, *written]


def text(x: float, y: float, content: str, name: str) -> Node:
    """A line of text round a place."""
    return ["text", {"x": x, "y": y, "class": name}, content]
