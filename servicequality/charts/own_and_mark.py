"""Two marks on a line for each criterion: the own score of students, and the mark."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import altair as alt

from servicequality.charts import theme


def own_and_mark_chart(rows: list[dict[str, Any]], texts: Mapping[str, str]) -> alt.LayerChart:
    """Mean points from 0 to 3, two marks a criterion, which differ in shape as well as in colour.

    `rows` have `criterion` (label), `who` (`texts["own"]` or `texts["mark"]`) and `points`;
    `texts["axis"]` titles the axis.
    """
    criterion = alt.Y("criterion:N", sort=None, title=None)
    axis = alt.Axis(values=[0, 1, 2, 3], format="d", labelFlush=False)
    points = alt.X(
        "points:Q", scale=alt.Scale(domain=[0, 3], nice=False), axis=axis, title=texts["axis"]
    )
    who = [texts["own"], texts["mark"]]
    legend = alt.Legend(title=None, orient="top", symbolSize=90, offset=12)
    base = alt.Chart(alt.InlineData(values=rows, name="rows")).encode(y=criterion, x=points)
    between = base.mark_line(color=theme.MUTED, strokeWidth=2).encode(detail="criterion:N")
    colours = alt.Scale(domain=who, range=[theme.ACCENT, theme.INK])
    shapes = alt.Scale(domain=who, range=["diamond", "circle"])
    marks = base.mark_point(size=110, filled=True, opacity=1).encode(
        color=alt.Color("who:N", scale=colours, legend=legend),
        shape=alt.Shape("who:N", scale=shapes, legend=legend),
    )
    return theme.finish(between + marks, height=200)
