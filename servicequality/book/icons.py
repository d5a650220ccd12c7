"""The theme's icons, drawn into the pages as they are built.

The theme draws them in the browser, by a script that holds all 1400 of Font Awesome and weighs
more than everything else that a page loads (542 KB gzipped; the font behind it another 156 KB).
A page uses about ten, so these are taken out of that script and put into the page.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pydata_sphinx_theme
from sphinx.application import Sphinx
from sphinx.errors import ExtensionError

THEME = Path(pydata_sphinx_theme.__file__).parent / "theme" / "pydata_sphinx_theme" / "static"
SCRIPT = "scripts/fontawesome.js"

LOADING = re.compile(rf"<script\b[^>]*{re.escape(SCRIPT)}[^>]*></script>")
PLACE = re.compile(r'<(i|span) class="([^"]*\bfa-solid\b[^"]*)"([^>]*)>\s*</\1>')
CREDIT = "<!-- Icons: Font Awesome Free 6 by Fonticons, CC BY 4.0 -->"


def draw_icons(app: Sphinx, exception: Exception | None) -> None:
    """Puts the icons into all pages of a finished build, in place of the script that draws them.

    Raises ExtensionError for an icon that the theme does not have.
    """
    if exception is not None or app.builder.format != "html":
        return
    folder = Path(app.outdir)
    for path in folder.rglob("*.html"):
        if "_static" not in path.relative_to(folder).parts:
            html = path.read_text(encoding="utf-8")
            if (drawn := with_icons(html)) != html:
                path.write_text(drawn, encoding="utf-8")
    for left in (folder / "_static" / "scripts").glob("fontawesome.js*"):
        left.unlink()


def with_icons(html: str) -> str:
    """A page with its icons in it. Raises ExtensionError for an unknown icon."""
    return PLACE.sub(lambda place: icon(place[2], place[3]), LOADING.sub(CREDIT, html))


def icon(classes: str, attributes: str) -> str:
    """One icon as SVG, hidden from assistive technology: every button that bears one has a name.

    `classes` are those of the theme's element, which name the icon (`fa-solid fa-bars`), and
    `attributes` the rest that stands in its tag.
    """
    kept = [word for word in classes.split() if word != "fa-solid"]
    known = solid_icons()
    for word in kept:
        if shape := known.get(word.removeprefix("fa-")):
            width, height, path = shape
            return (
                f'<svg class="sq-icon {" ".join(kept)}"{attributes} aria-hidden="true" '
                f'focusable="false" viewBox="0 0 {width} {height}">'
                f'<path fill="currentColor" d="{path}"/></svg>'
            )
    raise ExtensionError(f"The theme has no icon for {classes!r}.")


@cache
def solid_icons() -> dict[str, tuple[str, str, str]]:
    """Width, height and path of the theme's icons in the style that it uses, by name.

    Raises ExtensionError where the theme's script is not what it was.
    """
    script = (THEME / SCRIPT).read_text(encoding="utf-8")
    # The script holds a list for each style: brands, regular, solid.
    end = script.find('"fas",p)')
    start = script.rfind("var p={", 0, end)
    if start < 0 or end < 0:
        raise ExtensionError(f"The theme's {SCRIPT} has changed: its solid icons are not found.")
    shape = re.compile(r'["{,]([a-z0-9-]+)"?:\[(\d+),(\d+),\[[^\]]*\],"[0-9a-f]+","([^"]+)"\]')
    return {name: (width, height, path) for name, width, height, path in shape.findall(
        script[start:end]
    )}  # fmt: skip
