"""Texts in the cells of a CSV file, such that no spreadsheet takes one for a formula.

A text that begins with a character that starts a formula gets an apostrophe in front. Since some
spreadsheets split a line at semicolons, whatever its quotes say, the same holds for each part of a
text behind a separator. Both are undone when the file is loaded again.
"""

from __future__ import annotations

import re

STARTS = "=+@＝＋－＠﹢﹣﹦﹫-"  # the hyphen last, as a class of characters needs it
# What may stand in front of it and changes nothing: space, control characters, marks without width.
SKIPPED = r"\s\x00-\x1f\x7f-\x9f\xad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\""
SEPARATORS = r";,|\t\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029"

BEGINS = re.compile(rf"'*[{SKIPPED}]*[\t\r\n{STARTS}]")
INSIDE = re.compile(rf"([{SEPARATORS}][{SKIPPED}]*)(?='*[{STARTS}])")
GUARDED = re.compile(rf"([{SEPARATORS}][{SKIPPED}]*)'(?='*[{STARTS}])")


def guarded(text: str) -> str:
    """A text as it may stand in a cell."""
    inside = INSIDE.sub(r"\1'", text)
    return f"'{inside}" if BEGINS.match(inside) else inside


def unguarded(cell: str) -> str:
    """The text that `guarded` was given."""
    if cell.startswith("'") and BEGINS.match(cell, 1):
        cell = cell[1:]
    return GUARDED.sub(r"\1", cell)
