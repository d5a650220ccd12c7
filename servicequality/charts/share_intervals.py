"""Shares with their intervals, one below the other."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import altair as alt

from servicequality.charts import theme


def share_intervals(rows: list[dict[str, Any]], texts: Mapping[str, str]) -> alt.LayerChart:
    """A mark for the share that was found and a bar for the interval, in percent.

    `rows` have `part` (label), `share`, `low` and `high`, in the order given. `texts["axis"]`
    titles the axis.
    """
    part = alt.Y(
        "part:N",
        sort=None,
        title=None,
        scale=alt.Scale(padding=0.4),
        # A mark at 0 must not touch its label.
        axis=alt.Axis(labelPadding=12),
    )
    scale = alt.Scale(domain=[0, 100], nice=False)
    axis = alt.Axis(values=[0, 25, 50, 75, 100], format="d", labelFlush=False)
    base = alt.Chart(alt.InlineData(values=rows, name="rows")).encode(y=part)
    bars = base.mark_rule(color=theme.MUTED, strokeWidth=6, strokeCap="round", opacity=0.55).encode(
        x=alt.X("low:Q", scale=scale, axis=axis, title=texts["axis"]), x2="high:Q"
    )
    marks = base.mark_point(size=120, filled=True, opacity=1, color=theme.ACCENT).encode(
        x=alt.X("share:Q", scale=scale)
    )
    return theme.finish(bars + marks, height=190)
