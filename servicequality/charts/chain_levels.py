"""Four levels of the service-profit chain over the months, one after the other."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import altair as alt

from servicequality.charts import theme

# Column, dashes, width, colour: each line differs in more than colour.
LINES = (
    ("satisfaction", [1, 0], 3.5, theme.ACCENT),
    ("competence", [1, 3], 2.5, theme.INK),
    ("quality", [8, 3], 2, theme.INK),
    ("guest_satisfaction", [1, 0], 1.5, theme.INK),
)


def chain_levels(rows: list[dict[str, Any]], texts: Mapping[str, str]) -> alt.LayerChart:
    """Lines from month 0 to 36 on the scale from 0 to 100, each named at its end.

    `rows` have `month` and the four levels; the last one also has, as `COLUMN_label`, where the
    name of each stands. `texts` holds the names by column, and the titles `months` and `axis`.
    """
    month = alt.X(
        "month:Q",
        scale=alt.Scale(domain=[0, 36]),
        axis=alt.Axis(values=[0, 6, 12, 18, 24, 30, 36], format="d"),
        title=texts["months"],
    )
    base = alt.Chart(alt.InlineData(values=rows, name="rows")).encode(x=month)
    ends = base.transform_filter("datum.month == 36")
    layers: list[alt.Chart] = []
    for column, dashes, width, colour in LINES:
        level = alt.Y(
            f"{column}:Q",
            scale=alt.Scale(domain=[0, 100]),
            axis=alt.Axis(values=[0, 20, 40, 60, 80, 100], format="d"),
            title=texts["axis"],
        )
        line = base.mark_line(
            interpolate="monotone", strokeDash=dashes, strokeWidth=width, color=colour
        )
        layers.append(line.encode(y=level))
        place = alt.Y(f"{column}_label:Q", title=texts["axis"])
        name = ends.mark_text(align="left", dx=6, text=texts[column], color=colour)
        layers.append(name.encode(y=place))
    return theme.finish(alt.LayerChart(layer=layers), height=280)
