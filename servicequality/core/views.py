"""Showing what was computed: one function per kind of view, the same on every surface.

A view takes its specification and the result of `compute` and gives *nodes*: a neutral picture of
what is to be seen, which Python turns into HTML (page at build time, notebook) and a small script
turns into elements (page, alive). A node is one of

- a string: text, shown as text whatever it holds;
- `["tag", {attributes}, child, ...]`: an element;
- `{"number": 5.1, "decimals": 1, "signed": False}`: a number, which the surface formats in the
  reader's language;
- `{"chart": name, "rows": [...]}`: the place of a chart and the data it shows.

To add a kind of view, write its function here and register it in `VIEWS`; then its class in
`servicequality.declare.views`. Nothing else is needed.
"""

from __future__ import annotations

from typing import Any

from servicequality.core.numbers import is_finite


class WrongShape(Exception):
    """`compute` gave a view something that it cannot show; the text says what and why."""


def lookup(result: dict[str, Any], key: str) -> Any:
    """The entry of a result that a view names. Raises WrongShape where there is none."""
    if not isinstance(result, dict):
        raise WrongShape("compute must return a dict, not " + type(result).__name__)
    if key not in result:
        raise WrongShape("compute returned nothing named '" + key + "'")
    return result[key]


def number(value: Any, style: dict[str, Any]) -> dict[str, Any]:
    """A number node. Raises WrongShape for what is not a finite number."""
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise WrongShape("a number was expected, not " + repr(value))
    if not is_finite(value):
        raise WrongShape("a finite number was expected, not " + str(value))
    return {"number": value, "decimals": style["decimals"], "signed": style["signed"]}


def word(words: dict[str, str], key: Any) -> str:
    """The text that stands for an id. Raises WrongShape for an id without a text."""
    if key not in words:
        raise WrongShape("there is no text for the id " + repr(key))
    return words[key]


def fill(template: str, values: dict[str, Any]) -> list[Any]:
    """A text with its `{placeholders}` replaced, as a list of nodes.

    `values` maps each placeholder to a node. A placeholder without a value is left as it stands.
    """
    nodes: list[Any] = []
    rest = template
    while True:
        start = rest.find("{")
        end = rest.find("}", start + 1)
        if start < 0 or end < 0:
            break
        name = rest[start + 1 : end]
        if name not in values:
            nodes.append(rest[: end + 1])
        else:
            if start > 0:
                nodes.append(rest[:start])
            nodes.append(values[name])
        rest = rest[end + 1 :]
    if rest:
        nodes.append(rest)
    return nodes


def filled(spec: dict[str, Any], template: str, result: dict[str, Any]) -> list[Any]:
    """A template filled from a result by the view's `values` (placeholder, key and its style)."""
    values = {}
    for value in spec["values"]:
        entry = lookup(result, value["key"])
        if value["words"] is not None:
            values[value["name"]] = word(value["words"], entry)
        elif isinstance(entry, str):
            values[value["name"]] = entry
        else:
            values[value["name"]] = number(entry, value["style"])
    return fill(template, values)


def figure(spec: dict[str, Any], result: dict[str, Any]) -> list[Any]:
    """One number, large, with its label, unit and note."""
    value = [
        "p",
        {"class": "sq-figure-value"},
        number(lookup(result, spec["key"]), spec["style"]),
        ["span", {"class": "sq-unit"}, " " + spec["unit"]],
    ]
    nodes: list[Any] = [["p", {"class": "sq-figure-label"}, spec["label"]], value]
    if spec["note"]:
        nodes.append(["p", {"class": "sq-note"}, spec["note"]])
    return nodes


def sentence(spec: dict[str, Any], result: dict[str, Any]) -> list[Any]:
    """The one sentence, out of several, whose id `compute` picked."""
    template = word(spec["sentences"], lookup(result, spec["key"]))
    return [["p", {"class": "sq-sentence"}] + filled(spec, template, result)]


def table(spec: dict[str, Any], result: dict[str, Any]) -> list[Any]:
    """Rows and columns; the first column names the row."""
    head: list[Any] = ["tr", {}]
    for column in spec["columns"]:
        classes = "sq-number" if column["style"] is not None else ""
        head.append(["th", {"scope": "col", "class": classes}, column["label"]])
    body: list[Any] = ["tbody", {}]
    for row in rows_of(spec, result):
        line: list[Any] = ["tr", {}]
        for position, column in enumerate(spec["columns"]):
            entry = lookup(row, column["key"])
            if column["style"] is not None:
                line.append(["td", {"class": "sq-number"}, number(entry, column["style"])])
                continue
            text = entry if column["words"] is None else word(column["words"], entry)
            if position == 0:
                line.append(["th", {"scope": "row"}, text])
            else:
                line.append(["td", {}, text])
        body.append(line)
    return [
        [
            "table",
            {"class": "sq-table"},
            ["caption", {}, spec["caption"]],
            ["thead", {}, head],
            body,
        ]
    ]


def chart(spec: dict[str, Any], result: dict[str, Any]) -> list[Any]:
    """A chart of rows, with one sentence that says in words what it shows."""
    rows = []
    for row in rows_of(spec, result):
        shown = {}
        for key in row:
            value = row[key]
            if key in spec["words"]:
                value = word(spec["words"][key], value)
            elif not isinstance(value, str):
                value = number(value, {"decimals": 0, "signed": False})["number"]
            shown[key] = value
        rows.append(shown)
    return [
        [
            "figure",
            {"class": "sq-chart"},
            ["p", {"class": "sq-chart-title"}, spec["title"]],
            {"chart": spec["name"], "rows": rows},
            ["figcaption", {}] + filled(spec, spec["summary"], result),
        ]
    ]


def rows_of(spec: dict[str, Any], result: dict[str, Any]) -> list[dict[str, Any]]:
    """The list of rows that a table or chart names. Raises WrongShape for anything else."""
    rows = lookup(result, spec["key"])
    if not isinstance(rows, list):
        raise WrongShape("'" + spec["key"] + "' must be a list of rows, not " + repr(rows))
    return rows


VIEWS = {"figure": figure, "sentence": sentence, "table": table, "chart": chart}


def show(spec: dict[str, Any], result: dict[str, Any]) -> list[Any]:
    """The nodes of one view. Raises WrongShape, with the view named, for an unfit result."""
    try:
        return VIEWS[spec["kind"]](spec, result)
    except WrongShape as fault:
        raise WrongShape("view '" + spec["name"] + "': " + str(fault)) from None
