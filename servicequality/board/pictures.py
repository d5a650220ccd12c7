"""Charts of the board: on its page as SVG, and saved as PNG."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import vl_convert

from servicequality.board.say import Node, Say
from servicequality.charts.render import svg, vega
from servicequality.declare import Chart
from servicequality.notebook.style import SHEETS

PNG = "image/png"
# Dots for each pixel of a chart: enough for paper.
SCALE = 3.0
TOKEN = re.compile(r"var\((--sq-[a-z0-9-]+)\)")


@dataclass(frozen=True)
class Picture:
    """A chart with what it shows: the function that draws it, its texts, its rows."""

    draw: Callable[..., Any]
    texts: Mapping[str, str]
    rows: list[dict[str, Any]]

    @property
    def chart(self) -> tuple[Chart, dict[str, Any]]:
        """The chart as it is declared, and its specification. Its texts are translated already."""
        chart = Chart(self.draw.__name__, "rows", "", self.draw, "", texts=dict(self.texts))
        return chart, chart.spec(str)

    def svg(self, language: str) -> str:
        """An SVG element that follows the colours of the page."""
        chart, spec = self.chart
        return svg(chart, spec, self.rows, language)

    def png(self, language: str) -> bytes:
        """A PNG file in the light colours, on their ground."""
        chart, spec = self.chart
        drawn = json.dumps(vega(chart, spec, self.rows, language))
        plain = TOKEN.sub(lambda match: light_tokens()[match[1]], drawn)
        specification = {**json.loads(plain), "background": light_tokens()["--sq-paper"]}
        given: bytes = vl_convert.vega_to_png(json.dumps(specification), scale=SCALE)
        return given


@cache
def light_tokens() -> dict[str, str]:
    """The course's colours in light mode, by the names of their variables."""
    sheet = (SHEETS / "tokens.css").read_text(encoding="utf-8")
    light = sheet.partition(":root {")[2].partition("}")[0]
    return dict(re.findall(r"(--sq-[a-z0-9-]+):\s*(#[0-9a-f]{6});", light))


def pictured(say: Say, picture: Picture) -> Node:
    """A chart in its place. Sentence and table beside it say the same, so it is not read out."""
    drawn = {"html": picture.svg(say.language)}
    return ["div", {"class": "sq-chart-picture sq-board-picture"}, drawn]


def link_to(content: bytes, kind: str) -> str:
    """An address that holds a file itself, so that saving it asks no server."""
    return f"data:{kind};base64,{base64.b64encode(content).decode()}"
