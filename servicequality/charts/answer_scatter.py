"""Two numbers of each student against each other."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import altair as alt

from servicequality.charts import theme
from servicequality.charts.answer_bars import heading

SCATTER_WIDTH, SCATTER_HEIGHT = 560, 400
# The area of a point in square pixels, for one student to twelve and more.
SIZES = alt.Scale(domain=[1, 12], range=[90, 900], clamp=True)


def answer_scatter(rows: list[dict[str, Any]], texts: Mapping[str, str]) -> alt.LayerChart:
    """A point for each pair of numbers, the larger the more students entered it.

    `rows` have `x`, `y` and `count` (students); two rows with a count of 0 say where the axes begin
    and end. `texts` holds `x` and `y`, the titles of the axes, and `title` as for `answer_bars`;
    where it holds `equal`, a line from corner to corner shows where both numbers are the same.
    """
    data = alt.InlineData(values=rows, name="rows")
    axis = alt.Axis(labelFlush=False, tickCount=6)
    near = alt.Scale(zero=False, padding=16)
    points = (
        alt.Chart(data)
        .transform_filter("datum.count > 0")
        .mark_point(filled=True, color=theme.ACCENT, opacity=0.75, stroke=theme.INK, strokeWidth=1)
        .encode(
            x=alt.X("x:Q", title=texts["x"], scale=near, axis=axis),
            y=alt.Y("y:Q", title=texts["y"], scale=near, axis=axis),
            size=alt.Size("count:Q", legend=None, scale=SIZES),
        )
    )
    equal = (
        alt.Chart(data)
        .transform_filter("datum.count == 0")
        .mark_line(color=theme.MUTED, strokeDash=[6, 4], opacity=1 if texts.get("equal") else 0)
        .encode(x="x:Q", y="y:Q")
    )
    several = (
        alt.Chart(data)
        .transform_filter("datum.count > 1")
        .mark_text(dx=14, dy=-10, align="left")
        .encode(x="x:Q", y="y:Q", text="count:Q")
    )
    return theme.finish(equal + points + several, height=SCATTER_HEIGHT).properties(
        width=SCATTER_WIDTH, title=heading(texts)
    )
