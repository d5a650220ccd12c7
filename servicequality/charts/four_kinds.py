"""Segments by how long guests stay and what they bring, in four fields."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import altair as alt

from servicequality.charts import theme


def four_kinds(rows: list[dict[str, Any]], texts: Mapping[str, str]) -> alt.LayerChart:
    """A numbered mark for each segment, and two lines that part the four kinds of customer.

    `rows` have `place`, `retention` (percent, 0 to 99) and `profit` (of one guest a year), and the
    same `retention_cut` and `profit_cut` in each. `texts` holds `retention` and `profit`, the
    titles of the axes, and the names of the four fields in their corners: `butterfly` above left,
    `true_friend` above right, `stranger` below left, `barnacle` below right.
    """
    base = alt.Chart(alt.InlineData(values=rows, name="rows"))
    retention = alt.X(
        "retention:Q",
        scale=alt.Scale(domain=[0, 100]),
        axis=alt.Axis(tickCount=5, format="d", labelFlush=False, grid=False),
        title=texts["retention"],
    )
    profit = alt.Y(
        "profit:Q",
        scale=alt.Scale(padding=26),
        axis=alt.Axis(tickCount=5, grid=False),
        title=texts["profit"],
    )
    one = base.transform_filter("datum.place === 1")
    cuts = one.mark_rule(color=theme.MUTED, strokeDash=[4, 4]).encode(
        x=alt.X("retention_cut:Q")
    ) + one.mark_rule(color=theme.MUTED, strokeDash=[4, 4]).encode(y=alt.Y("profit_cut:Q"))
    marks = base.mark_point(size=60, filled=True, opacity=1, color=theme.ACCENT).encode(
        x=retention, y=profit
    )
    places = base.mark_text(dx=11, fontWeight="bold").encode(x=retention, y=profit, text="place:Q")
    layers: alt.LayerChart = cuts + marks + places
    corners: dict[str, tuple[Any, str, Any, str]] = {
        "butterfly": ("left", "4", "top", "2"),
        "true_friend": ("right", "width - 4", "top", "2"),
        "stranger": ("left", "4", "bottom", "height - 3"),
        "barnacle": ("right", "width - 4", "bottom", "height - 3"),
    }
    for kind, (align, x, baseline, y) in corners.items():
        name = one.mark_text(align=align, baseline=baseline, color=theme.MUTED, text=texts[kind])
        layers += name.encode(x=alt.value(alt.expr(x)), y=alt.value(alt.expr(y)))
    return theme.finish(layers, height=300)
