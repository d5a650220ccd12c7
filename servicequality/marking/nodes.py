"""What the marking page shows, as nodes (see `servicequality.core.views`): every text is escaped
where they become HTML, whoever wrote it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from servicequality.core.teaching import OPEN_SCORE, count_words
from servicequality.marking.course import Course, decimal, whole
from servicequality.marking.files import Handed
from servicequality.marking.marks import Marks
from servicequality.marking.tables import maximum, options_of, students_table

Node = Any
NONE = "–"


def paragraph(text: str, name: str = "") -> Node:
    """A paragraph of plain text."""
    return ["p", {"class": name}, text]


def listed(title: str, items: Sequence[Sequence[Node]], name: str) -> list[Node]:
    """A list under its title, each item in nodes; nothing where it is empty."""
    if not items:
        return []
    entries: list[Node] = [["li", {}, *item] for item in items]
    return [["div", {"class": name}, paragraph(title, "sq-mark-list-title"), ["ul", {}, *entries]]]


def broken(faults: Sequence[tuple[str, str]]) -> list[list[Node]]:
    """The files that could not be used, each with its fault, as items of a list."""
    return [[["strong", {}, name], ": ", told] for name, told in faults]


def table(caption: str, heads: Sequence[str], rows: Sequence[Sequence[Node]]) -> Node:
    """A table; the first cell of a row names it, columns of numbers stand on the right."""
    numeric = [
        bool(rows) and all(is_number(row[place]) or row[place] == NONE for row in rows)
        for place in range(len(heads))
    ]
    head = [
        ["th", {"scope": "col", "class": "sq-number" if right else ""}, text]
        for text, right in zip(heads, numeric, strict=True)
    ]
    body: list[Node] = []
    for row in rows:
        line: list[Node] = ["tr", {}, ["th", {"scope": "row"}, row[0]]]
        for right, cell in zip(numeric[1:], row[1:], strict=True):
            line.append(["td", {"class": "sq-number" if right else ""}, cell])
        body.append(line)
    return [
        "table",
        {"class": "sq-table"},
        ["caption", {}, caption],
        ["thead", {}, ["tr", {}, *head]],
        ["tbody", {}, *body],
    ]


def is_number(node: Node) -> bool:
    """Whether a node is a number."""
    return isinstance(node, dict)


def scroller(label: str, inner: Node) -> Node:
    """A part that is wider than a narrow page and scrolls by itself, with the keyboard too."""
    attributes = {"class": "sq-mark-scroll", "role": "region", "aria-label": label, "tabindex": "0"}
    return ["div", attributes, inner]


def students(handed: Handed, marks: Marks) -> list[Node]:
    """The table of students."""
    course = handed.course
    say = course.say
    if not handed.workbooks:
        return [paragraph(course.strings["none_open"])]
    questions = course.questions
    groups = [
        ["th", {"scope": "colgroup", "colspan": 2, "class": "sq-mark-pair"},
         course.short(exercise), " ",
         ["span", {"class": "sq-mark-small"}, say("of", maximum=maximum(course, exercise))]]
        for exercise in questions
    ]  # fmt: skip
    plain = ["student", "date", "done", "begun", "changed"]
    heads: list[list[Node]] = [
        ["th", {"scope": "col", "rowspan": 2}, course.strings[name]] for name in plain
    ]
    for place in (2, 3):
        count = ["span", {"class": "sq-mark-small"}, say("done_of", count=len(course.shown))]
        heads[place] += [["br", {}], count]
    pairs: list[Node] = []
    for _ in questions:
        pairs.append(["th", {"scope": "col", "class": "sq-number"}, course.strings["own"]])
        pairs.append(["th", {"scope": "col", "class": "sq-number"}, course.strings["mark"]])
    frame = students_table(handed, marks)
    body: list[Node] = ["tbody", {}]
    for workbook, row in zip(handed.workbooks, frame.to_dict("records"), strict=True):
        line: list[Node] = ["tr", {}, name_cell(row["student"], workbook.file)]
        line.append(moment_cell(row["date"]))
        line.append(["td", {"class": "sq-number"}, whole(row["done"])])
        line.append(["td", {"class": "sq-number"}, whole(row["begun"])])
        line.append(moment_cell(row["changed"]))
        for exercise in questions:
            begun_marks = bool(marks.sheet(workbook.student, exercise).points)
            own, mark = (row[f"{course.short(exercise)} {kind}"] for kind in ("own", "mark"))
            line.append(points_cell(course, own, begun=False))
            line.append(points_cell(course, mark, begun=begun_marks))
        body.append(line)
    whole_table = [
        "table",
        {"class": "sq-table sq-mark-students"},
        ["caption", {}, course.strings["students_caption"]],
        ["thead", {}, ["tr", {}, *heads, *groups], ["tr", {}, *pairs]],
        body,
    ]
    return [scroller(course.strings["students_scroll"], whole_table)]


def name_cell(label: str, file: str) -> Node:
    """The cell that names a student, with the name of the file where it is not in it."""
    below = [] if file in label else [["span", {"class": "sq-mark-file", "title": file}, file]]
    return ["th", {"scope": "row"}, ["span", {"class": "sq-mark-alias"}, label], *below]


def moment_cell(moment: str) -> Node:
    """A cell with a date, and below it the time where there is one."""
    if not moment:
        return ["td", {}, NONE]
    day, _, time = moment.partition(" ")
    # The space is for whoever copies or hears the two.
    below: list[Node] = [" ", ["span", {}, time]] if time else []
    return ["td", {"class": "sq-mark-date"}, ["span", {}, day], *below]


def points_cell(course: Course, points: Any, begun: bool) -> Node:
    """A cell with points, a dash, or a sign that some criteria have none yet."""
    attributes = {"class": "sq-number"}
    if isinstance(points, int):
        return ["td", attributes, whole(points)]
    if begun:
        said = ["span", {"class": "sq-hidden"}, course.strings["unfinished_said"]]
        return ["td", attributes, ["span", {"aria-hidden": "true"}, "…"], said]
    return ["td", attributes, NONE]


def shown_value(course: Course, field: dict[str, Any], value: Any) -> Node:
    """What was entered in a field: a number with its unit, an option's words, a text."""
    if field["kind"] == "slider":
        if value is None:
            return NONE
        number = decimal(value, field["decimals"])
        if not field["unit"]:
            return number
        return course.say("with_unit", number=number, unit=field["unit"])
    options = options_of(field, course.strings)
    if isinstance(value, list):
        words = [options[chosen] for chosen in value]
        return ["ul", {}, *(["li", {}, word] for word in words)] if words \
            else course.strings["nothing_chosen"]  # fmt: skip
    if options:
        return options[value]
    return ["span", {"class": "sq-mark-text"}, value] if value.strip() else NONE


def inputs(course: Course, exercise: str, values: dict[str, Any]) -> list[Node]:
    """All that was entered beside answer and scores: a table for each group of fields."""
    spec = course.specs[exercise]
    fields = {field["name"]: field for field in spec["fields"]}
    heads = [course.strings["entry"], course.strings["answer"]]
    parts: list[Node] = []
    for group in spec["groups"]:
        if group["teaching"]:
            continue
        single = [fields[name] for name in group["names"] if fields[name]["kind"] != "rows"]
        caption = group["legend"] or spec["title"]
        if single:
            rows = [
                (field["label"], shown_value(course, field, values[field["name"]]))
                for field in single
            ]
            parts.append(table(caption, heads, rows))
        for name in group["names"]:
            if fields[name]["kind"] == "rows":
                parts.append(rows_table(course, fields[name], values[name]))
    if not parts:
        return []
    title = course.strings["inputs"]
    return [["details", {"class": "sq-mark-inputs"}, ["summary", {}, title], *parts]]


def rows_table(course: Course, field: dict[str, Any], rows: Sequence[dict[str, Any]]) -> Node:
    """A table that was filled in."""
    if not rows:
        return paragraph(f"{field['label']}: {course.strings['no_rows']}.")
    labels = {row["id"]: row["label"] for row in field["rows"]}
    heads = [course.strings["row_name"], *(column["label"] for column in field["columns"])]
    lines = [
        [labels[row["id"]],
         *(shown_value(course, column, row[column["name"]]) for column in field["columns"])]
        for row in rows
    ]  # fmt: skip
    return scroller(field["label"], table(field["label"], heads, lines))


def answer(course: Course, exercise: str, values: dict[str, Any]) -> list[Node]:
    """A written answer with its length; nothing for an exercise that asks for none."""
    teaching = course.specs[exercise]["teaching"]
    if teaching is None:
        return []
    text = values[teaching["answer"]]
    count = count_words(text)
    if not count:
        return [paragraph(course.strings["no_answer"], "sq-mark-muted")]
    said = course.strings["words_one"] if count == 1 else course.say("words", count=count)
    return [["div", {"class": "sq-mark-answer"}, text], paragraph(said, "sq-mark-muted")]


def own(course: Course, values: dict[str, Any], criterion: str) -> list[Node]:
    """The student's own score on a criterion."""
    score = values[criterion]
    if score == OPEN_SCORE:
        return [paragraph(course.strings["own_score_none"], "sq-help")]
    return [paragraph(course.say("own_score", score=course.strings[f"score_{score}"]), "sq-help")]


def total(course: Course, marks: Marks, student: Any, exercise: str) -> str:
    """How the marks on an answer add up, in a sentence."""
    verdict = marks.verdict(course, student, exercise)
    given = len(marks.sheet(student, exercise).points)
    kind = verdict["teaching_verdict"]
    if kind == "open":
        if given == 0:
            return course.strings["total_none"]
        return course.say("total_open", given=given, criteria=verdict["teaching_criteria"])
    return course.say(
        f"total_{kind}",
        score=verdict["teaching_score"],
        maximum=verdict["teaching_maximum"],
        pass_mark=verdict["teaching_pass_mark"],
    )


def asked(course: Course, exercise: str) -> list[Node]:
    """What an exercise asks, and the model answer to compare with."""
    spec = course.specs[exercise]
    teaching = spec["teaching"]
    if teaching is None:
        return [paragraph(spec["question"], "sq-question")]
    prompt = next(field["label"] for field in spec["fields"] if field["name"] == teaching["answer"])
    model = next(view for view in spec["views"] if view["kind"] == "model_answer")
    paragraphs = [paragraph(text) for text in model["paragraphs"]]
    title = course.strings["model_answer"]
    details = {"class": "sq-mark-inputs"}
    return [
        paragraph(prompt, "sq-question"),
        ["details", details, ["summary", {}, title], *paragraphs],
    ]
