"""How works are cited and listed: author and year, as students of the field write them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from docutils import nodes
from pybtex.plugin import register_plugin
from pybtex.style.formatting.unsrt import Style as UnsortedStyle
from pybtex.style.labels import BaseLabelStyle
from sphinx.application import Sphinx
from sphinxcontrib.bibtex.plugin import register_plugin as register_reference_style
from sphinxcontrib.bibtex.style.referencing import BracketStyle
from sphinxcontrib.bibtex.style.referencing.author_year import AuthorYearReferenceStyle

STYLE = "servicequality"


def round_brackets() -> BracketStyle:
    """Round brackets, which sphinxcontrib-bibtex has square."""
    return BracketStyle(left="(", right=")")


@dataclass
class RoundReferenceStyle(AuthorYearReferenceStyle):
    """`Lee et al. (2016)` in a sentence, `(Lee et al., 2016)` after one."""

    bracket_textual: BracketStyle = field(default_factory=round_brackets)
    bracket_parenthetical: BracketStyle = field(default_factory=round_brackets)


class AuthorYearLabels(BaseLabelStyle):
    """Labels such as `Lee et al. 2016`."""

    def format_labels(self, entries: Any) -> Any:
        """One label for each entry, in order."""
        for entry in entries:
            # Rich names, which are free of BibTeX's braces and escapes.
            people = [
                " ".join(str(name) for name in person.rich_last_names)
                for person in entry.persons.get("author", [])
            ]
            if len(people) > 2:
                people = [f"{people[0]} et al."]
            yield f"{' & '.join(people)} {entry.fields.get('year', '')}".strip()


class AuthorYearStyle(UnsortedStyle):
    """The plain style of a list of works, sorted by author and year."""

    default_label_style = AuthorYearLabels
    default_sorting_style = "author_year_title"


def open_entry(writer: Any, node: nodes.citation) -> None:
    """Begins a work in a list of works: docutils writes a role that ARIA has given up."""
    if not isinstance(node.previous_sibling(), nodes.citation):
        writer.body.append('<ul class="citation-list">\n')
    writer.body.append(writer.starttag(node, "li", classes=["citation"]))


def close_entry(writer: Any, node: nodes.citation) -> None:
    """Ends a work, and the list with the last one."""
    writer.body.append("</li>\n")
    if not isinstance(node.next_node(descend=False, siblings=True), nodes.citation):
        writer.body.append("</ul>\n")


def connect(app: Sphinx) -> None:
    """Makes both styles those of the book."""
    register_plugin("pybtex.style.formatting", STYLE, AuthorYearStyle)
    register_reference_style("sphinxcontrib.bibtex.style.referencing", STYLE, RoundReferenceStyle)
    app.config.bibtex_default_style = STYLE
    app.config.bibtex_reference_style = STYLE
    app.add_node(nodes.citation, override=True, html=(open_entry, close_entry))
