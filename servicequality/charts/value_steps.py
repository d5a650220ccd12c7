"""From total value down to delivered value: what each cost takes away."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import altair as alt

from servicequality.charts import theme

# Room for a printed amount beyond the longest bar, in pixels.
AMOUNT_ROOM = 34


def value_steps(rows: list[dict[str, Any]], texts: Mapping[str, str]) -> alt.LayerChart:
    """Horizontal bars below each other: the whole value, each cost taken off it, what remains.

    `rows` have `step` (label), `start` and `end` (euros, where the bar begins and ends), `amount`
    (printed beside it), `cost` (whether it takes something away), and the same `lowest` and
    `highest` in each, so that two charts keep one scale. `texts["axis"]` titles the axis.
    """
    base = alt.Chart(alt.InlineData(values=rows, name="rows"))
    step = alt.Y("step:N", sort=None, title=None, axis=alt.Axis(labelLimit=120))
    euros = alt.X(
        "start:Q",
        title=texts["axis"],
        scale=alt.Scale(padding=AMOUNT_ROOM, nice=False),
        axis=alt.Axis(tickCount=4, format="d", labelFlush=False),
    )
    bars = base.mark_bar(size=16, cornerRadius=2).encode(
        y=step,
        x=euros,
        x2="end:Q",
        color=alt.condition("datum.cost > 0", alt.value(theme.MUTED), alt.value(theme.ACCENT)),
    )
    amounts = (
        base.transform_calculate(right="max(datum.start, datum.end)")
        .mark_text(align="left", dx=4, fontWeight="bold")
        .encode(
            y=step,
            x=alt.X("right:Q", title=texts["axis"]),
            text=alt.Text("amount:Q", format=",.1~f"),
        )
    )
    unseen = base.mark_point(opacity=0)
    low = unseen.encode(x=alt.X("lowest:Q", title=texts["axis"]))
    high = unseen.encode(x=alt.X("highest:Q", title=texts["axis"]))
    zero = base.mark_rule(color=theme.INK).encode(x=alt.datum(0))
    return theme.finish(bars + low + high + zero + amounts, height=220)
