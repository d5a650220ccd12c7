"""Handed-in files: thirty of which four are broken, and every other way for a file to be wrong."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

import pytest

from servicequality.core.workbook import FILE_VERSION
from servicequality.marking.course import Course
from servicequality.marking.files import LARGEST, Handed, files_in, parsed
from tests.handed_in import (
    ALIASES,
    broken_files,
    file_name,
    good_files,
    handed_in,
    save,
    workbook_of,
    written,
)

COURSE = Course("en")
AGAIN = "Ask the student to save the workbook as JSON again and to hand in that file unchanged."


def opened(*files: tuple[str, bytes | None]) -> Handed:
    """Files, opened one after the other."""
    handed = Handed(COURSE)
    handed.add(files)
    return handed


def a_workbook(alias: str = "Blue Heron", **changes: Any) -> dict[str, Any]:
    """A workbook with one exercise; `changes` replace its parts."""
    return workbook_of(alias, random.Random(1), exercises=["gap-explorer"]) | changes


def told(content: bytes | None, name: str = "a.json") -> str:
    """What is said of a file that cannot be used."""
    handed = opened((name, content))
    assert handed.workbooks == []
    ((file, text),) = handed.broken
    assert file == name
    return text


def test_of_thirty_files_twenty_six_open_and_each_of_four_is_explained(tmp_path: Path) -> None:
    save(handed_in(), tmp_path)
    handed = opened(*files_in(tmp_path))
    assert {workbook.alias for workbook in handed.workbooks} == set(ALIASES[:26])
    assert len(handed.workbooks) == 26
    cut_off, word, newer, damaged = broken_files()
    assert dict(handed.broken) == {
        cut_off: f"The file is damaged, cut off, or no workbook file. {AGAIN}",
        word: f"The file is not a text in UTF-8, as a workbook file is. {AGAIN}",
        newer: "The file was saved by a newer edition of the course than the one here. "
        "Install that edition here and open the file again.",
        damaged: "The file is damaged, in “Gap explorer”. Which gap would you work on first, and "
        f"what would you do?: this is not a text. {AGAIN}",
    }
    assert handed.notes() == []


def record(**changes: Any) -> list[dict[str, Any]]:
    """The exercises of a workbook, changed."""
    return [a_workbook()["exercises"][0] | changes]


WRONG: dict[str, tuple[bytes | None, str]] = {
    "empty": (b"", "damaged, cut off, or no workbook file"),
    "html": (b"<!DOCTYPE html>", "damaged, cut off, or no workbook file"),
    "nan": (b'{"format": NaN}', "holds NaN or Infinity"),
    "infinity": (b'{"format": -Infinity}', "holds NaN or Infinity"),
    "utf-16": (json.dumps(a_workbook()).encode("utf-16"), "not a text in UTF-8"),
    "latin-1": ('{"alias": "Zoë"}'.encode("latin-1"), "not a text in UTF-8"),
    "deep list": (b"[" * 100_000 + b"]" * 100_000, "deeper than any workbook"),
    "deep object": (b'{"a":' * 100_000 + b"1" + b"}" * 100_000, "deeper than any workbook"),
    "deep enough": (b"[" * 13 + b"]" * 13, "deeper than any workbook"),
    "large": (b" " * (LARGEST + 1), "stays below 2 MB. Ask for the JSON file"),
    "unreadable": (None, "does not let the file be read. Copy the file to another folder"),
    "a list": (b"[]", "not a workbook of this course. Ask for the JSON file"),
    "another format": (b'{"format": "nbformat"}', "not a workbook of this course"),
    "huge number": (b'{"version": ' + b"9" * 5000 + b"}", "damaged, cut off"),
    "newer": (
        written(a_workbook(version=FILE_VERSION + 1)),
        "newer edition of the course than the one here",
    ),
    "older": (written(a_workbook(version=0)), "can no longer be read. Ask the student to answer"),
    "more keys": (written(a_workbook(__proto__={})), "parts of it are missing"),
    "alias": (written(a_workbook("x" * 41)), "at most 40 characters. Ask the student to shorten"),
    "date": (
        written(a_workbook(date="today")),
        "date is not written as year, month and day. Ask the student to set",
    ),
    "pages": (written(a_workbook(pages=None)), "parts of it are missing"),
    "twice": (written(a_workbook(exercises=record() * 2)), "it holds “Gap explorer” twice"),
    "newer record": (written(a_workbook(exercises=record(version=9))), "newer edition"),
    "record": (
        written(a_workbook(exercises=record(values=[]))),
        "the entries of “Gap explorer” are not what they should be",
    ),
    "value": (
        written(a_workbook(exercises=record(values={"belief": "high"}))),
        "in “Gap explorer”. Belief (M): this is not a number.",
    ),
}


@pytest.mark.parametrize(("content", "said"), WRONG.values(), ids=WRONG.keys())
def test_a_file_that_is_wrong_is_explained(content: bytes | None, said: str) -> None:
    text = told(content)
    assert said in text
    assert text[-1] == "."
    assert "{" not in text


def test_markup_in_the_name_of_a_file_is_kept_as_text() -> None:
    told(b"", name="<b>.json")


def test_a_byte_order_mark_is_no_fault() -> None:
    assert opened(("a.json", b"\xef\xbb\xbf" + written(a_workbook()))).broken == []


def test_halves_of_characters_are_replaced() -> None:
    text = json.dumps(a_workbook("x\ud83d"), indent=1)
    (workbook,) = opened(("a.json", text.encode())).workbooks
    assert workbook.alias == "x\ufffd"
    assert parsed(b'["\\ud83d\\ude00"]') == ["😀"]


def test_later_files_are_added() -> None:
    files = list(good_files(3).items())
    handed = opened(*files[:2])
    handed.add(files[2:])
    assert len(handed.workbooks) == 3
    assert [workbook.alias for workbook in handed.workbooks] == sorted(ALIASES[:3])


def test_the_same_file_twice_counts_once_and_is_told() -> None:
    content = written(a_workbook())
    handed = opened(("a.json", content), ("b.json", content))
    assert len(handed.workbooks) == 1
    assert handed.notes() == [
        "b.json is the same as a.json, which is open already. It counts once."
    ]
    handed.add([("a.json", content)])
    assert handed.notes() == ["a.json is open already. It counts once."]
    handed.add([])
    assert handed.notes() == []


def test_a_broken_file_is_told_once() -> None:
    handed = opened(("a.json", b"{"), ("a.json", b"{"), ("b.json", b"{"))
    assert [name for name, _ in handed.broken] == ["a.json", "b.json"]


def test_equal_aliases_are_kept_apart_by_file_and_told() -> None:
    first, second = a_workbook(), a_workbook(date="2026-11-25")
    handed = opened(("a.json", written(first)), ("b.json", written(second)))
    labels = [handed.label(workbook) for workbook in handed.workbooks]
    assert labels == ["Blue Heron (a.json)", "Blue Heron (b.json)"]
    assert handed.notes() == [
        "Several files have the alias “Blue Heron”: a.json, b.json. They are kept apart by their "
        "file names."
    ]


def test_equal_aliases_and_file_names_are_kept_apart_by_a_number() -> None:
    first, second = a_workbook(), a_workbook(date="2026-11-25")
    handed = opened(("a.json", written(first)), ("a.json", written(second)))
    assert [workbook.student for workbook in handed.workbooks] == [
        ("Blue Heron", "a.json"),
        ("Blue Heron", "a.json (2)"),
    ]


def test_without_an_alias_a_student_is_called_by_the_file() -> None:
    handed = opened(("a.json", written(a_workbook(""))), ("b.json", written(a_workbook("  "))))
    assert [handed.label(workbook) for workbook in handed.workbooks] == ["a.json", "b.json"]
    assert handed.notes() == []


def test_what_the_course_does_not_have_is_left_out_and_told() -> None:
    values = record()[0]["values"] | {"pull": "sideways", "mood": 1}
    other = record(id="other-exercise")[0]
    exercises = [*record(values=values), other]
    handed = opened(("a.json", written(a_workbook(exercises=exercises))))
    field = "How far a heard promise lifts expectations"
    assert handed.notes() == [
        f"a.json: “Gap explorer” has no “{field}” in this course. It is left out.",
        "a.json: “Gap explorer” has no “mood” in this course. It is left out.",
        "a.json: the course has no exercise “other-exercise”. It is left out.",
    ]
    assert list(handed.workbooks[0].records) == ["gap-explorer"]


def test_a_folder_is_read_by_name_without_hidden_and_other_files(tmp_path: Path) -> None:
    save({"b.json": b"2", "a.json": b"1", ".hidden.json": b"3", "notes.txt": b"4"}, tmp_path)
    (tmp_path / "folder.json").mkdir()
    assert files_in(tmp_path) == [("a.json", b"1"), ("b.json", b"2")]
    assert files_in(str(tmp_path)) == files_in(tmp_path)


def test_a_large_file_of_a_folder_is_not_read_whole(tmp_path: Path) -> None:
    with (tmp_path / "a.json").open("wb") as file:
        file.truncate(50_000_000)
    ((_, content),) = files_in(tmp_path)
    assert content is not None
    assert len(content) == LARGEST + 1


def test_an_unreadable_file_of_a_folder_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError

    save({"a.json": b"1"}, tmp_path)
    monkeypatch.setattr(Path, "open", refuse)
    assert files_in(tmp_path) == [("a.json", None)]


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(NotADirectoryError, match=r"no folder .*nowhere"):
        files_in(tmp_path / "nowhere")


def test_the_generator_gives_the_same_files_every_time() -> None:
    assert handed_in() == handed_in()
    assert len(handed_in()) == 30
    assert file_name("Blue Heron") in handed_in()
