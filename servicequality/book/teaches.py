"""Marks in the text that say which point of the source a passage teaches.

`:::{teaches} G1 T8` round paragraphs, or the role `` {teaches}`a few words <X19>` `` inside one.
Both write the ids as `data-src`, which the coverage test reads; the reader sees nothing of it. The
map of the source (`source_map.py`) leads to them.
"""

from __future__ import annotations

import re
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective, SphinxRole

from servicequality.content import load

ROLE = re.compile(r"(?P<text>.+?)\s*<(?P<ids>[^<>]+)>", re.DOTALL)


class TeachesBlock(nodes.General, nodes.Element):
    """Paragraphs that teach points of the source."""


class TeachesInline(nodes.Inline, nodes.TextElement):
    """Words that teach points of the source."""


def known_ids() -> set[str]:
    """All ids of the source text."""
    return {
        point for chapter in load("source-ids") for point in chapter["due"] + chapter["not_yet_due"]
    }


def unknown(ids: list[str]) -> str | None:
    """A sentence about the ids that the source does not have; None where all are known."""
    strange = [point for point in ids if point not in known_ids()]
    if not ids:
        return "{teaches} needs at least one id of the source text, such as G1"
    if strange:
        return f"{{teaches}}: the source text has no {', '.join(strange)}"
    return None


class TeachesDirective(SphinxDirective):
    """`:::{teaches} ID…` with paragraphs as its content."""

    required_arguments = 1
    final_argument_whitespace = True
    has_content = True

    def run(self) -> list[nodes.Node]:
        ids = self.arguments[0].split()
        if (fault := unknown(ids)) is not None:
            raise self.error(fault)
        block = TeachesBlock("", ids_taught=ids)
        self.state.nested_parse(self.content, self.content_offset, block)
        return [block]


class TeachesRole(SphinxRole):
    """`` {teaches}`words <ID…>` `` inside a paragraph."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        match = ROLE.fullmatch(self.text)
        ids = match["ids"].split() if match else []
        if match is None or (fault := unknown(ids)) is not None:
            text = fault if match else "{teaches} is written {teaches}`some words <G1>`"
            message = self.inliner.reporter.error(text, line=self.lineno)
            return [self.inliner.problematic(self.rawtext, self.rawtext, message)], [message]
        return [TeachesInline(match["text"], match["text"], ids_taught=ids)], []


def open_tag(tag: str) -> Any:
    """The HTML visitor that opens a marked element."""

    def visit(translator: Any, node: nodes.Element) -> None:
        own = f' id="{node["ids"][0]}"' if node["ids"] else ""
        translator.body.append(f'<{tag}{own} data-src="{" ".join(node["ids_taught"])}">')

    return visit


def close_tag(tag: str) -> Any:
    """The HTML visitor that closes a marked element."""

    def depart(translator: Any, _node: nodes.Element) -> None:
        translator.body.append(f"</{tag}>")

    return depart


def ignore(_translator: Any, _node: nodes.Element) -> None:
    """A visitor that writes nothing: other formats have no use for the mark."""


def connect(app: Sphinx) -> None:
    """Registers directive, role and their nodes."""
    silent = (ignore, ignore)
    for node, tag in ((TeachesBlock, "div"), (TeachesInline, "span")):
        app.add_node(node, html=(open_tag(tag), close_tag(tag)), latex=silent, text=silent)
    app.add_directive("teaches", TeachesDirective)
    app.add_role("teaches", TeachesRole())
