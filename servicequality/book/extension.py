"""The Sphinx extension of the course: `extra_extensions: [servicequality.book.extension]`."""

from __future__ import annotations

from functools import partial
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx

from servicequality.book import (
    citations,
    class_words,
    heads,
    key_terms,
    language,
    layout,
    mathematics,
    misconceptions,
    pages,
    source_map,
    teaches,
    term_index,
    workbook,
)
from servicequality.book.mime import scripts_of
from servicequality.page import assets


def setup(app: Sphinx) -> dict[str, Any]:
    """Registers what the book needs; called by Sphinx."""
    # Jupyter Book sets this for an extension that the course does without.
    app.add_config_value("comments_config", {}, "html")
    key_terms.connect(app)
    teaches.connect(app)
    source_map.connect(app)
    term_index.connect(app)
    misconceptions.connect(app)
    citations.connect(app)
    app.connect("builder-inited", add_static_files)
    language.connect(app)
    pages.connect(app)
    workbook.connect(app)
    layout.connect(app)
    mathematics.connect(app)
    heads.connect(app)
    # With another number, pages that were read before are read anew: see `pages.remember`.
    return {"parallel_read_safe": True, "parallel_write_safe": True, "env_version": 3}


def add_static_files(app: Sphinx) -> None:
    """Bundles scripts and styles where needed and has them copied with the other static files."""
    if app.builder.format != "html":
        return
    names = assets.ensure_assets()
    app.add_css_file(names["styles"])
    app.add_js_file(names["site"], loading_method="defer")
    app.connect("html-page-context", partial(add_own_scripts, names))
    app.config.html_static_path.append(str(assets.FILES))
    class_words.add_class_words(app)


def add_own_scripts(
    files: dict[str, str],
    app: Sphinx,
    _page: str,
    _template: str,
    _context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    """Loads the scripts of what stands on a page, and no others; `files` are named by purpose."""
    if doctree is not None:
        for script in scripts_of(doctree):
            app.add_js_file(files[script], loading_method="defer")
