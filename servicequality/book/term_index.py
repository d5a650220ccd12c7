"""The index of the course's terms: where its text uses each of them.

The directive `{term-index}` writes it anew at each build. A key term counts where the text marks it
with the role `{term}`, any other term of the flashcards where the text names it. Pages that nobody
works through, and the page that explains the key terms, are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from servicequality.book.overview import Overview, Place, link_to
from servicequality.book.pages import course_pages
from servicequality.book.words import BOOK
from servicequality.content import load
from servicequality.declare.fields import Translate
from servicequality.i18n.text import translator

# The first use of each term on each page, by the term's name.
USED = Overview[dict[str, Place]]("terms_used")
CHAPTER = re.compile(r"chapters/0*(\d+)-")
# What is no prose, whatever words it holds.
SILENT = (
    nodes.raw,
    nodes.literal,
    nodes.literal_block,
    nodes.math,
    nodes.math_block,
    nodes.comment,
)


@dataclass(frozen=True)
class Term:
    """A term of the index: its name in data and roles, and whether it is a key term."""

    name: str
    key: bool


class Uses(nodes.General, nodes.Element):
    """The place of the links of a term (`term` is its name)."""


class TermIndexDirective(SphinxDirective):
    """`{term-index}`: every term with links to the sections that use it."""

    def run(self) -> list[nodes.Node]:
        assert self.env is not None
        translate = translator(self.env.config.language)
        USED.shown_on(self.env).add(self.env.docname)
        made = nodes.definition_list(classes=["sq-term-index"])
        for term in sorted(terms(), key=lambda one: translate(one.name).casefold()):
            shown = name_of(term, translate, self.env.docname)
            # Which pages use it is known when all are read.
            uses = nodes.definition("", Uses("", term=term.name))
            made += nodes.definition_list_item("", nodes.term("", "", shown), uses)
        return [made]


@cache
def terms() -> tuple[Term, ...]:
    """The key terms and all others that have flashcards."""
    key = [Term(entry["term"], key=True) for entry in load("terms")]
    return tuple(key + [Term(entry["term"], key=False) for entry in load("concepts")])


def name_of(term: Term, translate: Translate, page: str) -> nodes.Node:
    """A term's name as the index shows it; that of a key term leads to what it means."""
    name = translate(term.name)
    if not term.key:
        return nodes.Text(name)
    return addnodes.pending_xref(
        "",
        nodes.inline("", name, classes=["xref", "std", "std-term"]),
        refdomain="std",
        reftype="term",
        reftarget=name,
        refexplicit=False,
        refwarn=False,
        refdoc=page,
    )


def remember(app: Sphinx, doctree: nodes.document) -> None:
    """Notes which terms a page that was read uses, and where first."""
    assert app.env is not None
    USED.found(app.env)[app.env.docname] = uses_in(
        doctree, app.env.docname, translator(app.config.language)
    )


def uses_in(doctree: nodes.document, page: str, translate: Translate) -> dict[str, Place]:
    """The first use of each term on a page, by the term's name.

    A page that explains terms in a glossary uses none.
    """
    if any(doctree.findall(addnodes.glossary)):
        return {}
    found: dict[str, Place] = {}
    for section in doctree.findall(nodes.section):
        place = Place(page, section["ids"][0], section[0].astext())
        parts = list(own_parts(section))
        marked = {target for part in parts for target in marked_in(part)}
        text = " ".join(said for part in parts for said in text_of(part))
        for term in terms():
            name = translate(term.name)
            if name.lower() in marked if term.key else named(name, text):
                found.setdefault(term.name, place)
    return found


def own_parts(section: nodes.section) -> Iterator[nodes.Node]:
    """What stands in a section itself, not in those below it."""
    return (child for child in section.children if not isinstance(child, nodes.section))


def marked_in(part: nodes.Node) -> Iterator[str]:
    """What the roles `{term}` of a part of a page lead to, in lower case."""
    for mark in part.findall(addnodes.pending_xref):
        if mark["reftype"] == "term":
            yield " ".join(mark["reftarget"].lower().split())


def text_of(node: nodes.Node) -> Iterator[str]:
    """The words of a part of a page, without what is no prose."""
    if isinstance(node, nodes.Text):
        yield node.astext()
    elif not isinstance(node, SILENT):
        for child in node.children:
            yield from text_of(child)


def named(name: str, text: str) -> bool:
    """Whether a text names a term, whatever its capitals; an “s” may follow."""
    return pattern(name).search(text) is not None


@cache
def pattern(name: str) -> re.Pattern[str]:
    """What finds the name of a term in a text, whatever stands between its words."""
    words = r"\s+".join(map(re.escape, name.split()))
    return re.compile(rf"\b{words}s?\b", re.IGNORECASE)


def fill(app: Sphinx, doctree: nodes.document, page: str) -> None:
    """Puts the links into their places; a term that no page uses yet is left out."""
    assert app.env is not None
    pages = [one.name for one in course_pages(app.env)]
    for spot in list(doctree.findall(Uses)):
        found = [USED.found(app.env).get(name, {}).get(spot["term"]) for name in pages]
        links = nodes.bullet_list()
        for place in filter(None, found):
            links += nodes.list_item("", nodes.paragraph("", "", link(app, page, place)))
        if len(links):
            spot.replace_self(links)
        else:
            item = spot.parent.parent
            item.parent.remove(item)


def link(app: Sphinx, page: str, place: Place) -> nodes.reference:
    """A link to a section: the chapter's number or the page's title, and the section's heading."""
    assert app.env is not None
    translate = translator(app.config.language)
    title = app.env.titles[place.page].astext()
    chapter = CHAPTER.match(place.page)
    where = f"{translate(BOOK['chapter'])} {chapter[1]}" if chapter else title
    text = where if place.heading in ("", title) else f"{where} – {place.heading}"
    return link_to(app, page, place, text)


def connect(app: Sphinx) -> None:
    """Registers the directive, and has the terms of pages remembered while they are read."""
    app.add_node(Uses)
    app.add_directive("term-index", TermIndexDirective)
    app.connect("doctree-read", remember)
    USED.connect(app)
    app.connect("doctree-resolved", fill)
