"""Reading what a person entered: one check per kind of field.

To add a kind of field, write its check here and register it in `CHECKS`; then its class in
`servicequality.declare.fields`, its form control in `servicequality.page.form`, its ipywidget in
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


CHECKS = {
    "slider": check_slider,
    "choice": check_choice,
    "yes_no": check_yes_no,
    "short_text": check_text,
    "long_text": check_text,
}


def read(fields: list[dict[str, Any]], raw: dict[str, Any]) -> tuple[dict[str, Any], list[Any]]:
    """The values of all fields, and what is wrong with them (an empty list when all are right).

    `fields` are field specifications, `raw` maps field names to what was entered. Each problem is
    a dict with `field` (name), `message` (id) and `words` (what fills the message).
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
            problems.append({"field": field["name"], "message": problem.message, "words": words})
    return values, problems
