"""What a limit for employees gains a year: a curve that rises, is flat at its top, and falls."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import altair as alt

from servicequality.charts import theme


def limit_curve(rows: list[dict[str, Any]], texts: Mapping[str, str]) -> alt.LayerChart:
    """The gain over the limit, with marks at the best limit and at the chosen one.

    `rows` have `limit` and `gain` (euros; a year's gain) and `mark`: `line`, or `best` or `chosen`
    for single points. `texts` holds the titles `limit` and `axis` and the words `best` and
    `chosen`.
    """
    bare = alt.Chart(alt.InlineData(values=rows, name="rows"))
    base = bare.encode(
        x=alt.X(
            "limit:Q",
            title=texts["limit"],
            scale=alt.Scale(nice=False, zero=True),
            axis=alt.Axis(tickCount=5, format="d", labelFlush=False, grid=False, offset=6),
        ),
        y=alt.Y(
            "gain:Q", title=texts["axis"], scale=alt.Scale(padding=26), axis=alt.Axis(tickCount=5)
        ),
    )
    line = base.transform_filter("datum.mark === 'line'").mark_line(
        strokeWidth=2.5, color=theme.MUTED
    )
    zero = bare.mark_rule(color=theme.INK).encode(y=alt.datum(0))
    best = base.transform_filter("datum.mark === 'best'")
    ring = best.mark_point(size=150, shape="diamond", strokeWidth=2.5, color=theme.ACCENT)
    word = best.mark_text(
        dy=-16,
        text=texts["best"],
        fontWeight="bold",
        align=alt.expr("datum.right === 1 ? 'right' : 'center'"),
    )
    chosen = base.transform_filter("datum.mark === 'chosen'")
    dot = chosen.mark_point(size=110, filled=True, opacity=1, color=theme.INK)
    own = chosen.mark_text(
        dy=18,
        text=texts["chosen"],
        align=alt.expr("datum.right === 1 ? 'right' : datum.right === -1 ? 'left' : 'center'"),
    )
    return theme.finish(line + zero + ring + word + dot + own, height=270)
