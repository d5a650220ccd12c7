"""The answers of a class as files: CSV for one round, an XLSX workbook for a whole room.

One row a student and one column an entry. Students are numbered anew for each file, in an order
that tells nothing; within a workbook a number means the same student in every sheet. No cell is
taken for a formula.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell

from servicequality.classmode.subjects import OPTIONS, Entry, Flat
from servicequality.marking.cells import guarded
from servicequality.marking.export import csv_file

BETWEEN = "; "
# Excel refuses longer texts in a cell, and these characters in the name of a sheet.
LONGEST_CELL = 32_767
LONGEST_TITLE = 31
# What XML has no place for: control characters, half characters, and two that are none.
NOT_IN_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
NOT_IN_TITLES = re.compile(r"[\[\]:*?/\\'\x00-\x1f\ud800-\udfff\ufffe\uffff]")

Cell = str | int | float


@dataclass(frozen=True)
class Row:
    """What a student answered in a round: a digest of the student, when, and values by entry."""

    client: str
    received: int
    flat: Flat


@dataclass(frozen=True)
class Sheet:
    """The answers to a round. `title` names the subject and the round."""

    title: str
    entries: Sequence[Entry]
    rows: Sequence[Row]


def numbers(clients: Iterable[str]) -> dict[str, int]:
    """A number from 1 on for each student, in the order of the digests, which is one of chance."""
    return {client: number for number, client in enumerate(sorted(set(clients)), start=1)}


def heads(sheet: Sheet, words: Mapping[str, str]) -> list[str]:
    """The heads of the columns."""
    labels = [f"{entry.row}, {entry.label}" if entry.row else entry.label
              for entry in sheet.entries]  # fmt: skip
    return [words["participant"], words["sent"], *labels]


def cells(row: Row, sheet: Sheet, number: int) -> list[Cell]:
    """The cells of a student."""
    sent = datetime.fromtimestamp(row.received / 1000, UTC).strftime("%Y-%m-%d %H:%M:%S")
    return [number, sent, *(cell(entry, row.flat.get(entry.key, [])) for entry in sheet.entries)]


def cell(entry: Entry, values: Sequence[Any]) -> Cell:
    """The values of an entry in one cell: options by their labels, a number as one."""
    labels = dict(entry.options)
    shown = [labels[value] if entry.kind == OPTIONS else value for value in values]
    if len(shown) == 1 and isinstance(shown[0], (int, float)):
        return shown[0]
    return BETWEEN.join(str(value) for value in shown)


def table(sheet: Sheet, known: Mapping[str, int]) -> list[list[Cell]]:
    """The rows of a sheet, in the order of the students' numbers."""
    rows = sorted(sheet.rows, key=lambda row: known[row.client])
    return [cells(row, sheet, known[row.client]) for row in rows]


def round_csv(sheet: Sheet, words: Mapping[str, str]) -> bytes:
    """A round as a CSV file in UTF-8."""
    top = [guarded(head) for head in heads(sheet, words)]
    return csv_file(top, table(sheet, numbers(row.client for row in sheet.rows)))


def room_xlsx(sheets: Iterable[Sheet], words: Mapping[str, str], students: Iterable[str]) -> bytes:
    """All rounds of a room as a workbook, a sheet for each; an empty sheet where there are none.

    `sheets` are asked for one by one. `students` are the digests of all who are in them; who came
    while the file was written is numbered at the end.
    """
    book = Workbook(write_only=True)
    known = numbers(students)
    place = 0
    for place, sheet in enumerate(sheets, start=1):
        for row in sheet.rows:
            known.setdefault(row.client, len(known) + 1)
        page = book.create_sheet(sheet_title(place, sheet.title))
        lines: list[Sequence[Cell]] = [heads(sheet, words), *table(sheet, known)]
        for line in lines:
            page.append([text_cell(page, value) if isinstance(value, str) else value
                         for value in line])  # fmt: skip
    if place == 0:
        book.create_sheet(sheet_title(1, ""))
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def text_cell(page: Any, text: str) -> Any:
    """A cell that holds a text, whatever it begins with.

    Its type says that it is a text; the mark that Excel keeps for a leading apostrophe says so
    again when the cell is edited or copied. What has no place in XLSX is shown as such.
    """
    found = WriteOnlyCell(page, NOT_IN_XML.sub("\ufffd", text)[:LONGEST_CELL])
    found.data_type = "s"
    found.quotePrefix = guarded(text) != text
    return found


def sheet_title(place: int, title: str) -> str:
    """The name of a sheet: its place, so that no two are alike, and the title as far as it goes."""
    return f"{place} {NOT_IN_TITLES.sub(' ', title)}"[:LONGEST_TITLE].strip()
