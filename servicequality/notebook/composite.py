"""Controls made of several ipywidgets: a list of ticks, and a table to fill in.

Each has a trait `value` like any other control, so that an exercise can treat all alike.
"""

from __future__ import annotations

from html import escape
from typing import Any

import ipywidgets
import traitlets

# How wide the columns of a table are: the names of the rows and texts take what is left.
WIDTHS = {
    "label": "minmax(6rem, 1fr)",
    "slider": "minmax(4rem, 5rem)",
    "choice": "minmax(6rem, 7rem)",
    "yes_no": "minmax(3rem, 6rem)",
    "short_text": "minmax(7rem, 3fr)",
}


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
    """A control in each cell; `value` lists the rows as dicts by column, each with its `id`.

    All rows that there can be have their controls; those that are not in `value` are hidden.
    """

    value = traitlets.List(traitlets.Dict())

    def __init__(self, field: dict[str, Any]) -> None:
        self.field = field
        columns, grows = field["columns"], field["blank"] is not None
        self.cells = {
            row["id"]: {column["name"]: cell(column, row["label"]) for column in columns}
            for row in field["rows"]
        }
        self.removers = {row["id"]: self.remover(row) for row in field["rows"] if grows}
        self.lines = {
            row["id"]: [
                label(row["label"]),
                *self.cells[row["id"]].values(),
                *([self.removers[row["id"]]] if grows else []),
            ]
            for row in field["rows"]
        }
        heads = [label(""), *(label(column["label"]) for column in columns), *[label("")] * grows]
        widths = [WIDTHS["label"], *(WIDTHS[column["kind"]] for column in columns)]
        widths += ["2.5rem"] * grows
        table = ipywidgets.GridBox(
            [*heads, *(part for line in self.lines.values() for part in line)],
            layout={
                "grid_template_columns": " ".join(widths),
                "align_items": "center",
                "width": "100%",
            },
        )
        parts = [label(field["label"]), table]
        if grows:
            self.adder = ipywidgets.Button(description=field["words"]["add_row"])
            self.adder.add_class("sq-row-add")
            self.adder.on_click(self.add)
            parts.append(self.adder)
        super().__init__(parts, [dict(row) for row in field["default"]])
        if not field["default"]:
            # The value that it begins with is no change.
            self.distribute(None)

    def remover(self, row: dict[str, str]) -> ipywidgets.Button:
        """The button that removes a row."""
        said = self.field["words"]["remove_row"].replace("{row}", row["label"])
        button = ipywidgets.Button(description=said, tooltip=said)
        button.add_class("sq-row-remove")
        button.on_click(lambda _button: self.remove(row["id"]))
        return button

    def add(self, _button: Any = None) -> None:
        """Adds the first row that is not there, with the values that the table has for it."""
        there = {row["id"]: row for row in self.value}
        new = next((row for row in self.cells if row not in there), None)
        if new is not None:
            there[new] = {"id": new, **self.field["blank"]}
            self.value = [there[row] for row in self.cells if row in there]

    def remove(self, row: str) -> None:
        """Removes a row, where enough of them stay."""
        if len(self.value) > self.field["minimum"]:
            self.value = [line for line in self.value if line["id"] != row]

    def parts(self) -> list[ipywidgets.Widget]:
        return [control for cells in self.cells.values() for control in cells.values()]

    def held(self) -> list[dict[str, Any]]:
        there = [row["id"] for row in self.value]
        return [
            {"id": row, **{name: control.value for name, control in cells.items()}}
            for row, cells in self.cells.items()
            if row in there
        ]

    def hold(self) -> None:
        there = {row["id"]: row for row in self.value}
        for row, cells in self.cells.items():
            for name, control in cells.items():
                control.value = there.get(row, self.field["blank"])[name]
            for part in self.lines[row]:
                part.layout.display = None if row in there else "none"
        for button in self.removers.values():
            button.disabled = len(there) <= self.field["minimum"]
        if self.removers:
            self.adder.disabled = len(there) == len(self.cells)


def cell(column: dict[str, Any], row: str) -> ipywidgets.Widget:
    """The control of one cell; its tooltip names row and column."""
    shared = {"layout": {"width": "auto"}, "tooltip": f"{row}, {column['label']}"}
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
