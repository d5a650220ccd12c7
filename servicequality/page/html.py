"""Nodes as HTML and as plain text. `page/runtime/nodes.js` makes the same nodes into elements."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from html import escape
from typing import Any

from servicequality.i18n.numbers import format_number

VOID = {"input", "br", "hr"}


def no_chart(chart: Mapping[str, Any]) -> str:  # noqa: ARG001
    """Nothing in the place of a chart."""
    return ""


def to_html(
    nodes: Iterable[Any],
    language: str,
    draw_chart: Callable[[Mapping[str, Any]], str] = no_chart,
) -> str:
    """Nodes (see `servicequality.core.views`) as HTML; every text is escaped.

    `draw_chart` gives the HTML that stands in the place of a chart node. An attribute that is True
    is written bare, one that is False, None or an empty class is left out. A node
    `{"html": text}` is written as it stands: for markup that this package made itself.
    """
    parts = []
    for node in nodes:
        if isinstance(node, str):
            parts.append(escape(node, quote=False))
        elif isinstance(node, dict):
            parts.append(leaf(node, language, draw_chart))
        else:
            tag, attributes, *children = node
            parts.append(f"<{tag}{written(attributes)}>")
            if tag not in VOID:
                parts.append(to_html(children, language, draw_chart) + f"</{tag}>")
    return "".join(parts)


def leaf(
    node: Mapping[str, Any], language: str, draw_chart: Callable[[Mapping[str, Any]], str]
) -> str:
    """The HTML of a number, chart or ready-made markup."""
    if "number" in node:
        return format_number(node["number"], node["decimals"], node["signed"], language)
    if "chart" in node:
        name = escape(node["chart"])
        return f'<div class="sq-chart-picture" data-chart="{name}">{draw_chart(node)}</div>'
    return str(node["html"])


def written(attributes: Mapping[str, Any]) -> str:
    """Attributes as they stand inside a tag."""
    parts = []
    for name, value in attributes.items():
        if value is True:
            parts.append(f" {name}")
        elif value is not False and value is not None and (name, value) != ("class", ""):
            parts.append(f' {name}="{escape(str(value))}"')
    return "".join(parts)


def to_text(nodes: Iterable[Any], language: str) -> str:
    """The visible text of nodes, charts left out: what an element's `textContent` would be."""
    parts = []
    for node in nodes:
        if isinstance(node, str):
            parts.append(node)
        elif isinstance(node, dict):
            if "number" in node:
                parts.append(leaf(node, language, no_chart))
        else:
            parts.append(to_text(node[2:], language))
    return "".join(parts)
