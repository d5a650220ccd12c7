"""How much profit rises with the same points of retention, from every starting retention."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import altair as alt

from servicequality.charts import theme


def rise_curve(rows: list[dict[str, Any]], texts: Mapping[str, str]) -> alt.LayerChart:
    """A line over the retention before, the reader's own point, and dashed reported figures.

    `rows` have `mark` (`line`, `own` or `reported`), `retention` (percent), `rise` (percent) and,
    for the reported ones, `name` (label). `texts` holds the titles `retention` and `axis`.
    """
    base = alt.Chart(alt.InlineData(values=rows, name="rows"))
    retention = alt.X(
        "retention:Q",
        title=texts["retention"],
        scale=alt.Scale(domain=[40, 90]),
        axis=alt.Axis(values=[40, 50, 60, 70, 80, 90], format="d", labelFlush=False),
    )
    rise = alt.Y(
        "rise:Q",
        title=texts["axis"],
        scale=alt.Scale(domain=[-50, 150], clamp=True),
        axis=alt.Axis(values=[-50, 0, 50, 100, 150], format="d"),
    )
    zero = base.mark_rule(color=theme.INK).encode(y=alt.datum(0))
    line = (
        base.transform_filter("datum.mark === 'line'")
        .mark_line(strokeWidth=2.5, color=theme.ACCENT)
        .encode(x=retention, y=rise)
    )
    own = (
        base.transform_filter("datum.mark === 'own'")
        .mark_point(size=110, filled=True, opacity=1, color=theme.INK)
        .encode(x=retention, y=rise)
    )
    reported = base.transform_filter("datum.mark === 'reported'")
    dashes = reported.mark_rule(strokeDash=[4, 4], color=theme.MUTED).encode(y=rise)
    names = reported.mark_text(align="left", dy=-8, dx=2, color=theme.MUTED, fontSize=12).encode(
        x=alt.value(0), y=rise, text="name:N"
    )
    return theme.finish(zero + dashes + names + line + own, height=280)
