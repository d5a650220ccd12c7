"""How the interval of a share narrows as visits become more."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import altair as alt

from servicequality.charts import theme


def narrowing_band(rows: list[dict[str, Any]], texts: Mapping[str, str]) -> alt.LayerChart:
    """A band from the lower to the upper end of an interval, over 4 to 512 visits.

    `rows` have `visits`, `share`, `low` and `high` (percent). `texts` holds `visits` and `share`,
    the titles of the axes.
    """
    visits = alt.X(
        "visits:Q",
        scale=alt.Scale(type="log", base=2, domain=[4, 512], nice=False),
        axis=alt.Axis(values=[4, 16, 64, 256], format="d", labelFlush=False, grid=False),
        title=texts["visits"],
    )
    scale = alt.Scale(domain=[0, 100], nice=False)
    # The title lies above the axis: turned by 90 degrees, it is hard to read on a phone.
    axis = alt.Axis(
        values=[0, 25, 50, 75, 100],
        format="d",
        titleAngle=0,
        titleAlign="left",
        titleAnchor="end",
        titleX=-26,
        titleY=-16,
    )
    base = alt.Chart(alt.InlineData(values=rows, name="rows")).encode(x=visits)
    band = base.mark_area(color=theme.ACCENT, opacity=0.2).encode(
        y=alt.Y("low:Q", scale=scale, axis=axis, title=texts["share"]), y2="high:Q"
    )
    ends = base.mark_line(color=theme.ACCENT, strokeWidth=2).encode(y="low:Q") + base.mark_line(
        color=theme.ACCENT, strokeWidth=2
    ).encode(y="high:Q")
    found = base.mark_line(color=theme.INK, strokeDash=[4, 4], strokeWidth=1.5).encode(y="share:Q")
    return theme.finish(band + ends + found, height=240)
