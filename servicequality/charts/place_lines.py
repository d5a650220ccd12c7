"""A line for each item through the places it takes under several scores."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import altair as alt

from servicequality.charts import theme


def place_lines(rows: list[dict[str, Any]], texts: Mapping[str, str]) -> alt.LayerChart:
    """Places from the top, first place above; the line of the item that is followed stands out.

    `rows` have `item` (label), `score` (label), `order` (position of the score from left to right),
    `place`, `lit` (1 if the item is followed, else 0) and `last` (1 for the last score, beside
    which the item's name stands, else 0). `texts["axis"]` titles the places.
    """
    score = alt.X(
        "score:N",
        sort=alt.EncodingSortField("order"),
        # The lines end where the names begin.
        scale=alt.Scale(type="point", padding=0, range=[24, 170]),
        axis=alt.Axis(orient="top", labelAngle=0, title=None, grid=False, labelPadding=8),
    )
    place = alt.Y(
        "place:Q",
        scale=alt.Scale(reverse=True, zero=False, nice=False, padding=12),
        axis=alt.Axis(tickMinStep=1, format="d", grid=False),
        title=texts["axis"],
    )
    base = alt.Chart(alt.InlineData(values=rows, name="rows")).encode(x=score, y=place)
    tone = alt.condition("datum.lit === 1", alt.value(theme.ACCENT), alt.value(theme.MUTED))
    lines = base.mark_line().encode(
        detail="item:N",
        color=tone,
        strokeWidth=alt.condition("datum.lit === 1", alt.value(3.5), alt.value(1.2)),
    )
    marks = base.mark_point(filled=True, opacity=1).encode(
        color=tone, size=alt.condition("datum.lit === 1", alt.value(110), alt.value(40))
    )
    names = base.transform_filter("datum.last === 1").mark_text(align="left", dx=12)
    plain = names.transform_filter("datum.lit === 0").encode(text="item:N")
    lit = (
        base.transform_filter("datum.last === 1 && datum.lit === 1")
        .mark_text(align="left", dx=12, fontWeight="bold")
        .encode(text="item:N")
    )
    return theme.finish(lines + marks + plain + lit, height=300)
