"""Two costs that move against each other, and their sum: the trade-off of quality costs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import altair as alt

from servicequality.charts import theme

HIGHEST = 600


def cost_curve(rows: list[dict[str, Any]], texts: Mapping[str, str]) -> alt.LayerChart:
    """Three lines over the share of errors prevented, the chosen share, and the cheapest one.

    `rows` have `line` (`texts["conformance"]`, `texts["failure"]` or `texts["total"]`), `quality`
    (percent), `amount` (thousand euros, up to 600) and `mark`: `line`, or `chosen` or `best` for
    single points of the total. `texts` also holds the titles `quality` and `axis` and the word
    `best` beside the cheapest point.
    """
    domain = [texts["conformance"], texts["failure"], texts["total"]]
    legend = alt.Legend(title=None, orient="top", direction="vertical", symbolSize=200, offset=4)
    base = alt.Chart(alt.InlineData(values=rows, name="rows")).encode(
        x=alt.X(
            "quality:Q",
            title=texts["quality"],
            scale=alt.Scale(domain=[0, 100]),
            axis=alt.Axis(tickCount=5, format="d", labelFlush=False),
        ),
        y=alt.Y(
            "amount:Q",
            title=texts["axis"],
            scale=alt.Scale(domain=[0, HIGHEST]),
            axis=alt.Axis(tickCount=6),
        ),
    )
    lines = (
        base.transform_filter("datum.mark === 'line'")
        .mark_line(strokeWidth=2.5)
        .encode(
            color=alt.Color(
                "line:N",
                scale=alt.Scale(domain=domain, range=[theme.MUTED, theme.INK, theme.ACCENT]),
                legend=legend,
            ),
            strokeDash=alt.StrokeDash(
                "line:N",
                scale=alt.Scale(domain=domain, range=[[2, 3], [7, 4], [1, 0]]),
                legend=legend,
            ),
        )
    )
    chosen = base.transform_filter("datum.mark === 'chosen'").mark_point(
        size=110, filled=True, opacity=1, color=theme.INK
    )
    best = base.transform_filter("datum.mark === 'best'")
    ring = best.mark_point(size=150, shape="diamond", strokeWidth=2.5, color=theme.ACCENT)
    word = best.mark_text(
        dy=-16,
        text=texts["best"],
        fontWeight="bold",
        align=alt.expr("datum.quality > 85 ? 'right' : 'center'"),
    )
    return theme.finish(lines + ring + word + chosen, height=270)
