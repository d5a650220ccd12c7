"""Two marks on a line for each item: the points that two groups of guests give it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import altair as alt

from servicequality.charts import theme

MOST = 25


def point_pairs(rows: list[dict[str, Any]], texts: Mapping[str, str]) -> alt.LayerChart:
    """Points from 0 to 25, two marks an item, joined by a line.

    `rows` have `item` (label), `who` (`texts["first"]` or `texts["second"]`) and `points`; items
    appear in the order given. `texts["axis"]` titles the axis. The marks differ in shape as well
    as in colour.
    """
    item = alt.Y("item:N", sort=None, title=None)
    points = alt.X(
        "points:Q",
        scale=alt.Scale(domain=[0, MOST], nice=False),
        axis=alt.Axis(values=[0, 5, 10, 15, 20, MOST], format="d", labelFlush=False),
        title=texts["axis"],
    )
    domain = [texts["first"], texts["second"]]
    legend = alt.Legend(title=None, orient="top", direction="vertical", symbolSize=90, offset=4)
    base = alt.Chart(alt.InlineData(values=rows, name="rows"))
    lines = base.mark_line(color=theme.MUTED, strokeWidth=2).encode(
        y=item, x=points, detail="item:N"
    )
    colours = alt.Scale(domain=domain, range=[theme.ACCENT, "var(--sq-shortfall)"])
    marks = base.mark_point(size=90, filled=True, opacity=1).encode(
        y=item,
        x=points,
        color=alt.Color("who:N", scale=colours, legend=legend),
        shape=alt.Shape(
            "who:N", scale=alt.Scale(domain=domain, range=["diamond", "circle"]), legend=legend
        ),
    )
    return theme.finish(lines + marks, height=340)
