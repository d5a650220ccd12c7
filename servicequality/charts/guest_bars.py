"""How many guests, of all who were asked: one bar for each of a list of things."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import altair as alt

from servicequality.charts import theme

ASKED = 120


def guest_bars(rows: list[dict[str, Any]], texts: Mapping[str, str]) -> alt.LayerChart:
    """Horizontal bars from 0 to 120 guests, the number printed at the end of each.

    `rows` have `attribute` (label) and `guests`; they appear in the order given. `texts["axis"]`
    titles the axis.
    """
    attribute = alt.Y("attribute:N", sort=None, title=None, axis=alt.Axis(labelLimit=150))
    guests = alt.X(
        "guests:Q",
        scale=alt.Scale(domain=[0, 1.15 * ASKED], nice=False),
        axis=alt.Axis(values=[0, 30, 60, 90, ASKED], format="d"),
        title=texts["axis"],
        stack=None,
    )
    base = alt.Chart(alt.InlineData(values=rows, name="rows")).encode(y=attribute, x=guests)
    bars = base.mark_bar(size=14, cornerRadius=2, color=theme.ACCENT)
    labels = base.mark_text(align="left", dx=4, fontWeight="bold").encode(text="guests:Q")
    return theme.finish(bars + labels, height=290)
