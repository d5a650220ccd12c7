"""Guests a year over five years, as things are and with another share that comes back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import altair as alt

from servicequality.charts import theme


def guest_years(rows: list[dict[str, Any]], texts: Mapping[str, str]) -> alt.LayerChart:
    """Two lines from zero over years 0 to 5: a dashed one as now, a thick one if better.

    `rows` have `year`, `now` and `better`; the last one also has, as `COLUMN_label`, where the name
    of each line stands. `texts` names the lines (`now`, `better`) and holds the titles `years` and
    `axis`.
    """
    year = alt.X(
        "year:Q",
        scale=alt.Scale(domain=[0, 5], nice=False),
        axis=alt.Axis(values=[0, 1, 2, 3, 4, 5], format="d", labelFlush=False),
        title=texts["years"],
    )
    base = alt.Chart(alt.InlineData(values=rows, name="rows")).encode(x=year)
    guests = alt.Axis(tickCount=5, format=",d")
    now = base.mark_line(strokeDash=[5, 4], strokeWidth=2, color=theme.INK).encode(
        y=alt.Y("now:Q", title=texts["axis"], axis=guests, scale=alt.Scale(zero=True))
    )
    better = base.mark_line(strokeWidth=3.5, color=theme.ACCENT).encode(
        y=alt.Y("better:Q", title=texts["axis"])
    )
    ends = base.transform_filter("datum.year == 5")
    names = []
    for line, colour in (("now", theme.INK), ("better", theme.ACCENT)):
        place = alt.Y(f"{line}_label:Q", title=texts["axis"])
        mark = ends.mark_text(align="left", dx=6, text=texts[line], color=colour)
        names.append(mark.encode(y=place))
    return theme.finish(now + better + names[0] + names[1], height=230)
