"""Signed bars: what each effect adds to profit or takes from it, and all of them together."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import altair as alt

from servicequality.charts import theme
from servicequality.charts.gap_bars import SIGNED


def effect_bars(rows: list[dict[str, Any]], texts: Mapping[str, str]) -> alt.LayerChart:
    """Horizontal bars from zero, the amount printed at the end of each.

    `rows` have `effect` (label), `effect_id` and `amount`; they appear in the order given.
    `texts["axis"]` titles the axis. The bar `together` stands out by its colour and its place.
    """
    data = alt.InlineData(values=rows, name="rows")
    effect = alt.Y("effect:N", sort=None, title=None, axis=alt.Axis(labelPadding=6))
    amount = alt.X(
        "amount:Q",
        title=texts["axis"],
        stack=None,
        scale=alt.Scale(nice=False),
        axis=alt.Axis(tickCount=4, labelFlush=False, labelExpr=SIGNED.format("value")),
    )
    colour = alt.condition(
        "datum.effect_id == 'together'", alt.value(theme.ACCENT), alt.value(theme.MUTED)
    )
    base = alt.Chart(data)
    bars = base.mark_bar(size=18, cornerRadius=2).encode(y=effect, x=amount, color=colour)
    values = (
        base.transform_calculate(shown="round(10 * datum.amount) / 10")
        .transform_calculate(text=SIGNED.format("shown"))
        .mark_text(
            align=alt.expr("datum.amount < 0 ? 'right' : 'left'"),
            dx=alt.expr("datum.amount < 0 ? -4 : 4"),
            fontWeight="bold",
        )
        .encode(y=effect, x=amount, text="text:N")
    )
    # Unseen points leave room for the amounts, and an axis where there is nothing at all.
    room = (
        base.transform_calculate(room="1.6 * datum.amount")
        .mark_point(opacity=0, color=theme.INK)
        .encode(x=alt.X("room:Q", title=texts["axis"]))
    )
    frame = base.mark_point(opacity=0, color=theme.INK).encode(x=alt.datum(-10))
    other = base.mark_point(opacity=0, color=theme.INK).encode(x=alt.datum(10))
    zero = base.mark_rule(color=theme.INK).encode(x=alt.datum(0))
    return theme.finish(bars + room + frame + other + zero + values, height=190)
