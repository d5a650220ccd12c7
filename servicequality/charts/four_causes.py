"""Unwilling or unable? Four questions before anybody is called unwilling, as a drawing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Node = Any
Translate = Callable[[str], str]

WIDTH = 360
LEFT, BOX_WIDTH, BOX_HEIGHT = 6, 180, 52
RIGHT = 228
STEP = 80
# Each question in two lines, and what helps where the answer is no, in two lines as well.
QUESTIONS = (
    (("Is it clear what", "is expected?"), ("Agree on", "one clear rule")),
    (("Was it shown", "and practised?"), ("Train,", "and repeat it")),
    (("Are tools, time", "and people there?"), ("Repair,", "plan the peak")),
    (("Is this service", "what is rewarded?"), ("Change what", "is rewarded")),
)
LAST = (("Four times yes:", "ask about the will"), ("Hear them,", "thank, involve"))
DESCRIPTION = (
    "Drawing of four questions, one below the other. Is it clear what is expected? If not, agree "
    "on one clear rule. Was it shown and practised? If not, train, and repeat it. Are tools, time "
    "and people there? If not, repair, and plan the peak. Is this service what is rewarded? If "
    "not, change what is rewarded. Only after four times yes comes the question of will: hear "
    "them, thank them and involve them."
)


def four_causes(translate: Translate) -> Node:
    """The drawing as an `svg` node, its texts translated."""
    parts: list[Node] = []
    for place, (question, remedy) in enumerate([*QUESTIONS, LAST]):
        top, last = 6 + place * STEP, place == len(QUESTIONS)
        parts.append(box(top, [translate(line) for line in question], strong=last))
        parts += way_right(top, "" if last else translate("no"))
        if not last:
            parts += way_down(top, translate("yes"))
        parts += [
            ["text", {"class": "sq-start sq-bold", "x": RIGHT, "y": top + y}, translate(line)]
            for line, y in zip(remedy, (23, 42), strict=True)
        ]
    attributes = {
        "viewBox": f"0 0 {WIDTH} {len(QUESTIONS) * STEP + BOX_HEIGHT + 12}",
        "role": "img",
        "aria-label": translate(DESCRIPTION),
    }
    return ["svg", attributes, *parts]


def box(top: int, lines: list[str], *, strong: bool = False) -> Node:
    """A box with two lines of text."""
    shape = {"x": LEFT, "y": top, "width": BOX_WIDTH, "height": BOX_HEIGHT, "rx": 8}
    texts = [
        ["text", {"x": LEFT + BOX_WIDTH / 2, "y": top + y}, line]
        for line, y in zip(lines, (22, 41), strict=True)
    ]
    return ["g", {"class": "sq-box sq-strong" if strong else "sq-box"}, ["rect", shape], *texts]


def way_right(top: int, answer: str) -> list[Node]:
    """The arrow from a box to what helps, with the answer that leads there, if any."""
    edge, middle = LEFT + BOX_WIDTH, top + BOX_HEIGHT // 2
    end = RIGHT - 7
    side = (
        f"M{edge} {middle} H{end} M{end - 8} {middle - 6} L{end} {middle} L{end - 8} {middle + 6}"
    )
    parts: list[Node] = [["path", {"d": side}]]
    if answer:
        parts.append(["text", {"class": "sq-small", "x": edge + 16, "y": middle - 8}, answer])
    return parts


def way_down(top: int, answer: str) -> list[Node]:
    """The arrow from a box to the next, with the answer that leads there."""
    x, foot = LEFT + 40, top + STEP
    down = f"M{x} {top + BOX_HEIGHT} V{foot} M{x - 6} {foot - 8} L{x} {foot} L{x + 6} {foot - 8}"
    beside = {"class": "sq-start sq-small", "x": x + 12, "y": top + BOX_HEIGHT + 19}
    return [["path", {"d": down}], ["text", beside, answer]]
