"""The average wait for three ways of serving, over the share of guests who need more time."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import altair as alt

from servicequality.charts import theme

LONGEST = 20


def wait_curves(rows: list[dict[str, Any]], texts: Mapping[str, str]) -> alt.LayerChart:
    """Three lines over the share of guests, and a mark on each at the chosen share.

    `rows` have `way` (`texts["conveyor"]`, `texts["personal"]` or `texts["both"]`), `variety`
    (percent), `wait` (minutes, up to 20) and `mark`: `line`, or `chosen` for the marks. `texts`
    also holds the titles `variety` and `axis`.
    """
    domain = [texts["conveyor"], texts["personal"], texts["both"]]
    legend = alt.Legend(
        title=None,
        orient="top",
        direction="vertical",
        symbolSize=200,
        offset=4,
        labelLimit=240,
    )
    colour = alt.Scale(domain=domain, range=[theme.INK, theme.ACCENT, "var(--sq-debate)"])
    base = alt.Chart(alt.InlineData(values=rows, name="rows")).encode(
        x=alt.X(
            "variety:Q",
            title=texts["variety"],
            scale=alt.Scale(domain=[0, 60]),
            axis=alt.Axis(values=[0, 10, 20, 30, 40, 50, 60], format="d", labelFlush=False),
        ),
        y=alt.Y(
            "wait:Q",
            title=texts["axis"],
            scale=alt.Scale(domain=[0, LONGEST]),
            axis=alt.Axis(values=[0, 5, 10, 15, LONGEST], format="d"),
        ),
    )
    lines = (
        base.transform_filter("datum.mark === 'line'")
        .mark_line(strokeWidth=2.5)
        .encode(
            color=alt.Color("way:N", scale=colour, legend=legend),
            strokeDash=alt.StrokeDash(
                "way:N",
                scale=alt.Scale(domain=domain, range=[[2, 3], [1, 0], [7, 4]]),
                legend=legend,
            ),
        )
    )
    chosen = (
        base.transform_filter("datum.mark === 'chosen'")
        .mark_point(size=90, filled=True, opacity=1)
        .encode(color=alt.Color("way:N", scale=colour, legend=None))
    )
    return theme.finish(lines + chosen, height=280)
