"""The ten principles as a drawing: from the goal to the guest's needs, to delivery, and back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Node = Any
Translate = Callable[[str], str]

WIDTH = 360
LEFT, BOX_WIDTH = 26, 330
STEP = 18
# Each box: its lines, the gap that it works on first, and its height.
BOXES: tuple[tuple[tuple[str, ...], str], ...] = (
    (("1 Leadership: a goal for all",), "gap-2"),
    (("2 Marketing in every department",), "gap-4"),
    (("3 The guest’s needs",), "gap-1"),
    (("9 Standards, training, reward",), "gap-2"),
    (
        (
            "4 One team",
            "5 Work well organised",
            "6 Freedom factor",
            "7 Technology with a purpose",
            "8 People who are able",
        ),
        "gap-3",
    ),
    (("10 Results fed back to the teams",), ""),
)
GAPS = {
    "gap-1": "Gap 1",
    "gap-2": "Gap 2",
    "gap-3": "Gap 3",
    "gap-4": "Gap 4",
    "": "closes the loop",
}
DESCRIPTION = (
    "Drawing of the ten principles in six boxes, from top to bottom, joined by arrows: 1 "
    "leadership, for Gap 2; 2 marketing in every department, for Gap 4; 3 the guest’s needs, for "
    "Gap 1; 9 standards, training and reward, for Gap 2; then together 4 one team, 5 work well "
    "organised, 6 the freedom factor, 7 technology and 8 people, for Gap 3; and 10 results fed "
    "back to the teams. From there a line runs back up to the guest’s needs."
)


def height(lines: tuple[str, ...]) -> int:
    """The height of a box."""
    return 44 + 22 * (len(lines) - 1) + 18


def tops() -> list[int]:
    """The upper edges of the boxes."""
    found, at = [], 4
    for lines, _gap in BOXES:
        found.append(at)
        at += height(lines) + STEP
    return found


def principle_loop(translate: Translate) -> Node:
    """The drawing as an `svg` node, its texts translated."""
    edges = tops()
    parts: list[Node] = []
    for at, (lines, gap) in enumerate(BOXES):
        parts.append(box(edges[at], lines, gap, translate))
        if at > 0:
            parts += arrow(edges[at])
    last = edges[-1] + height(BOXES[-1][0]) / 2
    needs = edges[2] + height(BOXES[2][0]) / 2
    parts.append(["path", {"d": f"M{LEFT} {last} H8 V{needs} H{LEFT - 8}"}])
    parts.append(["path", {"class": "sq-arrow", "d": f"M{LEFT} {needs} l-9 -5 v10 z"}])
    attributes = {
        "viewBox": f"0 0 {WIDTH} {edges[-1] + height(BOXES[-1][0]) + 6}",
        "role": "img",
        "aria-label": translate(DESCRIPTION),
    }
    return ["svg", attributes, *parts]


def box(top: int, lines: tuple[str, ...], gap: str, translate: Translate) -> Node:
    """A box with its lines, and below them the gap."""
    shape = {"x": LEFT, "y": top, "width": BOX_WIDTH, "height": height(lines), "rx": 8}
    written: list[Node] = [
        text(top + 26 + 22 * place, translate(line), "sq-start sq-bold")
        for place, line in enumerate(lines)
    ]
    written.append(text(top + 26 + 22 * len(lines) - 2, translate(GAPS[gap]), "sq-start sq-small"))
    look = f"sq-toned sq-{gap}" if gap else "sq-box"
    return ["g", {"class": look}, ["rect", shape], *written]


def arrow(top: int) -> list[Node]:
    """An arrow down to the upper edge of a box."""
    x = LEFT + BOX_WIDTH / 2
    return [
        ["path", {"d": f"M{x} {top - STEP} V{top - 8}"}],
        ["path", {"class": "sq-arrow", "d": f"M{x} {top} l-5 -9 h10 z"}],
    ]


def text(y: float, content: str, name: str) -> Node:
    """A line of text in a box."""
    return ["text", {"x": LEFT + 16, "y": y, "class": name}, content]
