"""What is left of a training without a refresher, for several half-lives."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import altair as alt

from servicequality.charts import theme


def decay_curves(rows: list[dict[str, Any]], texts: Mapping[str, str]) -> alt.LayerChart:
    """Four falling lines over twelve months, a level, and where each line crosses it.

    `rows` have `line` (one of `texts["speed"]`, `["mixed"]`, `["accuracy"]`, `["article"]`),
    `month`, `left` (percent) and `mark`: `line`, or `cross` for the points on the level at 80.
    `texts` also holds the titles `month` and `axis`.
    """
    domain = [texts[name] for name in ("speed", "mixed", "accuracy", "article")]
    legend = alt.Legend(
        title=None, orient="top", direction="vertical", symbolSize=300, offset=4, labelLimit=280
    )
    colour = alt.Color(
        "line:N",
        scale=alt.Scale(domain=domain, range=[theme.MUTED, theme.INK, theme.ACCENT, theme.ACCENT]),
        legend=legend,
    )
    dash = alt.StrokeDash(
        "line:N",
        scale=alt.Scale(domain=domain, range=[[7, 4], [1, 0], [10, 3, 2, 3], [2, 3]]),
        legend=legend,
    )
    base = alt.Chart(alt.InlineData(values=rows, name="rows"))
    month = alt.X(
        "month:Q",
        title=texts["month"],
        scale=alt.Scale(domain=[0, 12], nice=False),
        axis=alt.Axis(values=[0, 2, 4, 6, 8, 10, 12], format="d", labelFlush=False),
    )
    scale = alt.Scale(domain=[0, 100], nice=False)
    axis = alt.Axis(values=[0, 20, 40, 60, 80, 100], format="d")
    left = alt.Y("left:Q", title=texts["axis"], scale=scale, axis=axis)
    level = alt.YDatum(80, title=texts["axis"], scale=scale, axis=axis)
    rule = base.mark_rule(color=theme.MUTED, strokeWidth=1.5).encode(y=level)
    lines = (
        base.transform_filter("datum.mark === 'line'")
        .mark_line(strokeWidth=2.5, interpolate="monotone")
        .encode(x=month, y=left, color=colour, strokeDash=dash)
    )
    crosses = (
        base.transform_filter("datum.mark === 'cross'")
        .mark_point(size=90, filled=True, opacity=1, color=theme.INK)
        .encode(x=month, y=left)
    )
    return theme.finish(rule + lines + crosses, height=320)
