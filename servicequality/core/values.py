"""Reading what a person entered: one check per kind of field.

To add a kind of field, write its check here and register it in `CHECKS`; then its class in
`servicequality.declare`, its form control in `servicequality.page.form`, its ipywidget in
`servicequality.notebook.widgets` and its reader in `servicequality/page/runtime/fields.js`.
"""

from __future__ import annotations

from typing import Any

from servicequality.core.numbers import TOLERANCE, is_finite


class Problem(Exception):
    """What is wrong with one value: the id of a message and the words that fill it."""

    def __init__(self, message: str, **words: Any) -> None:
        super().__init__(message)
        self.message = message
        self.words = words
        self.cell: list[str] | None = None


def check_slider(field: dict[str, Any], value: Any) -> Any:
    """The number a slider stands at: a float, or an int where the field is declared `whole`.

    Raises Problem for what is not a number or lies outside the declared range.
    """
    # Both Pythons count True as a number; a slider does not.
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not is_finite(value):
        raise Problem("not_a_number")
    if value < field["minimum"] - TOLERANCE or value > field["maximum"] + TOLERANCE:
        raise Problem(
            "out_of_range", value=value, minimum=field["minimum"], maximum=field["maximum"]
        )
    if not field["whole"]:
        return float(value)
    if value != int(value):
        raise Problem("not_whole", value=value)
    return int(value)


def check_choice(field: dict[str, Any], value: Any) -> Any:
    """The id of the option that was chosen. Raises Problem for an id that is not on offer."""
    for option in field["options"]:
        if option["id"] == value:
            return value
    raise Problem("not_an_option")


def check_yes_no(field: dict[str, Any], value: Any) -> Any:  # noqa: ARG001
    """True or False. Raises Problem for anything else."""
    if not isinstance(value, bool):
        raise Problem("not_yes_or_no")
    return value


def check_text(field: dict[str, Any], value: Any) -> Any:
    """The text as it was written. Raises Problem where it is longer than declared."""
    if not isinstance(value, str):
        raise Problem("not_text")
    if len(value) > field["maximum_length"]:
        raise Problem("too_long", length=len(value), maximum=field["maximum_length"])
    return value


def check_multiple_choice(field: dict[str, Any], value: Any) -> Any:
    """The ids of the options that were ticked, in the order in which the options stand.

    Raises Problem for an id that is not on offer.
    """
    if not isinstance(value, list):
        raise Problem("not_an_option")
    known = [option["id"] for option in field["options"]]
    for entry in value:
        if entry not in known:
            raise Problem("not_an_option")
    return [entry for entry in known if entry in value]


def check_rows(field: dict[str, Any], value: Any) -> Any:
    """The rows of a table that are there, in their order, each a dict by column with its `id`.

    Raises Problem where rows are missing, strange, repeated or out of order, and, naming row and
    column, for the first cell that does not fit its column.
    """
    named = rows_named(field, value)
    if field["blank"] is None:
        if len(named) < len(field["rows"]):
            raise Problem("not_rows")
    elif len(named) < field["minimum"]:
        raise Problem("too_few_rows", minimum=field["minimum"])
    rows = []
    for position, name in enumerate(named):
        raw = value[position]
        row = {"id": name["id"]}
        for column in field["columns"]:
            try:
                if column["name"] not in raw:
                    raise Problem("missing")
                row[column["name"]] = CHECKS[column["kind"]](column, raw[column["name"]])
            except Problem as problem:
                problem.words["label"] = name["label"] + ", " + column["label"]
                problem.cell = [name["id"], column["name"]]
                raise
        rows.append(row)
    return rows


def rows_named(field: dict[str, Any], value: Any) -> list[dict[str, Any]]:
    """What is declared of the rows that `value` lists: id and label.

    Raises Problem where it is no list of rows that the table can have, in their order.
    """
    if not isinstance(value, list):
        raise Problem("not_rows")
    known = field["rows"]
    named = []
    place = 0
    for raw in value:
        if not isinstance(raw, dict):
            raise Problem("not_rows")
        while place < len(known) and known[place]["id"] != raw.get("id"):
            place = place + 1
        if place == len(known):
            raise Problem("not_rows")
        named.append(known[place])
        place = place + 1
    return named


CHECKS = {
    "slider": check_slider,
    "choice": check_choice,
    "yes_no": check_yes_no,
    "short_text": check_text,
    "long_text": check_text,
    "multiple_choice": check_multiple_choice,
    "rows": check_rows,
}


def read(fields: list[dict[str, Any]], raw: dict[str, Any]) -> tuple[dict[str, Any], list[Any]]:
    """The values of all fields, and what is wrong with them (an empty list when all are right).

    `fields` are field specifications, `raw` maps field names to what was entered. Each problem is
    a dict with `field` (name), `message` (id), `words` (what fills the message), and in a table to
    fill in `cell` (the ids of row and column).
    """
    values = {}
    problems = []
    for field in fields:
        try:
            if field["name"] not in raw:
                raise Problem("missing")
            values[field["name"]] = CHECKS[field["kind"]](field, raw[field["name"]])
        except Problem as problem:
            words = {"label": field["label"]}
            words.update(problem.words)
            found = {"field": field["name"], "message": problem.message, "words": words}
            if problem.cell is not None:
                found["cell"] = problem.cell
            problems.append(found)
    return values, problems
