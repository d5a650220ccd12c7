"""An exercise as ipywidgets: one builder per kind of field, one HTML box per view.

Used in JupyterLab and Voilà. `compute` runs in the kernel; the views are those of the page.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from html import escape
from typing import Any

import ipywidgets

from servicequality.charts.render import svg
from servicequality.core.evaluate import evaluate
from servicequality.core.views import fill
from servicequality.declare import Exercise
from servicequality.i18n.text import translator
from servicequality.notebook.composite import RowsTable, Ticks
from servicequality.notebook.style import STYLE
from servicequality.page.frame import output, task_nodes, teaching_notes
from servicequality.page.html import to_html

log = logging.getLogger(__name__)


def slider(field: dict[str, Any]) -> ipywidgets.Widget:
    """A slider; with whole numbers where the field asks for them."""
    kind = ipywidgets.IntSlider if field["whole"] else ipywidgets.FloatSlider
    label = f"{field['label']} ({field['unit']})" if field["unit"] else field["label"]
    return kind(
        value=field["default"],
        min=field["minimum"],
        max=field["maximum"],
        step=field["step"],
        readout_format="d" if field["whole"] else f".{field['decimals']}f",
        **named(field, label),
    )


def choice(field: dict[str, Any]) -> ipywidgets.Widget:
    """A drop-down list, or a row of buttons where the field asks for them."""
    options = [(option["label"], option["id"]) for option in field["options"]]
    shared = {"options": options, "value": field["default"], **named(field)}
    if field["buttons"]:
        return ipywidgets.ToggleButtons(**shared)
    return ipywidgets.Dropdown(**shared)


def yes_no(field: dict[str, Any]) -> ipywidgets.Widget:
    """A checkbox."""
    return ipywidgets.Checkbox(value=field["default"], indent=False, **named(field))


def short_text(field: dict[str, Any]) -> ipywidgets.Widget:
    """A text box of one line."""
    return ipywidgets.Text(value=field["default"], **named(field))


def long_text(field: dict[str, Any]) -> ipywidgets.Widget:
    """A text box of several lines under its question."""
    return ipywidgets.Textarea(value=field["default"], rows=4, **named(field))


def named(field: dict[str, Any], label: str | None = None) -> dict[str, str]:
    """The label of a control, and what it says when pointed at."""
    # Without a tooltip of its own, ipywidgets shows the word "null".
    return {"description": label or field["label"], "tooltip": field["help"] or field["label"]}


WIDGETS: dict[str, Callable[[dict[str, Any]], ipywidgets.Widget]] = {
    "slider": slider,
    "choice": choice,
    "yes_no": yes_no,
    "short_text": short_text,
    "long_text": long_text,
    "multiple_choice": Ticks,
    "rows": RowsTable,
}


class LiveExercise:
    """An exercise wired up: `widget` to show, `controls` by field, `outputs` by view.

    `messages` says what is wrong where a value or the exercise is at fault. How all of it looks
    is in `widgets.css`.
    """

    def __init__(self, exercise: Exercise, language: str = "en") -> None:
        self.exercise = exercise
        self.language = language
        self.spec = exercise.spec(translator(language))
        self.view_specs = {view["name"]: view for view in self.spec["views"]}
        self.controls = {f["name"]: WIDGETS[f["kind"]](f) for f in self.spec["fields"]}
        self.outputs = {name: ipywidgets.HTML() for name in self.view_specs}
        self.outputs[self.spec["announce"]].add_class("sq-announce")
        self.messages = ipywidgets.HTML()
        name = html(f'<p class="sq-legend sq-hidden">{escape(self.spec["strings"]["results"])}</p>')
        placed = {shown for group in self.spec["groups"] for shown in group["shows"]}
        beside = [place for name, place in self.outputs.items() if name not in placed]
        self.results = box("sq-live-results", [name, self.messages, *beside])
        for control in self.controls.values():
            control.observe(self.update, names="value")
        self.update()
        self.widget = self.assemble()

    def values(self) -> dict[str, Any]:
        """What the controls hold, by field name."""
        return {name: control.value for name, control in self.controls.items()}

    def update(self, _change: Any = None) -> None:
        """Evaluates what the controls hold and shows it; a message leaves the last result."""
        answer = evaluate(self.spec, self.exercise.compute, self.values(), self.exercise.tables)
        if "error" in answer:
            log.error("%s", self.exercise.fault(answer["error"]))
        lines = [["p", {}, *message["nodes"]] for message in answer.get("messages", [])]
        stale = ["p", {"class": "sq-stale-note"}, self.spec["strings"]["stale"]]
        said = [["div", {"class": "sq-messages", "role": "alert"}, *lines], stale]
        self.messages.value = to_html(said if lines else [], self.language)
        (self.results.add_class if lines else self.results.remove_class)("sq-stale")
        views = answer.get("views", {})
        # Charts take longest to draw, and each output is sent as soon as it is set.
        for name in sorted(views, key=lambda name: self.view_specs[name]["kind"] == "chart"):
            view = output(self.view_specs[name], views)
            self.outputs[name].value = to_html([view], self.language, self.draw)

    def draw(self, node: Mapping[str, Any]) -> str:
        """A chart as SVG, drawn in the kernel: it needs no script and no network."""
        name = node["chart"]
        spec = self.view_specs[name]
        return svg(self.exercise.charts[name], spec, node["rows"], self.language)

    def assemble(self) -> ipywidgets.Widget:
        """The whole exercise: head, controls in their groups, results beside them."""
        fields = {field["name"]: field for field in self.spec["fields"]}
        groups = []
        for group in self.spec["groups"]:
            parts = []
            if group["legend"]:
                parts.append(html(f'<p class="sq-legend">{escape(group["legend"])}</p>'))
            if group["text"]:
                parts.append(html(f'<p class="sq-group-text">{escape(group["text"])}</p>'))
            parts += [self.field(fields[name]) for name in group["names"]]
            parts += [self.outputs[name] for name in group["shows"]]
            groups.append(box("sq-live-group", parts))
        reset = ipywidgets.Button(description=self.spec["strings"]["reset"])
        reset.on_click(self.reset)
        tasks = html(to_html(task_nodes(self.spec), self.language))
        notes = html(to_html(teaching_notes(self.spec), self.language))
        inputs = box("sq-live-inputs", [tasks, *groups, notes, reset])
        name = "sq-live-steps" if self.spec["in_steps"] else "sq-live-body"
        body = box(name, [inputs, self.results])
        return box("sq-exercise", [html(STYLE + to_html(self.head(), self.language)), body])

    def head(self) -> list[Any]:
        """The nodes above all: what the exercise is and asks."""
        spec = self.spec
        minutes = {"number": spec["minutes"], "decimals": 0, "signed": False}
        lasting = fill(spec["strings"]["minutes"], {"minutes": minutes})
        return [
            ["p", {"class": "sq-kicker"}, spec["strings"]["exercise"], " · ", *lasting],
            ["h3", {"class": "sq-title"}, spec["title"]],
            ["p", {"class": "sq-question"}, spec["question"]],
        ]

    def field(self, field: dict[str, Any]) -> ipywidgets.Widget:
        """A control with its help below."""
        parts = [self.controls[field["name"]]]
        if field["help"]:
            parts.append(html(f'<p class="sq-help">{escape(field["help"])}</p>'))
        return box("sq-live-field", parts)

    def reset(self, _button: Any = None) -> None:
        """Back to the start values, shown once all of them are set."""
        for control in self.controls.values():
            control.unobserve(self.update, names="value")
        for field in self.spec["fields"]:
            self.controls[field["name"]].value = field["default"]
        for control in self.controls.values():
            control.observe(self.update, names="value")
        self.update()


def html(markup: str) -> ipywidgets.HTML:
    """Markup of our own as a widget."""
    return ipywidgets.HTML(markup)


def box(name: str, children: list[ipywidgets.Widget]) -> ipywidgets.VBox:
    """Widgets together, under a name for the style sheet."""
    together = ipywidgets.VBox(children)
    together.add_class(name)
    return together
