"""Promise, expectation and perception on one scale, and the customer gap between the last two."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import altair as alt

from servicequality.charts import theme


def promise_line(rows: list[dict[str, Any]], texts: Mapping[str, str]) -> alt.LayerChart:
    """Three marks below each other on the scale from 1 to 7, and a band that is the gap.

    `rows` have `item` (label), `level` and `from_level`: where the band of the row begins, which is
    the level itself where there is none. `texts["axis"]` titles the axis.
    """
    item = alt.Y("item:N", sort=None, title=None)
    level = alt.X(
        "level:Q",
        scale=alt.Scale(domain=[1, 7]),
        axis=alt.Axis(values=[1, 2, 3, 4, 5, 6, 7], format="d"),
        title=texts["axis"],
    )
    base = alt.Chart(alt.InlineData(values=rows, name="rows")).encode(y=item, x=level)
    band = base.mark_bar(size=14, color=theme.GAPS["G5"], opacity=0.35).encode(x2="from_level:Q")
    marks = base.mark_point(size=130, filled=True, opacity=1, color=theme.GAPS["G5"])
    value = alt.Text("level:Q", format=".1f")
    labels = base.mark_text(dy=-16, fontWeight="bold").encode(text=value)
    return theme.finish(band + marks + labels, height=170)
