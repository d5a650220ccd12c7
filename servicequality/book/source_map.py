"""The map from the points of the course's source to where they are taught, for the instructor.

The directive `{source-map}` writes it anew at each build, from the marks of `teaches` and from the
discussion questions; nobody keeps it by hand.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from servicequality.book.mime import exercises_in
from servicequality.book.overview import Overview, Place, link_to
from servicequality.book.pages import below
from servicequality.book.teaches import TeachesBlock, TeachesInline
from servicequality.book.words import BOOK
from servicequality.content import load
from servicequality.declare.fields import Translate
from servicequality.exercises import find
from servicequality.i18n.text import translator

QUESTION = re.compile(r"Q\d")


TAUGHT = Overview[list[tuple[str, Place]]]("taught")


class SourceList(nodes.General, nodes.Element):
    """The place of the list of a chapter's points (`chapter` is its number)."""


class SourceMapDirective(SphinxDirective):
    """`{source-map}`: a section for each chapter, with its points and where they are taught."""

    def run(self) -> list[nodes.Node]:
        # Built when it is known what all pages teach.
        assert self.env is not None
        TAUGHT.shown_on(self.env).add(self.env.docname)
        translate = translator(self.env.config.language)
        return [section(chapter, translate) for chapter in load("source-ids")]


def section(chapter: dict[str, Any], translate: Translate) -> nodes.section:
    """The section of a chapter, its list still to come."""
    number = chapter["chapter"]
    title = f"{translate(BOOK['chapter'])} {number}: {translate(chapter['title'])}"
    made = nodes.section("", nodes.title("", title), ids=[f"source-chapter-{number}"])
    made += SourceList("", chapter=number)
    return made


def remember(app: Sphinx, doctree: nodes.document) -> None:
    """Notes what a page that was read teaches, and gives each passage an id to lead to."""
    assert app.env is not None
    page = app.env.docname
    translate = translator(app.config.language)
    found: list[tuple[str, Place]] = []
    for number, node in enumerate(marks(doctree), start=1):
        node["ids"] = [f"taught-{number}"]
        place = Place(page, node["ids"][0], heading_of(node))
        found += [(point, place) for point in node["ids_taught"]]
    for exercise_id in exercises_in(doctree):
        exercise = find(exercise_id)
        place = Place(page, f"exercise-{exercise_id}", translate(exercise.title))
        found += [(point, place) for point in exercise.teaches if QUESTION.fullmatch(point)]
    TAUGHT.found(app.env)[page] = found


def marks(doctree: nodes.document) -> Iterable[nodes.Element]:
    """The marked passages of a page, in its order."""
    return [node for node in doctree.findall(nodes.Element)
            if isinstance(node, (TeachesBlock, TeachesInline))]  # fmt: skip


def heading_of(node: nodes.Node) -> str:
    """The heading under which a node stands."""
    place: nodes.Node | None = node
    while place is not None and not isinstance(place, nodes.section):
        place = place.parent
    return "" if place is None else place[0].astext()


def fill(app: Sphinx, doctree: nodes.document, page: str) -> None:
    """Puts the lists into their places."""
    assert app.env is not None
    translate = translator(app.config.language)
    chapters = {chapter["chapter"]: chapter for chapter in load("source-ids")}
    places: dict[str, list[Place]] = {}
    for name in [app.config.root_doc, *below(app.env, app.config.root_doc)]:
        for point, place in TAUGHT.found(app.env).get(name, []):
            places.setdefault(point, []).append(place)
    for spot in list(doctree.findall(SourceList)):
        chapter = chapters[spot["chapter"]]
        points = chapter["due"] + chapter["not_yet_due"]
        entries = nodes.definition_list(classes=["sq-source-map"])
        for point in (point for point in points if point in places):
            entries += entry(app, page, point, places[point])
        made: list[nodes.Node] = [entries] if len(entries) else []
        if missing := [point for point in points if point not in places]:
            made.append(not_taught(missing, translate))
        spot.replace_self(made)


def entry(app: Sphinx, page: str, point: str, places: list[Place]) -> nodes.definition_list_item:
    """A point with links to where it is taught."""
    links = nodes.paragraph()
    for place in dict.fromkeys(places):
        if len(links):
            links += nodes.Text("; ")
        links += link(app, page, place)
    term = nodes.term("", "", nodes.literal("", point), ids=[f"source-{point}"])
    return nodes.definition_list_item("", term, nodes.definition("", links))


def not_taught(points: list[str], translate: Translate) -> nodes.paragraph:
    """The points that no page teaches yet."""
    said = nodes.paragraph("", translate(BOOK["not_taught"]))
    for number, point in enumerate(points):
        said += [nodes.Text(", " if number else " "), nodes.literal("", point)]
    return said


def link(app: Sphinx, page: str, place: Place) -> nodes.reference:
    """A link to a place: the page's title, and the heading there where it is another."""
    assert app.env is not None
    title = app.env.titles[place.page].astext()
    text = title if place.heading in ("", title) else f"{title}: {place.heading}"
    return link_to(app, page, place, text)


def connect(app: Sphinx) -> None:
    """Registers the directive, and has what pages teach remembered while they are read."""
    app.add_node(SourceList)
    app.add_directive("source-map", SourceMapDirective)
    app.connect("doctree-read", remember)
    TAUGHT.connect(app)
    app.connect("doctree-resolved", fill)
