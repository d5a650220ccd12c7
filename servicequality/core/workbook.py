"""A student's work as a file: what it must look like, and what is wrong with one that does not.

A workbook file is JSON: `format`, `version`, `alias`, `date`, `pages` (those read to the end) and
`exercises`, a list of records. A record is also what a browser keeps of one exercise: `version`,
`changed`, `progress` and `values`; in a file it has its exercise's `id` as well.

Since version 2 a file may hold `self_checks` and `flashcards` too. Here they are let through and
not looked at: `core.workbook_practice` reads them, for those who want them, and what is wrong with
them keeps nobody from the exercises.
"""

from __future__ import annotations

from typing import Any

from servicequality.core.drafts import Strange, drafted
from servicequality.core.progress import progress, start_values
from servicequality.core.values import Problem

FORMAT = "service-quality-workbook"
FILE_VERSION = 2
OLDEST_FILE = 1
ENTRIES = ("format", "version", "alias", "date", "pages", "exercises")
PRACTICE = ("self_checks", "flashcards")
RECORD_VERSION = 2
LONGEST_ALIAS = 40
LONGEST_ID = 200
# As JavaScript writes a moment, 0 standing for a digit.
MOMENT = "0000-00-00T00:00:00.000Z"
DAY = "0000-00-00"


class Fault(Exception):
    """Why a file or record cannot be used: the id of a message and the words that fill it.

    `problem`, where there is one, is what is wrong with one value, as `core.values.read` gives it.
    """

    def __init__(self, message: str, **words: Any) -> None:
        super().__init__(message)
        self.message = message
        self.words = words
        self.problem: dict[str, Any] | None = None


def migrated(record: Any) -> dict[str, Any]:
    """A record as this edition keeps it, `version` 2.

    Version 1 had values alone. Raises Fault for one that is damaged, or newer than this edition.
    """
    if not isinstance(record, dict):
        raise Fault("record_damaged")
    version = record.get("version")
    if isinstance(version, bool) or not isinstance(version, int) or version < 1:
        raise Fault("record_damaged")
    if version > RECORD_VERSION:
        raise Fault("record_newer")
    changed = None
    if version > 1:
        changed = record.get("changed")
    if not isinstance(record.get("values"), dict):
        raise Fault("record_damaged")
    if changed is not None and not shaped(changed, MOMENT):
        raise Fault("record_damaged")
    return {"version": RECORD_VERSION, "changed": changed, "values": record["values"]}


def restored(spec: dict[str, Any], record: Any) -> dict[str, Any]:
    """What of a kept record goes back into the form of its exercise.

    A dict with `changed`, `values` (by field name; a field that is not there has its start value)
    and `refused`: what is wrong with the values that cannot go back, as `core.values.read` gives
    problems. Raises Fault where none of it can be used.
    """
    record = migrated(record)
    values = {}
    refused = []
    for field in spec["fields"]:
        if field["name"] in record["values"]:
            try:
                values[field["name"]] = drafted(field, record["values"][field["name"]])
            except Problem as problem:
                refused.append(told(field, problem))
    return {"changed": record["changed"], "values": values, "refused": refused}


def read_workbook(course: dict[str, Any], data: Any) -> dict[str, Any]:
    """What a workbook file holds, checked, `progress` worked out anew.

    `course` maps the ids of exercises to their specifications (`title`, `fields`, `teaching` and
    `done_with` are used), `data` is the parsed file. The answer has `alias`, `date`, `pages`,
    `exercises` (each with `id`, `version`, `changed`, `progress` and all `values`) and `left_out`:
    what this edition of the course does not have, each a dict with `exercise` (a title, or an id
    that is not known) and `label` (of a field; None for a whole exercise).
    Raises Fault where the file is none, is damaged, or is of an edition that cannot be read.
    """
    check_head(data)
    if not text_up_to(data.get("alias"), LONGEST_ALIAS):
        raise Fault("file_alias", maximum=LONGEST_ALIAS)
    if data.get("date") != "" and not shaped(data.get("date"), DAY):
        raise Fault("file_date")
    exercises = []
    left_out: list[dict[str, Any]] = []
    seen = []
    for record in listed(data, "exercises"):
        if not isinstance(record, dict) or not text_up_to(record.get("id"), LONGEST_ID):
            raise Fault("file_damaged")
        name = record["id"]
        if name in seen:
            raise Fault("file_repeats", title=title_of(course, name))
        seen.append(name)
        if name in course:
            exercises.append(read_record(course[name], record, left_out))
        else:
            migrated_of(name, record)
            left_out.append({"exercise": name, "label": None})
    return {
        "alias": data["alias"],
        "date": data["date"],
        "pages": [read_page(page) for page in listed(data, "pages")],
        "exercises": exercises,
        "left_out": left_out,
    }


def check_head(data: Any) -> None:
    """Raises Fault where parsed JSON is no workbook file, or one of another edition."""
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise Fault("file_foreign")
    version = data.get("version")
    if isinstance(version, bool) or not isinstance(version, int):
        raise Fault("file_damaged")
    if version > FILE_VERSION:
        raise Fault("file_newer")
    if version < OLDEST_FILE:
        raise Fault("file_older")
    for key in data:
        if key not in ENTRIES and key not in PRACTICE:
            raise Fault("file_damaged")


def read_record(
    spec: dict[str, Any], record: dict[str, Any], left_out: list[dict[str, Any]]
) -> dict[str, Any]:
    """One exercise of a file; what its fields do not have is added to `left_out`."""
    kept = migrated_of(spec["title"], record)
    values = start_values(spec)
    entered = kept["values"]
    for field in spec["fields"]:
        if field["name"] not in entered:
            continue
        try:
            values[field["name"]] = drafted(field, entered[field["name"]])
        except Strange:
            left_out.append({"exercise": spec["title"], "label": field["label"]})
        except Problem as problem:
            fault = Fault("file_value", title=spec["title"])
            fault.problem = told(field, problem)
            raise fault from None
    names = [field["name"] for field in spec["fields"]]
    # Sorted, because the two Pythons keep keys in different orders.
    for name in sorted(entered):
        if name not in names:
            left_out.append({"exercise": spec["title"], "label": name})
    return {
        "id": spec["id"],
        "version": RECORD_VERSION,
        "changed": kept["changed"],
        "progress": progress(spec, values),
        "values": values,
    }


def migrated_of(title: str, record: dict[str, Any]) -> dict[str, Any]:
    """A record of a file, `migrated`; its exercise is named where that fails."""
    try:
        return migrated(record)
    except Fault as fault:
        newer = fault.message == "record_newer"
        raise Fault("file_newer" if newer else "file_record", title=title) from None


def read_page(page: Any) -> dict[str, str]:
    """A page that was read to the end: `page` and the moment `read`. Raises Fault otherwise."""
    if not isinstance(page, dict) or not text_up_to(page.get("page"), LONGEST_ID):
        raise Fault("file_damaged")
    if not shaped(page.get("read"), MOMENT):
        raise Fault("file_damaged")
    return {"page": page["page"], "read": page["read"]}


def listed(data: dict[str, Any], key: str) -> list[Any]:
    """A list that a file holds. Raises Fault where it is not there or something else."""
    found = data.get(key)
    if not isinstance(found, list):
        raise Fault("file_damaged")
    return found


def title_of(course: dict[str, Any], name: str) -> str:
    """An exercise's title, or its id where the course does not have it."""
    title: str = course[name]["title"] if name in course else name
    return title


def told(field: dict[str, Any], problem: Problem) -> dict[str, Any]:
    """What is wrong with a value, as `core.values.read` gives it."""
    words = {"label": field["label"]}
    words.update(problem.words)
    return {"field": field["name"], "message": problem.message, "words": words}


def text_up_to(value: Any, longest: int) -> bool:
    """Whether a value is a text of one line, not longer than `longest`."""
    return isinstance(value, str) and len(value) <= longest and "\n" not in value


def shaped(value: Any, pattern: str) -> bool:
    """Whether a text has the form of a pattern, in which 0 stands for any digit."""
    if not isinstance(value, str) or len(value) != len(pattern):
        return False
    for place in range(len(pattern)):
        if pattern[place] == "0":
            if value[place] not in "0123456789":
                return False
        elif value[place] != pattern[place]:
            return False
    return True
