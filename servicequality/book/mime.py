"""Exercises in the book: the stored data of a notebook cell become the page form."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from myst_nb.core.render import MimeData, NbElementRenderer
from sphinx.util import logging

from servicequality.exercises import find
from servicequality.notebook.show import MIME
from servicequality.page.exercise import exercise_html

logger = logging.getLogger(__name__)


class ExerciseMimeRenderer:
    """MyST-NB plugin for `application/vnd.servicequality.exercise+json`."""

    mime_priority_overrides = (("html", MIME, 1),)

    @staticmethod
    def handle_mime(
        renderer: NbElementRenderer, data: MimeData, inline: bool
    ) -> list[nodes.Element] | None:
        """The page form as a raw HTML node; None for any other kind of data."""
        if inline or data.mime_type != MIME:
            return None
        exercise_id: str = data.content["id"]
        language = "en"
        document: Any = renderer.renderer.document
        if (environment := getattr(document.settings, "env", None)) is not None:
            language = environment.config.language
        if any(seen == exercise_id for seen in exercises_in(document)):
            logger.warning(
                "exercise %r stands twice on this page; show it once", exercise_id,
                location=(environment.docname, data.line) if environment else None,
            )  # fmt: skip
        level = heading_level(document)
        html = exercise_html(find(exercise_id), language, level)
        return [nodes.raw("", html, format="html", exercise=exercise_id)]


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


def exercises_in(document: nodes.document) -> list[str]:
    """The ids of the exercises on a page."""
    return [node["exercise"] for node in document.findall(nodes.raw) if "exercise" in node]
