"""Files at the root of the site for search engines: `robots.txt` and `sitemap.xml`."""

from __future__ import annotations

from pathlib import Path
from xml.sax.saxutils import escape

from sphinx.application import Sphinx

from servicequality.book.heads.address import absolute


def connect(app: Sphinx) -> None:
    """Has the files written."""
    app.connect("build-finished", write)


def write(app: Sphinx, exception: Exception | None) -> None:
    """Writes the files into a finished site; a sitemap only where the site's address is known."""
    if exception is not None or app.builder.format != "html":
        return
    base, folder = app.config.html_baseurl, Path(app.outdir)
    robots, sitemap = "User-agent: *\nAllow: /\n", folder / "sitemap.xml"
    if base:
        # The course may stand beside other sites on its host. Then a search engine reads only the
        # host's own robots.txt, and has to be told of the sitemap there.
        robots += f"\nSitemap: {base}{sitemap.name}\n"
        addresses = [absolute(app.builder, page) for page in sorted(app.env.found_docs)]
        sitemap.write_text(sitemap_text(addresses), encoding="utf-8")
    else:
        sitemap.unlink(missing_ok=True)
    (folder / "robots.txt").write_text(robots, encoding="utf-8")


def sitemap_text(addresses: list[str]) -> str:
    """A sitemap of pages, given their full addresses."""
    lines = [f"  <url><loc>{escape(address)}</loc></url>" for address in addresses]
    return "\n".join(
        [
            '<?xml version="1.0" encoding="UTF-8"?>',
            '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
            *lines,
            "</urlset>",
            "",
        ]
    )
