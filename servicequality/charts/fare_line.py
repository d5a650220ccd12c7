"""What a service brings at each price, with the reader's price and the best one marked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import altair as alt

from servicequality.charts import theme


def fare_line(rows: list[dict[str, Any]], texts: Mapping[str, str]) -> alt.LayerChart:
    """A line over prices from 0 to 15 euros, a rule at zero, and two marks with their names.

    `rows` have `mark` (`line`, `own` or `best`), `fare`, `benefit`, `name`, the words beside a
    mark, and `place`, where they stand (`above` or `below`). `texts` holds `fare` and `axis`, the
    titles of the axes.
    """
    base = alt.Chart(alt.InlineData(values=rows, name="rows"))
    fare = alt.X(
        "fare:Q",
        scale=alt.Scale(domain=[0, 15], nice=False),
        axis=alt.Axis(values=[0, 3, 6, 9, 12, 15], format="d", labelFlush=False),
        title=texts["fare"],
    )
    axis = alt.Axis(tickCount=5, format=",d")
    benefit = alt.Y("benefit:Q", title=texts["axis"], axis=axis)
    zero = base.mark_rule(color=theme.INK, strokeDash=[4, 4]).encode(y=alt.datum(0))
    line = (
        base.transform_filter("datum.mark === 'line'")
        .mark_line(color=theme.MUTED, strokeWidth=2)
        .encode(x=fare, y=benefit)
    )
    best = base.transform_filter("datum.mark === 'best'")
    own = base.transform_filter("datum.mark === 'own'")
    best_mark = best.mark_point(
        shape="diamond", size=170, filled=False, strokeWidth=2.5, opacity=1, color=theme.INK
    ).encode(x=fare, y=benefit)
    own_mark = own.mark_point(
        shape="circle", size=90, filled=True, opacity=1, color=theme.ACCENT
    ).encode(x=fare, y=benefit)
    # Names lean towards the middle of the chart.
    side = alt.expr("datum.fare > 11 ? 'right' : datum.fare < 4 ? 'left' : 'center'")
    beside = alt.expr("datum.place === 'above' ? 2 : datum.fare < 4 ? 14 : 0")
    below = alt.expr("datum.place === 'above' ? -24 : 18")
    best_name = best.mark_text(align=side, dy=-16, color=theme.INK).encode(
        x=fare, y=benefit, text="name:N"
    )
    own_name = own.mark_text(
        align=side, dx=beside, dy=below, fontWeight="bold", color=theme.ACCENT
    ).encode(x=fare, y=benefit, text="name:N")
    return theme.finish(zero + line + best_mark + own_mark + best_name + own_name, height=250)
