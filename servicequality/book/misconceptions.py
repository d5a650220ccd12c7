"""Common misconceptions on a page for instructors, from `data/misconceptions.yaml`.

The directive `{misconceptions} mc2 mc4` gives each claim with its correction.
"""

from __future__ import annotations

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from servicequality.content import load
from servicequality.i18n.text import translator


class MisconceptionsDirective(SphinxDirective):
    """`{misconceptions} ID …`: a list of claims, each with its correction, in this order."""

    required_arguments = 1
    final_argument_whitespace = True

    def run(self) -> list[nodes.Node]:
        translate = translator(self.config.language)
        known = {entry["id"]: entry for entry in load("misconceptions")}
        made = nodes.bullet_list(classes=["sq-misconceptions"])
        for wanted in self.arguments[0].split():
            if wanted not in known:
                raise self.error(f"{wanted!r} is no id of data/misconceptions.yaml.")
            claim = translate(known[wanted]["claim"].strip())
            correction = translate(known[wanted]["correction"].strip())
            said = nodes.paragraph("", "", nodes.strong("", f"“{claim}”"), nodes.Text(" "))
            said += nodes.Text(correction)
            made += nodes.list_item("", said)
        return [made]


def connect(app: Sphinx) -> None:
    """Registers the directive."""
    app.add_directive("misconceptions", MisconceptionsDirective)
