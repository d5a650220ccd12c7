"""The pages of the course in the order of its contents, and the exercises on each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from servicequality.book.mime import exercises_in

# `progress: false` among a page's metadata: nobody works through it (pages for contributors). From
# YAML it comes as "False".
LEFT_OUT = "False"


@dataclass(frozen=True)
class CoursePage:
    """A page that students work through: its name, its title, the ids of its exercises."""

    name: str
    title: str
    exercises: tuple[str, ...]


def connect(app: Sphinx) -> None:
    """Has the exercises of each page remembered while the pages are read."""
    app.connect("doctree-read", remember)
    app.connect("env-purge-doc", forget)
    app.connect("env-merge-info", merge)


def kept(environment: BuildEnvironment) -> dict[str, list[str]]:
    """The ids of exercises by page, kept from one build to the next."""
    if not hasattr(environment, "servicequality_exercises"):
        environment.servicequality_exercises = {}  # type: ignore[attr-defined]
    found: dict[str, list[str]] = environment.servicequality_exercises  # type: ignore[attr-defined]
    return found


def remember(app: Sphinx, doctree: nodes.document) -> None:
    """Notes the exercises of a page that was read."""
    assert app.env is not None
    kept(app.env)[app.env.docname] = exercises_in(doctree)


def forget(_app: Sphinx, environment: BuildEnvironment, page: str) -> None:
    """Drops what is known of a page that is read anew or gone."""
    kept(environment).pop(page, None)


def merge(_app: Sphinx, environment: BuildEnvironment, pages: set[str], other: Any) -> None:
    """Takes over what a parallel reader has found."""
    for page in pages:
        kept(environment)[page] = kept(other)[page]


def course_pages(environment: BuildEnvironment) -> list[CoursePage]:
    """The pages that students work through, in the order of the contents, the front page first."""
    root = environment.config.root_doc
    return [
        CoursePage(name, environment.titles[name].astext(), tuple(kept(environment).get(name, ())))
        for name in [root, *below(environment, root)]
        if str(environment.metadata[name].get("progress")) != LEFT_OUT
    ]


def below(environment: BuildEnvironment, page: str) -> Iterator[str]:
    """The pages below a page in the contents, each before those below it."""
    for child in environment.toctree_includes.get(page, []):
        yield child
        yield from below(environment, child)
