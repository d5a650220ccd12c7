"""Two bars for each way a failure ends: guests who come back as it is now, and once invited."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import altair as alt

from servicequality.charts import theme


def returning_pairs(rows: list[dict[str, Any]], texts: Mapping[str, str]) -> alt.LayerChart:
    """Horizontal bars, two for each path, the number of guests printed at the end of each.

    `rows` have `path` (label), `when` (`texts["first"]` or `texts["second"]`) and `guests`; paths
    appear in the order given. `texts["axis"]` titles the axis. The first bars are only outlined and
    the second are filled.
    """
    domain = [texts["first"], texts["second"]]
    legend = alt.Legend(title=None, orient="top", symbolType="square", symbolSize=120, offset=4)
    base = alt.Chart(alt.InlineData(values=rows, name="rows")).encode(
        y=alt.Y("path:N", sort=None, title=None, scale=alt.Scale(paddingInner=0.35)),
        yOffset=alt.YOffset("when:N", sort=domain),
        x=alt.X(
            "guests:Q",
            title=texts["axis"],
            stack=None,
            scale=alt.Scale(domainMin=0, nice=False),
            axis=alt.Axis(tickCount=4, labelFlush=False, format=",.0f"),
        ),
    )
    bars = base.mark_bar(strokeWidth=1.5, stroke=theme.ACCENT).encode(
        fill=alt.Fill(
            "when:N",
            scale=alt.Scale(domain=domain, range=["transparent", theme.ACCENT]),
            legend=legend,
        )
    )
    values = base.mark_text(align="left", dx=4, fontWeight="bold").encode(
        text=alt.Text("guests:Q", format=",.0f")
    )
    # Unseen points leave room for the numbers, and an axis where nobody comes back.
    room = (
        base.transform_calculate(room="1.25 * datum.guests + 1")
        .mark_point(opacity=0)
        .encode(x=alt.X("room:Q", title=texts["axis"]))
    )
    return theme.finish(bars + room + values, height=260)
