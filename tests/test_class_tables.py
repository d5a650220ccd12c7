"""The answers of a class as files that no spreadsheet takes for formulas."""

from __future__ import annotations

import csv
import io
import zipfile
from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from servicequality.classmode.subjects import NUMBER, OPTIONS, TEXT, Entry
from servicequality.classmode.tables import (
    NOT_IN_XML,
    Row,
    Sheet,
    room_xlsx,
    round_csv,
    sheet_title,
)
from servicequality.classmode.words import CLASS_MODE
from servicequality.marking.cells import BEGINS, unguarded
from tests.drawing import AWKWARD

ENTRIES = (
    Entry("n", "Rating", NUMBER, row="Desk"),
    Entry("o", "Choice", OPTIONS, options=(("a", "=A"), ("b", "B")), several=True),
    Entry("t", "Text", TEXT),
)
FORMULAE = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1", "a;=1+1", '"=1', "＝1", "'=1"]


def row(client: str, text: str = "", **flat: Any) -> Row:
    return Row(client, 1_700_000_000_000, {"n": [5.5], "o": ["a"], "t": [text], **flat})


def sheet(*rows: Row, title: str = "Title") -> Sheet:
    return Sheet(title, ENTRIES, rows)


def read_csv(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def read_xlsx(content: bytes) -> dict[str, list[list[Any]]]:
    book = load_workbook(io.BytesIO(content))
    return {
        page.title: [[cell.value for cell in line] for line in page.iter_rows()] for page in book
    }


def test_a_round_is_a_row_a_student_and_a_column_an_entry() -> None:
    content = round_csv(
        sheet(row("y", "second", o=[]), row("x", "first", o=["a", "b"])), CLASS_MODE
    )
    assert read_csv(content) == [
        ["participant", "sent (UTC)", "Desk, Rating", "Choice", "Text"],
        ["1", "2023-11-14 22:13:20", "5.5", "'=A; B", "first"],
        ["2", "2023-11-14 22:13:20", "5.5", "", "second"],
    ]


def test_a_workbook_has_a_sheet_a_round_and_one_number_a_student() -> None:
    found = read_xlsx(
        room_xlsx(
            [sheet(row("b"), row("c")), sheet(row("c"), row("a"), row("b"))], CLASS_MODE, "cab"
        )
    )
    assert list(found) == ["1 Title", "2 Title"]
    first, second = ([line[0] for line in lines[1:]] for lines in found.values())
    assert (first, second) == ([2, 3], [1, 2, 3])
    assert found["1 Title"][1][2] == 5.5


def test_no_cell_of_a_csv_file_begins_as_a_formula_does() -> None:
    rows = [row(f"{place:02d}", text) for place, text in enumerate([*FORMULAE, *AWKWARD])]
    lines = read_csv(round_csv(sheet(*rows), CLASS_MODE))[1:]
    for line, text in zip(lines, [*FORMULAE, *AWKWARD], strict=True):
        assert not any(cell and BEGINS.match(cell) and not cell.startswith("'") for cell in line)
        assert unguarded(line[-1]) == text


@settings(max_examples=40, deadline=None)
@example(["\ufffe", "a\uffffb", "\x00\x0b", "\U0001ffff"])
@given(st.lists(st.sampled_from(FORMULAE + AWKWARD) | st.text(max_size=20), max_size=6))
def test_no_cell_of_a_workbook_is_a_formula(texts: list[str]) -> None:
    rows = [row(f"{place:02d}", text) for place, text in enumerate(texts)]
    content = room_xlsx([sheet(*rows)], CLASS_MODE, [])
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert "<f>" not in archive.read("xl/worksheets/sheet1.xml").decode()
    page = load_workbook(io.BytesIO(content)).active
    for cell, text in zip(page["E"][1:], texts, strict=True):
        assert cell.data_type != "f"
        kept = NOT_IN_XML.sub("\ufffd", text)
        # XML has one kind of line break.
        assert (cell.value or "").replace("\r\n", "\n") == kept.replace("\r\n", "\n")
        if text in FORMULAE:
            assert cell.quotePrefix


def test_a_room_without_rounds_is_a_workbook_too() -> None:
    assert list(read_xlsx(room_xlsx([], CLASS_MODE, []))) == ["1"]


def test_who_comes_while_a_workbook_is_written_is_in_it_under_one_number() -> None:
    sheets = iter([sheet(row("b"), row("late")), sheet(row("late"), row("a"))])
    first, second = (
        [line[0] for line in lines[1:]]
        for lines in read_xlsx(room_xlsx(sheets, CLASS_MODE, ["a", "b"])).values()
    )
    assert (first, second) == ([2, 3], [1, 3])


def test_names_of_sheets_are_what_excel_takes() -> None:
    assert sheet_title(12, "What/if: [a] *b*?") == "12 What if   a   b"
    assert len(sheet_title(3, "x" * 99)) == 31
