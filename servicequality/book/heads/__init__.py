"""What stands in the head of every page, and the files that search engines and phones look for.

Descriptions, structured data, `robots.txt` and `404.html` are always there. Canonical links, the
social card and the sitemap need to know where the course will be published: see `address`.
"""

from __future__ import annotations

from sphinx.application import Sphinx

from servicequality.book.heads import address, describe, files, metas, missing_page


def connect(app: Sphinx) -> None:
    """Has heads and files written; called by the extension's setup."""
    address.connect(app)
    describe.connect(app)
    metas.connect(app)
    missing_page.connect(app)
    files.connect(app)
