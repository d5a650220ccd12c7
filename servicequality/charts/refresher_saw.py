"""What a team still has of a training over a year, with refreshers in between."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import altair as alt

from servicequality.charts import theme


def refresher_saw(rows: list[dict[str, Any]], texts: Mapping[str, str]) -> alt.LayerChart:
    """Two saw-toothed lines from 0 to 100 over twelve months, and the level to be kept.

    `rows` have `line` (`texts["team"]`, thick, `texts["stayers"]`, dotted, or `texts["level"]`,
    dashed), `month`, `left` (percent) and `step` (their order along the line). `texts` also holds
    the titles `month` and `axis`.
    """
    domain = [texts["team"], texts["stayers"], texts["level"]]
    legend = alt.Legend(title=None, orient="top", direction="vertical", symbolSize=200, offset=4)
    lines = (
        alt.Chart(alt.InlineData(values=rows, name="rows"))
        .mark_line()
        .encode(
            x=alt.X(
                "month:Q",
                title=texts["month"],
                scale=alt.Scale(domain=[0, 12], nice=False),
                axis=alt.Axis(values=[0, 2, 4, 6, 8, 10, 12], format="d", labelFlush=False),
            ),
            y=alt.Y(
                "left:Q",
                title=texts["axis"],
                scale=alt.Scale(domain=[0, 100], nice=False),
                axis=alt.Axis(values=[0, 20, 40, 60, 80, 100], format="d"),
            ),
            order=alt.Order("step:Q"),
            color=alt.Color(
                "line:N",
                scale=alt.Scale(domain=domain, range=[theme.ACCENT, theme.INK, theme.INK]),
                legend=legend,
            ),
            strokeDash=alt.StrokeDash(
                "line:N",
                scale=alt.Scale(domain=domain, range=[[1, 0], [2, 3], [8, 4]]),
                legend=legend,
            ),
            strokeWidth=alt.StrokeWidth(
                "line:N", scale=alt.Scale(domain=domain, range=[3.5, 1.5, 1.5]), legend=legend
            ),
        )
    )
    return theme.finish(alt.LayerChart(layer=[lines]), height=290)
