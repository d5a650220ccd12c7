"""The question bank's items on a page that no script touches: to read, and to print.

`sheet_question` gives a question with what can be chosen, `sheet_answer` its answer with an
explanation of everything that can be chosen. What is chosen from has letters, in the same order in
both. `page/runtime/practice/items.js` has the questions that can be answered.

To add a type, write its two functions and register them in `TYPES`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from servicequality.core.answers import right_ids
from servicequality.core.self_check import arranged
from servicequality.core.views import fill

Node = Any
Item = dict[str, Any]
Strings = dict[str, str]

LETTERS = "abcdefghijklmnopqrstuvwxyz"


def sheet_question(item: Item, order: list[str], strings: Strings) -> list[Node]:
    """A question, what to do, and what can be chosen, in an order (`order_of`)."""
    asked: Node = ["p", {"class": "sq-question"}, item["question"]]
    hint: Node = ["p", {"class": "sq-note"}, *instruction(item, strings)]
    return [asked, hint, *TYPES[item["type"]][0](item, order, strings)]


def sheet_answer(item: Item, order: list[str], strings: Strings) -> list[Node]:
    """The answer to a question, and why all else is not."""
    return TYPES[item["type"]][1](item, order, strings)


def order_of(item: Item, number: int) -> list[str]:
    """The ids of what can be chosen in an item as a sheet lists it; the same for each `number`."""
    return arranged(item, number)


def instruction(item: Item, strings: Strings) -> list[Node]:
    """What is to be done with a question."""
    name = "instruction_" + item["type"]
    if item["type"] == "matching" and item["extra"]:
        name += "_extra"
    words: dict[str, Any] = {}
    if item["type"] == "numeric" and item["decimals"] > 0:
        name += "_decimals" if item["decimals"] > 1 else "_decimals_one"
        words["decimals"] = plain(item["decimals"], 0)
    return fill(strings[name], words)


def plain(number: float, decimals: int) -> Node:
    """A number node."""
    return {"number": number, "decimals": decimals, "signed": False}


def lettered(entries: list[list[Node]]) -> Node:
    """A list whose entries have the letters a, b, c."""
    return ["ol", {"type": "a"}, *[["li", {}, *entry] for entry in entries]]


def unfolded(head: list[Node], explanation: str) -> list[Node]:
    """An answer in bold and its explanation."""
    return [["strong", {}, *head], " ", explanation]


def by_order(entries: list[Item], order: list[str]) -> list[Item]:
    """Entries in the order of their ids."""
    found = {entry["id"]: entry for entry in entries}
    return [found[name] for name in order]


def verdict(right: bool, strings: Strings) -> str:
    """The word for a right or a wrong option."""
    return strings["verdict_right" if right else "verdict_wrong"]


# Options


def ask_options(item: Item, order: list[str], _strings: Strings) -> list[Node]:
    """The options."""
    return [lettered([[option["text"]] for option in by_order(item["options"], order)])]


def options_key(options: list[Item], order: list[str], strings: Strings) -> Node:
    """What is right and what is not, and why."""
    right = right_ids(options)
    return lettered(
        [
            unfolded([verdict(option["id"] in right, strings), "."], option["explanation"])
            for option in by_order(options, order)
        ]
    )


def answer_options(item: Item, order: list[str], strings: Strings) -> list[Node]:
    """The answer to a choice of options."""
    return [options_key(item["options"], order, strings)]


# True or false


def ask_true_false(item: Item, order: list[str], strings: Strings) -> list[Node]:
    """True, false, and the reasons."""
    reasons = [[reason["text"]] for reason in by_order(item["reasons"], order)]
    return [
        ["ul", {}, ["li", {}, strings["true"]], ["li", {}, strings["false"]]],
        ["p", {"class": "sq-label"}, strings["reason_label"]],
        lettered(reasons),
    ]


def answer_true_false(item: Item, order: list[str], strings: Strings) -> list[Node]:
    """Whether it is true, and which reason is the right one."""
    said = strings["true" if item["answer"] else "false"]
    return [
        ["p", {}, *unfolded([said, "."], item["explanation"])],
        options_key(item["reasons"], order, strings),
    ]


# Pairs


def ask_matching(item: Item, order: list[str], _strings: Strings) -> list[Node]:
    """The left sides, numbered, and the right sides, lettered."""
    sides = by_order(item["pairs"] + item["extra"], order)
    return [
        ["ol", {}, *[["li", {}, pair["left"]] for pair in item["pairs"]]],
        lettered([[side["right"]] for side in sides]),
    ]


def answer_matching(item: Item, order: list[str], _strings: Strings) -> list[Node]:
    """What belongs to each left side, then what fits none."""
    pairs = [["li", {}, *side_key(pair, order)] for pair in item["pairs"]]
    found: list[Node] = [["ol", {}, *pairs]]
    if item["extra"]:
        found.append(["ul", {}, *[["li", {}, *side_key(side, order)] for side in item["extra"]]])
    return found


def side_key(side: Item, order: list[str]) -> list[Node]:
    """A right side with its letter, and the explanation."""
    return unfolded([f"{LETTERS[order.index(side['id'])]}: {side['right']}."], side["explanation"])


# A number


def ask_numeric(item: Item, _order: list[str], strings: Strings) -> list[Node]:
    """A line to write on."""
    label = fill(strings["number_label_unit" if item["unit"] else "number_label"], item)
    return [["p", {"class": "sq-sheet-line"}, *label]]


def answer_numeric(item: Item, _order: list[str], strings: Strings) -> list[Node]:
    """The number, how it is found, and what other numbers come from."""
    words = {"number": plain(item["answer"], item["decimals"]), "unit": item["unit"]}
    mistakes = [
        ["li", {}, *unfolded([shown_number(mistake["value"], item)], mistake["explanation"])]
        for mistake in item["mistakes"]
    ]
    return [
        ["p", {}, ["strong", {}, *fill(strings["right_number"], words)]],
        ["p", {}, item["explanation"]],
        ["ul", {}, *mistakes],
    ]


def shown_number(value: float, item: Item) -> Node:
    """A number with as many decimals as it has, and at least as many as are asked for."""
    decimals: int = item["decimals"]
    while decimals < 3 and round(value, decimals) != value:
        decimals += 1
    return plain(value, decimals)


# Steps


def ask_ordering(item: Item, order: list[str], _strings: Strings) -> list[Node]:
    """The steps, not in their right order."""
    return [lettered([[step["text"]] for step in by_order(item["steps"], order)])]


def answer_ordering(item: Item, order: list[str], _strings: Strings) -> list[Node]:
    """The steps in their right order, each with its letter."""
    steps = [
        ["li", {}, *unfolded([f"{LETTERS[order.index(s['id'])]}: {s['text']}"], s["explanation"])]
        for s in item["steps"]
    ]
    return [["ol", {}, *steps], ["p", {}, item["explanation"]]]


Draw = Callable[[Item, list[str], Strings], list[Node]]
TYPES: dict[str, tuple[Draw, Draw]] = {
    "single": (ask_options, answer_options),
    "multiple": (ask_options, answer_options),
    "true_false": (ask_true_false, answer_true_false),
    "matching": (ask_matching, answer_matching),
    "numeric": (ask_numeric, answer_numeric),
    "ordering": (ask_ordering, answer_ordering),
}
