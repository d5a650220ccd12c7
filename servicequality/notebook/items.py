"""The questions of a self-check as ipywidgets, and their feedback as nodes: one kind for each type.

What comes in is an item as `core.self_check.screen` shows it. To add a type, write its functions
and register them in `KINDS`.
"""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import Any, NamedTuple

import ipywidgets
import traitlets

from servicequality.core.views import fill
from servicequality.notebook.composite import Ticks

Item = dict[str, Any]
Strings = dict[str, str]
Controls = dict[str, ipywidgets.Widget]
Nodes = list[Any]


class Kind(NamedTuple):
    """What a type of question needs.

    `instruction` says what to do; `controls` makes the widgets, each with a trait `value`;
    `answer` reads them, as `core.answers` takes it; `feedback` shows an answer that is over.
    """

    instruction: Callable[[Item, Strings], str]
    controls: Callable[[Item, Strings], Controls]
    answer: Callable[[Controls], Any]
    feedback: Callable[[Item, Strings], Nodes]


def instruction(item: Item, strings: Strings) -> str:
    """What to do with a question; empty where its control says so."""
    return KINDS[item["type"]].instruction(item, strings)


def controls(item: Item, strings: Strings) -> Controls:
    """The widgets that take an answer, set to the answer so far."""
    return KINDS[item["type"]].controls(item, strings)


def answer(item: Item, widgets: Controls) -> Any:
    """The answer that the widgets of a question hold, complete or not."""
    return KINDS[item["type"]].answer(widgets)


def feedback(item: Item, strings: Strings) -> Nodes:
    """A question that is over, as nodes: its parts with verdicts and explanations, and why."""
    nodes = KINDS[item["type"]].feedback(item, strings)
    if item["explanation"]:
        why = ["strong", {}, strings["explanation"]]
        nodes = [*nodes, ["p", {"class": "sq-why"}, why, " ", item["explanation"]]]
    return nodes


def plain_instruction(item: Item, strings: Strings) -> str:
    """The instruction that all questions of a type have."""
    return strings["instruction_" + item["type"]]


def labelled(_item: Item, _strings: Strings) -> str:
    """Nothing, where the label of the only control says what to do."""
    return ""


# Parts of feedback


def part(text: Nodes, remarks: list[Nodes], explanation: str | None, tone: str | None) -> Nodes:
    """One part of an answer as an item of a list; `tone` is right, wrong, missed or None."""
    line: Nodes = []
    for remark in remarks:
        line += ([" · "] if line else []) + remark
    nodes: Nodes = ["li", {"data-verdict": tone}, ["p", {"class": "sq-part"}, *text]]
    if line:
        nodes.append(["p", {"class": "sq-verdict"}, *line])
    if explanation:
        nodes.append(["p", {"class": "sq-note"}, explanation])
    return nodes


def tone_of(entry: dict[str, Any]) -> str | None:
    """The colour and mark of a part: that of its verdict, or of its being the right answer."""
    verdict: str | None = entry["verdict"]
    if verdict in ("early", "late"):
        return "wrong"
    if verdict is None:
        return "missed" if entry["right"] is True else None
    return None if verdict == "left" else verdict


def option_part(option: dict[str, Any], strings: Strings, own: str, several: bool) -> Nodes:
    """An option that was or could be chosen; `own` names what the reader chose."""
    verdict = option["verdict"]
    remarks: list[Nodes] = [[own]] if option["chosen"] else []
    if verdict in ("right", "wrong"):
        remarks.append([strings["verdict_" + verdict]])
    elif verdict == "missed":
        remarks.append([strings["verdict_missed" if several else "verdict_missed_single"]])
    elif verdict == "left" and several:
        remarks.append([strings["verdict_left"]])
    elif option["right"] is True:
        remarks.append([strings["right_here"]])
    return part([option["text"]], remarks, option.get("explanation"), tone_of(option))


def listed(parts: list[Nodes], tag: str = "ul") -> Nodes:
    """Parts as a list."""
    return [tag, {"class": "sq-parts"}, *parts]


# Options


def radio(options: list[dict[str, Any]], label: str) -> ipywidgets.RadioButtons:
    """A choice of one option."""
    chosen = [option["id"] for option in options if option["chosen"]]
    return ipywidgets.RadioButtons(
        options=[(option["text"], option["id"]) for option in options],
        value=chosen[0] if chosen else None,
        description=label,
        tooltip=label,
    )


def single_controls(item: Item, strings: Strings) -> Controls:
    """Radio buttons."""
    return {"answer": radio(item["options"], plain_instruction(item, strings))}


def single_feedback(item: Item, strings: Strings) -> Nodes:
    """Options with their verdicts."""
    own = strings["answer_label"]
    return [listed([option_part(option, strings, own, False) for option in item["options"]])]


def multiple_controls(item: Item, strings: Strings) -> Controls:
    """A checkbox for each option."""
    options = [{"id": option["id"], "label": option["text"]} for option in item["options"]]
    chosen = [option["id"] for option in item["options"] if option["chosen"]]
    label = plain_instruction(item, strings)
    field = {"label": label, "options": options, "default": chosen}
    return {"answer": Ticks(field)}


def multiple_feedback(item: Item, strings: Strings) -> Nodes:
    """Options with their verdicts, those rightly left out too."""
    own = strings["answer_label"]
    return [listed([option_part(option, strings, own, True) for option in item["options"]])]


def one_answer(widgets: Controls) -> Any:
    """What the only control holds."""
    return widgets["answer"].value


# True or false, and why


def verdict_options(item: Item, strings: Strings) -> list[dict[str, Any]]:
    """True and false as options."""
    return [
        {**entry, "id": entry["value"], "text": strings["true" if entry["value"] else "false"]}
        for entry in item["answers"]
    ]


def true_false_controls(item: Item, strings: Strings) -> Controls:
    """Radio buttons for the answer, and for its reason."""
    return {
        "answer": radio(verdict_options(item, strings), strings["answer_label"]),
        "reason": radio(item["options"], strings["reason_label"]),
    }


def true_false_answer(widgets: Controls) -> Any:
    """Answer and reason."""
    return {"answer": widgets["answer"].value, "reason": widgets["reason"].value}


def true_false_feedback(item: Item, strings: Strings) -> Nodes:
    """The answer and the reasons with their verdicts."""
    parts = []
    for name, options in (
        ("answer_label", verdict_options(item, strings)),
        ("reason_label", item["options"]),
    ):
        own = strings[name]
        parts.append(["p", {"class": "sq-label"}, own])
        parts.append(listed([option_part(option, strings, own, False) for option in options]))
    return parts


# Pairs


def matching_instruction(item: Item, strings: Strings) -> str:
    """The instruction, which says where something on offer fits nowhere."""
    extra = len(item["choices"]) > len(item["pairs"])
    return strings["instruction_matching_extra" if extra else "instruction_matching"]


def matching_controls(item: Item, strings: Strings) -> Controls:
    """A drop-down list for each left side."""
    # With None as its value, nothing would be selected, and the list be empty to the eye.
    offered = [(strings["pair_choose"], "")]
    offered += [(choice["text"], choice["id"]) for choice in item["choices"]]
    return {
        pair["id"]: ipywidgets.Dropdown(
            options=offered,
            value=pair["chosen"] or "",
            description=pair["left"],
            tooltip=pair["left"],
        )
        for pair in item["pairs"]
    }


def matching_answer(widgets: Controls) -> Any:
    """What was chosen for each left side; those without a choice are left out."""
    return {name: control.value for name, control in widgets.items() if control.value}


def matching_feedback(item: Item, strings: Strings) -> Nodes:
    """Each left side with what was chosen and what belongs there."""
    texts = {choice["id"]: choice["text"] for choice in item["choices"]}
    parts = []
    for pair in item["pairs"]:
        remarks: list[Nodes] = []
        if pair["chosen"] is not None:
            remarks.append([strings["answer_label"], ": ", texts[pair["chosen"]]])
        if pair["verdict"] is not None:
            remarks.append([strings["verdict_" + pair["verdict"]]])
        if pair["right"] is not None and pair["verdict"] != "right":
            remarks.append(fill(strings["belongs"], {"text": pair["right"]}))
        parts.append(part([pair["left"]], remarks, pair["explanation"], tone_of(pair)))
    return [listed(parts)]


# A number


def numeric_instruction(item: Item, strings: Strings) -> str:
    """The instruction, with the number of decimals where there are some."""
    decimals = item["decimals"]
    if decimals == 0:
        return strings["instruction_numeric"]
    name = "instruction_numeric_decimals" + ("_one" if decimals == 1 else "")
    return strings[name].replace("{decimals}", str(decimals))


def numeric_controls(item: Item, strings: Strings) -> Controls:
    """A text box, since numbers are written in many ways."""
    label = number_label(item, strings)
    box = ipywidgets.Text(
        value=str(item["value"]),
        description=label,
        tooltip=label,
        # Sent key by key, the last digits would reach the kernel after a quick click on a button.
        continuous_update=False,
    )
    return {"answer": box}


def number_label(item: Item, strings: Strings) -> str:
    """What the box for a number is called."""
    if not item["unit"]:
        return strings["number_label"]
    return strings["number_label_unit"].replace("{unit}", item["unit"])


def numeric_feedback(item: Item, strings: Strings) -> Nodes:
    """What was typed with its verdict, the mistake that it shows, and the right number."""
    parts = []
    if item["value"] != "":
        text = [number_label(item, strings), ": ", str(item["value"])]
        verdict = item["verdict"]
        remarks: list[Nodes] = [] if verdict is None else [[strings["verdict_" + verdict]]]
        parts.append(part(text, remarks, item["mistake"], verdict))
    if item["right"] is not None and item["verdict"] != "right":
        words = {"number": item["right"], "unit": item["unit"]}
        parts.append(part(fill(strings["right_number"], words), [], None, "missed"))
    return [listed(parts)] if parts else []


# Steps


class Order(ipywidgets.VBox):
    """Steps with buttons that move them; `value` lists their ids as they stand."""

    value = traitlets.List(traitlets.Unicode())

    def __init__(self, steps: list[dict[str, Any]], strings: Strings) -> None:
        self.texts = {step["id"]: step["text"] for step in steps}
        self.strings = strings
        self.lines = [ipywidgets.HTML() for _ in steps]
        self.up = [self.mover(place, -1) for place in range(len(steps))]
        self.down = [self.mover(place, 1) for place in range(len(steps))]
        self.moved = ipywidgets.HTML()
        self.moved.add_class("sq-announce")
        self.moved.add_class("sq-hidden")
        rows = [ipywidgets.HBox(row) for row in zip(self.lines, self.up, self.down, strict=True)]
        for row in rows:
            row.add_class("sq-step")
        super().__init__([*rows, self.moved])
        self.observe(self.show, "value")
        self.value = [step["id"] for step in steps]

    def mover(self, place: int, by: int) -> ipywidgets.Button:
        """The button that moves the step at a place."""
        button = ipywidgets.Button()
        button.add_class("sq-up" if by < 0 else "sq-down")
        button.on_click(lambda _button: self.move(place, by))
        return button

    def move(self, place: int, by: int) -> None:
        """Moves the step at a place up (-1) or down (1), where there is room."""
        target = place + by
        if not 0 <= target < len(self.value):
            return
        order = list(self.value)
        order[place], order[target] = order[target], order[place]
        self.value = order
        said = self.strings["moved"].replace("{at}", str(target + 1))
        said = said.replace("{of}", str(len(order))).replace("{step}", self.texts[order[target]])
        self.moved.value = escape(said)
        # The focus goes with the step; at the end of the list, to the button that still works.
        buttons = self.up if by < 0 else self.down
        if buttons[target].disabled:
            buttons = self.down if by < 0 else self.up
        buttons[target].focus()

    def show(self, _change: Any) -> None:
        """Writes the steps and the names of their buttons."""
        last = len(self.value) - 1
        for place, name in enumerate(self.value):
            text = self.texts[name]
            number = f'<span class="sq-place">{place + 1}</span>'
            self.lines[place].value = f"<p>{number} {escape(text)}</p>"
            for buttons, word in ((self.up, "move_up"), (self.down, "move_down")):
                label = self.strings[word].replace("{step}", text)
                buttons[place].description = label
                buttons[place].tooltip = label
            self.up[place].disabled = place == 0
            self.down[place].disabled = place == last


def ordering_controls(item: Item, strings: Strings) -> Controls:
    """The steps, to be moved."""
    return {"answer": Order(item["steps"], strings)}


def ordering_feedback(item: Item, strings: Strings) -> Nodes:
    """The steps as they were put; where nothing was judged, as they belong."""
    if all(step["verdict"] is None for step in item["steps"]):
        steps = sorted(item["steps"], key=lambda step: step["right"] or 0)
        parts = [part([step["text"]], [], step["explanation"], None) for step in steps]
        return [listed(parts, "ol")]
    parts = []
    for step in item["steps"]:
        verdict = step["verdict"]
        remarks: list[Nodes] = [] if verdict is None else [[strings["verdict_" + verdict]]]
        if step["right"] is not None and verdict != "right":
            remarks.append(fill(strings["belongs_at"], {"at": str(step["right"])}))
        parts.append(part([step["text"]], remarks, step["explanation"], tone_of(step)))
    return [listed(parts, "ol")]


KINDS: dict[str, Kind] = {
    "single": Kind(labelled, single_controls, one_answer, single_feedback),
    "multiple": Kind(labelled, multiple_controls, one_answer, multiple_feedback),
    "true_false": Kind(
        plain_instruction, true_false_controls, true_false_answer, true_false_feedback
    ),
    "matching": Kind(matching_instruction, matching_controls, matching_answer, matching_feedback),
    "numeric": Kind(numeric_instruction, numeric_controls, one_answer, numeric_feedback),
    "ordering": Kind(plain_instruction, ordering_controls, one_answer, ordering_feedback),
}
