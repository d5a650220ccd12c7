"""The pages of the course in the order of its contents, and what there is to do on each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from bs4 import BeautifulSoup, Tag
from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from servicequality.book.mime import exercises_in
from servicequality.practice import bank

# `progress: false` among a page's metadata: nobody works through it (pages for contributors). From
# YAML it comes as "False".
LEFT_OUT = "False"


# What marks a self-check (its name) and the flashcards in the HTML of a page.
SELF_CHECK, FLASHCARDS = "data-self-check", "data-flashcards"


@dataclass(frozen=True)
class SelfCheck:
    """A self-check on a page: its topic, the name of its run, the ids of the items it asks.

    `anchor` is the id of its element.
    """

    topic: str
    name: str
    items: tuple[str, ...]
    anchor: str = ""


@dataclass(frozen=True)
class CoursePage:
    """A page that students work through: its name, its title, its exercises and self-checks."""

    name: str
    title: str
    exercises: tuple[str, ...]
    self_checks: tuple[SelfCheck, ...] = ()


def connect(app: Sphinx) -> None:
    """Has what there is to do on each page remembered while the pages are read."""
    app.connect("doctree-read", remember)
    app.connect("env-purge-doc", forget)
    app.connect("env-merge-info", merge)


def kept(environment: BuildEnvironment) -> dict[str, list[str]]:
    """The ids of exercises by page, kept from one build to the next."""
    if not hasattr(environment, "servicequality_exercises"):
        environment.servicequality_exercises = {}  # type: ignore[attr-defined]
    found: dict[str, list[str]] = environment.servicequality_exercises  # type: ignore[attr-defined]
    return found


def kept_practice(environment: BuildEnvironment) -> dict[str, dict[str, Any]]:
    """What there is of practice by page, as `practice_in` gives it."""
    if not hasattr(environment, "servicequality_practice"):
        environment.servicequality_practice = {}  # type: ignore[attr-defined]
    found: dict[str, dict[str, Any]] = environment.servicequality_practice  # type: ignore[attr-defined]
    return found


def remember(app: Sphinx, doctree: nodes.document) -> None:
    """Notes what there is to do on a page that was read."""
    assert app.env is not None
    kept(app.env)[app.env.docname] = exercises_in(doctree)
    kept_practice(app.env)[app.env.docname] = practice_in(doctree)


def practice_in(doctree: nodes.document) -> dict[str, Any]:
    """The `self_checks` on a page, and the id of its `flashcards`, empty where it has none.

    Of a self-check it has topic, name and id.
    """
    checks: list[tuple[str, str, str]] = []
    flashcards = ""
    for node in doctree.findall(nodes.raw):
        html = node.astext()
        if SELF_CHECK not in html and FLASHCARDS not in html:
            continue
        for element in BeautifulSoup(html, "html.parser").find_all(is_practice):
            own = str(element["id"])
            if element.has_attr(SELF_CHECK):
                checks.append((str(element["data-topic"]), str(element[SELF_CHECK]), own))
            else:
                flashcards = own
    return {"self_checks": checks, "flashcards": flashcards}


def is_practice(element: Tag) -> bool:
    """Whether an element is a self-check or holds the flashcards."""
    marked = element.has_attr(SELF_CHECK) or element.has_attr(FLASHCARDS)
    return element.name == "section" and marked


def forget(_app: Sphinx, environment: BuildEnvironment, page: str) -> None:
    """Drops what is known of a page that is read anew or gone."""
    kept(environment).pop(page, None)
    kept_practice(environment).pop(page, None)


def merge(_app: Sphinx, environment: BuildEnvironment, pages: set[str], other: Any) -> None:
    """Takes over what a parallel reader has found."""
    for page in pages:
        kept(environment)[page] = kept(other)[page]
        kept_practice(environment)[page] = kept_practice(other)[page]


def course_pages(environment: BuildEnvironment) -> list[CoursePage]:
    """The pages that students work through, in the order of the contents, the front page first."""
    root = environment.config.root_doc
    return [
        CoursePage(
            name,
            environment.titles[name].astext(),
            tuple(kept(environment).get(name, ())),
            self_checks_of(environment, name),
        )
        for name in [root, *below(environment, root)]
        if str(environment.metadata[name].get("progress")) != LEFT_OUT
    ]


def self_checks_of(environment: BuildEnvironment, page: str) -> tuple[SelfCheck, ...]:
    """The self-checks on a page, in its order."""
    found = kept_practice(environment).get(page, {"self_checks": []})
    return tuple(
        SelfCheck(topic, name, items_asked(topic, name), anchor)
        for topic, name, anchor in found["self_checks"]
    )


def items_asked(topic: str, name: str) -> tuple[str, ...]:
    """The ids of the items that the self-check of a name asks. Raises BankError for others."""
    only = None if name == bank.WHOLE else name.split("+")
    return tuple(item["id"] for item in bank.items(topic, only))


def place_of_flashcards(environment: BuildEnvironment) -> tuple[str, str] | None:
    """The name of the page that has the flashcards, and their id; None where no page has them."""
    pages = sorted(kept_practice(environment).items())
    return next(((name, one["flashcards"]) for name, one in pages if one["flashcards"]), None)


def below(environment: BuildEnvironment, page: str) -> Iterator[str]:
    """The pages below a page in the contents, each before those below it."""
    for child in environment.toctree_includes.get(page, []):
        yield child
        yield from below(environment, child)
