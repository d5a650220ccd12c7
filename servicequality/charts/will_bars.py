"""Signed effects in standard deviations: below zero the will falls, above it rises."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import altair as alt

from servicequality.charts import theme


def will_bars(rows: list[dict[str, Any]], texts: Mapping[str, str]) -> alt.LayerChart:
    """Horizontal bars from zero, between −0.7 and 0.55, the effect printed at the end of each.

    `rows` have `reward` (label) and `effect` (in standard deviations); they appear in the order
    given. `texts["axis"]` titles the axis. Effects above zero are filled, those below outlined.
    """
    reward = alt.Y("reward:N", sort=None, title=None, axis=alt.Axis(labelPadding=6))
    signed = "replace(format({0}, '.1f'), '-', '−')"
    effect = alt.X(
        "effect:Q",
        title=texts["axis"],
        stack=None,
        scale=alt.Scale(domain=[-0.7, 0.55], nice=False),
        axis=alt.Axis(values=[-0.4, -0.2, 0, 0.2, 0.4], labelExpr=signed.format("datum.value")),
    )
    base = alt.Chart(alt.InlineData(values=rows, name="rows"))
    fill = alt.condition("datum.effect > 0", alt.value(theme.ACCENT), alt.value("transparent"))
    bars = base.mark_bar(size=20, stroke=theme.ACCENT, strokeWidth=1.5).encode(
        y=reward, x=effect, fill=fill
    )
    values = (
        base.transform_calculate(
            text="(datum.effect > 0 ? '+' : '') + replace(format(datum.effect, '.2f'), '-', '−')"
        )
        .mark_text(
            align=alt.expr("datum.effect < 0 ? 'right' : 'left'"),
            dx=alt.expr("datum.effect < 0 ? -4 : 4"),
            fontWeight="bold",
        )
        .encode(y=reward, x=effect, text="text:N")
    )
    zero = base.mark_rule(color=theme.INK).encode(x=alt.datum(0))
    return theme.finish(bars + zero + values, height=190)
