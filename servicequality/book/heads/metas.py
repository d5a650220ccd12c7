"""The elements in the head of a page, written through Sphinx's `metatags`."""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path
from typing import Any

from babel.core import get_global
from docutils import nodes
from sphinx.application import Sphinx

from servicequality.book.heads import pictures
from servicequality.book.heads.address import absolute
from servicequality.book.heads.describe import description
from servicequality.book.heads.pictures import Picture, colour
from servicequality.book.heads.structured import scripts, things_on
from servicequality.book.heads.words import HEADS
from servicequality.i18n.text import translator
from servicequality.page.html import written

# These are written from elsewhere: by the theme, and here.
WRITTEN_ANYWAY = {"viewport", "description", "generator"}


def connect(app: Sphinx) -> None:
    """Has the heads written, once it is known which pictures they name."""
    app.connect("builder-inited", draw)


def draw(app: Sphinx) -> None:
    """Draws the pictures that heads name, and has both written."""
    if app.builder.format != "html":
        return
    drawn: dict[str, Picture] = {}
    if app.config.html_baseurl:
        line = translator(app.config.language)(HEADS["card_line"])
        drawn["card"] = pictures.social_card(app.config.html_title, line)
    favicon = Path(app.srcdir, app.config.html_favicon or "")
    if favicon.suffix == ".svg":
        drawn["icon"] = pictures.touch_icon(favicon.read_text(encoding="utf-8"))
    app.connect("html-page-context", partial(add_head, drawn))
    app.connect("build-finished", partial(store, list(drawn.values())))


def store(drawn: list[Picture], app: Sphinx, exception: Exception | None) -> None:
    """Writes the pictures into the site, in place of those of an earlier build."""
    if exception is not None:
        return
    folder = Path(app.outdir, "_static")
    for kind in ("social-card", "touch-icon"):
        for old in folder.glob(f"{kind}-*.png"):
            old.unlink()
    for picture in drawn:
        (folder / picture.name).write_bytes(picture.content)


def add_head(
    drawn: dict[str, Picture],
    app: Sphinx,
    page: str,
    _template: str,
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    """Writes the head of a page."""
    icon = context["pathto"]("_static/" + drawn["icon"].name, 1) if "icon" in drawn else None
    if doctree is None:
        text, lines, context["pageurl"] = fixed(app, page), [], None
        lines.append(meta(name="robots", content="noindex"))
    else:
        text = description(page, doctree)
        title = app.env.titles[page].astext()
        lines = own_metas(doctree) + social(app, page, title, text, drawn.get("card"))
        lines.append(scripts(things_on(app.builder, page, doctree, title, text)))
        known = app.config.html_baseurl
        context["pageurl"] = absolute(app.builder, page) if known else None
    head = [meta(name="description", content=text)] if text else []
    head += [
        meta(name="color-scheme", content="light dark"),
        *[
            meta(
                name="theme-color",
                media=f"(prefers-color-scheme: {theme})",
                content=colour("paper", theme),
            )
            for theme in ("light", "dark")
        ],
    ]
    if icon:
        head.append(f"<link{written({'rel': 'apple-touch-icon', 'href': icon})}>")
    context["metatags"] = "\n".join(line for line in [*head, *lines] if line)


def fixed(app: Sphinx, page: str) -> str:
    """The description of a page that Sphinx adds by itself; empty for one that is not known."""
    if page not in ("search", "genindex", "404"):
        return ""
    return translator(app.config.language)(HEADS[page]).format(course=app.config.html_title)


def own_metas(doctree: nodes.document) -> list[str]:
    """What a page's author has put into its head, without what is written anyway."""
    return [
        meta(**node.non_default_attributes())
        for node in doctree.findall(nodes.meta)
        if node.get("name") not in WRITTEN_ANYWAY
    ]


def social(app: Sphinx, page: str, title: str, text: str, card: Picture | None) -> list[str]:
    """What social networks and messengers show of a link to a page."""
    front = page == app.config.root_doc
    properties = {
        "og:type": "website" if front else "article",
        "og:site_name": app.config.html_title,
        "og:title": title,
        "og:description": text,
        "og:locale": social_locale(app.config.language),
    }
    if card is not None:
        properties |= {
            "og:url": absolute(app.builder, page),
            "og:image": f"{app.config.html_baseurl}_static/{card.name}",
            "og:image:type": "image/png",
            "og:image:width": str(pictures.WIDTH),
            "og:image:height": str(pictures.HEIGHT),
            "og:image:alt": translator(app.config.language)(HEADS["card_alt"]),
        }
    lines = [meta(property=name, content=value) for name, value in properties.items() if value]
    if card is not None:
        lines.append(meta(name="twitter:card", content="summary_large_image"))
    return lines


def social_locale(language: str) -> str:
    """A language with its territory, as Open Graph writes it: `bg_BG`."""
    # The course is written in British English.
    if language == "en":
        return "en_GB"
    code = language.replace("-", "_")
    if re.search(r"_[A-Z]{2}$", code):
        return code
    likely = get_global("likely_subtags").get(code, code).split("_")
    return "_".join([likely[0], *likely[-1:]] if len(likely) > 1 else likely)


def meta(**attributes: Any) -> str:
    """A meta element."""
    return f"<meta{written(attributes)}>"
