"""A campaign and a habit over the weeks of a year, with the week in which somebody looks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import altair as alt

from servicequality.charts import theme


def two_courses(rows: list[dict[str, Any]], texts: Mapping[str, str]) -> alt.LayerChart:
    """Two lines over weeks 1 to 52, a dashed one that fades and a thick one that grows.

    `rows` have `week`, `campaign` and `habit`; the row of the week in which somebody looks has
    `look` = 1, all others 0. The last row also has, as `COLUMN_label`, where the name of each line
    stands. `texts` names the lines (`campaign`, `habit`) and the look (`look`), and holds the
    titles `weeks` and `axis`.
    """
    week = alt.X(
        "week:Q",
        scale=alt.Scale(domain=[1, 52], nice=False),
        axis=alt.Axis(values=[1, 13, 26, 39, 52], format="d", labelFlush=False),
        title=texts["weeks"],
    )
    base = alt.Chart(alt.InlineData(values=rows, name="rows")).encode(x=week)
    counts = alt.Axis(tickCount=5, format="d")
    campaign = base.mark_line(strokeDash=[5, 4], strokeWidth=2, color=theme.INK).encode(
        y=alt.Y("campaign:Q", title=texts["axis"], axis=counts, scale=alt.Scale(zero=True))
    )
    habit = base.mark_line(strokeWidth=3.5, color=theme.ACCENT).encode(
        y=alt.Y("habit:Q", title=texts["axis"])
    )
    look = base.transform_filter("datum.look == 1")
    rule = look.mark_rule(color=theme.MUTED, strokeWidth=1.5)
    # Beside the rule, on the side where there is room.
    top = alt.value(0)
    early = look.transform_filter("datum.week <= 26").mark_text(
        align="left", dx=4, dy=8, text=texts["look"], color=theme.MUTED
    )
    late = look.transform_filter("datum.week > 26").mark_text(
        align="right", dx=-4, dy=8, text=texts["look"], color=theme.MUTED
    )
    ends = base.transform_filter("datum.week == 52")
    names = []
    for line, colour in (("campaign", theme.INK), ("habit", theme.ACCENT)):
        place = alt.Y(f"{line}_label:Q", title=texts["axis"])
        mark = ends.mark_text(align="left", dx=6, text=texts[line], color=colour)
        names.append(mark.encode(y=place))
    return theme.finish(
        rule + campaign + habit + names[0] + names[1] + early.encode(y=top) + late.encode(y=top),
        height=240,
    )
