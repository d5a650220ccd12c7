"""The chance of a stay without a deficiency, falling with the number of its parts."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import altair as alt

from servicequality.charts import theme


def flawless_line(rows: list[dict[str, Any]], texts: Mapping[str, str]) -> alt.LayerChart:
    """Two falling lines, one for each house, and a mark where each house stands.

    `rows` have `house` (a name in `texts`), `parts` (0 to 60), `chance` (percent)
    and `here`, 1 in the one row of a house that its mark stands at. `texts` also holds the
    titles of the axes, `parts` and `chance`.
    """
    base = alt.Chart(alt.InlineData(values=rows, name="rows"))
    domain = [texts["simple"], texts["rich"]]
    legend = alt.Legend(title=None, orient="top", direction="horizontal", symbolSize=90, offset=4)
    colour = alt.Color(
        "house:N", scale=alt.Scale(domain=domain, range=[theme.INK, theme.ACCENT]), legend=legend
    )
    shape = alt.Shape(
        "house:N", scale=alt.Scale(domain=domain, range=["diamond", "circle"]), legend=legend
    )
    parts = alt.X(
        "parts:Q",
        scale=alt.Scale(domain=[0, 60]),
        axis=alt.Axis(values=[0, 10, 20, 30, 40, 50, 60], format="d", grid=False),
        title=texts["parts"],
    )
    chance = alt.Y(
        "chance:Q",
        scale=alt.Scale(domain=[0, 100]),
        axis=alt.Axis(values=[0, 25, 50, 75, 100], format="d"),
        title=texts["chance"],
    )
    # The first line falls faster as a rule, so its value stands below it.
    first = json.dumps(texts["simple"])
    lines = base.mark_line(strokeWidth=2).encode(x=parts, y=chance, color=colour)
    here = base.transform_filter("datum.here > 0")
    marks = here.mark_point(size=130, filled=True, opacity=1).encode(
        x=parts, y=chance, color=colour, shape=shape
    )
    values = here.mark_text(
        dy=alt.expr(f"datum.house === {first} ? 18 : -15"), fontWeight="bold"
    ).encode(x=parts, y=chance, text=alt.Text("chance:Q", format=".1f"))
    return theme.finish(lines + marks + values, height=260)
