"""Two bars for each kind of cost: this year and next year."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import altair as alt

from servicequality.charts import theme


def cost_pairs(rows: list[dict[str, Any]], texts: Mapping[str, str]) -> alt.LayerChart:
    """Horizontal bars, two a kind, the amount printed at the end of each.

    `rows` have `kind` (label), `year` (`texts["first"]` or `texts["second"]`) and `amount`; kinds
    appear in the order given. `texts["axis"]` titles the axis. The first year's bars are only
    outlined and the second's are filled.
    """
    domain = [texts["first"], texts["second"]]
    legend = alt.Legend(title=None, orient="top", symbolType="square", symbolSize=120, offset=4)
    base = alt.Chart(alt.InlineData(values=rows, name="rows")).encode(
        y=alt.Y("kind:N", sort=None, title=None, scale=alt.Scale(paddingInner=0.35)),
        yOffset=alt.YOffset("year:N", sort=domain),
        x=alt.X(
            "amount:Q",
            title=texts["axis"],
            stack=None,
            scale=alt.Scale(domainMin=0, nice=False),
            axis=alt.Axis(tickCount=5, labelFlush=False),
        ),
    )
    bars = base.mark_bar(strokeWidth=1.5, stroke=theme.ACCENT).encode(
        fill=alt.Fill(
            "year:N",
            scale=alt.Scale(domain=domain, range=["transparent", theme.ACCENT]),
            legend=legend,
        )
    )
    amounts = base.mark_text(align="left", dx=4, fontWeight="bold").encode(
        text=alt.Text("amount:Q", format=".0f")
    )
    # Unseen points leave room for the amounts.
    room = (
        base.transform_calculate(room="1.18 * datum.amount")
        .mark_point(opacity=0, color=theme.INK)
        .encode(x=alt.X("room:Q", title=texts["axis"]))
    )
    return theme.finish(bars + room + amounts, height=260)
