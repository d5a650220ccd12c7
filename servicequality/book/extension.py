"""The Sphinx extension of the course: `extra_extensions: [servicequality.book.extension]`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx

from servicequality.book.mime import exercises_in
from servicequality.page import assets

STYLES = Path(assets.__file__).parent / "styles"


def setup(app: Sphinx) -> dict[str, Any]:
    """Registers what the book needs; called by Sphinx."""
    app.add_css_file("tokens.css", priority=600)
    app.add_css_file("exercise.css", priority=601)
    app.connect("builder-inited", add_static_files)
    # After sphinx-thebe (which jupyter-book always loads), so that its scripts can be dropped.
    app.connect("html-page-context", add_exercise_script)
    app.connect("html-page-context", drop_thebe, priority=900)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def add_static_files(app: Sphinx) -> None:
    """Bundles the page runtime where needed and has it copied with the other static files."""
    if app.builder.format != "html":
        return
    assets.ensure_assets()
    app.config.html_static_path.extend([str(STYLES), str(assets.SCRIPTS)])


def add_exercise_script(
    app: Sphinx,
    _page: str,
    _template: str,
    _context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    """Loads the page runtime on pages that hold an exercise, and on no others."""
    if doctree is not None and exercises_in(doctree):
        app.add_js_file(assets.ensure_assets()["exercises"], loading_method="defer")


def drop_thebe(
    _app: Sphinx,
    _page: str,
    _template: str,
    context: dict[str, Any],
    _doctree: nodes.document | None,
) -> None:
    """Takes out sphinx-thebe's scripts: unused here, they name an outside host and throw."""
    context["script_files"] = [
        script
        for script in context.get("script_files", [])
        if "thebe" not in f"{script} {getattr(script, 'attributes', '')}".lower()
    ]
