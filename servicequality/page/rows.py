"""The form control of a table to fill in, its rows fixed or added and removed by the reader.

Names and attributes here are what `runtime/rows.js` reads.
"""

from __future__ import annotations

from typing import Any

Node = Any

NARROW = 3  # columns that stand beside each other on a phone
MIDDLE = 4  # columns that do where a page is half as wide as a desktop's
# So many letters of a choice fit into half of a card on a phone.
HALF = 11
WIDE = "sq-rows-wide"
LONG = 80  # a text that may be longer wants the whole width of a phone


def rows_nodes(own: str, help_id: str | None, field: dict[str, Any]) -> list[Node]:
    """A table with a control in each cell, named by its row and its column.

    `own` is its HTML id, `help_id` that of its help text. All rows that there can be are in it,
    those that are not there hidden. Where there is little room, rows become cards.
    """
    columns, grows = field["columns"], field["blank"] is not None
    present = {values["id"]: values for values in field["default"]}
    end: list[Node] = [["td", {"class": "sq-row-end"}]] if grows else []
    head = [["th", {"scope": "col", "id": f"{own}-{c['name']}"}, c["label"]] for c in columns]
    lines = [
        line(own, field, row, present.get(row["id"], field["blank"]), row["id"] not in present)
        for row in field["rows"]
    ]
    table = [
        "table",
        {"class": shape(field), "id": own, "aria-describedby": help_id},
        ["caption", {}, field["label"]],
        ["thead", {}, ["tr", {}, ["td", {}], *head, *end]],
        ["tbody", {}, *lines],
    ]
    parts = [table]
    if grows:
        add = {"type": "button", "data-action": "add-row", "hidden": True}
        parts.append(["p", {"class": "sq-rows-foot"}, ["button", add, field["words"]["add_row"]]])
    return [["div", {"class": "sq-rows-frame"}, *parts]]


def is_wide(field: dict[str, Any]) -> bool:
    """Whether a field is a table that becomes cards earlier than others."""
    return field["kind"] == "rows" and WIDE in shape(field).split()


def shape(field: dict[str, Any]) -> str:
    """The classes that say whether rows come and go, and where they become cards."""
    count, grows = len(field["columns"]), field["blank"] is not None
    names = ["sq-rows"]
    # Words need more room than numbers.
    texts = [c["maximum_length"] for c in field["columns"] if c["kind"] == "short_text"]
    wordy = not grows and ((count > 2 and len(texts) > 0) or any(n > LONG for n in texts))
    if count > NARROW or grows or wordy:
        names.append("sq-rows-cards")
    if count > MIDDLE or wordy:
        names.append(WIDE)
    if grows:
        names.append("sq-rows-grow")
    return " ".join(names)


def line(
    own: str, field: dict[str, Any], row: dict[str, str], values: dict[str, Any], absent: bool
) -> Node:
    """One row: its label, its cells, and the button that removes it."""
    head_id = f"{own}-row-{row['id']}"
    cells = []
    for column in field["columns"]:
        names = {
            "aria-labelledby": f"{head_id} {own}-{column['name']}",
            "data-column": column["name"],
        }
        place = {"data-label": column["label"]}
        if column["kind"] == "choice" and any(len(o["label"]) > HALF for o in column["options"]):
            place["class"] = "sq-long"
        cells.append(["td", place, cell_node(column, values[column["name"]], names)])
    if field["blank"] is not None:
        remove = {
            "type": "button",
            "class": "sq-row-remove",
            "data-action": "remove-row",
            "aria-label": field["words"]["remove_row"].replace("{row}", row["label"]),
            "hidden": True,
        }
        cross = ["span", {"aria-hidden": "true"}, "×"]
        cells.append(["td", {"class": "sq-row-end"}, ["button", remove, cross]])
    title = ["th", {"scope": "row", "id": head_id}, row["label"]]
    return ["tr", {"data-row": row["id"], "hidden": absent}, title, *cells]


def cell_node(column: dict[str, Any], value: Any, attributes: dict[str, Any]) -> Node:
    """The control of one cell."""
    if column["kind"] == "choice":
        options = [
            ["option", {"value": o["id"], "selected": o["id"] == value}, o["label"]]
            for o in column["options"]
        ]
        return ["select", attributes, *options]
    if column["kind"] == "yes_no":
        return ["input", {"type": "checkbox", "checked": value, **attributes}]
    if column["kind"] == "short_text":
        limits = {"type": "text", "value": value, "maxlength": column["maximum_length"]}
        return ["input", {**limits, **attributes}]
    limits = {
        "type": "number",
        "inputmode": "numeric" if column["whole"] else "decimal",
        "min": column["minimum"],
        "max": column["maximum"],
        "step": column["step"],
        "value": value,
    }
    return ["input", {**limits, **attributes}]
