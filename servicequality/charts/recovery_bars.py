"""Bars from zero with their values printed: justice scores, and guests lost to failures."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import altair as alt

from servicequality.charts import theme

# How far the axis reaches beyond the longest bar, whose value is printed there.
VALUE_ROOM = 1.3


def justice_bars(rows: list[dict[str, Any]], texts: Mapping[str, str]) -> alt.LayerChart:
    """Scores from 0 to 100, one bar each.

    `rows` have `justice` (label) and `score`; they appear in the order given. `texts["axis"]`
    titles the axis.
    """
    data = alt.InlineData(values=rows, name="rows")
    justice = alt.Y("justice:N", sort=None, title=None, axis=alt.Axis(labelPadding=6))
    score = alt.X(
        "score:Q",
        title=texts["axis"],
        scale=alt.Scale(domain=[0, 112], nice=False),
        axis=alt.Axis(values=[0, 25, 50, 75, 100], labelFlush=False),
    )
    base = alt.Chart(data).encode(y=justice, x=score)
    bars = base.mark_bar(size=16, cornerRadius=2, color=theme.ACCENT)
    values = base.mark_text(align="left", dx=4, fontWeight="bold").encode(
        text=alt.Text("score:Q", format=".0f")
    )
    zero = alt.Chart(data).mark_rule(color=theme.INK).encode(x=alt.datum(0))
    return theme.finish(bars + zero + values, height=150)


def lost_bars(rows: list[dict[str, Any]], texts: Mapping[str, str]) -> alt.LayerChart:
    """Guests lost in a year because of failures: as it is now, and after each change.

    `rows` have `change` (label), `change_id` and `lost`, which is negative where failures win
    guests; they appear in the order given. `texts["axis"]` titles the axis. The bar for fewer
    failures stands out, by its colour and by its place at the end.
    """
    data = alt.InlineData(values=rows, name="rows")
    change = alt.Y("change:N", sort=None, title=None, axis=alt.Axis(labelPadding=6))
    lost = alt.X(
        "lost:Q",
        title=texts["axis"],
        scale=alt.Scale(nice=False),
        stack=None,
        axis=alt.Axis(tickCount=5, labelFlush=False, format=",.0f"),
    )
    colour = alt.condition(
        "datum.change_id == 'fewer_failures'", alt.value(theme.ACCENT), alt.value(theme.MUTED)
    )
    bars = alt.Chart(data).mark_bar(size=16, cornerRadius=2).encode(y=change, x=lost, color=colour)
    values = (
        alt.Chart(data)
        .mark_text(
            align=alt.expr("datum.lost < 0 ? 'right' : 'left'"),
            dx=alt.expr("datum.lost < 0 ? -4 : 4"),
            fontWeight="bold",
        )
        .encode(y=change, x=lost, text=alt.Text("lost:Q", format=",.0f"))
    )
    # Unseen points leave room for the values, and an axis where there is nothing at all.
    room = (
        alt.Chart(data)
        .transform_calculate(room=f"{VALUE_ROOM} * datum.lost")
        .mark_point(opacity=0)
        .encode(x=alt.X("room:Q", title=texts["axis"]))
    )
    frame = alt.Chart(data).mark_point(opacity=0).encode(x=alt.datum(10))
    zero = alt.Chart(data).mark_rule(color=theme.INK).encode(x=alt.datum(0))
    return theme.finish(bars + room + frame + zero + values, height=210)
