"""The form controls of a page: one function per kind of field.

Every control has a real label. Names and attributes here are what `runtime/fields.js` reads.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from servicequality.page.rows import rows_nodes

Node = Any


def control_id(exercise_id: str, name: str) -> str:
    """The HTML id of a field's control."""
    return f"sq-{exercise_id}-{name}"


def help_id(exercise_id: str, field: dict[str, Any]) -> str | None:
    """The HTML id of a field's help text; None where it has none."""
    return f"{control_id(exercise_id, field['name'])}-help" if field["help"] else None


def label_node(exercise_id: str, field: dict[str, Any]) -> Node:
    """The field's label, bound to its control."""
    return ["label", {"for": control_id(exercise_id, field["name"])}, field["label"]]


def slider(exercise_id: str, field: dict[str, Any]) -> list[Node]:
    """A range input with its value beside the label."""
    own = control_id(exercise_id, field["name"])
    unit = [["span", {"class": "sq-unit"}, " " + field["unit"]]] if field["unit"] else []
    value = {"number": field["default"], "decimals": field["decimals"], "signed": False}
    attributes = {
        "type": "range",
        "id": own,
        "min": field["minimum"],
        "max": field["maximum"],
        "step": field["step"],
        "value": field["default"],
        "aria-describedby": help_id(exercise_id, field),
    }
    shown = ["span", {"class": "sq-value", "aria-hidden": "true"}, ["span", {}, value], *unit]
    return [
        ["div", {"class": "sq-label-row"}, label_node(exercise_id, field), shown],
        ["input", attributes],
    ]


def choice(exercise_id: str, field: dict[str, Any]) -> list[Node]:
    """A native drop-down list, or radio buttons where the field asks for them."""
    if field["buttons"]:
        return options_in_sight(exercise_id, field, "radio", [field["default"]])
    own = control_id(exercise_id, field["name"])
    options = [
        ["option", {"value": o["id"], "selected": o["id"] == field["default"]}, o["label"]]
        for o in field["options"]
    ]
    attributes = {"id": own, "aria-describedby": help_id(exercise_id, field)}
    return [label_node(exercise_id, field), ["select", attributes, *options]]


def options_in_sight(
    exercise_id: str, field: dict[str, Any], kind: str, chosen: list[str]
) -> list[Node]:
    """All options as radio buttons or checkboxes, in a group that the field's label names."""
    own = control_id(exercise_id, field["name"])
    ticks: list[Node] = []
    for option in field["options"]:
        attributes = {
            "type": kind,
            "id": f"{own}-{option['id']}",
            "name": own,
            "value": option["id"],
            "checked": option["id"] in chosen,
        }
        label = ["label", {"for": f"{own}-{option['id']}"}, option["label"]]
        ticks.append(["div", {"class": "sq-tick"}, ["input", attributes], label])
    group = {
        "role": "radiogroup" if kind == "radio" else "group",
        "class": f"sq-options sq-options-{kind}" + (" sq-options-row" if field["buttons"] else ""),
        "id": own,
        "aria-labelledby": f"{own}-label",
        "aria-describedby": help_id(exercise_id, field),
    }
    return [
        ["p", {"class": "sq-label", "id": f"{own}-label"}, field["label"]],
        ["div", group, *ticks],
    ]


def multiple_choice(exercise_id: str, field: dict[str, Any]) -> list[Node]:
    """A checkbox for each option."""
    return options_in_sight(exercise_id, field, "checkbox", field["default"])


def rows(exercise_id: str, field: dict[str, Any]) -> list[Node]:
    """A table with a control in each cell."""
    return rows_nodes(control_id(exercise_id, field["name"]), help_id(exercise_id, field), field)


def yes_no(exercise_id: str, field: dict[str, Any]) -> list[Node]:
    """A checkbox, its statement to the right."""
    own = control_id(exercise_id, field["name"])
    attributes = {
        "type": "checkbox",
        "id": own,
        "checked": field["default"],
        "aria-describedby": help_id(exercise_id, field),
    }
    return [["div", {"class": "sq-tick"}, ["input", attributes], label_node(exercise_id, field)]]


def short_text(exercise_id: str, field: dict[str, Any]) -> list[Node]:
    """A text input of one line."""
    attributes = {
        "type": "text",
        "id": control_id(exercise_id, field["name"]),
        "value": field["default"],
        "maxlength": field["maximum_length"],
        "aria-describedby": help_id(exercise_id, field),
    }
    return [label_node(exercise_id, field), ["input", attributes]]


def long_text(exercise_id: str, field: dict[str, Any]) -> list[Node]:
    """A text area of several lines."""
    attributes = {
        "id": control_id(exercise_id, field["name"]),
        "rows": 4,
        "maxlength": field["maximum_length"],
        "aria-describedby": help_id(exercise_id, field),
    }
    return [label_node(exercise_id, field), ["textarea", attributes, field["default"]]]


CONTROLS: dict[str, Callable[[str, dict[str, Any]], list[Node]]] = {
    "slider": slider,
    "choice": choice,
    "yes_no": yes_no,
    "short_text": short_text,
    "long_text": long_text,
    "multiple_choice": multiple_choice,
    "rows": rows,
}


def field_node(exercise_id: str, field: dict[str, Any]) -> Node:
    """A whole field: label, control, help, and the place of a message about its value."""
    nodes = CONTROLS[field["kind"]](exercise_id, field)
    if field["help"]:
        nodes.append(["p", {"class": "sq-help", "id": help_id(exercise_id, field)}, field["help"]])
    return ["div", {"class": "sq-field", "data-field": field["name"]}, *nodes]
