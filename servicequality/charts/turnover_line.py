"""What a point of employee turnover costs, by the room rate: two quoted figures and their line."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import altair as alt

from servicequality.charts import theme


def turnover_line(rows: list[dict[str, Any]], texts: Mapping[str, str]) -> alt.LayerChart:
    """Two points with their values, joined by a line that goes no further than they do.

    `rows` have `adr` (US dollars) and `cost` (US dollars a year). `texts` holds the titles `adr`
    and `axis`.
    """
    base = alt.Chart(alt.InlineData(values=rows, name="rows")).encode(
        x=alt.X(
            "adr:Q",
            title=texts["adr"],
            scale=alt.Scale(domain=[40, 150]),
            axis=alt.Axis(values=[40, 65, 100, 125, 150], format="d", labelFlush=False),
        ),
        y=alt.Y(
            "cost:Q",
            title=texts["axis"],
            scale=alt.Scale(domain=[0, 40_000]),
            axis=alt.Axis(tickCount=4, format=",d"),
        ),
    )
    line = base.mark_line(strokeWidth=2.5, color=theme.ACCENT)
    points = base.mark_point(size=110, filled=True, opacity=1, color=theme.ACCENT)
    costs = base.mark_text(align="right", dx=-10, dy=-8, fontWeight="bold").encode(
        text=alt.Text("cost:Q", format=",d")
    )
    return theme.finish(line + points + costs, height=240)
