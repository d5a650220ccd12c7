"""Which source names which reason: a grid with a mark where it does."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import altair as alt

from servicequality.charts import theme

SOURCES = ("N", "D", "K", "I", "S", "M")


def named_reasons(rows: list[dict[str, Any]], texts: Mapping[str, str]) -> alt.LayerChart:
    """Reasons from top to bottom, sources from left to right, a mark for each that is named.

    `rows` have `reason` (label; they appear in the order given), `letter`, one of six that stand
    for the sources, and `mark`: `reason`, or `consequence` where the source says that another
    reason led to it, which is drawn as a ring. `texts["axis"]` titles the sources.
    """
    reason = alt.Y("reason:N", sort=None, title=None, axis=alt.Axis(grid=True, labelLimit=200))
    source = alt.X(
        "letter:N",
        scale=alt.Scale(domain=list(SOURCES)),
        axis=alt.Axis(orient="top", labelAngle=0, grid=True, labelFontWeight="bold"),
        title=texts["axis"],
    )
    base = alt.Chart(alt.InlineData(values=rows, name="rows")).encode(y=reason, x=source)
    own = base.mark_point(
        size=150, filled=True, opacity=1, shape="diamond", color="var(--sq-shortfall)"
    ).transform_filter("datum.letter === 'N'")
    others = base.mark_point(size=150, filled=True, opacity=1, color=theme.ACCENT).transform_filter(
        "datum.letter !== 'N' && datum.mark === 'reason'"
    )
    rings = base.mark_point(
        size=120, filled=False, opacity=1, strokeWidth=2.5, color=theme.ACCENT
    ).transform_filter("datum.mark === 'consequence'")
    return theme.finish(own + others + rings, height=360)
