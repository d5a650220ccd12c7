"""Two numbers of each student against each other, as nodes."""

from __future__ import annotations

from typing import Any

from servicequality.board.pictures import Picture, pictured
from servicequality.board.say import Node, Say, decimal, paragraph, whole
from servicequality.board.shown_numbers import folded, label_and_unit
from servicequality.board.sides import Told
from servicequality.charts.answer_scatter import answer_scatter
from servicequality.marking.nodes import table


def scatter_picture(say: Say, told: Told, title: str = "") -> Picture:
    """The chart of a scatter; `told` may hold `ranges`, lowest and highest number of both axes."""
    texts = {axis: label_and_unit(say, told[axis]) for axis in ("x", "y")}
    across, up = told.get("ranges") or (None, None)
    corners = []
    if across and up:
        corners = [{"x": across[end], "y": up[end], "count": 0} for end in (0, 1)]
    equal = say.strings["scatter_equal"] if is_comparable(told) else ""
    return Picture(
        answer_scatter, {**texts, "title": title, "equal": equal}, [*told["points"], *corners]
    )


def is_comparable(told: Told) -> bool:
    """Whether both numbers are on one scale, so that it says something if they are the same."""
    across, up = told.get("ranges") or (None, None)
    return across is not None and across == up and told["x"]["unit"] == told["y"]["unit"]


def scatter_nodes(say: Say, told: dict[str, Any]) -> list[Node]:
    """The scatter with a sentence and its table; `told` is what the class server tells of it."""
    points = told["points"]
    titles = {axis: label_and_unit(say, told[axis]) for axis in ("x", "y")}
    heading = say("scatter_title", x=titles["x"], y=titles["y"])
    if not points:
        return [paragraph(say.strings["scatter_nobody"])]
    count = sum(point["count"] for point in points)
    rows = [
        (decimal(point["x"], told["x"]["decimals"]), decimal(point["y"], told["y"]["decimals"]),
         whole(point["count"]))
        for point in points
    ]  # fmt: skip
    heads = [titles["x"], titles["y"], say.strings["head_count"]]
    text = say("scatter_told", count=count)
    if len(points) < count:
        text = f"{text} {say.strings['scatter_several']}"
    if is_comparable(told):
        text = f"{text} {say.strings['scatter_equal']}"
    return [
        ["p", {"class": "sq-board-title"}, ["strong", {}, heading]],
        pictured(say, scatter_picture(say, told)),
        paragraph(text),
        folded(say.strings["as_table"], table(heading, heads, rows)),
    ]
