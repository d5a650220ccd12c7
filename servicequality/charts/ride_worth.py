"""What a service is worth to guests of several kinds, beside what it costs the hotel."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import altair as alt

from servicequality.charts import theme


def ride_worth(rows: list[dict[str, Any]], texts: Mapping[str, str]) -> alt.LayerChart:
    """A bar for each segment, a dashed line at the cost, who decides by it below the bar.

    `rows` have `segment`, `worth` and `cost` (euros), `riders` and `by_free` (guests). `texts`
    holds `axis`, `cost` (the name of the line), and `free` and `of`, the words round two numbers.
    """
    base = alt.Chart(alt.InlineData(values=rows, name="rows"))
    scale = alt.Scale(paddingInner=0.7, paddingOuter=0.45)
    segment = alt.Y("segment:N", sort=None, title=None, axis=None, scale=scale)
    worth = alt.X(
        "worth:Q",
        title=texts["axis"],
        scale=alt.Scale(domain=[0, 15]),
        axis=alt.Axis(values=[0, 3, 6, 9, 12, 15], format="d", labelFlush=False),
    )
    bars = base.mark_bar(color=theme.ACCENT, cornerRadius=2).encode(y=segment, x=worth)
    # At the right edge, so that the line at the cost never crosses a value.
    values = base.mark_text(align="right", fontWeight="bold").encode(
        y=segment, x=alt.datum(15), text=alt.Text("worth:Q", format=".1f")
    )
    names = base.mark_text(align="left", dy=-21).encode(y=segment, x=alt.datum(0), text="segment:N")
    said = base.transform_calculate(
        said=f"'{texts['free']} ' + datum.by_free + ' {texts['of']} ' + datum.riders"
    )
    decides = said.mark_text(align="left", dy=21, fontSize=12, color=theme.MUTED).encode(
        y=segment, x=alt.datum(0), text="said:N"
    )
    line = base.mark_rule(color=theme.INK, strokeDash=[5, 4], strokeWidth=2).encode(x="cost:Q")
    first = base.transform_window(place="row_number()").transform_filter("datum.place === 1")
    name = first.mark_text(align="center", text=texts["cost"]).encode(y=alt.value(-8), x="cost:Q")
    return theme.finish(bars + line + values + names + decides + name, height=270)
