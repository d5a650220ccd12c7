"""The customer gap of several services, the most important one at the top."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import altair as alt

from servicequality.charts import theme
from servicequality.charts.gap_bars import VALUE_ROOM

SIGNED = "format(datum.gap, '+.1f')"


def service_gaps(rows: list[dict[str, Any]], texts: Mapping[str, str]) -> alt.LayerChart:
    """Horizontal bars of Gap 5; a shortfall goes left of zero, a surplus right.

    `rows` have `service` (label) and `gap` (scale points); they appear in the order given.
    `texts["axis"]` titles the axis, `texts["order"]` says how they are ordered.
    """
    data = alt.InlineData(values=rows, name="rows")
    service = alt.Y(
        "service:N",
        sort=None,
        title=texts["order"],
        axis=alt.Axis(titleAngle=0, titleAlign="left", titleAnchor="start", titleX=0, titleY=-12),
    )
    gap = alt.X(
        "gap:Q",
        title=texts["axis"],
        scale=alt.Scale(padding=VALUE_ROOM, nice=False),
        axis=alt.Axis(tickCount=5, format="+.0f"),
    )
    bars = (
        alt.Chart(data)
        .mark_bar(size=14, cornerRadius=2, color=theme.GAPS["G5"])
        .encode(y=service, x=gap)
    )
    values = (
        alt.Chart(data)
        .transform_calculate(value=SIGNED)
        .mark_text(
            align=alt.expr("datum.gap < 0 ? 'right' : 'left'"),
            dx=alt.expr("datum.gap < 0 ? -4 : 4"),
            baseline="middle",
            fontWeight="bold",
        )
        .encode(y=service, x=gap, text="value:N")
    )
    zero = alt.Chart(data).mark_rule(color=theme.INK).encode(x=alt.datum(0))
    return theme.finish(bars + zero + values, height=340)
