"""What two guests have brought so far, year by year: who pays back first, who overtakes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import altair as alt

from servicequality.charts import theme


def value_years(rows: list[dict[str, Any]], texts: Mapping[str, str]) -> alt.LayerChart:
    """Two lines over years 0 to 12, a thick and a dashed one, and a rule at zero.

    `rows` have `year`, `first` and `second`; the last one also has, as `COLUMN_label`, where the
    name of each line stands. `texts` names the lines (`first`, `second`) and holds the titles
    `years` and `axis`.
    """
    year = alt.X(
        "year:Q",
        scale=alt.Scale(domain=[0, 12], nice=False),
        axis=alt.Axis(values=[0, 2, 4, 6, 8, 10, 12], format="d", labelFlush=False),
        title=texts["years"],
    )
    base = alt.Chart(alt.InlineData(values=rows, name="rows")).encode(x=year)
    axis = alt.Axis(tickCount=5, format=",d")
    zero = base.mark_rule(color=theme.INK).encode(y=alt.datum(0))
    first = base.mark_line(strokeWidth=3.5, color=theme.ACCENT).encode(
        y=alt.Y("first:Q", title=texts["axis"], axis=axis)
    )
    second = base.mark_line(strokeDash=[5, 4], strokeWidth=2, color=theme.INK).encode(
        y=alt.Y("second:Q", title=texts["axis"])
    )
    ends = base.transform_filter("datum.year == 12")
    names = []
    for line, colour in (("first", theme.ACCENT), ("second", theme.INK)):
        place = alt.Y(f"{line}_label:Q", title=texts["axis"])
        mark = ends.mark_text(align="left", dx=6, text=texts[line], color=colour)
        names.append(mark.encode(y=place))
    return theme.finish(zero + first + second + names[0] + names[1], height=250)
