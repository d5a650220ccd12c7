"""Choices of a class as nodes: a table whose bars and numbers say the same."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import wrap
from typing import Any

from servicequality.board.say import Node, Say, whole
from servicequality.board.sides import Beside, Told, entry_label
from servicequality.classmode.subjects import OPTIONS, ItemSubject, Subject

# As long as a line of a label may be in a picture, in characters, and how many there may be.
LINE, LINES = 40, 3

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def is_lettered(entry: Told) -> bool:
    """Whether the options of an entry have letters: those that a question of the bank lists."""
    if entry["kind"] != OPTIONS or entry["key"] not in ("answer", "reason"):
        return False
    options = {option["id"] for option in entry["options"]}
    return options != {"yes", "no"} and len(options) <= len(LETTERS)


def labels(say: Say, entry: Told) -> list[str]:
    """The words of an entry's options in their order, each after its letter where it has one."""
    options = [option["label"] for option in entry["options"]]
    if not is_lettered(entry):
        return options
    signs = zip(LETTERS, options, strict=False)
    return [say("signed", sign=sign, option=option) for sign, option in signs]


def option_list(say: Say, subject: Subject) -> list[Node]:
    """What a question of the bank lets a class choose from, lettered as in its results."""
    if not isinstance(subject, ItemSubject):
        return []
    told = [
        {**entry.plain, "options": [{"id": name, "label": text} for name, text in entry.options]}
        for entry in subject.entries
    ]
    return [
        ["ul", {"class": "sq-board-options"}, *(["li", {}, text] for text in labels(say, entry))]
        for entry in told
        if is_lettered(entry)
    ]


def option_table(say: Say, found: Beside, mark: bool) -> Node:
    """How often each option was chosen, with a bar each. `mark` says which are right."""
    heads = [say.strings["option"], say.strings["chosen"], say.strings["share"]]
    two = len(found.sides) > 1
    if two:
        heads.insert(1, say.strings["vote"])
    top = [["th", {"scope": "col", "class": "sq-number" if place == len(heads) - 1 else ""}, text]
           for place, text in enumerate(heads)]  # fmt: skip
    bodies: list[Node] = []
    for option, words in zip(found.now["options"], labels(say, found.now), strict=True):
        body: list[Node] = ["tbody", {}]
        for place, (label, told) in enumerate(found.sides):
            line: list[Node] = ["tr", {}]
            if place == 0:
                span = {"scope": "rowgroup", "rowspan": len(found.sides)} if two \
                    else {"scope": "row"}  # fmt: skip
                line.append(["th", span, *named(say, option, words, found.now, mark)])
            if two:
                line.append(["th", {"scope": "row", "class": "sq-board-vote"}, label])
            line += bar_cells(say, told, option["id"], earlier=two and place == 0)
            body.append(line)
        bodies.append(body)
    caption = ["caption", {}, ["strong", {}, entry_label(say, found.now)], " ", counted(say, found)]
    return ["table", {"class": "sq-table sq-board-bars"}, caption, ["thead", {}, ["tr", {}, *top]],
            *bodies]  # fmt: skip


def named(say: Say, option: Told, words: str, entry: Told, mark: bool) -> list[Node]:
    """The words of an option, and where it is asked for that it is right."""
    if not mark or option["id"] not in entry["right"]:
        return [words]
    return [words, " ", ["strong", {"class": "sq-board-right"}, say.strings["is_right"]]]


def option_of(entry: Told, name: str) -> Told:
    """An option by its id; one that an earlier round did not have was never chosen."""
    nobody = {"id": name, "count": 0, "share": 0.0}
    return next((option for option in entry["options"] if option["id"] == name), nobody)


def bar_cells(say: Say, entry: Told, name: str, earlier: bool) -> list[Node]:
    """A bar with its count, and the share."""
    option = option_of(entry, name)
    kind = "sq-board-fill sq-board-earlier" if earlier else "sq-board-fill"
    # A bar never says more than the numbers beside it, so it is not read out.
    bar = ["span", {"class": kind, "style": f"--share: {option['share']:.4f}",
                    "aria-hidden": "true"}]  # fmt: skip
    count = ["span", {"class": "sq-board-count"}, whole(option["count"])]
    return [
        ["td", {"class": "sq-board-bar"}, ["div", {}, bar, count]],
        ["td", {"class": "sq-number"}, say.percent(option["share"])],
    ]


def counted(say: Say, found: Beside) -> str:
    """How many answered, in one round or both; and that several options could be chosen."""
    if found.before is None:
        told = say("answered", count=found.now["answers"])
    else:
        told = say("answered_both", before=found.before_label, first=found.before["answers"],
                   now=found.now_label, second=found.now["answers"])  # fmt: skip
    return f"{told} {say.strings['several']}" if found.now["several"] else told


def option_rows(say: Say, found: Beside, mark: bool) -> list[dict[str, Any]]:
    """The same as rows of the chart `answer_bars`, for a picture."""
    rows = []
    for option, label in zip(found.now["options"], labels(say, found.now), strict=True):
        # Without the tick, for which few fonts have a sign.
        if mark and option["id"] in found.now["right"]:
            label = say("option_right", option=label)
        for who, told in found.sides:
            chosen = option_of(told, option["id"])
            told_words = say("count_and_share", count=chosen["count"],
                             share=say.percent(chosen["share"]))  # fmt: skip
            lines = in_the_middle(in_lines(label))
            rows.append({"option": lines, "who": who, "share": chosen["share"],
                         "told": told_words})  # fmt: skip
    return rows


def in_lines(text: str, length: int = LINE, most: int = LINES) -> str:
    """A text in at most so many lines; what does not fit is left out, and dots say so."""
    lines = wrap(text, length)
    if len(lines) > most:
        lines = [*lines[: most - 1], lines[most - 1][: length - 2].rstrip() + " …"]
    return "\n".join(lines)


def in_the_middle(text: str) -> str:
    """At most `LINES` lines as exactly so many, the text as near their middle as it can be."""
    lines = text.split("\n")
    above = (LINES - len(lines)) // 2
    return "\n".join([*[""] * above, *lines, *[""] * (LINES - len(lines) - above)])


def option_matrix(say: Say, title: str, entries: Sequence[Told], mark: bool) -> Node:
    """Choices in the rows of a table, or beside the left sides of a matching: rows by options."""
    options = entries[0]["options"]
    top: list[Node] = [["th", {"scope": "col"}, say.strings["row"]]]
    top += [["th", {"scope": "col", "class": "sq-number"}, option["label"]] for option in options]
    body: list[Node] = ["tbody", {}]
    for entry in entries:
        line: list[Node] = ["tr", {}, ["th", {"scope": "row"}, entry["row"] or entry["label"]]]
        for option in options:
            right = mark and option["id"] in entry["right"]
            line.append(share_cell(say, option_of(entry, option["id"]), right))
        body.append(line)
    return matrix(title, top, body)


def share_cell(say: Say, option: Told, right: bool) -> Node:
    """A count on a ground that is filled as far as its share goes; a tick where it is right."""
    cell: Node = ["td", {"class": "sq-number sq-board-cell",
                         "style": f"--share: {option['share']:.4f}"},
                  whole(option["count"])]  # fmt: skip
    if right:
        tick = ["span", {"aria-hidden": "true"}, " ✓"]
        said = ["span", {"class": "sq-hidden"}, " " + say.strings["is_right_short"]]
        return [*cell, ["strong", {"class": "sq-board-right"}, tick, said]]
    return cell


def matrix(title: str, top: Sequence[Node], body: Node) -> Node:
    """A table with a head and a caption."""
    return [
        "table",
        {"class": "sq-table sq-board-matrix"},
        ["caption", {}, ["strong", {}, title]],
        ["thead", {}, ["tr", {}, *top]],
        body,
    ]
