"""From what a person entered to what they see: the one path all surfaces share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from servicequality.core.plain import check_plain
from servicequality.core.progress import progress_of
from servicequality.core.teaching import teaching_state
from servicequality.core.values import read
from servicequality.core.views import WrongShape, fill, show
from servicequality.core.workbook import Fault

PLAIN = {"decimals": 1, "signed": False}


def explain(strings: dict[str, str], problem: dict[str, Any]) -> list[Any]:
    """The nodes of a message about one value."""
    words: dict[str, Any] = {}
    for name in problem["words"]:
        word = problem["words"][name]
        if isinstance(word, str):
            words[name] = word
        else:
            decimals = 0 if word == int(word) else PLAIN["decimals"]
            words[name] = {"number": word, "decimals": decimals, "signed": False}
    return fill(strings[problem["message"]], words)


def explain_fault(strings: dict[str, str], fault: Fault) -> list[Any]:
    """The nodes of a message about a workbook file that cannot be used."""
    nodes = explain(strings, {"message": fault.message, "words": fault.words})
    if fault.problem is not None:
        nodes = nodes + [" "] + explain(strings, fault.problem)
    return nodes


def evaluate(
    spec: dict[str, Any],
    compute: Callable[..., Any],
    raw: dict[str, Any],
    data: dict[str, Any] | None = None,
) -> dict[str, Any]:
    """What an exercise shows for what was entered.

    `spec` is the exercise's specification, `raw` the entered values by field name, `data` the
    plain tables that the exercise brings along (or None). The answer has `status`:

    - `"ok"`: `values` (checked), `result` (of compute), `views` (name to nodes) and `progress`
      (`"open"`, `"begun"` or `"done"`);
    - `"invalid"`: `messages`, each with `field` (name), `nodes`, and `cell` (row, column) in a
      table to fill in;
    - `"error"`: `error`, one line for whoever wrote the exercise, and `messages` for the reader.

    It raises nothing: a mistake in one exercise must leave the rest of the page alive.
    """
    values, problems = read(spec["fields"], raw)
    if problems:
        messages = []
        for problem in problems:
            message = {"field": problem["field"], "nodes": explain(spec["strings"], problem)}
            if "cell" in problem:
                message["cell"] = problem["cell"]
            messages.append(message)
        return {"status": "invalid", "messages": messages}
    try:
        result = compute(values) if data is None else compute(values, data)
        shown = result
        if spec["teaching"] is not None and isinstance(result, dict):
            shown = dict(result)
            shown.update(teaching_state(spec["teaching"], values))
        views = {}
        for view in spec["views"]:
            views[view["name"]] = show(view, shown)
        check_plain(result)
    except WrongShape as fault:
        return failure(spec, str(fault))
    except Exception as error:
        return failure(spec, "compute raised " + type(error).__name__ + ": " + str(error))
    return {
        "status": "ok",
        "values": values,
        "result": result,
        "views": views,
        "progress": progress_of(spec, values),
    }


def failure(spec: dict[str, Any], error: str) -> dict[str, Any]:
    """The answer when an exercise, rather than what was entered, is at fault."""
    message = {"field": None, "nodes": [spec["strings"]["cannot_compute"]]}
    return {"status": "error", "error": error, "messages": [message]}
