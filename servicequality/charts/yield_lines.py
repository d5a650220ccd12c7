"""What is left of good orders from step to step, in two forms of organisation."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import altair as alt

from servicequality.charts import theme

# Column, dashes, width, shape, colour: the lines differ in more than colour.
LINES = (
    ("today", [1, 0], 2, "circle", theme.INK),
    ("host", [6, 3], 3, "square", theme.ACCENT),
)


def yield_lines(rows: list[dict[str, Any]], texts: Mapping[str, str]) -> alt.LayerChart:
    """Two lines through the shares after each step, each named at its end.

    `rows` have `place` (1, 2 …), `today` and `host` (percent) and, in the last row alone,
    `COLUMN_label`, where the name of each line stands; the others hold −1 there. `texts` holds the
    names by column, and the titles `steps` and `axis`.
    """
    place = alt.X(
        "place:Q",
        scale=alt.Scale(domainMin=1, nice=False),
        axis=alt.Axis(tickMinStep=1, format="d", grid=False),
        title=texts["steps"],
    )
    base = alt.Chart(alt.InlineData(values=rows, name="rows")).encode(x=place)
    layers: list[alt.Chart] = []
    for column, dashes, width, shape, colour in LINES:
        share = alt.Y(
            f"{column}:Q",
            scale=alt.Scale(domainMax=100, zero=False, nice=False),
            axis=alt.Axis(tickCount=5, format="d"),
            title=texts["axis"],
        )
        line = base.mark_line(strokeDash=dashes, strokeWidth=width, color=colour)
        layers.append(line.encode(y=share))
        points = base.mark_point(size=45, shape=shape, filled=True, opacity=1, color=colour)
        layers.append(points.encode(y=share))
        ends = base.transform_filter(f"datum.{column}_label >= 0")
        name = ends.mark_text(align="left", dx=8, text=texts[column], color=colour)
        layers.append(name.encode(y=alt.Y(f"{column}_label:Q", title=texts["axis"])))
    return theme.finish(alt.LayerChart(layer=layers), height=260)
