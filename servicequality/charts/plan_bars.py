"""What a room leaves a night, for a few plans."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import altair as alt

from servicequality.charts import theme


def plan_bars(rows: list[dict[str, Any]], texts: Mapping[str, str]) -> alt.LayerChart:
    """Horizontal bars in euros from zero, the amount printed at the end of each.

    `rows` have `plan` (label) and `left`; they appear in the order given. `texts["axis"]` titles
    the axis. The axis goes to 150 euros, beyond the highest price.
    """
    plan = alt.Y("plan:N", sort=None, title=None)
    left = alt.X(
        "left:Q",
        scale=alt.Scale(domain=[0, 150], nice=False),
        axis=alt.Axis(values=[0, 25, 50, 75, 100, 125], format="d"),
        title=texts["axis"],
        stack=None,
    )
    base = alt.Chart(alt.InlineData(values=rows, name="rows")).encode(y=plan, x=left)
    bars = base.mark_bar(size=20, cornerRadius=2, color=theme.ACCENT)
    value = alt.Text("left:Q", format=".1f")
    labels = base.mark_text(align="left", dx=4, fontWeight="bold").encode(text=value)
    return theme.finish(bars + labels, height=150)
