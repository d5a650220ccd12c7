"""Tables of a class: the students, and figures about what they entered and how they score."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd

from servicequality.core.teaching import HIGHEST, OPEN_SCORE, count_words
from servicequality.marking.course import Course
from servicequality.marking.files import Handed, HandedIn
from servicequality.marking.marks import Marks, own_points

# Below this, a figure would be about single students.
FEWEST = 3


def own_score(course: Course, exercise: str, values: dict[str, Any] | None) -> int | None:
    """The points that a student gave to the own answer; None until all criteria have some."""
    if values is None:
        return None
    given = own_points(course, exercise, values)
    return sum(given.values()) if len(given) == len(course.criteria(exercise)) else None


def last_change(workbook: HandedIn) -> str:
    """The last moment at which something was entered, to the minute; empty if it is not known."""
    moments = [record["changed"] for record in workbook.records.values() if record["changed"]]
    return str(max(moments))[:16].replace("T", " ") if moments else ""


def students_table(handed: Handed, marks: Marks) -> pd.DataFrame:
    """One row a student: `student`, `file`, `date`, `done`, `begun`, `changed`, and for each
    question (“Q1”) its `Q1 own` and `Q1 mark`, without a value until all criteria have points."""
    course = handed.course
    rows = []
    for workbook in handed.workbooks:
        states = [workbook.records[name]["progress"]
                  for name in course.shown if name in workbook.records]  # fmt: skip
        row: dict[str, Any] = {
            "student": handed.label(workbook),
            "file": workbook.file,
            "date": workbook.date,
            "done": states.count("done"),
            "begun": states.count("begun"),
            "changed": last_change(workbook),
        }
        for exercise in course.questions:
            name = course.short(exercise)
            verdict = marks.verdict(course, workbook.student, exercise)
            marked = verdict["teaching_verdict"] != "open"
            row[f"{name} own"] = own_score(course, exercise, workbook.values(exercise))
            row[f"{name} mark"] = verdict["teaching_score"] if marked else None
        rows.append(row)
    columns = ["student", "file", "date", "done", "begun", "changed"]
    points = [
        f"{course.short(exercise)} {kind}"
        for exercise in course.questions
        for kind in ("own", "mark")
    ]
    table = pd.DataFrame(rows, columns=[*columns, *points])
    return table.astype(dict.fromkeys(["done", "begun", *points], "Int64"))


def answered(handed: Handed, exercise: str) -> list[tuple[HandedIn, dict[str, Any]]]:
    """The workbooks in which an exercise was begun, each with what was entered in it."""
    found = [(workbook, workbook.values(exercise)) for workbook in handed.workbooks]
    return [(workbook, values) for workbook, values in found if values is not None]


def word_counts(handed: Handed, exercise: str) -> pd.Series[int]:
    """How many words each written answer has, those without a word left out."""
    answer = handed.course.specs[exercise]["teaching"]["answer"]
    counts = [count_words(values[answer]) for _, values in answered(handed, exercise)]
    return pd.Series([count for count in counts if count], dtype="int64")


def entries(spec: dict[str, Any], values: dict[str, Any]) -> Iterator[tuple[dict[str, Any], Any]]:
    """All single fields of an exercise with what was entered, those of its teaching left out.

    A cell of a table counts as a field, its label that of its row and column; where rows come and
    go it is that of the column, since a row of one student is not that of another.
    """
    teaching = [name for group in spec["groups"] if group["teaching"] for name in group["names"]]
    for field in spec["fields"]:
        if field["name"] in teaching:
            continue
        value = values[field["name"]]
        if field["kind"] != "rows":
            yield {**field, "row": ""}, value
            continue
        labels = {row["id"]: row["label"] for row in field["rows"]}
        for row in value:
            for column in field["columns"]:
                name = labels[row["id"]] if field["blank"] is None else ""
                yield {**column, "row": name, "name": f"{field['name']}.{column['name']}"}, \
                    row[column["name"]]  # fmt: skip


def number_figures(handed: Handed, exercise: str) -> pd.DataFrame:
    """The numbers entered: `row`, `entry`, `decimals`, `count`, `median`, `lowest`, `highest`."""
    found: dict[tuple[str, str], dict[str, Any]] = {}
    numbers: dict[tuple[str, str], list[float]] = {}
    for _, values in answered(handed, exercise):
        for field, value in entries(handed.course.specs[exercise], values):
            if field["kind"] == "slider":
                key = (field["name"], field["row"])
                found.setdefault(key, field)
                numbers.setdefault(key, [])
                if value is not None:
                    numbers[key].append(value)
    rows = []
    for key, field in found.items():
        series = pd.Series(numbers[key], dtype="float64")
        figures = (series.median(), series.min(), series.max())
        label = f"{field['label']} ({field['unit']})" if field["unit"] else field["label"]
        rows.append((field["row"], label, field["decimals"], len(series), *figures))
    columns = ["row", "entry", "decimals", "count", "median", "lowest", "highest"]
    return pd.DataFrame(rows, columns=columns)


def choice_figures(handed: Handed, exercise: str) -> pd.DataFrame:
    """How often each option was chosen: `field`, `row`, `entry`, `option`, `count`, all in order.

    `field` is the same for all options of one choice.
    """
    strings = handed.course.strings
    counts: dict[tuple[str, str], dict[str, int]] = {}
    fields: dict[tuple[str, str], dict[str, Any]] = {}
    for _, values in answered(handed, exercise):
        for field, value in entries(handed.course.specs[exercise], values):
            options = options_of(field, strings)
            if options:
                key = (field["name"], field["row"])
                fields.setdefault(key, field)
                own = counts.setdefault(key, dict.fromkeys(options, 0))
                for chosen in value if isinstance(value, list) else [value]:
                    own[chosen] += 1
    rows = [
        ("/".join(key), field["row"], field["label"], text, counts[key][option])
        for key, field in fields.items()
        for option, text in options_of(field, strings).items()
    ]
    return pd.DataFrame(rows, columns=["field", "row", "entry", "option", "count"])


def options_of(field: dict[str, Any], strings: dict[str, str]) -> dict[Any, str]:
    """What can be chosen in a field, and how it is worded; nothing where it is no choice."""
    if field["kind"] == "yes_no":
        return {True: strings["yes"], False: strings["no"]}
    if field["kind"] in ("choice", "multiple_choice"):
        return {option["id"]: option["label"] for option in field["options"]}
    return {}


def own_and_mark(handed: Handed, marks: Marks, exercise: str) -> pd.DataFrame:
    """Means of own scores and marks by criterion, over the students who have both: `criterion`,
    `count`, `own`, `mark`, `difference`; only criteria that enough students have both of."""
    course = handed.course
    rows = []
    for criterion in course.criteria(exercise):
        pairs = pd.DataFrame(
            [
                (int(values[criterion.name]), points[criterion.name])
                for workbook, values in answered(handed, exercise)
                if values[criterion.name] != OPEN_SCORE
                and criterion.name in (points := marks.sheet(workbook.student, exercise).points)
            ],
            columns=["own", "mark"],
        )
        if len(pairs) >= FEWEST:
            own, mark = pairs["own"].mean(), pairs["mark"].mean()
            rows.append((criterion.label, len(pairs), own, mark, own - mark))
    return pd.DataFrame(rows, columns=["criterion", "count", "own", "mark", "difference"])


def maximum(course: Course, exercise: str) -> int:
    """The most points that an answer can have."""
    return HIGHEST * len(course.criteria(exercise))
