"""Ratings of one service below each other, and the gap that each of them opens or closes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import altair as alt

from servicequality.charts import theme
from servicequality.charts.gap_bars import SIGNED


def rating_steps(rows: list[dict[str, Any]], texts: Mapping[str, str]) -> alt.LayerChart:
    """A mark for each rating on the scale from 1 to 7, and a band to what it is compared with.

    `rows` have `rating` (label), `level`, `compared` (the level at the band's other end), `gap`
    (label), `gap_id` (`G1` to `G5`, or `none`) and `score`; they appear in the order given.
    `texts["axis"]` titles the axis. Gap and score are printed at the left end, so that the colour
    says only which gap it is: levels should lie above 3.
    """
    data = alt.Chart(alt.InlineData(values=rows, name="rows"))
    rating = alt.Y("rating:N", sort=None, title=None, axis=alt.Axis(labelLimit=130))
    level = alt.X(
        "level:Q",
        scale=alt.Scale(domain=[1, 7]),
        axis=alt.Axis(values=[1, 2, 3, 4, 5, 6, 7], format="d"),
        title=texts["axis"],
    )
    scale = alt.Scale(domain=[*theme.GAPS, "none"], range=[*theme.GAPS.values(), theme.INK])
    colour = alt.Color("gap_id:N", scale=scale, legend=None)
    base = data.encode(y=rating, x=level, color=colour)
    bands = base.mark_bar(size=12, opacity=0.4).encode(x2="compared:Q")
    marks = base.mark_point(size=110, filled=True, opacity=1)
    values = base.mark_text(dy=-15, fontWeight="bold").encode(
        text=alt.Text("level:Q", format=".1f")
    )
    names = (
        data.transform_filter("datum.gap_id != 'none'")
        .transform_calculate(named=f"datum.gap + ': ' + ({SIGNED.format('score')})")
        .mark_text(align="left", baseline="middle")
        .encode(y=rating, x=alt.datum(1.1), color=colour, text="named:N")
    )
    return theme.finish(bands + marks + values + names, height=290)
