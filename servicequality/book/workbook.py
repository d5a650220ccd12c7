"""The page of the student's workbook: `{workbook}`, and what its script needs to know.

What that is depends on all pages, so it is put in when the page is written, not when it is read.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util.docutils import SphinxDirective

from servicequality.book.pages import SelfCheck, course_pages, place_of_flashcards
from servicequality.exercises import find
from servicequality.i18n.text import translator
from servicequality.page import assets
from servicequality.page.workbook import (
    payload_html,
    practice_payload,
    reduced,
    workbook_html,
    workbook_words,
)

# Among a page's metadata: it holds the workbook.
MARK = "workbook"


class WorkbookDirective(SphinxDirective):
    """`{workbook}`: the place where the workbook appears."""

    has_content = False

    def run(self) -> list[nodes.Node]:
        self.env.metadata[self.env.docname][MARK] = "here"
        html = workbook_html(workbook_words(translator(self.config.language)))
        return [nodes.raw("", html, format="html")]


def payload(app: Sphinx, page: str) -> dict[str, Any]:
    """What the script of the workbook on a page reads: texts, pages of the course, exercises.

    And, under `practice`, all that self-checks ask and cards there are; `flashcards` is the address
    of the page with the cards, or empty.
    """
    assert app.env is not None
    translate = translator(app.config.language)
    pages = course_pages(app.env)
    ids = dict.fromkeys(name for one in pages for name in one.exercises)
    cards = place_of_flashcards(app.env)
    uri = app.builder.get_relative_uri
    return {
        "language": app.config.language,
        "title": app.config.html_title,
        "strings": workbook_words(translate),
        "pages": [
            {
                "name": one.name,
                "title": one.title,
                "href": uri(page, one.name),
                "exercises": list(one.exercises),
                "self_checks": [of_self_check(check) for check in one.self_checks],
            }
            for one in pages
        ],
        "practice": practice_payload(translate),
        "flashcards": f"{uri(page, cards[0])}#{cards[1]}" if cards else "",
        "specs": [reduced(find(name).spec(translate)) for name in ids],
    }


def of_self_check(check: SelfCheck) -> dict[str, Any]:
    """A self-check as the script knows it: `topic`, `name`, the ids of its `items`, `anchor`."""
    return {
        "topic": check.topic,
        "name": check.name,
        "items": list(check.items),
        "anchor": check.anchor,
    }


def fill(
    app: Sphinx,
    page: str,
    _template: str,
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    """Puts what the script needs into the page that holds the workbook, and the script."""
    if doctree is None or app.env is None or MARK not in app.env.metadata[page]:
        return
    context["body"] += payload_html(payload(app, page))
    app.add_js_file(assets.ensure_assets()["workbook"], loading_method="defer")


def outdated(_app: Sphinx, environment: BuildEnvironment) -> Iterable[str]:
    """The page of the workbook is written anew whenever any page is: it tells of all of them."""
    return [page for page, found in environment.metadata.items() if MARK in found]


def connect(app: Sphinx) -> None:
    """Registers the directive and what fills it."""
    app.add_directive("workbook", WorkbookDirective)
    app.connect("html-page-context", fill)
    app.connect("env-updated", outdated)
