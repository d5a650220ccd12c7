"""Two marks on a line for each guest, and a bar to reach: weighted scores side by side."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import altair as alt

from servicequality.charts import theme


def score_marks(rows: list[dict[str, Any]], texts: Mapping[str, str]) -> alt.LayerChart:
    """Scores on the scale from 1 to 10, two marks a guest, and a line where the bar stands.

    `rows` have `guest` (label), `who` (`texts["first"]` or `texts["second"]`), `score` and `bar`,
    the same in all rows. `texts` also holds `axis`, the axis's title, and `bar`, the line's name.
    The marks differ in shape as well as in colour.
    """
    guest = alt.Y("guest:N", sort=None, title=None)
    scale = alt.Scale(domain=[1, 10])
    axis = alt.Axis(values=[2, 4, 6, 8, 10], format="d", labelFlush=False)
    score = alt.X("score:Q", scale=scale, axis=axis, title=texts["axis"])
    domain = [texts["first"], texts["second"]]
    legend = alt.Legend(title=None, orient="top", direction="vertical", symbolSize=90, offset=16)
    base = alt.Chart(alt.InlineData(values=rows, name="rows"))
    # One line and one name, however many rows there are.
    once = base.transform_aggregate(bar="max(bar)").encode(x=alt.X("bar:Q", scale=scale))
    line = once.mark_rule(color=theme.INK, strokeDash=[4, 3], strokeWidth=1.5)
    name = once.mark_text(dy=-8, y=0, align="center").encode(text=alt.value(texts["bar"]))
    between = base.mark_line(color=theme.MUTED, strokeWidth=2).encode(
        y=guest, x=score, detail="guest:N"
    )
    marks = base.mark_point(size=110, filled=True, opacity=1).encode(
        y=guest,
        x=score,
        color=alt.Color(
            "who:N",
            scale=alt.Scale(domain=domain, range=[theme.ACCENT, theme.INK]),
            legend=legend,
        ),
        shape=alt.Shape(
            "who:N", scale=alt.Scale(domain=domain, range=["diamond", "circle"]), legend=legend
        ),
    )
    return theme.finish(between + line + name + marks, height=210)
