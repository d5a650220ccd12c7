"""Tasks on the scale from 5 to 25: how much freedom each of them allows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import altair as alt

from servicequality.charts import theme


def freedom_scale(rows: list[dict[str, Any]], texts: Mapping[str, str]) -> alt.LayerChart:
    """A mark for each task, with lines where one approach ends and the next begins.

    `rows` have `task` (label), `total` (5 to 25) and `own`, 1 for the reader's task, which stands
    out by colour and shape; they appear in the order given. `texts["axis"]` titles the axis.
    """
    base = alt.Chart(alt.InlineData(values=rows, name="rows"))
    task = alt.Y("task:N", sort=None, title=None)
    scale = alt.Scale(domain=[4, 26], nice=False)
    total = alt.X(
        "total:Q",
        scale=scale,
        axis=alt.Axis(values=[5, 10, 15, 20, 25], format="d", grid=False, labelFlush=False),
        title=texts["axis"],
    )
    layers = base.mark_rule(color=theme.LINE, strokeDash=[4, 4]).encode(
        x=alt.datum(10.5, type="quantitative", scale=scale)
    )
    for limit in (15.5, 20.5):
        layers += base.mark_rule(color=theme.LINE, strokeDash=[4, 4]).encode(
            x=alt.datum(limit, type="quantitative", scale=scale)
        )
    others = base.transform_filter("datum.own === 0").mark_point(
        size=90, filled=True, opacity=1, color=theme.INK
    )
    own = base.transform_filter("datum.own === 1").mark_point(
        size=150, filled=True, opacity=1, shape="diamond", color=theme.ACCENT
    )
    numbers = base.mark_text(align="left", dx=9, fontWeight="bold").encode(text="total:Q")
    for layer in (others, own, numbers):
        layers += layer.encode(y=task, x=total)
    return theme.finish(layers, height=280)
