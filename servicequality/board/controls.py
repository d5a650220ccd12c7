"""The controls of the board: all with labels, none with a tooltip that says “null”."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import ipywidgets

from servicequality.board.desk import Desk
from servicequality.board.say import paragraph
from servicequality.notebook.widgets import box

# What a class does not need to see: hidden while only what it needs is shown.
CONTROL = "sq-board-control"


def button(desk: Desk, name: str, work: Callable[[], None], style: str = "") -> ipywidgets.Button:
    """A button that does something on the class server; `name` is that of its text."""
    label = desk.say.strings[name]
    made = ipywidgets.Button(description=label, tooltip=label)
    if style:
        made.add_class(style)
    made.on_click(lambda _button: desk.attempt(work))
    return made


def dropdown(desk: Desk, name: str, options: list[tuple[str, Any]]) -> ipywidgets.Dropdown:
    """A drop-down list under its label."""
    label = desk.say.strings[name]
    return ipywidgets.Dropdown(options=options, description=label, tooltip=label)


def checkbox(desk: Desk, name: str) -> ipywidgets.Checkbox:
    """A box to tick."""
    label = desk.say.strings[name]
    return ipywidgets.Checkbox(value=False, description=label, tooltip=label, indent=False)


def whole_number(
    desk: Desk, name: str, value: int, lowest: int, highest: int
) -> ipywidgets.BoundedIntText:
    """A box for a whole number."""
    label = desk.say.strings[name]
    return ipywidgets.BoundedIntText(
        value=value, min=lowest, max=highest, description=label, tooltip=label
    )


def field(control: ipywidgets.Widget, help: str = "", desk: Desk | None = None) -> Any:
    """A control with its help, a name of a text, below."""
    parts = [control]
    if desk is not None and help:
        parts.append(ipywidgets.HTML(desk.say.html([paragraph(desk.say.strings[help], "sq-help")])))
    return box("sq-live-field", parts)


def section(desk: Desk, title: str, *parts: ipywidgets.Widget) -> ipywidgets.VBox:
    """A part of the page under its heading."""
    head = ["h2", {"class": "sq-board-heading"}, desk.say.strings[title]]
    return box("sq-board-section", [ipywidgets.HTML(desk.say.html([head])), *parts])


def row(*parts: ipywidgets.Widget) -> ipywidgets.VBox:
    """Controls side by side where there is room."""
    return box("sq-board-row", list(parts))


def set_options(
    control: ipywidgets.Dropdown, options: list[tuple[str, Any]], value: Any, react: Any
) -> None:
    """Other options in a list, without `react`, which observes its value, being called."""
    control.unobserve(react, "value")
    control.options = options
    control.value = value
    control.observe(react, "value")
