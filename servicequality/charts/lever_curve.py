"""What one lever does, from nothing to its end, with and without crowding-out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import altair as alt

from servicequality.charts import theme


def lever_curve(rows: list[dict[str, Any]], texts: Mapping[str, str]) -> alt.LayerChart:
    """Two lines over a lever, and the reader's own place on the first.

    `rows` have `line` (`texts["with"]`, thick, or `texts["without"]`, dashed), `lever` (its
    amount, 0 or more), `points` and `mark` (`line` or `own`). The axis of points is cut, to show
    small differences. `texts` also holds the titles `lever` and `axis`.
    """
    domain = [texts["with"], texts["without"]]
    legend = alt.Legend(title=None, orient="top", direction="vertical", symbolSize=200, offset=4)
    base = alt.Chart(alt.InlineData(values=rows, name="rows")).encode(
        x=alt.X(
            "lever:Q",
            title=texts["lever"],
            scale=alt.Scale(nice=False),
            axis=alt.Axis(tickCount=5, format="d", labelFlush=False),
        ),
        y=alt.Y(
            "points:Q",
            title=texts["axis"],
            scale=alt.Scale(zero=False, nice=True),
            axis=alt.Axis(tickCount=5, format="d"),
        ),
    )
    lines = (
        base.transform_filter("datum.mark === 'line'")
        .mark_line()
        .encode(
            color=alt.Color(
                "line:N",
                scale=alt.Scale(domain=domain, range=[theme.ACCENT, theme.INK]),
                legend=legend,
            ),
            strokeDash=alt.StrokeDash(
                "line:N", scale=alt.Scale(domain=domain, range=[[1, 0], [6, 4]]), legend=legend
            ),
            strokeWidth=alt.StrokeWidth(
                "line:N", scale=alt.Scale(domain=domain, range=[3.5, 2]), legend=legend
            ),
        )
    )
    own = base.transform_filter("datum.mark === 'own'").mark_point(
        size=120, filled=True, opacity=1, color=theme.INK
    )
    return theme.finish(lines + own, height=250)
