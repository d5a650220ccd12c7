"""A figure as HTML: its picture stands in the page itself and needs no script.

The contract that tests and tools rely on: one element with `data-figure="ID"`; in it a caption
(`.sq-picture-caption`), the picture (`.sq-picture-drawing`, its description in `aria-label`), the
source (`.sq-picture-source`) and, where there is a table, `details`.
"""

from __future__ import annotations

import re
from typing import Any

from servicequality.charts.render import svg
from servicequality.declare import Picture
from servicequality.declare.fields import Translate
from servicequality.i18n.text import translator
from servicequality.page.html import to_html
from servicequality.page.words import FIGURE


def figure_html(picture: Picture, language: str = "en") -> str:
    """The page form of a figure in a language."""
    return to_html([figure_node(picture, translator(language), language)], language)


def figure_node(picture: Picture, translate: Translate, language: str) -> Any:
    """The element of a figure."""
    spec = picture.spec(translate)
    name = "sq-picture-drawing"
    if picture.is_chart:
        rows = picture.shown_rows(translate)
        markup = svg(picture.chart, spec["chart"], rows, language)
        drawing: Any = {"html": with_own_ids(markup, picture.id)}
    else:
        name += " sq-diagram"
        drawing = silent(spec["drawing"])
    parts: list[Any] = [
        ["figcaption", {"class": "sq-picture-caption"}, spec["caption"]],
        ["div", {"class": name, "role": "img", "aria-label": spec["description"]}, drawing],
        ["p", {"class": "sq-picture-source"}, f"{translate(FIGURE['source'])} ", spec["source"]],
    ]
    if table := picture.table_nodes(translate):
        scroller: Any = ["div", {"class": "sq-picture-table"}, *table]
        parts.append(["details", {}, ["summary", {}, translate(FIGURE["numbers"])], scroller])
    return ["figure", {"class": "sq-picture", "data-figure": picture.id}, *parts]


def with_own_ids(markup: str, own: str) -> str:
    """A picture's markup, its ids made different from those of other pictures on the page."""
    for found in set(re.findall(r'\bid="([^"]+)"', markup)):
        markup = markup.replace(f'id="{found}"', f'id="{own}-{found}"')
        markup = markup.replace(f"url(#{found})", f"url(#{own}-{found})")
    return markup


def silent(drawing: Any) -> Any:
    """A drawing without a name of its own: the element round it says what is to be seen."""
    tag, attributes, *children = drawing
    kept = {key: value for key, value in attributes.items() if key not in ("role", "aria-label")}
    return [tag, {**kept, "aria-hidden": "true", "focusable": "false"}, *children]
