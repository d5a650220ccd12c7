"""Profit a month after a change, beside what it would have been without."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import altair as alt

from servicequality.charts import theme


def profit_months(rows: list[dict[str, Any]], texts: Mapping[str, str]) -> alt.LayerChart:
    """Two lines over the months, in thousand euros: a thick one with the change, a dashed without.

    `rows` have `month`, `profit` and `before`; the last one also has, as `COLUMN_label`, where the
    name of each line stands. `texts` names the lines (`with`, `without`) and
    holds the titles `months` and `axis`.
    """
    month = alt.X(
        "month:Q",
        scale=alt.Scale(domain=[0, 36]),
        axis=alt.Axis(values=[0, 6, 12, 18, 24, 30, 36], format="d"),
        title=texts["months"],
    )
    base = alt.Chart(alt.InlineData(values=rows, name="rows")).encode(x=month)
    profit = alt.Y("profit:Q", title=texts["axis"], axis=alt.Axis(tickCount=6))
    before = alt.Y("before:Q", title=texts["axis"])
    zero = base.mark_rule(color=theme.LINE, strokeWidth=1.5).encode(y=alt.datum(0))
    without = base.mark_line(strokeDash=[5, 4], strokeWidth=2, color=theme.INK).encode(y=before)
    changed = base.mark_line(interpolate="monotone", strokeWidth=3.5, color=theme.ACCENT).encode(
        y=profit
    )
    ends = base.transform_filter("datum.month == 36")
    place = alt.Y("profit_label:Q", title=texts["axis"])
    other_place = alt.Y("before_label:Q", title=texts["axis"])
    names = ends.mark_text(align="left", dx=6, text=texts["with"], color=theme.ACCENT)
    others = ends.mark_text(align="left", dx=6, text=texts["without"], color=theme.INK)
    return theme.finish(
        zero + without + changed + names.encode(y=place) + others.encode(y=other_place), height=240
    )
