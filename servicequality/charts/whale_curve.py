"""Profit added up from the most to the least profitable guest: the whale curve."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import altair as alt

from servicequality.charts import theme


def whale_curve(rows: list[dict[str, Any]], texts: Mapping[str, str]) -> alt.LayerChart:
    """A line through one point for each segment, numbered by its place; a dashed line at its end.

    `rows` have `place` (0 for the origin, which gets no number), `guests` (share so far, percent)
    and `profit` (so far), in ascending order of `place`. `texts` holds `guests` and `profit`, the
    titles of the axes. Above the dashed line lies what the last segments lose.
    """
    base = alt.Chart(alt.InlineData(values=rows, name="rows"))
    guests = alt.X(
        "guests:Q",
        scale=alt.Scale(domain=[0, 100]),
        axis=alt.Axis(tickCount=5, format="d", labelFlush=False),
        title=texts["guests"],
    )
    profit = alt.Y("profit:Q", axis=alt.Axis(tickCount=5), title=texts["profit"])
    order = alt.Order("place:Q")
    zero = base.mark_rule(color=theme.INK).encode(y=alt.datum(0))
    end = (
        base.transform_joinaggregate(last="max(place)")
        .transform_filter("datum.place === datum.last")
        .mark_rule(color=theme.MUTED, strokeDash=[4, 4])
        .encode(y="profit:Q")
    )
    line = base.mark_line(color=theme.ACCENT, strokeWidth=2.5).encode(
        x=guests, y=profit, order=order
    )
    numbered = base.transform_filter("datum.place > 0")
    points = numbered.mark_point(size=60, filled=True, opacity=1, color=theme.ACCENT).encode(
        x=guests, y=profit
    )
    places = numbered.mark_text(dy=-13, fontWeight="bold").encode(
        x=guests, y=profit, text="place:Q"
    )
    return theme.finish(zero + end + line + points + places, height=270)
