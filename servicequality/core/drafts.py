"""What a form can hold, though it may not fit yet: entries that are kept and handed on.

A box that is empty or a number out of range is part of the student's work: it goes back into the
form, which says what is wrong with it. What no form can hold is damaged, or of another edition.
"""

from __future__ import annotations

from typing import Any

from servicequality.core.numbers import is_finite
from servicequality.core.values import CHECKS, Problem, rows_named

LONGEST_TEXT = 100000


class Strange(Problem):
    """A value that is well formed, but names an option or row that its field does not have."""


def drafted(field: dict[str, Any], value: Any) -> Any:
    """A value as a form can hold it, whether it fits its field or not.

    Raises Strange where it names what the field does not have, Problem where it is damaged.
    """
    return DRAFTS[field["kind"]](field, value)


def draft_slider(field: dict[str, Any], value: Any) -> Any:
    """The number a slider stands at, which cannot be out of range."""
    draft_number(field, value)
    return known(field, value)


def draft_number(_field: dict[str, Any], value: Any) -> Any:
    """A number in a box of a table, whatever its size."""
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not is_finite(value):
        raise Problem("not_a_number")
    return value


def draft_text(_field: dict[str, Any], value: Any) -> Any:
    """A text, too long for its field perhaps."""
    if not isinstance(value, str):
        raise Problem("not_text")
    if len(value) > LONGEST_TEXT:
        raise Problem("too_long", length=len(value), maximum=LONGEST_TEXT)
    return value


def draft_choice(field: dict[str, Any], value: Any) -> Any:
    """The id of an option."""
    if not isinstance(value, str):
        raise Problem("not_an_option")
    return known(field, value)


def draft_multiple_choice(field: dict[str, Any], value: Any) -> Any:
    """The ids of options, in the order in which the options stand."""
    if not isinstance(value, list):
        raise Problem("not_an_option")
    for entry in value:
        if not isinstance(entry, str):
            raise Problem("not_an_option")
    return known(field, value)


def draft_rows(field: dict[str, Any], value: Any) -> Any:
    """The rows of a table, their cells as a form can hold them."""
    if not isinstance(value, list):
        raise Problem("not_rows")
    for row in value:
        if not isinstance(row, dict) or not isinstance(row.get("id"), str):
            raise Problem("not_rows")
        for column in field["columns"]:
            if column["name"] not in row:
                raise Problem("not_rows")
    try:
        named = rows_named(field, value)
    except Problem as problem:
        raise Strange(problem.message) from None
    if field["blank"] is None and len(named) < len(field["rows"]):
        raise Strange("not_rows")
    if field["blank"] is not None and len(named) < field["minimum"]:
        raise Strange("too_few_rows", minimum=field["minimum"])
    drafts = []
    for position, name in enumerate(named):
        row = {"id": name["id"]}
        for column in field["columns"]:
            row[column["name"]] = draft_cell(column, value[position][column["name"]])
        drafts.append(row)
    return drafts


def draft_cell(column: dict[str, Any], value: Any) -> Any:
    """A cell of a table; a box for a number may be empty (None)."""
    if column["kind"] != "slider":
        return drafted(column, value)
    return None if value is None else draft_number(column, value)


def known(field: dict[str, Any], value: Any) -> Any:
    """A well-formed value as its field takes it. Raises Strange where the field does not."""
    try:
        return CHECKS[field["kind"]](field, value)
    except Problem as problem:
        raise Strange(problem.message, **problem.words) from None


def draft_yes_no(field: dict[str, Any], value: Any) -> Any:
    """True or False."""
    return CHECKS["yes_no"](field, value)


DRAFTS = {
    "slider": draft_slider,
    "choice": draft_choice,
    "yes_no": draft_yes_no,
    "short_text": draft_text,
    "long_text": draft_text,
    "multiple_choice": draft_multiple_choice,
    "rows": draft_rows,
}
