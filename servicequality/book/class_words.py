"""The words of class mode for the pages of a book: a file that only visits to a class fetch.

`<html data-class-words>` names it (see `theme/layout.html`), and `page/runtime/classmode/words.js`
reads it.
"""

from __future__ import annotations

import hashlib
import json
from functools import partial
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx

from servicequality.i18n.text import translator
from servicequality.page.words import CLASS_PAGE


def class_words(language: str) -> str:
    """The words in a language, as the JSON of `{language, strings}`."""
    translate = translator(language)
    strings = {name: translate(text) for name, text in CLASS_PAGE.items()}
    return json.dumps({"language": language, "strings": strings}, ensure_ascii=False)


def add_class_words(app: Sphinx) -> None:
    """Writes the words to where other static files are copied from, and tells templates the name.

    The name carries a hash of what the file holds. Beside what Sphinx remembers of an edition, the
    words of several do not meet.
    """
    text = class_words(app.config.language)
    folder = Path(app.doctreedir) / "class-words"
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.iterdir():
        old.unlink()
    name = f"class-words-{hashlib.sha256(text.encode()).hexdigest()[:12]}.json"
    (folder / name).write_text(text, encoding="utf-8")
    app.config.html_static_path.append(str(folder))
    app.connect("html-page-context", partial(name_class_words, f"_static/{name}"))


def name_class_words(
    path: str,
    _app: Sphinx,
    _page: str,
    _template: str,
    context: dict[str, Any],
    _doctree: nodes.document | None,
) -> None:
    """Tells a page's template where the words are."""
    context["class_words"] = path
