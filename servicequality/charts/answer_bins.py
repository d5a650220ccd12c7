"""How numbers that a class entered are spread: a column for each value or range of values."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import altair as alt

from servicequality.charts import theme
from servicequality.charts.answer_bars import LINES, colours, heading, votes

BINS_WIDTH, BINS_HEIGHT = 620, 260


def answer_bins(rows: list[dict[str, Any]], texts: Mapping[str, str]) -> alt.LayerChart:
    """Columns of counts, side by side where a class voted twice, each count printed above.

    `rows` have `bin` (label, its lines apart by line ends), `who` (`texts["before"]` or
    `texts["now"]`) and `count`; bins appear in the order given. `texts` holds `axis` (title of the
    horizontal axis), `count` (of the vertical one), and `before`, `now` and `title` as for
    `answer_bars`.
    """
    data = alt.InlineData(values=rows, name="rows")
    place = alt.X(
        "bin:N",
        sort=None,
        title=texts["axis"],
        axis=alt.Axis(labelExpr=LINES, labelAngle=0, labelOverlap="greedy", labelFontSize=14),
        scale=alt.Scale(paddingInner=0.15),
    )
    height = alt.Y(
        "count:Q",
        title=texts["count"],
        scale=alt.Scale(nice=True, domainMin=0),
        axis=alt.Axis(tickMinStep=1, format="d", tickCount=4),
    )
    who = votes(texts)
    base = alt.Chart(data).encode(x=place, y=height, xOffset=alt.XOffset("who:N", sort=who))
    bars = base.mark_bar(cornerRadius=2).encode(color=colours(texts))
    told = (
        base.transform_filter("datum.count > 0")
        .mark_text(baseline="bottom", dy=-3)
        .encode(text="count:Q")
    )
    return theme.finish(bars + told, height=BINS_HEIGHT).properties(
        width=BINS_WIDTH, title=heading(texts)
    )
