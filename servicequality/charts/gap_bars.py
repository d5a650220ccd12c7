"""Bars to the left and right of zero: gap scores."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import altair as alt

from servicequality.charts import theme

# A plus for surplus, a minus for shortfall, and neither for zero.
LABELS = "datum.value === 0 ? '0' : format(datum.value, '+~f')"


def gap_bars(rows: list[dict[str, Any]], texts: Mapping[str, str]) -> alt.LayerChart:
    """Horizontal bars of gap scores; a shortfall goes left of zero.

    `rows` have `gap` (label) and `score` (scale points); they appear in the order given. `texts`
    holds `axis`, the title of the horizontal axis.
    """
    data = alt.InlineData(values=rows, name="rows")
    gap = alt.Y("gap:N", sort=None, title=None)
    bars = (
        alt.Chart(data)
        .mark_bar(size=16, cornerRadius=2)
        .encode(
            y=gap,
            x=alt.X("score:Q", title=texts["axis"], axis=alt.Axis(tickCount=5, labelExpr=LABELS)),
            color=alt.condition(
                alt.datum.score < 0, alt.value(theme.SHORTFALL), alt.value(theme.SURPLUS)
            ),
        )
    )
    # Two unseen points keep the axis from shrinking round very small gaps.
    frame = alt.Chart(data).mark_point(opacity=0).encode(x=alt.datum(-1.5))
    frame_right = alt.Chart(data).mark_point(opacity=0).encode(x=alt.datum(1.5))
    zero = alt.Chart(data).mark_rule(color=theme.INK).encode(x=alt.datum(0))
    return theme.finish(bars + frame + frame_right + zero, height=210)
