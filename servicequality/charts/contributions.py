"""Bars to the left and right of zero, two for each item: what each item adds to a difference."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import altair as alt

from servicequality.charts import theme
from servicequality.charts.gap_bars import SIGNED


def contributions(rows: list[dict[str, Any]], texts: Mapping[str, str]) -> alt.LayerChart:
    """Horizontal bars of signed parts, one for each of two persons beside each item's name.

    `rows` have `item` (label), `who` (`texts["first"]` or `texts["second"]`) and `part`; items
    appear in the order given. `texts["axis"]` titles the axis. The first person's bars are filled
    and the second's are only outlined.
    """
    domain = [texts["first"], texts["second"]]
    legend = alt.Legend(title=None, orient="top", symbolType="square", symbolSize=120, offset=4)
    data = alt.InlineData(values=rows, name="rows")
    bars = (
        alt.Chart(data)
        .mark_bar(strokeWidth=1.5, stroke=theme.ACCENT)
        .encode(
            y=alt.Y("item:N", sort=None, title=None, scale=alt.Scale(paddingInner=0.35)),
            yOffset=alt.YOffset("who:N", sort=domain),
            x=alt.X(
                "part:Q",
                title=texts["axis"],
                stack=None,
                axis=alt.Axis(tickCount=5, labelFlush=False, labelExpr=SIGNED.format("value")),
            ),
            fill=alt.Fill(
                "who:N",
                scale=alt.Scale(domain=domain, range=[theme.ACCENT, "transparent"]),
                legend=legend,
            ),
        )
    )
    zero = alt.Chart(data).mark_rule(color=theme.INK).encode(x=alt.datum(0))
    # Two unseen points keep the axis from shrinking round very small parts.
    frame = alt.Chart(data).mark_point(opacity=0).encode(x=alt.datum(-0.5))
    frame_right = alt.Chart(data).mark_point(opacity=0).encode(x=alt.datum(0.5))
    return theme.finish(bars + frame + frame_right + zero, height=380)
