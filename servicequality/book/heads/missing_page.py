"""`404.html`, which web servers show in place of a page that they do not have."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from sphinx.application import Sphinx

from servicequality.book.heads.words import HEADS
from servicequality.i18n.text import translator
from servicequality.page.html import to_html

PAGE = "404"
# Addresses that depend on where the page stands: those within the page do not, nor full ones.
RELATIVE = re.compile(
    r'(\s(?:href|src|action|data-content_root)=")(?!#|/|[a-z][a-z0-9+.-]*:)(?:\./)?'
)


def connect(app: Sphinx) -> None:
    """Has the page written."""
    app.connect("html-collect-pages", missing_page)
    app.connect("build-finished", root_addresses)


def missing_page(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    """The page, in the book's layout."""
    translate = translator(app.config.language)

    front = app.builder.get_relative_uri(PAGE, app.config.root_doc)
    search = app.builder.get_relative_uri(PAGE, "search")
    # The layout of every page holds the contents, by this name.
    ways = [(front, "missing_front"), ("#contents", "missing_contents"), (search, "missing_search")]
    links = [["a", {"href": target}, translate(HEADS[text])] for target, text in ways]
    body: list[Any] = [
        ["h1", {}, translate(HEADS["missing"])],
        ["p", {}, translate(HEADS["missing_why"])],
        ["ul", {}, *[["li", {}, link] for link in links]],
    ]
    context = {
        "title": escape(translate(HEADS["missing"])),
        "body": to_html(body, app.config.language),
    }
    yield PAGE, context, "page.html"


def root_addresses(app: Sphinx, exception: Exception | None) -> None:
    """Has the page work at any address, where that of the site is known.

    A server shows it for `/course/chapters/gone.html` too, where `_static/…` would lead nowhere. So
    its links start at the root of the server. A `<base>` element would do that for all of them at
    once, but it would also turn links inside the page (`#main`) into links to the front page. Where
    the address is not known, links stay relative to the root of the site, which is right for wrong
    addresses there and for the page as a file.
    """
    path = Path(app.outdir, f"{PAGE}.html")
    base = app.config.html_baseurl
    if exception is not None or not base or not path.is_file():
        return
    root = escape(urlsplit(base).path)
    html = path.read_text(encoding="utf-8")
    path.write_text(RELATIVE.sub(lambda found: found[1] + root, html), encoding="utf-8")
