"""Handed-in workbook files: read, checked, and each kept apart; no widgets here."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from servicequality.core.workbook import Fault, read_workbook
from servicequality.marking.course import Course

# As the page's own reader has it, `servicequality/page/runtime/loading.js`.
LARGEST = 2_000_000  # bytes
DEEPEST = 12  # lists and objects within each other

# An alias and the name of a file: what tells one student's work from another's.
Student = tuple[str, str]


@dataclass(frozen=True)
class HandedIn:
    """One workbook: its file's name, alias and date, the records of exercises by id.

    `left_out` is what this edition of the course does not have, as `read_workbook` gives it;
    `digest` tells whether two files are the same.
    """

    file: str
    alias: str
    date: str
    records: dict[str, dict[str, Any]]
    left_out: list[dict[str, Any]]
    digest: str

    @property
    def student(self) -> Student:
        """Alias and file."""
        return (self.alias, self.file)

    def values(self, exercise: str) -> dict[str, Any] | None:
        """What was entered in an exercise; None where nothing was."""
        record = self.records.get(exercise)
        if record is None or record["progress"] == "open":
            return None
        values: dict[str, Any] = record["values"]
        return values


@dataclass
class Handed:
    """All workbooks that are open, sorted by alias, and what could not be opened."""

    course: Course
    workbooks: list[HandedIn] = field(default_factory=list)
    # The files that could not be used: name, and what is wrong.
    broken: list[tuple[str, str]] = field(default_factory=list)
    # The files that were open already, by the last call of `add`.
    again: list[str] = field(default_factory=list)

    def add(self, files: Iterable[tuple[str, bytes | None]]) -> None:
        """Opens files, given by name and content; None for one that could not be read."""
        self.again = []
        for name, content in files:
            try:
                self.open(name, content)
            except Fault as fault:
                said = {"fault": self.course.fault(fault), "ask": self.course.ask(fault)}
                told = (name, self.course.say("broken", **said))
                if told not in self.broken:
                    self.broken.append(told)
        self.workbooks.sort(key=lambda one: (one.alias.casefold(), one.alias, one.file))

    def open(self, name: str, content: bytes | None) -> None:
        """Opens one file. Raises Fault where it cannot be used."""
        if content is None:
            raise Fault("file_unreadable")
        data = parsed(content)
        digest = hashlib.sha256(content).hexdigest()
        for other in self.workbooks:
            if other.digest == digest:
                text = "same_file" if other.file == name else "same_bytes"
                self.again.append(self.course.say(text, file=name, other=other.file))
                return
        found = read_workbook(self.course.specs, data)
        self.workbooks.append(
            HandedIn(
                file=self.free_name(found["alias"], name),
                alias=found["alias"],
                date=found["date"],
                records={record["id"]: record for record in found["exercises"]},
                left_out=found["left_out"],
                digest=digest,
            )
        )

    def free_name(self, alias: str, name: str) -> str:
        """A file's name, with a number after it where this alias has one of that name already."""
        taken = {one.file for one in self.workbooks if one.alias == alias}
        free, number = name, 1
        while free in taken:
            number += 1
            free = f"{name} ({number})"
        return free

    def label(self, workbook: HandedIn) -> str:
        """What a student is called: the alias, with the file where several have it or none."""
        if not workbook.alias.strip():
            return workbook.file
        if sum(one.alias == workbook.alias for one in self.workbooks) == 1:
            return workbook.alias
        return self.course.say("alias_and_file", alias=workbook.alias, file=workbook.file)

    def notes(self) -> list[str]:
        """What is worth knowing of the open files: doubles, equal aliases, what is left out."""
        told = list(self.again)
        by_alias: dict[str, list[str]] = {}
        for one in self.workbooks:
            if one.alias.strip():
                by_alias.setdefault(one.alias, []).append(one.file)
        for alias, files in by_alias.items():
            if len(files) > 1:
                told.append(self.course.say("same_alias", alias=alias, files=", ".join(files)))
        for one in self.workbooks:
            for left in one.left_out:
                words = {"file": one.file, "exercise": left["exercise"]}
                if left["label"] is None:
                    told.append(self.course.say("left_out_exercise", **words))
                else:
                    told.append(self.course.say("left_out_field", label=left["label"], **words))
        return told


def parsed(content: bytes) -> Any:
    """What a file holds as plain data. Raises Fault where it is no JSON that a page would read."""
    if len(content) > LARGEST:
        raise Fault("file_too_large")
    try:
        # Some editors put a byte order mark in front.
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Fault("file_not_utf8") from None
    try:
        data = json.loads(text, parse_constant=refuse_constant)
    except RecursionError:
        raise Fault("file_deep") from None
    except ValueError:
        raise Fault("file_not_json") from None
    if is_deep(data):
        raise Fault("file_deep")
    if "\\ud" in text.lower():
        data = json.loads(well_formed(json.dumps(data, ensure_ascii=False)))
    return data


def refuse_constant(_name: str) -> Any:
    """Raises Fault: JSON has no NaN and no Infinity, though Python reads them."""
    raise Fault("file_numbers")


def well_formed(text: str) -> str:
    """A text in which halves of characters, which cannot be shown or saved, are replaced."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def is_deep(data: Any) -> bool:
    """Whether data are nested so deep that nothing of ours can have written them."""
    waiting = [(data, 1)]
    while waiting:
        value, depth = waiting.pop()
        if not isinstance(value, (dict, list)):
            continue
        if depth > DEEPEST:
            return True
        inner = value.values() if isinstance(value, dict) else value
        waiting.extend((part, depth + 1) for part in inner)
    return False


def files_in(folder: str | Path) -> list[tuple[str, bytes | None]]:
    """The files `*.json` of a folder by name, with their content; None where it cannot be read.

    Hidden files are left out. Raises NotADirectoryError where there is no such folder.
    """
    place = Path(folder)
    if not place.is_dir():
        raise NotADirectoryError(f"There is no folder {str(place.absolute())!r}.")
    found = [path for path in place.glob("*.json") if path.is_file() and path.name[0] != "."]
    return [(path.name, content_of(path)) for path in sorted(found, key=lambda path: path.name)]


def content_of(path: Path) -> bytes | None:
    """A file's bytes, no more than it takes to see that it is too large; None if unreadable."""
    try:
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except OSError:
        return None
