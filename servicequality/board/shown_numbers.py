"""Numbers of a class as nodes: a sentence, a chart of columns, a table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from servicequality.board.pictures import Picture, pictured
from servicequality.board.say import Node, Say, paragraph, whole
from servicequality.board.shown_options import matrix, share_cell
from servicequality.board.sides import Beside, Told, entry_label
from servicequality.charts.answer_bins import answer_bins
from servicequality.core.numbers import compare
from servicequality.marking.nodes import table

# So few whole places are shown by name, as the places of steps in an order.
FEW_PLACES = 12


def number_nodes(say: Say, found: Beside, mark: bool) -> list[Node]:
    """A number in one round or two: a figure with its sentence, and its table folded away."""
    title = label_and_unit(say, found.now)
    parts: list[Node] = [["p", {"class": "sq-board-title"}, ["strong", {}, title]]]
    for picture in number_pictures(say, found):
        parts.append(pictured(say, picture))
    parts += [paragraph(number_sentence(say, label, told)) for label, told in found.sides]
    if mark and found.now["right"]:
        right = say.number(found.now["right"][0], found.now["decimals"], found.now["unit"])
        words = ["strong", {"class": "sq-board-right"}, say("right_number", right=right)]
        parts.append(["p", {}, words])
    return [*parts, folded(say.strings["as_table"], bin_table(say, title, found))]


def label_and_unit(say: Say, entry: Told) -> str:
    """What a number is called, with its unit."""
    label = entry_label(say, entry)
    return say("label_and_unit", label=label, unit=entry["unit"]) if entry["unit"] else label


def number_sentence(say: Say, label: str, entry: Told) -> str:
    """How many entered a number, its middle and its ends."""
    if entry["median"] is None:
        return say("number_none", label=label)
    finer = finer_decimals(entry)
    names = {"median": finer, "lower": finer, "upper": finer,
             "lowest": entry["decimals"], "highest": entry["decimals"]}  # fmt: skip
    words = {name: say.number(entry[name], places, entry["unit"])
             for name, places in names.items()}  # fmt: skip
    return say("number_told", label=label, count=entry["values"], **words)


def finer_decimals(entry: Told) -> int:
    """Decimals for what may lie between two steps: one more where it does."""
    places: int = entry["decimals"]
    between = any(
        compare(round(entry[name], places), entry[name]) != 0
        for name in ("median", "lower", "upper")
    )
    return places + between


def bin_label(say: Say, entry: Told, part: Told, name: str = "range") -> str:
    """A value, or the two ends of a range, put together by the text of a name."""
    low, high = part["low"], part["high"]
    places = entry["decimals"]
    if compare(low, high) == 0:
        return say.number(low, places)
    # Ends of ranges may need a decimal more than what is entered.
    if any(compare(round(end, places), end) != 0 for end in (low, high)):
        places += 1
    return say(name, low=say.number(low, places), high=say.number(high, places))


def same_bins(found: Beside) -> bool:
    """Whether both rounds are counted by the same bins."""
    ends = [[(part["low"], part["high"]) for part in told["bins"]] for _, told in found.sides]
    return all(one == ends[0] for one in ends)


def number_rows(say: Say, sides: Sequence[tuple[str, Told]]) -> list[dict[str, Any]]:
    """Rows of the chart `answer_bins`."""
    return [
        {"bin": bin_label(say, told, part, "range_lines"), "who": who, "count": part["count"]}
        for who, told in sides
        for part in told["bins"]
    ]


def number_pictures(say: Say, found: Beside, title: str = "") -> list[Picture]:
    """The charts of a number: one, or one for each round where their bins differ."""
    drawn = [found.sides] if same_bins(found) else [[side] for side in found.sides]
    pictures = []
    for sides in drawn:
        if not any(told["bins"] for _, told in sides):
            continue
        texts = {
            # The unit stands above: charts with the same texts are compiled once for all.
            "axis": "" if len(drawn) == 1 else sides[0][0],
            "count": say.strings["count_axis"],
            "before": sides[0][0] if len(sides) > 1 else "",
            "now": sides[-1][0],
            "title": title,
        }
        pictures.append(Picture(answer_bins, texts, number_rows(say, sides)))
    return pictures


def bin_table(say: Say, title: str, found: Beside) -> Node:
    """The counts by value or range."""
    if not same_bins(found):
        tables = [
            bin_table(say, f"{title}, {label}", Beside(told, label)) for label, told in found.sides
        ]
        return ["div", {}, *tables]
    heads = [say.strings["value"], *(label for label, _ in found.sides)]
    rows = [
        (bin_label(say, found.now, part),
         *(whole(told["bins"][place]["count"]) for _, told in found.sides))
        for place, part in enumerate(found.now["bins"])
    ]  # fmt: skip
    return table(title, heads, rows)


def number_matrix(say: Say, title: str, entries: Sequence[Told], mark: bool) -> Node:
    """Numbers in the rows of a table: their middle and ends; of steps in an order, their places."""
    if all(is_place(entry) for entry in entries):
        return place_matrix(say, title, entries, mark)
    names = ("count", "median", "lower", "upper", "lowest", "highest")
    top: list[Node] = [["th", {"scope": "col"}, say.strings["row"]]]
    top += [["th", {"scope": "col", "class": "sq-number"}, say.strings[f"head_{name}"]]
            for name in names]  # fmt: skip
    body: list[Node] = ["tbody", {}]
    for entry in entries:
        line: list[Node] = ["tr", {}, ["th", {"scope": "row"}, entry["row"] or entry["label"]]]
        line.append(["td", {"class": "sq-number"}, whole(entry["values"])])
        finer = 0 if entry["median"] is None else finer_decimals(entry)
        for name in names[1:]:
            places = entry["decimals"] if name in ("lowest", "highest") else finer
            shown = say.number(entry[name], places, entry["unit"])
            line.append(["td", {"class": "sq-number"}, shown])
        body.append(line)
    return matrix(title, top, body)


def is_place(entry: Told) -> bool:
    """Whether a number is the place of a step: whole, right at one place, one of a few."""
    bins = entry["bins"]
    return bool(entry["right"]) and 0 < len(bins) <= FEW_PLACES and bins[0]["low"] == 1


def place_matrix(say: Say, title: str, entries: Sequence[Told], mark: bool) -> Node:
    """Steps by the places where they were put."""
    places = [part["low"] for part in entries[0]["bins"]]
    top: list[Node] = [["th", {"scope": "col"}, say.strings["step"]]]
    top += [["th", {"scope": "col", "class": "sq-number"}, say("place", place=place)]
            for place in places]  # fmt: skip
    body: list[Node] = ["tbody", {}]
    for entry in entries:
        line: list[Node] = ["tr", {}, ["th", {"scope": "row"}, entry["label"]]]
        for part in entry["bins"]:
            share = part["count"] / entry["values"] if entry["values"] else 0.0
            right = mark and part["low"] in entry["right"]
            line.append(share_cell(say, {"count": part["count"], "share": share}, right))
        body.append(line)
    return matrix(title, top, body)


def folded(title: str, inner: Node) -> Node:
    """A part that opens when it is asked for."""
    summary = ["summary", {}, title]
    return ["details", {"class": "sq-board-folded"}, summary, scrolling(title, inner)]


def scrolling(label: str, inner: Node) -> Node:
    """A part that scrolls by itself where it is too wide, with the keyboard too."""
    attributes = {
        "class": "sq-board-scroll",
        "role": "region",
        "aria-label": label,
        "tabindex": "0",
    }
    return ["div", attributes, inner]
