"""A plan on a line of a hundred days: when each step is to be done."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import altair as alt

from servicequality.charts import theme


def plan_days(rows: list[dict[str, Any]], texts: Mapping[str, str]) -> alt.LayerChart:
    """A line for each step from day 0 to the day by which it is done, with a mark at its end.

    `rows` have `step` (label), `day` (1 to 100) and `ready`, 1 for a step without a fault; the mark
    of any other is hollow. They appear in the order given. `texts["axis"]` titles the axis.
    """
    base = alt.Chart(alt.InlineData(values=rows, name="rows")).encode(
        y=alt.Y("step:N", sort=None, title=None, scale=alt.Scale(padding=0.4)),
        x=alt.X(
            "day:Q",
            scale=alt.Scale(domain=[0, 108], nice=False),
            axis=alt.Axis(values=[0, 30, 70, 100], format="d", labelFlush=False),
            title=texts["axis"],
            stack=None,
        ),
    )
    lines = base.mark_bar(size=3, color=theme.MUTED)
    full = base.transform_filter("datum.ready === 1").mark_point(
        size=110, filled=True, opacity=1, color=theme.ACCENT
    )
    hollow = base.transform_filter("datum.ready === 0").mark_point(
        size=110, filled=False, strokeWidth=2.5, opacity=1, color=theme.INK
    )
    numbers = base.mark_text(dy=-14, fontWeight="bold").encode(text=alt.Text("day:Q", format="d"))
    return theme.finish(lines + full + hollow + numbers, height=300)
