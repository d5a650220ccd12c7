"""The steps of a plan by the week in which they begin, those that come too early marked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import altair as alt

from servicequality.charts import theme

LAST = 26


def plan_weeks(rows: list[dict[str, Any]], texts: Mapping[str, str]) -> alt.LayerChart:
    """One mark a step over weeks 1 to 26, the steps in the order given.

    `rows` have `step` (label), `week` and `state` (`texts["fine"]` or `texts["early"]`). `texts`
    also titles the axis (`axis`). The marks differ in shape as well as in colour.
    """
    step = alt.Y("step:N", sort=None, title=None, axis=alt.Axis(grid=True, labelLimit=170))
    week = alt.X(
        "week:Q",
        scale=alt.Scale(domain=[0, LAST + 1], nice=False),
        axis=alt.Axis(values=[1, 5, 10, 15, 20, 25], format="d"),
        title=texts["axis"],
    )
    domain = [texts["fine"], texts["early"]]
    legend = alt.Legend(title=None, orient="top", direction="vertical", symbolSize=110, offset=4)
    base = alt.Chart(alt.InlineData(values=rows, name="rows")).encode(y=step, x=week)
    marks = base.mark_point(size=120, filled=True, opacity=1).encode(
        color=alt.Color(
            "state:N",
            scale=alt.Scale(domain=domain, range=[theme.ACCENT, "var(--sq-shortfall)"]),
            legend=legend,
        ),
        shape=alt.Shape(
            "state:N",
            scale=alt.Scale(domain=domain, range=["circle", "triangle-left"]),
            legend=legend,
        ),
    )
    weeks = base.mark_text(align="left", dx=10, fontWeight="bold").encode(text="week:Q")
    return theme.finish(marks + weeks, height=340)
