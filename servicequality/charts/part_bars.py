"""Parts of a whole as bars, the percent beside each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import altair as alt

from servicequality.charts import theme


def part_bars(rows: list[dict[str, Any]], texts: Mapping[str, str]) -> alt.LayerChart:
    """One bar a part, in the order given; the part that `marked` names (1) stands out.

    `rows` have `part` (label), `share` (percent) and `marked` (1 or 0). `texts["axis"]` titles the
    axis.
    """
    part = alt.Y("part:N", sort=None, title=None, scale=alt.Scale(padding=0.3))
    share = alt.X(
        "share:Q",
        scale=alt.Scale(domain=[0, 70], nice=False),
        axis=alt.Axis(values=[0, 20, 40, 60], format="d", labelFlush=False),
        title=texts["axis"],
    )
    base = alt.Chart(alt.InlineData(values=rows, name="rows")).encode(y=part, x=share)
    bars = base.mark_bar().encode(
        color=alt.condition(
            "datum.marked === 1", alt.value("var(--sq-shortfall)"), alt.value(theme.MUTED)
        )
    )
    numbers = base.mark_text(align="left", dx=6).encode(text=alt.Text("share:Q", format=".1f"))
    return theme.finish(bars + numbers, height=170)
