"""Two marks on a line for each item: two levels of the same thing side by side."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import altair as alt

from servicequality.charts import theme


def level_dots(rows: list[dict[str, Any]], texts: Mapping[str, str]) -> alt.LayerChart:
    """Levels on the scale from 1 to 7, two marks an item, joined by a line.

    `rows` have `item` (label), `who` (`texts["first"]` or `texts["second"]`) and `level`; items
    appear in the order given. `texts["axis"]` titles the axis. The marks differ in shape as well
    as in colour.
    """
    item = alt.Y("item:N", sort=None, title=None)
    level = alt.X(
        "level:Q",
        scale=alt.Scale(domain=[1, 7]),
        axis=alt.Axis(tickCount=7, format="d", labelFlush=False),
        title=texts["axis"],
    )
    domain = [texts["first"], texts["second"]]
    # One below the other: the two names have no room side by side on a phone.
    legend = alt.Legend(title=None, orient="top", direction="vertical", symbolSize=90, offset=4)
    base = alt.Chart(alt.InlineData(values=rows, name="rows"))
    lines = base.mark_line(color=theme.MUTED, strokeWidth=2).encode(
        y=item, x=level, detail="item:N"
    )
    marks = base.mark_point(size=90, filled=True, opacity=1).encode(
        y=item,
        x=level,
        color=alt.Color(
            "who:N",
            scale=alt.Scale(domain=domain, range=[theme.ACCENT, theme.INK]),
            legend=legend,
        ),
        shape=alt.Shape(
            "who:N", scale=alt.Scale(domain=domain, range=["diamond", "circle"]), legend=legend
        ),
    )
    return theme.finish(lines + marks, height=340)
