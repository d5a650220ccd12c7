"""Where orders lose their clean record: steps and hand-offs below each other."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import altair as alt

from servicequality.charts import theme


def order_losses(rows: list[dict[str, Any]], texts: Mapping[str, str]) -> alt.LayerChart:
    """A bar for each step and hand-off, from what came in down to what is left.

    `rows` have `part` (label), `kind_id` (`step` or `hand_off`), `before` and `after` (of 100
    orders); they appear in the order given. `texts["axis"]` titles the axis.
    """
    data = alt.Chart(alt.InlineData(values=rows, name="rows"))
    part = alt.Y("part:N", sort=None, title=None, axis=alt.Axis(labelLimit=170))
    left = alt.X(
        "after:Q",
        scale=alt.Scale(domain=[55, 100]),
        axis=alt.Axis(values=[60, 70, 80, 90, 100], format="d"),
        title=texts["axis"],
    )
    scale = alt.Scale(domain=["step", "hand_off"], range=[theme.ACCENT, "var(--sq-shortfall)"])
    colour = alt.Color("kind_id:N", scale=scale, legend=None)
    base = data.encode(y=part, x=left, color=colour)
    bars = base.mark_bar(size=13).encode(x2="before:Q")
    values = base.mark_text(align="right", baseline="middle", dx=-5, fontWeight="bold").encode(
        text=alt.Text("after:Q", format=".1f")
    )
    return theme.finish(bars + values, height=380)
