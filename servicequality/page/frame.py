"""The parts of an exercise on a page and their order: head, inputs, results, answer, foot."""

from __future__ import annotations

from typing import Any

from servicequality.core.views import fill
from servicequality.page.form import field_node
from servicequality.page.rows import is_wide

Node = Any
# Views whose picture is the student's own work and can be saved.
DRAWN_BY_STUDENTS = ("blueprint",)


def frame(
    spec: dict[str, Any], views: dict[str, Any], revealed: dict[str, Any], level: int
) -> list[Any]:
    """The element of an exercise, without its script.

    `views` maps the names of views to the nodes they start with, `revealed` to those that readers
    without JavaScript see in addition, `level` is that of the heading.
    """
    own = f"exercise-{spec['id']}"
    strings = spec["strings"]
    fieldsets = field_sets(spec, views)
    placed = {name for group in spec["groups"] for name in group["shows"]}
    groups = list(zip(spec["groups"], fieldsets, strict=True))
    asked = [fieldset for group, fieldset in groups if not group["teaching"]]
    inputs = ["sq-inputs"]
    if any(is_wide(field) for field in spec["fields"]):
        inputs.append("sq-inputs-wide")
    body: Node = [
        "div",
        {"class": "sq-body sq-steps" if spec["in_steps"] else "sq-body"},
        ["div", {"class": " ".join(inputs)}, *asked],
        [
            "div",
            {"class": "sq-results", "role": "group", "aria-label": strings["results"]},
            ["div", {"class": "sq-messages", "role": "alert"}],
            ["p", {"class": "sq-stale-note", "data-stale": True, "hidden": True}, strings["stale"]],
            *[output(v, views) for v in spec["views"] if v["name"] not in placed],
        ],
    ]
    parts: list[Node] = [body]
    if revealed:
        parts.append(without_script(spec, revealed))
    if spec["teaching"] is not None:
        written = [fieldset for group, fieldset in groups if group["teaching"]]
        parts.append(teaching_part(spec, written))
    parts.append(foot(spec))
    return [
        "section",
        {
            "class": "sq-exercise",
            "id": own,
            "data-exercise": spec["id"],
            "data-state": "static",
            "aria-labelledby": f"{own}-title",
        },
        head(spec, f"{own}-title", level),
        # Without a dialog round it, method="dialog" sends nothing: Enter in a text must not reload
        # the page, with scripts or without.
        ["form", {"class": "sq-form", "method": "dialog", "autocomplete": "off"}, *parts],
        ["p", {"class": "sq-hidden", "role": "status", "data-announce": True}],
        [
            "p",
            {"class": "sq-starting", "data-starting": True, "hidden": True},
            ["span", {}, strings["starting"]],
        ],
    ]


def head(spec: dict[str, Any], title_id: str, level: int) -> Node:
    """Title, question and tasks, and the places of notices."""
    strings = spec["strings"]
    minutes = {"number": spec["minutes"], "decimals": 0, "signed": False}
    kicker: Node = [
        "p",
        {"class": "sq-kicker"},
        strings["exercise"],
        " · ",
        *fill(strings["minutes"], {"minutes": minutes}),
    ]
    parts: list[Node] = [
        ["div", {"class": "sq-head-row"}, kicker, lecture_switch(strings)],
        [f"h{level}", {"id": title_id, "class": "sq-title"}, spec["title"]],
        ["p", {"class": "sq-question"}, spec["question"]],
        ["noscript", {}, ["p", {"class": "sq-notice"}, strings["no_script"]]],
        ["p", {"class": "sq-notice", "data-notice": True, "hidden": True}],
        shared_notice(strings),
    ]
    parts.extend(task_nodes(spec))
    return ["header", {"class": "sq-head"}, *parts]


def lecture_switch(strings: dict[str, str]) -> Node:
    """The button that shows the exercise alone, and brings the page back."""
    icon = [
        "svg",
        {"class": "sq-icon", "viewBox": "0 0 24 24", "aria-hidden": "true", "focusable": "false"},
        ["path", {"class": "sq-enter", "d": "M3 4.5h18M5 4.5v10.5h14V4.5M12 15v2M8 21l4-4 4 4"}],
        ["path", {"class": "sq-leave", "d": "M6 6l12 12M18 6L6 18"}],
    ]
    attributes = {
        "type": "button",
        "class": "sq-lecture-switch",
        "data-action": "lecture",
        "hidden": True,
    }
    return ["button", attributes, icon, ["span", {}, strings["lecture"]]]


def shared_notice(strings: dict[str, str]) -> Node:
    """What a reader is told, and may choose, while values from a link are shown."""
    return [
        "div",
        {"class": "sq-shared", "data-shared": True, "hidden": True},
        ["p", {}, strings["shared"]],
        ["button", {"type": "button", "data-action": "own-values"}, strings["shared_back"]],
        ["button", {"type": "button", "data-action": "keep-values"}, strings["shared_keep"]],
    ]


def foot(spec: dict[str, Any]) -> Node:
    """What can be done with the exercise as a whole, and what becomes of the entries."""
    strings, own = spec["strings"], f"exercise-{spec['id']}-link"
    return [
        "footer",
        {"class": "sq-foot"},
        ["button", {"type": "button", "data-action": "reset", "hidden": True}, strings["reset"]],
        [
            "button",
            {"type": "button", "data-action": "copy-link", "hidden": True},
            strings["copy_link"],
        ],
        [
            "button",
            {"type": "button", "data-action": "take-along", "hidden": True},
            strings["take_along"],
        ],
        *save_picture(spec),
        # A link once the page knows where to: an `a` that leads nowhere confuses search engines.
        [
            "span",
            {"class": "sq-foot-link", "data-workbook-link": True, "hidden": True},
            strings["workbook"],
        ],
        ["p", {"class": "sq-note", "data-kept": True, "hidden": True}],
        ["p", {"class": "sq-note", "data-idle": True, "hidden": True}, strings["kept_idle"]],
        own_file(spec),
        [
            "div",
            {"class": "sq-link", "data-link": True, "hidden": True},
            ["label", {"for": own}, strings["link_label"]],
            ["input", {"type": "text", "id": own, "readonly": True}],
        ],
        ["p", {"class": "sq-note", "data-copied": True, "hidden": True}],
    ]


def save_picture(spec: dict[str, Any]) -> list[Node]:
    """The button that saves the drawing; nothing where a student draws none."""
    if not any(view["kind"] in DRAWN_BY_STUDENTS for view in spec["views"]):
        return []
    attributes = {"type": "button", "data-action": "save-picture", "hidden": True}
    return [["button", attributes, spec["strings"]["save_picture"]]]


def own_file(spec: dict[str, Any]) -> Node:
    """Saving and loading the entries of this exercise, where the browser does not keep them."""
    strings = spec["strings"]
    return [
        "div",
        {"class": "sq-own-file", "data-own-file": True, "hidden": True},
        ["button", {"type": "button", "data-action": "save-own"}, strings["own_save"]],
        [
            "label",
            {"class": "sq-file"},
            ["span", {}, strings["own_load"]],
            ["input", {"type": "file", "accept": ".json,application/json"}],
        ],
    ]


def task_nodes(spec: dict[str, Any]) -> list[Node]:
    """What to try, each with its answer folded away; nothing where there is nothing to try."""
    if not spec["tasks"]:
        return []
    items = []
    for task in spec["tasks"]:
        item: Node = ["li", {}, task["text"]]
        if task["answer"]:
            summary = ["summary", {}, spec["strings"]["check_task"]]
            item.append(["details", {}, summary, ["p", {}, task["answer"]]])
        items.append(item)
    title = ["p", {"class": "sq-tasks-title"}, spec["strings"]["tasks"]]
    return [title, ["ol", {"class": "sq-tasks"}, *items]]


def field_sets(spec: dict[str, Any], views: dict[str, Any]) -> list[Node]:
    """The groups of fields: legend, text, fields, and the views that belong right below them."""
    fields = {field["name"]: field for field in spec["fields"]}
    outputs = {view["name"]: view for view in spec["views"]}
    found = []
    for group in spec["groups"]:
        parts: list[Node] = []
        if group["legend"]:
            parts.append(["legend", {}, group["legend"]])
        if group["text"]:
            parts.append(["p", {"class": "sq-group-text"}, group["text"]])
        parts.extend(field_node(spec["id"], fields[name]) for name in group["names"])
        parts.extend(output(outputs[name], views) for name in group["shows"])
        found.append(["fieldset" if group["legend"] else "div", {"class": "sq-group"}, *parts])
    return found


def output(view: dict[str, Any], views: dict[str, Any]) -> Node:
    """The place of a view, with what it shows at first."""
    name = f"sq-view-{view['kind']}" + (" sq-hidden" if view.get("spoken") else "")
    return ["div", {"data-output": view["name"], "class": name}, *views[view["name"]]]


def teaching_part(spec: dict[str, Any], groups: list[Node]) -> Node:
    """Written answer, model answer and scoring, then what is often confused and what is real."""
    return ["div", {"class": "sq-teaching"}, *groups, *teaching_notes(spec)]


def teaching_notes(spec: dict[str, Any]) -> list[Node]:
    """What is often confused, and what is real; nothing where there is no written answer."""
    strings, teaching = spec["strings"], spec["teaching"]
    if teaching is None:
        return []
    parts: list[Node] = []
    if teaching["misconceptions"]:
        parts.append(["p", {"class": "sq-list-title"}, strings["misconceptions"]])
        pairs = [
            ["li", {}, ["strong", {}, pair["claim"]], " " + pair["correction"]]
            for pair in teaching["misconceptions"]
        ]
        parts.append(["ul", {"class": "sq-misconceptions"}, *pairs])
    honesty: Node = ["strong", {}, strings["honesty"] + ":"]
    return [*parts, ["p", {"class": "sq-honesty"}, honesty, " " + teaching["honesty"]]]


def without_script(spec: dict[str, Any], revealed: dict[str, Any]) -> Node:
    """What the exercise holds back, for readers without JavaScript."""
    parts: list[Node] = [["p", {"class": "sq-list-title"}, spec["strings"]["revealed"]]]
    for view in spec["views"]:
        if view["name"] in revealed:
            parts.append(["div", {"class": f"sq-view-{view['kind']}"}, *revealed[view["name"]]])
    return ["noscript", {}, ["div", {"class": "sq-revealed"}, *parts]]
