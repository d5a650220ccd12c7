"""What notebook cells show, in the book: their stored data become forms on the page.

To show another kind of data, add a line to `SHOWN`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from docutils import nodes
from myst_nb.core.render import MimeData, NbElementRenderer
from sphinx.util import logging

from servicequality.exercises import find
from servicequality.figures import find as find_figure
from servicequality.notebook.figure import MIME as FIGURE
from servicequality.notebook.flashcards import MIME as FLASHCARDS
from servicequality.notebook.self_check import MIME as SELF_CHECK
from servicequality.notebook.show import MIME as EXERCISE
from servicequality.page.exercise import exercise_html
from servicequality.page.figure import figure_html
from servicequality.page.flashcards import flashcards_html
from servicequality.page.self_check import self_check_html
from servicequality.practice.bank import spec

logger = logging.getLogger(__name__)

Data = dict[str, Any]


@dataclass(frozen=True)
class Shown:
    """One kind of data: what it is called, what tells one from another, its form and script.

    `form` takes the data, the language of the edition and the level of a heading in that place, and
    gives HTML. `script` is the name, in `servicequality.page.assets`, of what brings it to life; it
    is empty for what never changes.
    """

    kind: str
    name: Callable[[Data], str]
    form: Callable[[Data, str, int], str]
    script: str


SHOWN = {
    EXERCISE: Shown(
        kind="exercise",
        name=lambda data: str(data["id"]),
        form=lambda data, language, level: exercise_html(find(data["id"]), language, level),
        script="exercises",
    ),
    SELF_CHECK: Shown(
        kind="self-check",
        name=lambda data: f"{data['topic']}/{spec(data['topic'], str, data['only'])['name']}",
        form=lambda data, language, level: self_check_html(
            data["topic"], data["only"], language, level
        ),
        script="practice",
    ),
    FLASHCARDS: Shown(
        kind="flashcards",
        name=lambda _data: "all",
        form=lambda _data, language, level: flashcards_html(language, level),
        script="flashcards",
    ),
    FIGURE: Shown(
        kind="figure",
        name=lambda data: str(data["id"]),
        form=lambda data, language, _level: figure_html(find_figure(data["id"]), language),
        script="",
    ),
}


class ExerciseMimeRenderer:
    """MyST-NB plugin for the types of data in `SHOWN`."""

    mime_priority_overrides = tuple(("html", mime, 1) for mime in SHOWN)

    @staticmethod
    def handle_mime(
        renderer: NbElementRenderer, data: MimeData, inline: bool
    ) -> list[nodes.Element] | None:
        """The form as a raw HTML node; None for data of any other type."""
        shown = SHOWN.get(data.mime_type)
        if inline or shown is None:
            return None
        language = "en"
        document: Any = renderer.renderer.document
        if (environment := getattr(document.settings, "env", None)) is not None:
            language = environment.config.language
        name = shown.name(data.content)
        if name in names_in(document, shown.kind):
            logger.warning(
                "%s %r stands twice on this page; show it once", shown.kind, name,
                location=(environment.docname, data.line) if environment else None,
            )  # fmt: skip
        html = shown.form(data.content, language, heading_level(document))
        return [nodes.raw("", html, format="html", **{shown.kind: name})]


def heading_level(document: nodes.document) -> int:
    """The level of the next heading below the last section of a page that is being read."""
    # The place itself is not yet part of the page.
    place: nodes.Node | None = None
    for section in document.findall(nodes.section):
        place = section
    level = 1
    while isinstance(place, nodes.section):
        level += 1
        place = place.parent
    return level


def names_in(document: nodes.document, kind: str) -> list[str]:
    """The names of all of a kind on a page, in their order."""
    return [node[kind] for node in document.findall(nodes.raw) if kind in node]


def exercises_in(document: nodes.document) -> list[str]:
    """The ids of the exercises on a page."""
    return names_in(document, "exercise")


def figures_in(document: nodes.document) -> list[str]:
    """The ids of the figures on a page."""
    return names_in(document, "figure")


def self_checks_in(document: nodes.document) -> list[str]:
    """The self-checks on a page, each as `TOPIC/NAME`, the name being its specification's."""
    return names_in(document, "self-check")


def scripts_of(document: nodes.document) -> list[str]:
    """The names of the scripts that bring to life what stands on a page."""
    needed = [shown.script for shown in SHOWN.values() if names_in(document, shown.kind)]
    return list(dict.fromkeys(filter(None, needed)))
