"""Takes out of the theme's pages what this course has no use for.

What the theme's own templates get wrong is mended in `book/_templates`, its looks in
`book/_static/course.css`.
"""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.config import Config

from servicequality.book.icons import draw_icons

# Scripts and styles that pages do not need, by their name or type.
UNUSED = (
    # See silence_thebe for its scripts.
    "_static/sphinx-thebe.css",
    # The state of ipywidgets, 100 KB a chapter: on a page, exercises have a form of their own.
    "application/vnd.jupyter.widget-state+json",
)


def connect(app: Sphinx) -> None:
    """Has the theme's pages mended; called by the extension's setup."""
    app.connect("config-inited", silence_thebe)
    # After all who add files to a page.
    app.connect("html-page-context", drop_unused, priority=900)
    app.connect("build-finished", draw_icons)


def silence_thebe(app: Sphinx, _config: Config) -> None:
    """Disconnects sphinx-thebe, which jupyter-book always loads.

    Its scripts name an outside host, and one of them throws on every page.
    """
    for listeners in list(app.events.listeners.values()):
        for listener in list(listeners):
            if getattr(listener.handler, "__module__", "") == "sphinx_thebe":
                app.disconnect(listener.id)


def drop_unused(
    _app: Sphinx,
    _page: str,
    _template: str,
    context: dict[str, Any],
    _doctree: nodes.document | None,
) -> None:
    """Leaves scripts and styles that nothing uses out of a page."""
    for kind in ("script_files", "css_files"):
        context[kind] = [
            file
            for file in context.get(kind, [])
            if file.filename not in UNUSED and file.attributes.get("type") not in UNUSED
        ]
