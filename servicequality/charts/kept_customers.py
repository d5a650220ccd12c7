"""A group of customers year by year: how many were still there, and what two models say."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import altair as alt

from servicequality.charts import theme


def kept_customers(rows: list[dict[str, Any]], texts: Mapping[str, str]) -> alt.LayerChart:
    """Dots for what was observed, a thick and a dashed line for two models, over years 0 to 12.

    `rows` have `year`, `observed`, `rising`, `constant` (percent) and `used_id`: filled dots
    (`used`) fitted the models, hollow ones (`held_back`) did not. The last row also has, as
    `COLUMN_label`, where the name of each line stands. `texts` names the lines (`rising`,
    `constant`) and holds the titles `years` and `axis`.
    """
    year = alt.X(
        "year:Q",
        scale=alt.Scale(domain=[0, 12], nice=False),
        axis=alt.Axis(values=[0, 2, 4, 6, 8, 10, 12], format="d", labelFlush=False),
        title=texts["years"],
    )
    base = alt.Chart(alt.InlineData(values=rows, name="rows")).encode(x=year)
    scale = alt.Scale(domain=[0, 100])
    axis = alt.Axis(values=[0, 25, 50, 75, 100])
    rising = base.mark_line(strokeWidth=3, color=theme.ACCENT).encode(
        y=alt.Y("rising:Q", title=texts["axis"], axis=axis, scale=scale)
    )
    constant = base.mark_line(strokeDash=[5, 4], strokeWidth=2, color=theme.INK).encode(
        y=alt.Y("constant:Q", title=texts["axis"])
    )
    observed = alt.Y("observed:Q", title=texts["axis"])
    used = base.transform_filter("datum.used_id === 'used'").mark_point(
        filled=True, opacity=1, size=60, color=theme.INK
    )
    held_back = base.transform_filter("datum.used_id !== 'used'").mark_point(
        filled=False, opacity=1, size=60, strokeWidth=2, color=theme.INK
    )
    ends = base.transform_filter("datum.year == 12")
    names = []
    for line, colour in (("rising", theme.ACCENT), ("constant", theme.INK)):
        place = alt.Y(f"{line}_label:Q", title=texts["axis"])
        mark = ends.mark_text(align="left", dx=8, text=texts[line], color=colour)
        names.append(mark.encode(y=place))
    dots = used.encode(y=observed) + held_back.encode(y=observed)
    return theme.finish(rising + constant + dots + names[0] + names[1], height=270)
