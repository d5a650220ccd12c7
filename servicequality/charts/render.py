"""Charts as a page needs them: a picture that needs no script, and a Vega specification."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import Any

import vl_convert

from servicequality.declare import Chart
from servicequality.i18n.numbers import chart_locale


def vega(
    chart: Chart, spec: dict[str, Any], rows: list[dict[str, Any]], language: str
) -> dict[str, Any]:
    """The Vega specification of a chart view; its data set `rows` holds the rows shown.

    `spec` is the view's specification (for its translated texts); numbers are written as in
    `language`. Raises ValueError for a chart whose data set is not called `rows`.
    """
    pattern = compiled(chart.draw, tuple(sorted(spec["texts"].items())), language)
    data = [
        {**part, "values": rows} if part["name"] == "rows" else part for part in pattern["data"]
    ]
    return {**pattern, "data": data}


@cache
def compiled(draw: Any, texts: tuple[tuple[str, str], ...], language: str) -> dict[str, Any]:
    """The Vega specification of a chart without rows, compiled once for each language.

    Compiling takes about as long as drawing, and a slider in class asks for a picture at each step.
    """
    drawn = draw([], dict(texts)).to_dict()
    drawn.setdefault("config", {})["locale"] = chart_locale(language)
    pattern: dict[str, Any] = vl_convert.vegalite_to_vega(json.dumps(drawn), vl_version="6.4")
    if not any(part["name"] == "rows" for part in pattern["data"]):
        raise ValueError(f"{draw.__module__}.{draw.__qualname__}: name the chart's data 'rows'.")
    return pattern


def svg(chart: Chart, spec: dict[str, Any], rows: list[dict[str, Any]], language: str) -> str:
    """The chart as an SVG element, to stand inside HTML; scripts and outside fonts are not needed.

    It is hidden from assistive technology, which reads the chart's summary instead.
    """
    picture: str = vl_convert.vega_to_svg(json.dumps(vega(chart, spec, rows, language)))
    return re.sub(r"<svg ", '<svg aria-hidden="true" focusable="false" ', picture, count=1)
