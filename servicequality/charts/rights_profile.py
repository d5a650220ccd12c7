"""The eight rights of one stay: kept to the right, broken to the left, as long as they weigh."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import altair as alt

from servicequality.charts import theme

# The highest weight, and room beyond it for a word.
REACH = 10


def rights_profile(rows: list[dict[str, Any]], texts: Mapping[str, str]) -> alt.LayerChart:
    """Bars right of zero for rights that were kept, left of it for broken ones.

    `rows` have `right` (label), `signed` (the weight, 1 to 5, below 0 where it was broken, 0 where
    nobody knows) and `state` (label), which is printed at the end of the bar. `texts["axis"]`
    titles the axis. The broken ones have the colour of what one can act on.
    """
    data = alt.InlineData(values=rows, name="rows")
    base = alt.Chart(data).encode(
        y=alt.Y("right:N", sort=None, title=None, axis=alt.Axis(labelPadding=6)),
        x=alt.X(
            "signed:Q",
            title=texts["axis"],
            stack=None,
            scale=alt.Scale(domain=[-REACH, REACH], nice=False),
            axis=alt.Axis(values=[-5, 0, 5], labelExpr="abs(datum.value)", labelFlush=False),
        ),
    )
    colour = alt.condition("datum.signed < 0", alt.value(theme.ACCENT), alt.value(theme.MUTED))
    bars = base.mark_bar(size=14, cornerRadius=2).encode(color=colour)
    words = base.mark_text(
        align=alt.expr("datum.signed < 0 ? 'right' : 'left'"),
        dx=alt.expr("datum.signed < 0 ? -4 : 4"),
        fontSize=12,
    ).encode(text="state:N")
    zero = alt.Chart(data).mark_rule(color=theme.INK).encode(x=alt.datum(0))
    return theme.finish(bars + words + zero, height=270)
