"""The Sphinx extension of the course: `extra_extensions: [servicequality.book.extension]`."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx

from servicequality.book import citations, key_terms, language, teaches, theme
from servicequality.book.mime import exercises_in
from servicequality.page import assets

STYLES = Path(assets.__file__).parent / "styles"


def setup(app: Sphinx) -> dict[str, Any]:
    """Registers what the book needs; called by Sphinx."""
    key_terms.connect(app)
    teaches.connect(app)
    app.add_css_file("tokens.css", priority=600)
    app.add_css_file("exercise.css", priority=601)
    app.add_css_file("terms.css", priority=602)
    citations.connect(app)
    app.connect("builder-inited", add_static_files)
    language.connect(app)
    theme.connect(app)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def add_static_files(app: Sphinx) -> None:
    """Bundles the page runtime where needed and has it copied with the other static files."""
    if app.builder.format != "html":
        return
    script = assets.ensure_assets()["exercises"]
    app.connect("html-page-context", partial(add_exercise_script, script))
    app.config.html_static_path.extend([str(STYLES), str(assets.SCRIPTS)])


def add_exercise_script(
    script: str,
    app: Sphinx,
    _page: str,
    _template: str,
    _context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    """Loads the page runtime on pages that hold an exercise, and on no others."""
    if doctree is not None and exercises_in(doctree):
        app.add_js_file(script, loading_method="defer")
