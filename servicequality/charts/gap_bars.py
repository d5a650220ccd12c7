"""Bars to the left and right of zero: gap scores."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import altair as alt

from servicequality.charts import theme

# A plus for surplus, a minus for shortfall, and neither for zero or what is zero but for rounding.
SIGNED = "abs(datum.{0}) < 1e-9 ? '0' : format(datum.{0}, '+~f')"
# Room for a printed value beyond the longest bar, in pixels.
VALUE_ROOM = 40


def gap_bars(rows: list[dict[str, Any]], texts: Mapping[str, str]) -> alt.LayerChart:
    """Horizontal bars of gap scores, each in its gap's colour; a shortfall goes left of zero.

    `rows` have `gap` (label), `gap_id` (`G1` to `G5`) and `score` (scale points); they appear in
    the order given. `texts` holds `axis`, the title of the horizontal axis. The score is printed
    at the end of its bar, so that the colour says only which gap it is.
    """
    data = alt.InlineData(values=rows, name="rows")
    # The label in two lines, their middle at the bar's, so that a phone has room for the bars.
    label = alt.Axis(labelExpr="split(datum.label, ': ')", labelOffset=-7, labelPadding=6)
    gap = alt.Y("gap:N", sort=None, title=None, axis=label)
    score = alt.X(
        "score:Q",
        title=texts["axis"],
        scale=alt.Scale(padding=VALUE_ROOM, nice=False),
        stack=None,
        axis=alt.Axis(tickCount=5, labelFlush=False, labelExpr=SIGNED.format("value")),
    )
    colours = alt.Scale(domain=list(theme.GAPS), range=list(theme.GAPS.values()))
    bars = (
        alt.Chart(data)
        .mark_bar(size=16, cornerRadius=2)
        .encode(y=gap, x=score, color=alt.Color("gap_id:N", scale=colours, legend=None))
    )
    values = (
        alt.Chart(data)
        .transform_calculate(value=SIGNED.format("score"))
        .mark_text(
            align=alt.expr("datum.score < 0 ? 'right' : 'left'"),
            dx=alt.expr("datum.score < 0 ? -4 : 4"),
            baseline="middle",
            fontWeight="bold",
        )
        .encode(y=gap, x=score, text="value:N")
    )
    # Two unseen points keep the axis from shrinking round very small gaps.
    frame = alt.Chart(data).mark_point(opacity=0).encode(x=alt.datum(-1.5))
    frame_right = alt.Chart(data).mark_point(opacity=0).encode(x=alt.datum(1.5))
    zero = alt.Chart(data).mark_rule(color=theme.INK).encode(x=alt.datum(0))
    return theme.finish(bars + frame + frame_right + zero + values, height=210)
