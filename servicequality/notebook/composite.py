"""Controls made of several ipywidgets: a list of ticks, and a table to fill in.

Each has a trait `value` like any other control, so that an exercise can treat all alike.
"""

from __future__ import annotations

from html import escape
from typing import Any

import ipywidgets
import traitlets


class Composite(ipywidgets.VBox):
    """Controls, the `parts`, that together hold one `value`; each side follows the other."""

    def __init__(self, children: list[ipywidgets.Widget], default: Any) -> None:
        super().__init__(children)
        # While `value` sets the parts one by one, what they hold together means nothing.
        self.distributing = False
        for part in self.parts():
            part.observe(self.collect, names="value")
        self.observe(self.distribute, names="value")
        self.value = default

    def parts(self) -> list[ipywidgets.Widget]:
        """The controls."""
        raise NotImplementedError

    def held(self) -> Any:
        """What the controls hold, as a value."""
        raise NotImplementedError

    def hold(self) -> None:
        """Sets the controls to `value`."""
        raise NotImplementedError

    def collect(self, _change: Any) -> None:
        """Takes `value` from the controls."""
        if not self.distributing:
            self.value = self.held()

    def distribute(self, _change: Any) -> None:
        """Sets the controls to `value`, as one change."""
        self.distributing = True
        try:
            self.hold()
        finally:
            self.distributing = False


class Ticks(Composite):
    """A checkbox for each option; `value` lists the ids of those that are ticked, in order."""

    value = traitlets.List(traitlets.Unicode())

    def __init__(self, field: dict[str, Any]) -> None:
        self.ticks = {
            option["id"]: ipywidgets.Checkbox(
                description=option["label"], indent=False, layout={"width": "100%"}
            )
            for option in field["options"]
        }
        super().__init__([label(field["label"]), *self.parts()], list(field["default"]))

    def parts(self) -> list[ipywidgets.Widget]:
        return list(self.ticks.values())

    def held(self) -> list[str]:
        return [option for option, tick in self.ticks.items() if tick.value]

    def hold(self) -> None:
        for option, tick in self.ticks.items():
            tick.value = option in self.value


class RowsTable(Composite):
    """A control in each cell; `value` lists the rows as dicts by column, each with its `id`."""

    value = traitlets.List(traitlets.Dict())

    def __init__(self, field: dict[str, Any]) -> None:
        columns = field["columns"]
        self.cells = {
            row["id"]: {column["name"]: cell(column, row["label"]) for column in columns}
            for row in field["rows"]
        }
        grid = [label(""), *(label(column["label"]) for column in columns)]
        for row in field["rows"]:
            grid += [label(row["label"]), *self.cells[row["id"]].values()]
        widths = " ".join(["minmax(8rem, 1fr)", *["7rem"] * len(columns)])
        table = ipywidgets.GridBox(
            grid, layout={"grid_template_columns": widths, "align_items": "center", "width": "100%"}
        )
        default = [dict(row) for row in field["default"]]
        super().__init__([label(field["label"]), table], default)

    def parts(self) -> list[ipywidgets.Widget]:
        return [control for cells in self.cells.values() for control in cells.values()]

    def held(self) -> list[dict[str, Any]]:
        return [
            {"id": row, **{name: control.value for name, control in cells.items()}}
            for row, cells in self.cells.items()
        ]

    def hold(self) -> None:
        for row in self.value:
            for name, control in self.cells[row["id"]].items():
                control.value = row[name]


def cell(column: dict[str, Any], row: str) -> ipywidgets.Widget:
    """The control of one cell; its tooltip names row and column."""
    shared = {"layout": {"width": "6.5rem"}, "tooltip": f"{row}, {column['label']}"}
    if column["kind"] == "choice":
        options = [(option["label"], option["id"]) for option in column["options"]]
        return ipywidgets.Dropdown(options=options, value=column["default"], **shared)
    if column["kind"] == "yes_no":
        return ipywidgets.Checkbox(value=column["default"], indent=False, **shared)
    if column["kind"] == "short_text":
        return ipywidgets.Text(value=column["default"], **shared)
    kind = ipywidgets.BoundedIntText if column["whole"] else ipywidgets.BoundedFloatText
    limits = {"min": column["minimum"], "max": column["maximum"], "step": column["step"]}
    return kind(value=column["default"], **limits, **shared)


def label(text: str) -> ipywidgets.HTML:
    """A text beside controls."""
    return ipywidgets.HTML(f'<span class="sq-widget-label">{escape(text)}</span>')
