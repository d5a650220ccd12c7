"""A whole exercise as HTML: readable before any script runs, and without one.

The contract that scripts, tests and tools rely on: one element with `data-exercise="ID"` and
`data-state` (`static` as built, `live` once its inputs work, `failed` when the runtime could not
start); in it, each field has `data-field="NAME"` and each view `data-output="NAME"`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from servicequality.charts.render import svg, vega
from servicequality.core.views import fill
from servicequality.declare import Exercise
from servicequality.i18n.text import translator
from servicequality.page.form import field_node
from servicequality.page.html import to_html
from servicequality.page.source import compute_source


def exercise_html(exercise: Exercise, language: str = "en") -> str:
    """The page form of an exercise in a language, with its result for the start values.

    Raises DeclarationError where the exercise cannot be shown.
    """
    translate = translator(language)
    spec = exercise.spec(translate)
    start = exercise.start(translate)
    view_specs = {view["name"]: view for view in spec["views"]}

    def draw(node: Mapping[str, Any]) -> str:
        name = node["chart"]
        return svg(exercise.charts[name], view_specs[name], node["rows"])

    payload = {
        "language": language,
        "spec": spec,
        "source": compute_source(exercise),
        "data": exercise.tables,
        "charts": {
            name: vega(chart, view_specs[name], chart_rows(start["views"][name]))
            for name, chart in exercise.charts.items()
        },
    }
    return to_html([frame(spec, start["views"], payload)], language, draw)


def chart_rows(nodes: list[Any]) -> list[dict[str, Any]]:
    """The rows that a chart view shows."""
    rows: list[dict[str, Any]] = next(n["rows"] for n in nodes[0][2:] if "rows" in n)
    return rows


def frame(spec: dict[str, Any], views: dict[str, Any], payload: dict[str, Any]) -> Any:
    """The element of an exercise: head, inputs, results, foot, and the data for the script."""
    own = f"exercise-{spec['id']}"
    strings = spec["strings"]
    fields = {field["name"]: field for field in spec["fields"]}
    minutes = fill(
        strings["minutes"],
        {"minutes": {"number": spec["minutes"], "decimals": 0, "signed": False}},
    )
    head = [
        ["p", {"class": "sq-kicker"}, strings["exercise"], " · ", *minutes],
        ["h3", {"id": f"{own}-title", "class": "sq-title"}, spec["title"]],
        ["p", {"class": "sq-question"}, spec["question"]],
        ["noscript", {}, ["p", {"class": "sq-notice"}, strings["no_script"]]],
        ["p", {"class": "sq-notice", "data-notice": True, "hidden": True}],
    ]
    if spec["tasks"]:
        tasks = [["li", {}, task] for task in spec["tasks"]]
        head.append(["p", {"class": "sq-tasks-title"}, strings["tasks"]])
        head.append(["ol", {"class": "sq-tasks"}, *tasks])
    groups = [
        [
            "fieldset",
            {},
            ["legend", {}, group["legend"]],
            *[field_node(spec["id"], fields[name]) for name in group["names"]],
        ]
        for group in spec["groups"]
    ]
    outputs = [
        ["div", {"data-output": view["name"], "class": f"sq-view-{view['kind']}"}]
        + views[view["name"]]
        for view in spec["views"]
    ]
    return [
        "section",
        {
            "class": "sq-exercise",
            "id": own,
            "data-exercise": spec["id"],
            "data-state": "static",
            "aria-labelledby": f"{own}-title",
        },
        ["header", {"class": "sq-head"}, *head],
        [
            "div",
            {"class": "sq-body"},
            ["form", {"class": "sq-form", "autocomplete": "off"}, *groups],
            [
                "div",
                {"class": "sq-results", "role": "group", "aria-label": strings["results"]},
                ["div", {"class": "sq-messages", "role": "alert"}],
                *outputs,
            ],
        ],
        [
            "footer",
            {"class": "sq-foot"},
            ["button", {"type": "button", "data-action": "reset", "hidden": True}, strings["reset"]],
            ["p", {"class": "sq-note", "data-kept": True, "hidden": True}],
        ],
        ["p", {"class": "sq-hidden", "role": "status", "data-announce": True}],
        [
            "script",
            {"type": "application/json", "data-payload": True},
            # "<" is written as an escape, so that no text can end the script element.
            {"html": json.dumps(payload, ensure_ascii=False).replace("<", "\\u003c")},
        ],
    ]
