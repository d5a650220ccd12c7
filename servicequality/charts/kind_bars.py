"""Bars on the scale from 1 to 10: how good each kind of quality is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import altair as alt

from servicequality.charts import theme


def kind_bars(rows: list[dict[str, Any]], texts: Mapping[str, str]) -> alt.LayerChart:
    """Horizontal bars from 0 to 10, the score printed at the end of each.

    `rows` have `kind` (label) and `score` (1 to 10); they appear in the order given.
    `texts["axis"]` titles the axis.
    """
    kind = alt.Y("kind:N", sort=None, title=None)
    score = alt.X(
        "score:Q",
        scale=alt.Scale(domain=[0, 10.5], nice=False),
        axis=alt.Axis(values=[0, 2, 4, 6, 8, 10], format="d"),
        title=texts["axis"],
        stack=None,
    )
    base = alt.Chart(alt.InlineData(values=rows, name="rows")).encode(y=kind, x=score)
    bars = base.mark_bar(size=18, cornerRadius=2, color=theme.ACCENT)
    value = alt.Text("score:Q", format=".1f")
    labels = base.mark_text(align="left", dx=4, fontWeight="bold").encode(text=value)
    return theme.finish(bars + labels, height=170)
