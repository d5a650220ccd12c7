"""Figures of a class on one exercise, as nodes: sentences, tables, and a small chart."""

from __future__ import annotations

import math
from typing import Any

from servicequality.charts.own_and_mark import own_and_mark_chart
from servicequality.charts.render import svg
from servicequality.core.numbers import compare
from servicequality.declare import Chart
from servicequality.marking.course import decimal, whole
from servicequality.marking.files import Handed
from servicequality.marking.marks import Marks
from servicequality.marking.nodes import NONE, Node, paragraph, scroller, table
from servicequality.marking.tables import (
    FEWEST,
    answered,
    choice_figures,
    number_figures,
    own_and_mark,
    word_counts,
)
from servicequality.marking.words import MARKING

CHART = Chart(
    "own_and_mark",
    "rows",
    MARKING["own_and_mark"],
    own_and_mark_chart,
    "",
    texts={name: MARKING[f"chart_{name}"] for name in ("axis", "own", "mark")},
)


def figures(handed: Handed, marks: Marks, exercise: str) -> list[Node]:
    """All figures of an exercise; a sentence where too few students have begun it."""
    course = handed.course
    begun = answered(handed, exercise)
    if len(begun) < FEWEST:
        return [paragraph(course.say("figures_few", count=len(begun)))]
    done = sum(workbook.records[exercise]["progress"] == "done" for workbook, _ in begun)
    words = {"count": len(begun), "all": len(handed.workbooks), "done": done}
    parts = [paragraph(course.say("answered", **words))]
    if course.specs[exercise]["teaching"] is not None:
        counts = word_counts(handed, exercise)
        if len(counts):
            middle = whole(counts.median())
            parts.append(paragraph(course.say("written", count=len(counts), median=middle)))
        parts += scores(handed, marks, exercise)
    return [*parts, *numbers(handed, exercise), *choices(handed, exercise)]


def scores(handed: Handed, marks: Marks, exercise: str) -> list[Node]:
    """Own scores beside marks, once enough students have both: a sentence, a chart, a table."""
    course = handed.course
    frame = own_and_mark(handed, marks, exercise)
    if frame.empty:
        return [paragraph(course.strings["no_pairs"])]
    difference = float(frame["difference"].mean())
    kind = ("below", "equal", "above")[compare(difference, 0.0) + 1]
    said = course.say(f"chart_{kind}", difference=decimal(abs(difference), 2))
    short = [course.say("chart_criterion", number=number + 1) for number in range(len(frame))]
    drawn = [
        {"criterion": name, "who": course.strings[f"chart_{who}"], "points": float(points)}
        for name, row in zip(short, frame.to_dict("records"), strict=True)
        for who, points in (("own", row["own"]), ("mark", row["mark"]))
    ]
    spec = CHART.spec(course.translate)
    picture = {"html": svg(CHART, spec, drawn, course.language)}
    heads = [
        course.strings[name]
        for name in ("criterion", "count", "own_mean", "mark_mean", "difference")
    ]
    rows = [
        (
            f"{number}. {row['criterion']}",
            whole(row["count"]),
            decimal(row["own"], 2),
            decimal(row["mark"], 2),
            decimal(row["difference"], 2, signed=True),
        )
        for number, row in enumerate(frame.to_dict("records"), start=1)
    ]
    figure = [
        "figure",
        {"class": "sq-mark-chart"},
        ["div", {"class": "sq-chart-picture"}, picture],
        ["figcaption", {}, said],
    ]
    title = course.strings["own_and_mark"]
    return [figure, scroller(title, table(title, heads, rows))]


def numbers(handed: Handed, exercise: str) -> list[Node]:
    """The numbers that were entered, each in a row."""
    course = handed.course
    frame = number_figures(handed, exercise)
    if frame.empty:
        return []
    heads = [course.strings[name] for name in ("entry", "entries", "median", "lowest", "highest")]
    rows = []
    for row in frame.to_dict("records"):
        places = row["decimals"]
        # The middle of two entries may lie between two steps.
        finer = places + (compare(round(row["median"], places), row["median"]) != 0)
        shown = [figure(row["median"], finer), figure(row["lowest"], places),
                 figure(row["highest"], places)]  # fmt: skip
        rows.append((nested(handed, row), whole(row["count"]), *shown))
    title = course.strings["numbers"]
    return [folded(title, table(title, heads, rows))]


def choices(handed: Handed, exercise: str) -> list[Node]:
    """How often each option was chosen, a group of rows for each choice."""
    course = handed.course
    frame = choice_figures(handed, exercise)
    if frame.empty:
        return []
    heads = [course.strings[name] for name in ("entry", "option", "chosen")]
    parts: list[Node] = []
    for _, group in frame.groupby("field", sort=False):
        lines: list[Node] = []
        for place, row in enumerate(group.to_dict("records")):
            line: list[Node] = ["tr", {}]
            if place == 0:
                span = {"scope": "rowgroup", "rowspan": len(group)}
                line.append(["th", span, nested(handed, row)])
            line.append(["th", {"scope": "row"}, row["option"]])
            line.append(["td", {"class": "sq-number"}, whole(row["count"])])
            lines.append(line)
        parts.append(["tbody", {}, *lines])
    title = course.strings["choices"]
    names = ("", "", "sq-number")
    head = [
        ["th", {"scope": "col", "class": name}, text]
        for name, text in zip(names, heads, strict=True)
    ]
    caption = ["caption", {}, title]
    whole_table = [
        "table",
        {"class": "sq-table"},
        caption,
        ["thead", {}, ["tr", {}, *head]],
        *parts,
    ]
    return [folded(title, whole_table)]


def nested(handed: Handed, row: dict[str, Any]) -> str:
    """What an entry is called: in a table of fixed rows, by its row and column."""
    label: str = row["entry"]
    if not row["row"]:
        return label
    return handed.course.say("nested", row=row["row"], column=label)


def figure(value: float, decimals: int) -> Node:
    """A number, or a dash where there is none."""
    return NONE if math.isnan(value) else decimal(value, decimals)


def folded(title: str, inner: Node) -> Node:
    """A part that opens when it is asked for."""
    summary = ["summary", {}, title]
    return ["details", {"class": "sq-mark-inputs sq-mark-folded"}, summary, scroller(title, inner)]
