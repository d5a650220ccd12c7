"""A service blueprint as a drawing: five lanes, three lines, numbered steps and their names.

All measures are whole numbers: the two Pythons write others in different ways.
"""

from __future__ import annotations

from typing import Any

WIDTH = 360
LANE = 56
# The lanes have their names on the left; steps stand to the right of them.
FIRST_STEP, LAST_STEP = 98, 346
RADIUS = 9
KEY_LINE = 19


def drawing(
    lanes: list[dict[str, str]], lines: dict[str, str], words: dict[str, str], steps: list[Any]
) -> list[Any]:
    """The drawing as an `svg` node.

    `lanes` have `id` and `label`, from top to bottom; `lines` maps the lane above each line to its
    name; `words` holds `label` (of the whole drawing), the letters `mark_fail` and `mark_wait`, and
    what they mean, `fail` and `wait`. `steps` have `label`, `lane`, `fail` and `wait` (true or
    false), in their order; the first lane holds things and no steps, so the way does not lead
    through it.
    """
    tops = {}
    parts: list[Any] = []
    titles: list[Any] = []
    for place in range(len(lanes)):
        lane = lanes[place]
        tops[lane["id"]] = place * LANE
        parts.append(text(2, place * LANE + 31, "sq-small sq-start sq-bold", lane["label"]))
        bottom = str((place + 1) * LANE)
        if lane["id"] in lines:
            name = "sq-visibility" if place == len(lanes) // 2 else "sq-divider"
            parts.append(["path", {"class": name, "d": "M0 " + bottom + " H" + str(WIDTH)}])
            title = text(
                WIDTH - 2, place * LANE + LANE - 4, "sq-small sq-end sq-halo", lines[lane["id"]]
            )
            titles.append(title)
    for place in range(1, len(lanes)):
        above = lanes[place - 1]["id"]
        if above not in lines:
            line = "M0 " + str(place * LANE) + " H" + str(WIDTH)
            parts.append(["path", {"class": "sq-link", "d": line}])
    way = ""
    nodes = []
    for place in range(len(steps)):
        step = steps[place]
        x, y = across(place, len(steps)), tops[step["lane"]] + 27
        thing = step["lane"] == lanes[0]["id"]
        if not thing:
            way = way + ("L" if way else "M") + str(x) + " " + str(y)
        nodes.append(node(place, step, thing, x, y, words))
    if way:
        parts.append(["path", {"class": "sq-way", "d": way}])
    key = len(lanes) * LANE + 24
    names = []
    for place in range(len(steps)):
        y = key + place * KEY_LINE
        number = {"number": place + 1, "decimals": 0, "signed": False}
        names.append(["text", {"x": "22", "y": str(y), "class": "sq-small sq-end"}, number])
        names.append(text(30, y, "sq-small sq-start sq-name", steps[place]["label"]))
    y = key + len(steps) * KEY_LINE + 4
    marks = [
        text(2, y, "sq-small sq-start", words["fail"]),
        text(2, y + KEY_LINE, "sq-small sq-start", words["wait"]),
    ]
    box = "0 0 " + str(WIDTH) + " " + str(y + KEY_LINE + 8)
    attributes = {"viewBox": box, "role": "img", "aria-label": words["label"]}
    return ["svg", attributes] + parts + titles + nodes + names + marks


def across(place: int, steps: int) -> int:
    """Where a step stands from left to right."""
    if steps == 1:
        return FIRST_STEP
    return FIRST_STEP + (LAST_STEP - FIRST_STEP) * place // (steps - 1)


def node(
    place: int, step: dict[str, Any], thing: bool, x: int, y: int, words: dict[str, str]
) -> list[Any]:
    """A numbered step, with the letters of its marks above it."""
    if thing:
        box = {
            "x": str(x - RADIUS),
            "y": str(y - RADIUS),
            "width": str(2 * RADIUS),
            "height": str(2 * RADIUS),
        }
        shape: list[Any] = ["rect", box]
    else:
        shape = ["circle", {"cx": str(x), "cy": str(y), "r": str(RADIUS)}]
    number = {"number": place + 1, "decimals": 0, "signed": False}
    name = "sq-step sq-fail" if step["fail"] else "sq-step"
    inside = {"x": str(x), "y": str(y + 4), "class": "sq-number-in"}
    group: list[Any] = ["g", {"class": name}, shape, ["text", inside, number]]
    marks = [words["mark_" + mark] for mark in ("fail", "wait") if step[mark]]
    if marks:
        group.append(text(x, y - 13, "sq-mark sq-halo", " ".join(marks)))
    return group


def text(x: int, y: int, name: str, content: str) -> list[Any]:
    """A line of text at a place."""
    return ["text", {"x": str(x), "y": str(y), "class": name}, content]
