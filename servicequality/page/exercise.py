"""A whole exercise as HTML: readable before any script runs, and without one.

The contract that scripts, tests and tools rely on: one element with `data-exercise="ID"` and
`data-state` (`static` as built, `live` once its inputs work, `failed` when the runtime could not
start); in it, each field has `data-field="NAME"` and each view `data-output="NAME"`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from servicequality.charts.render import svg, vega
from servicequality.declare import Exercise
from servicequality.declare.teaching import REVEAL
from servicequality.i18n.text import translator
from servicequality.page.frame import frame
from servicequality.page.html import to_html
from servicequality.page.source import compute_source


def exercise_html(exercise: Exercise, language: str = "en", level: int = 3) -> str:
    """The page form of an exercise in a language, with its result for the start values.

    `level` is that of its heading: one below the heading under which it stands.
    Raises DeclarationError where the exercise cannot be shown.
    """
    translate = translator(language)
    spec = exercise.spec(translate)
    start = exercise.start(translate)
    view_specs = {view["name"]: view for view in spec["views"]}

    def draw(node: Mapping[str, Any]) -> str:
        name = node["chart"]
        return svg(exercise.charts[name], view_specs[name], node["rows"], language)

    payload = {
        "language": language,
        "spec": spec,
        "source": compute_source(exercise),
        "data": exercise.tables,
        "charts": {
            name: vega(chart, view_specs[name], chart_rows(start["views"][name]), language)
            for name, chart in exercise.charts.items()
        },
    }
    script = [
        "script",
        {"type": "application/json", "data-payload": True},
        # "<" is written as an escape, so that no text can end the script element.
        {"html": json.dumps(payload, ensure_ascii=False).replace("<", "\\u003c")},
    ]
    element = frame(spec, start["views"], revealed_views(exercise, start, translate), level)
    element[1]["data-src"] = " ".join(exercise.teaches) or None
    return to_html([[*element, script]], language, draw)


def revealed_views(
    exercise: Exercise, start: dict[str, Any], translate: Callable[[str], str]
) -> dict[str, list[Any]]:
    """The views that the exercise holds back until it is answered, as they look then, by name.

    They stand on the page for readers without JavaScript; empty where nothing is held back.
    """
    changed = exercise.revealed_values(translate)
    if exercise.teaching is not None:
        changed[REVEAL] = True
    if not changed:
        return {}
    views = exercise.start(translate, changed)["views"]
    return {name: nodes for name, nodes in views.items() if nodes != start["views"][name]}


def chart_rows(nodes: list[Any]) -> list[dict[str, Any]]:
    """The rows that a chart view shows."""
    rows: list[dict[str, Any]] = next(n["rows"] for n in nodes[0][2:] if "rows" in n)
    return rows
