"""Attributes by how well they are done and how much they matter, in four fields."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import altair as alt

from servicequality.charts import theme

LOW, HIGH = 3.5, 6.5


def importance_grid(rows: list[dict[str, Any]], texts: Mapping[str, str]) -> alt.LayerChart:
    """A numbered mark for each attribute, its intervals as a cross, and two lines that part fields.

    `rows` have `number`, `performance` and `importance`, their intervals (`performance_low`,
    `performance_high`, `importance_low`, `importance_high`), `side` (1 where the number stands on
    the right of the mark, -1 on the left), and the same `performance_line` and `importance_line` in
    each. `texts` holds `performance` and `importance`, the titles of the axes, and the names of the
    four fields in their corners: `concentrate`, `keep_up`, `low_priority`, `overkill`.
    """
    base = alt.Chart(alt.InlineData(values=rows, name="rows"))
    # The same scales everywhere, or the axes would begin at zero.
    across = alt.Scale(domain=[LOW, HIGH], nice=False)
    upwards = alt.Scale(zero=False, padding=24)
    performance = alt.X(
        "performance:Q",
        scale=across,
        axis=alt.Axis(values=[4, 5, 6], format="d", grid=False),
        title=texts["performance"],
    )
    importance = alt.Y(
        "importance:Q",
        scale=upwards,
        axis=alt.Axis(tickCount=5, grid=False),
        title=texts["importance"],
    )
    one = base.transform_filter("datum.number === 1")
    lines = one.mark_rule(color=theme.INK, strokeDash=[4, 4]).encode(
        x=alt.X("performance_line:Q", scale=across)
    ) + one.mark_rule(color=theme.INK, strokeDash=[4, 4]).encode(
        y=alt.Y("importance_line:Q", scale=upwards)
    )
    thin = base.mark_rule(color=theme.MUTED, strokeWidth=1, opacity=0.6, clip=True)
    crosses = thin.encode(
        x=alt.X("performance_low:Q", scale=across), x2="performance_high:Q", y=importance
    ) + thin.encode(
        y=alt.Y("importance_low:Q", scale=upwards), y2="importance_high:Q", x=performance
    )
    marks = base.mark_point(size=60, filled=True, opacity=1, color=theme.ACCENT).encode(
        x=performance, y=importance
    )
    layers: alt.LayerChart = crosses + lines + marks
    sides: list[tuple[int, int, Any]] = [(1, 7, "left"), (-1, -7, "right")]
    for side, dx, align in sides:
        numbers = base.transform_filter(f"datum.side === {side}").mark_text(
            dx=dx, dy=-7, align=align, fontWeight="bold"
        )
        layers += numbers.encode(x=performance, y=importance, text="number:Q")
    corners: dict[str, tuple[Any, str, Any, str]] = {
        "concentrate": ("left", "4", "top", "2"),
        "keep_up": ("right", "width - 2", "top", "2"),
        "low_priority": ("left", "4", "bottom", "height - 3"),
        "overkill": ("right", "width - 2", "bottom", "height - 3"),
    }
    for field, (align, x, baseline, y) in corners.items():
        name = one.mark_text(align=align, baseline=baseline, color=theme.MUTED, text=texts[field])
        layers += name.encode(x=alt.value(alt.expr(x)), y=alt.value(alt.expr(y)))
    return theme.finish(layers, height=320)
