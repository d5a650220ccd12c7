"""Charts as a page needs them: a picture that needs no script, and a Vega specification."""

from __future__ import annotations

import json
import re
from typing import Any

import vl_convert

from servicequality.declare import Chart


def vega(chart: Chart, spec: dict[str, Any], rows: list[dict[str, Any]]) -> dict[str, Any]:
    """The Vega specification of a chart view; its data set `rows` holds the rows shown.

    `spec` is the view's specification (for its translated texts).
    """
    drawn = chart.draw(rows, spec["texts"]).to_dict()
    compiled: dict[str, Any] = vl_convert.vegalite_to_vega(json.dumps(drawn), vl_version="6.4")
    return compiled


def svg(chart: Chart, spec: dict[str, Any], rows: list[dict[str, Any]]) -> str:
    """The chart as an SVG element, to stand inside HTML; scripts and outside fonts are not needed.

    It is hidden from assistive technology, which reads the chart's summary instead.
    """
    picture: str = vl_convert.vega_to_svg(json.dumps(vega(chart, spec, rows)))
    return re.sub(r"<svg ", '<svg aria-hidden="true" focusable="false" ', picture, count=1)
