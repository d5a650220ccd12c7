"""The language of an edition: its catalogues are checked before the book is built.

`language` and `locale_dirs` in `_config.yml` (under `sphinx: config:`) name the language and the
folders of the chapters' catalogues; `servicequality.i18n.text` says where the package's own is.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.environment import BuildEnvironment
from sphinx.errors import ConfigError
from sphinx.transforms import SphinxTransform
from sphinx.util import logging
from sphinx.util.i18n import docname_to_domain

from servicequality.i18n.messages import catalogue
from servicequality.i18n.text import LanguageError, catalogue_path, translations, translator

logger = logging.getLogger(__name__)


def connect(app: Sphinx) -> None:
    """Has the edition's language checked and applied; called by the extension's setup."""
    app.add_transform(PlacesOfCells)
    app.connect("config-inited", apply_language)
    app.connect("env-before-read-docs", check_chapters)
    # After sphinx-external-toc has put the contents in, before Sphinx reads them off.
    app.connect("doctree-read", translate_captions, priority=200)


class PlacesOfCells(SphinxTransform):
    """Tells where the cells of tables stand, without which Sphinx does not translate them.

    MyST leaves it out for a table inside a directive.
    """

    # Before Sphinx notes the messages.
    default_priority = 5

    def apply(self, **_: Any) -> None:
        """Gives each cell's text the place of what holds the table."""
        for cell in self.document.findall(nodes.entry):
            for text in cell.findall(nodes.TextElement):
                holder: nodes.Node | None = text
                while holder is not None and (not holder.source or holder.line is None):
                    holder = holder.parent
                if holder is not None and holder is not text:
                    text.source, text.line = holder.source, holder.line


def apply_language(_app: Sphinx, config: Config) -> None:
    """Puts the book's title and authors into its language; warns of texts not yet translated.

    Raises ConfigError where the package's catalogue is missing or faulty.
    """
    try:
        translate = translator(config.language)
    except LanguageError as error:
        raise ConfigError(str(error)) from None
    config.html_title = translate(config.html_title)
    config.author = translate(config.author)
    if config.language == "en":
        return
    path = catalogue_path(config.language)
    done = translations(path, config.language)
    missing = [str(message.id) for message in catalogue() if message.id and message.id not in done]
    if missing:
        logger.warning(
            "Language %r: %s does not translate all texts. Missing are %d, first %r.",
            config.language, path, len(missing), missing[0],
        )  # fmt: skip


def translate_captions(app: Sphinx, doctree: nodes.document) -> None:
    """Puts the headings of the contents into the book's language."""
    translate = translator(app.config.language)
    for contents in doctree.findall(addnodes.toctree):
        if contents.get("caption"):
            contents["caption"] = translate(contents["caption"])


def check_chapters(app: Sphinx, environment: BuildEnvironment, _changed: list[str]) -> None:
    """Raises ConfigError where a page of the book has no catalogue in the book's language."""
    language = app.config.language
    if language == "en" or app.builder.format != "html":
        return
    folders = [
        Path(app.srcdir, folder, language, "LC_MESSAGES") for folder in app.config.locale_dirs
    ]
    for page in sorted(environment.found_docs):
        domain = docname_to_domain(page, app.config.gettext_compact)
        expected = [folder / f"{domain}.po" for folder in folders]
        if not any(path.is_file() for path in expected):
            places = " or ".join(str(path) for path in expected)
            raise ConfigError(f"Language {language!r}: {places} does not exist; {page} needs it.")
