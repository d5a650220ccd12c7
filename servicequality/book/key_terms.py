"""The key terms: a glossary made from `data/terms.yaml`, and a card for each term on a page."""

from __future__ import annotations

import json
from typing import Any

from docutils import nodes
from docutils.statemachine import StringList
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from servicequality.book.words import BOOK
from servicequality.content import load
from servicequality.i18n.text import translator
from servicequality.page import assets


def fragment(term: str) -> str:
    """The last part of a term's address in the glossary, in lower case."""
    return f"term-{nodes.make_id(term)}"


class KeyTermsDirective(SphinxDirective):
    """`{key-terms}`: all terms as a Sphinx glossary, so that `{term}` finds them."""

    has_content = False

    def run(self) -> list[nodes.Node]:
        lines = ["````{glossary}"]
        names = {entry["slug"]: entry["term"] for entry in load("terms")}
        for entry in sorted(load("terms"), key=lambda entry: str(entry["term"]).lower()):
            lines.append(entry["term"])
            lines.extend(f"  {line}" for line in entry_lines(entry, names))
            lines.append("")
        lines.append("````")
        container = nodes.container()
        source, _line = self.get_source_info()
        self.state.nested_parse(StringList(lines, source), self.content_offset, container)
        return list(container.children)


def entry_lines(entry: dict[str, Any], names: dict[str, str]) -> list[str]:
    """The MyST lines of one term's explanation."""
    bulgarian = f'<span lang="bg">{entry["bulgarian"]}</span>'
    if "bulgarian_status" in entry:
        bulgarian += f" ({entry['bulgarian_status']})"
    also = ", ".join(f"{{term}}`{names[slug]}`" for slug in entry["see_also"])
    lines = [
        f":::{{teaches}} {' '.join(entry['teaches'])}",
        entry["definition"].strip(),
        ":::",
        "",
        f"**{BOOK['example']}:** {entry['example'].strip()}",
        "",
        f"**{BOOK['in_bulgarian']}:** {bulgarian}",
        "",
    ]
    for confusion in entry["confusions"]:
        claim, correction = confusion["claim"].strip(), confusion["correction"].strip()
        lines += [f"**{BOOK['confused']}:** “{claim}” {correction}", ""]
    return [*lines, f"**{BOOK['see_also']}:** {also}"] if also else lines


def add_cards(
    app: Sphinx,
    _page: str,
    _template: str,
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    """Puts the cards of the terms that a page uses into it, and the script that shows them.

    Links inside the glossary's own page need no card: what they lead to stands there.
    """
    if doctree is None:
        return
    used = {
        reference["refuri"].rpartition("#")[2].lower()
        for reference in doctree.findall(nodes.reference)
        if "#term-" in reference.get("refuri", "")
    }
    if not used:
        return
    translate = translator(app.config.language)
    cards = {
        fragment(entry["term"]): {
            "term": translate(entry["term"]),
            "definition": translate(entry["definition"].strip()),
            "example": translate(entry["example"].strip()),
            "bulgarian": entry["bulgarian"],
        }
        for entry in load("terms")
        if fragment(entry["term"]) in used
    }
    words = {"example": translate(BOOK["example"]), "bulgarian": translate(BOOK["in_bulgarian"])}
    payload = json.dumps({"cards": cards, "words": words}, ensure_ascii=False)
    context["body"] += (
        '<script type="application/json" id="sq-terms">'
        + payload.replace("<", "\\u003c")
        + "</script>"
    )
    app.add_js_file(assets.ensure_assets()["terms"], loading_method="defer")


def connect(app: Sphinx) -> None:
    """Registers the directive and the cards."""
    app.add_directive("key-terms", KeyTermsDirective)
    app.connect("html-page-context", add_cards)
