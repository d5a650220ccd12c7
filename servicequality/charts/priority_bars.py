"""Bars for the ten principles: how much there is to do, and which could come first."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import altair as alt

from servicequality.charts import theme


def priority_bars(rows: list[dict[str, Any]], texts: Mapping[str, str]) -> alt.LayerChart:
    """Horizontal bars from 0 to 9, the points printed at the end of each.

    `rows` have `principle` (label), `points` (0 to 9) and `lead`, 1 for those that could be first;
    they appear in the order given. `texts["axis"]` titles the axis.
    """
    base = alt.Chart(alt.InlineData(values=rows, name="rows")).encode(
        y=alt.Y("principle:N", sort=None, title=None),
        x=alt.X(
            "points:Q",
            scale=alt.Scale(domain=[0, 9.8], nice=False),
            axis=alt.Axis(values=[0, 3, 6, 9], format="d", labelFlush=False),
            title=texts["axis"],
            stack=None,
        ),
    )
    bars = base.mark_bar(size=16, cornerRadius=2).encode(
        color=alt.condition("datum.lead === 1", alt.value(theme.ACCENT), alt.value(theme.MUTED))
    )
    numbers = base.mark_text(align="left", dx=5, fontWeight="bold").encode(
        text=alt.Text("points:Q", format="d")
    )
    return theme.finish(bars + numbers, height=320)
