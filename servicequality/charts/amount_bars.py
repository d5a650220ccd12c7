"""Bars from zero with the amount printed at the end of each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import altair as alt

from servicequality.charts import theme


def amount_bars(rows: list[dict[str, Any]], texts: Mapping[str, str]) -> alt.LayerChart:
    """Horizontal bars, prevention in the colour of what one can act on.

    `rows` have `kind` (label), `kind_id` and `amount` (0 or more); they appear in the order
    given. `texts["axis"]` titles the axis.
    """
    base = alt.Chart(alt.InlineData(values=rows, name="rows")).encode(
        y=alt.Y("kind:N", sort=None, title=None, axis=alt.Axis(labelPadding=6)),
        x=alt.X(
            "amount:Q",
            title=texts["axis"],
            stack=None,
            scale=alt.Scale(domainMin=0, nice=False),
            axis=alt.Axis(tickCount=4, labelFlush=False),
        ),
    )
    colour = alt.condition(
        "datum.kind_id == 'prevention'", alt.value(theme.ACCENT), alt.value(theme.MUTED)
    )
    bars = base.mark_bar(size=18, cornerRadius=2).encode(color=colour)
    amounts = base.mark_text(align="left", dx=4, fontWeight="bold").encode(
        text=alt.Text("amount:Q", format=",.0f")
    )
    room = (
        base.transform_calculate(room="1.2 * datum.amount")
        .mark_point(opacity=0, color=theme.INK)
        .encode(x=alt.X("room:Q", title=texts["axis"]))
    )
    return theme.finish(bars + room + amounts, height=190)
