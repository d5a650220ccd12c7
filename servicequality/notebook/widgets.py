"""An exercise as ipywidgets: one builder per kind of field, one HTML box per view.

Used in JupyterLab and Voilà. `compute` runs in the kernel; the views are those of the page.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from html import escape
from typing import Any

import ipywidgets

from servicequality.charts.render import svg
from servicequality.core.evaluate import evaluate
from servicequality.core.views import fill
from servicequality.declare import Exercise
from servicequality.i18n.text import translator
from servicequality.notebook.style import STYLE
from servicequality.page.html import to_html

FULL = {"width": "100%", "min_width": "0"}
WIDE = {"description_width": "initial"}


def slider(field: dict[str, Any]) -> ipywidgets.Widget:
    """A slider; with whole numbers where the field asks for them."""
    kind = ipywidgets.IntSlider if field["whole"] else ipywidgets.FloatSlider
    return kind(
        value=field["default"],
        min=field["minimum"],
        max=field["maximum"],
        step=field["step"],
        readout_format="d" if field["whole"] else f".{field['decimals']}f",
        description=field["label"],
        style=WIDE,
        layout=FULL,
    )


def choice(field: dict[str, Any]) -> ipywidgets.Widget:
    """A drop-down list."""
    options = [(option["label"], option["id"]) for option in field["options"]]
    return ipywidgets.Dropdown(
        options=options,
        value=field["default"],
        description=field["label"],
        style=WIDE,
        layout=FULL,
    )


def yes_no(field: dict[str, Any]) -> ipywidgets.Widget:
    """A checkbox."""
    return ipywidgets.Checkbox(
        value=field["default"], description=field["label"], indent=False, layout=FULL
    )


def short_text(field: dict[str, Any]) -> ipywidgets.Widget:
    """A text box of one line."""
    return ipywidgets.Text(
        value=field["default"], description=field["label"], style=WIDE, layout=FULL
    )


def long_text(field: dict[str, Any]) -> ipywidgets.Widget:
    """A text box of several lines under its question."""
    return ipywidgets.Textarea(
        value=field["default"], rows=4, description=field["label"], style=WIDE, layout=FULL
    )


WIDGETS: dict[str, Callable[[dict[str, Any]], ipywidgets.Widget]] = {
    "slider": slider,
    "choice": choice,
    "yes_no": yes_no,
    "short_text": short_text,
    "long_text": long_text,
}


class LiveExercise:
    """An exercise wired up: `widget` to show, `controls` by field, `outputs` by view."""

    def __init__(self, exercise: Exercise, language: str = "en") -> None:
        translate = translator(language)
        self.exercise = exercise
        self.language = language
        self.spec = exercise.spec(translate)
        self.view_specs = {view["name"]: view for view in self.spec["views"]}
        self.controls = {f["name"]: WIDGETS[f["kind"]](f) for f in self.spec["fields"]}
        self.outputs = {name: ipywidgets.HTML(layout=FULL) for name in self.view_specs}
        self.messages = ipywidgets.HTML(layout=FULL)
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
        lines = [["p", {}, *message["nodes"]] for message in answer.get("messages", [])]
        self.messages.value = to_html(
            [["div", {"class": "sq-messages", "role": "alert"}, *lines]] if lines else [],
            self.language,
        )
        for name, nodes in answer.get("views", {}).items():
            self.outputs[name].value = to_html(nodes, self.language, self.draw)

    def draw(self, node: Mapping[str, Any]) -> str:
        """A chart as SVG, drawn in the kernel: it needs no script and no network."""
        name = node["chart"]
        return svg(self.exercise.charts[name], self.view_specs[name], node["rows"])

    def assemble(self) -> ipywidgets.Widget:
        """The whole exercise: head, controls in their groups, results beside them."""
        spec = self.spec
        kinds = {field["name"]: field for field in spec["fields"]}
        tasks = [["li", {}, task] for task in spec["tasks"]]
        minutes = fill(
            spec["strings"]["minutes"],
            {"minutes": {"number": spec["minutes"], "decimals": 0, "signed": False}},
        )
        head = [
            ["p", {"class": "sq-kicker"}, spec["strings"]["exercise"], " · ", *minutes],
            ["h3", {"class": "sq-title"}, spec["title"]],
            ["p", {"class": "sq-question"}, spec["question"]],
            ["p", {"class": "sq-tasks-title"}, spec["strings"]["tasks"]] if tasks else "",
            ["ol", {"class": "sq-tasks"}, *tasks] if tasks else "",
        ]
        inputs: list[ipywidgets.Widget] = []
        for group in spec["groups"]:
            inputs.append(html(f'<p class="sq-legend">{escape(group["legend"])}</p>'))
            for name in group["names"]:
                inputs.append(self.controls[name])
                if kinds[name]["help"]:
                    inputs.append(html(f'<p class="sq-help">{escape(kinds[name]["help"])}</p>'))
        reset = ipywidgets.Button(description=spec["strings"]["reset"], layout={"width": "auto"})
        reset.on_click(lambda _button: self.reset())
        left = ipywidgets.VBox([*inputs, reset], layout={"flex": "1 1 20rem", "min_width": "0"})
        right = ipywidgets.VBox(
            [self.messages, *self.outputs.values()], layout={"flex": "1 1 20rem", "min_width": "0"}
        )
        body = ipywidgets.HBox(
            [left, right], layout={"flex_flow": "row wrap", "grid_gap": "1rem 2rem"}
        )
        frame = ipywidgets.VBox([html(STYLE + to_html(head, self.language)), body])
        frame.add_class("sq-exercise")
        return frame

    def reset(self) -> None:
        """Back to the start values."""
        for field in self.spec["fields"]:
            self.controls[field["name"]].value = field["default"]


def html(markup: str) -> ipywidgets.HTML:
    """Markup of our own as a widget."""
    return ipywidgets.HTML(markup, layout=FULL)
