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

from servicequality.core.blueprint import drawing
from servicequality.core.numbers import is_finite


class WrongShape(Exception):
    """`compute` gave a view something that it cannot show; the text says what and why."""


def lookup(result: dict[str, Any], key: str) -> Any:
    """The entry of a result or row that a view names. Raises WrongShape where there is none."""
    if not isinstance(result, dict):
        raise WrongShape("a dict was expected, not " + type(result).__name__)
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
    if not isinstance(key, str) or key not in words:
        raise WrongShape("there is no text for the id " + repr(key))
    return words[key]


def own_text(value: Any) -> str:
    """A text shown as it is. Raises WrongShape for anything else, which would be a node."""
    if not isinstance(value, str):
        raise WrongShape("a text was expected, not " + repr(value))
    return value


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
    """A template filled from a result by the view's `values` (placeholder, key and its style).

    Only what the template names is looked up, so a result may leave out what it does not show.
    """
    values: dict[str, Any] = {}
    for value in spec["values"]:
        if "{" + value["name"] + "}" not in template:
            continue
        entry = lookup(result, value["key"])
        if value["words"] is not None:
            values[value["name"]] = word(value["words"], entry)
        elif isinstance(entry, str):
            values[value["name"]] = entry
        else:
            values[value["name"]] = number(entry, value["style"])
    return fill(template, values)


def figure(spec: dict[str, Any], result: dict[str, Any]) -> list[Any]:
    """One number, large, with its label, unit and note; a dash where there is none yet (None)."""
    found = lookup(result, spec["key"])
    name = "sq-figure-value" if found is not None else "sq-figure-value sq-figure-none"
    value: list[Any] = ["div", {"class": name}]
    if found is None:
        value.append("–")
    else:
        value.append(number(found, spec["style"]))
        value.append(["span", {"class": "sq-unit"}, " " + spec["unit"]])
    nodes: list[Any] = [["div", {"class": "sq-figure-label"}, spec["label"]], value]
    if spec["note"]:
        nodes.append(["p", {"class": "sq-note"}, spec["note"]])
    return nodes


def sentence(spec: dict[str, Any], result: dict[str, Any]) -> list[Any]:
    """The one sentence, out of several, whose id `compute` picked; nothing where it is empty."""
    template = word(spec["sentences"], lookup(result, spec["key"]))
    if template == "":
        return []
    return [["p", {"class": "sq-sentence"}] + filled(spec, template, result)]


def table(spec: dict[str, Any], result: dict[str, Any]) -> list[Any]:
    """Rows and columns; the first column names the row."""
    rows = rows_of(spec, result)
    if not rows:
        return [["p", {"class": "sq-empty"}, spec["empty"]]]
    head: list[Any] = ["tr", {}]
    for column in spec["columns"]:
        classes = "sq-number" if column["style"] is not None else ""
        head.append(["th", {"scope": "col", "class": classes}, column["label"]])
    body: list[Any] = ["tbody", {}]
    for row in rows:
        line: list[Any] = ["tr", {}]
        for position, column in enumerate(spec["columns"]):
            entry = lookup(row, column["key"])
            if column["style"] is not None:
                line.append(["td", {"class": "sq-number"}, number(entry, column["style"])])
                continue
            words = column["words"]
            text = own_text(entry) if words is None else word(words, entry)
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
    """A chart of rows, with one sentence that says in words what it shows.

    Where words stand for an id, the id stays beside them as `COLUMN_id`: colours go by it.
    """
    rows = []
    for row in rows_of(spec, result):
        shown: dict[str, Any] = {}
        for key in row:
            value = row[key]
            if key in spec["words"]:
                shown[key + "_id"] = value
                value = word(spec["words"][key], value)
            elif not isinstance(value, str):
                value = number(value, {"decimals": 0, "signed": False})["number"]
            shown[key] = value
        rows.append(shown)
    # A chart without data keeps its place, so that a live one can come back.
    caption: list[Any] = filled(spec, spec["summary"], result) if rows else [spec["empty"]]
    return [
        [
            "figure",
            {"class": "sq-chart" if rows else "sq-chart sq-chart-waiting"},
            ["p", {"class": "sq-chart-title"}, spec["title"]],
            {"chart": spec["name"], "rows": rows},
            ["figcaption", {}] + caption,
        ]
    ]


def checklist(spec: dict[str, Any], result: dict[str, Any]) -> list[Any]:
    """Items, each with its state in words and, where `compute` names one, a note."""
    rows = rows_of(spec, result)
    if not rows:
        return [["p", {"class": "sq-empty"}, spec["empty"]]] if spec["empty"] else []
    lines: list[Any] = ["ul", {"class": "sq-checklist"}]
    for row in rows:
        item, state = lookup(row, "item"), lookup(row, "state")
        line: list[Any] = [
            "li",
            {"data-state": state},
            ["strong", {}, word(spec["states"], state) + ":"],
            " " + word(spec["items"], item),
        ]
        note = lookup(row, "note")
        if note is not None:
            line.append(["span", {"class": "sq-note"}, " " + word(spec["notes"], note)])
        lines.append(line)
    return [["p", {"class": "sq-list-title"}, spec["title"]], lines] if spec["title"] else [lines]


def cards(spec: dict[str, Any], result: dict[str, Any]) -> list[Any]:
    """The cards whose ids `compute` lists: title, paragraphs, titled lists, titled notes."""
    nodes = []
    for key in list_of(spec, result):
        if not isinstance(key, str) or key not in spec["cards"]:
            raise WrongShape("there is no card for the id " + repr(key))
        content = spec["cards"][key]
        name = "sq-card sq-" + content["tone"] if content["tone"] else "sq-card"
        card: list[Any] = ["div", {"class": name, "data-card": key}]
        card.append(["h4", {"class": "sq-card-title"}, content["title"]])
        for paragraph in content["paragraphs"]:
            card.append(["p", {}, paragraph])
        for part in content["lists"]:
            card.append(["p", {"class": "sq-list-title"}, part["title"]])
            card.append(["ul", {}] + [["li", {}, item] for item in part["items"]])
        for note in content["notes"]:
            title = ["strong", {}, note["title"] + ":"]
            card.append(["p", {"class": "sq-card-note"}, title, " " + note["text"]])
        nodes.append(card)
    return nodes


def diagram(spec: dict[str, Any], result: dict[str, Any]) -> list[Any]:
    """A drawing in which the parts of one id are lit; an id without parts lights none."""
    lit = lookup(result, spec["key"])
    return [
        [
            "figure",
            {"class": "sq-diagram"},
            light(spec["drawing"], lit),
            ["figcaption", {}, word(spec["captions"], lit)],
        ]
    ]


def light(node: Any, lit: str) -> Any:
    """A drawing's nodes, with the class `sq-lit` on elements whose `data-part` holds the lit id."""
    if isinstance(node, (str, dict)):
        return node
    attributes = node[1]
    if lit in attributes.get("data-part", "").split(" "):
        attributes = dict(attributes)
        attributes["class"] = attributes.get("class", "") + " sq-lit"
    return [node[0], attributes] + [light(child, lit) for child in node[2:]]


def blueprint(spec: dict[str, Any], result: dict[str, Any]) -> list[Any]:
    """A service blueprint of rows with `label`, `lane`, `fail` and `wait`, in their order."""
    lanes = {lane["id"]: lane["label"] for lane in spec["lanes"]}
    steps = []
    for row in rows_of(spec, result):
        word(lanes, lookup(row, "lane"))
        step = {"label": own_text(lookup(row, "label")), "lane": row["lane"]}
        for mark in ("fail", "wait"):
            step[mark] = lookup(row, mark) is True
        steps.append(step)
    if not steps:
        return [["p", {"class": "sq-empty"}, spec["empty"]]]
    picture = drawing(spec["lanes"], spec["lines"], spec["words"], steps)
    caption = ["figcaption", {}, spec["caption"]]
    return [["figure", {"class": "sq-diagram sq-blueprint"}, picture, caption]]


def model_answer(spec: dict[str, Any], result: dict[str, Any]) -> list[Any]:
    """The model answer once it was asked for, and before that how far the own answer is."""
    state = lookup(result, spec["key"])
    if state != "open":
        return [["p", {"class": "sq-note"}] + filled(spec, word(spec["waiting"], state), result)]
    nodes: list[Any] = [["h4", {"class": "sq-card-title"}, spec["title"]]]
    for paragraph in spec["paragraphs"]:
        nodes.append(["p", {}, paragraph])
    return [["div", {"class": "sq-card sq-model-answer"}] + nodes]


def list_of(spec: dict[str, Any], result: dict[str, Any]) -> list[Any]:
    """The list that a view names. Raises WrongShape for anything else."""
    found = lookup(result, spec["key"])
    if not isinstance(found, list):
        raise WrongShape("'" + spec["key"] + "' must be a list, not " + repr(found))
    return found


def rows_of(spec: dict[str, Any], result: dict[str, Any]) -> list[dict[str, Any]]:
    """The list of rows that a view shows. Raises WrongShape for anything else."""
    rows = list_of(spec, result)
    for row in rows:
        if not isinstance(row, dict):
            raise WrongShape("each row must be a dict, not " + repr(row))
    return rows


VIEWS = {
    "figure": figure,
    "sentence": sentence,
    "table": table,
    "chart": chart,
    "checklist": checklist,
    "cards": cards,
    "diagram": diagram,
    "blueprint": blueprint,
    "model_answer": model_answer,
}


def show(spec: dict[str, Any], result: dict[str, Any]) -> list[Any]:
    """The nodes of one view. Raises WrongShape, with the view named, for an unfit result."""
    try:
        return VIEWS[spec["kind"]](spec, result)
    except WrongShape as fault:
        raise WrongShape("view '" + spec["name"] + "': " + str(fault)) from None
