"""Spans of time on one line of days, one below the other."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import altair as alt

from servicequality.charts import theme


def day_ranges(rows: list[dict[str, Any]], texts: Mapping[str, str]) -> alt.LayerChart:
    """A bar from the shortest to the longest time, in days, for each span.

    `rows` have `span` (label), `span_id`, `low` and `high` (days); they appear in the order given.
    The span with the id `study` is drawn in the colour of what was measured. `texts["axis"]`
    titles the axis.
    """
    base = alt.Chart(alt.InlineData(values=rows, name="rows")).encode(
        y=alt.Y(
            "span:N",
            sort=None,
            title=None,
            axis=alt.Axis(labelPadding=8),
            scale=alt.Scale(padding=0.4),
        )
    )
    days = alt.X(
        "low:Q",
        title=texts["axis"],
        scale=alt.Scale(domain=[0, 375], nice=False),
        axis=alt.Axis(values=[0, 90, 180, 270, 365], format="d", labelFlush=False),
    )
    colour = alt.condition(
        "datum.span_id == 'study'", alt.value(theme.ACCENT), alt.value(theme.MUTED)
    )
    bars = base.mark_bar(size=16, cornerRadius=3).encode(x=days, x2="high:Q", color=colour)
    chart = alt.LayerChart(layer=[bars])
    return theme.finish(chart, height=190)
