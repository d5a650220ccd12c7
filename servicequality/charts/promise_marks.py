"""What was promised, what was delivered and what the standard asks for, promise by promise."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import altair as alt

from servicequality.charts import theme


def promise_marks(rows: list[dict[str, Any]], texts: Mapping[str, str]) -> alt.LayerChart:
    """Up to three marks an item on the scale from 1 to 7, with a bar from delivery to promise.

    `rows` have `item` (label), `who` (`texts["promised"]`, `texts["delivered"]` or
    `texts["standard"]`), `level`, and `to_level`: where the bar of a promise ends, which is the
    level itself for the other marks. `texts["axis"]` titles the axis. The marks differ in shape as
    well as in colour, and are hollow, so that one does not hide another.
    """
    level = alt.X(
        "level:Q",
        scale=alt.Scale(domain=[1, 7]),
        axis=alt.Axis(values=[1, 2, 3, 4, 5, 6, 7], format="d", labelFlush=False),
        title=texts["axis"],
    )
    base = alt.Chart(alt.InlineData(values=rows, name="rows")).encode(
        y=alt.Y("item:N", sort=None, title=None), x=level
    )
    bars = base.mark_bar(size=10, color=theme.GAPS["G4"], opacity=0.35).encode(x2="to_level:Q")
    domain = [texts["promised"], texts["delivered"], texts["standard"]]
    # One below the other: the names have no room side by side on a phone.
    legend = alt.Legend(title=None, orient="top", direction="vertical", symbolSize=90, offset=4)
    marks = base.mark_point(size=90, strokeWidth=2.5, filled=False, opacity=1).encode(
        color=alt.Color(
            "who:N",
            scale=alt.Scale(domain=domain, range=[theme.GAPS["G4"], theme.INK, theme.GAPS["G3"]]),
            legend=legend,
        ),
        shape=alt.Shape(
            "who:N",
            scale=alt.Scale(domain=domain, range=["diamond", "circle", "square"]),
            legend=legend,
        ),
    )
    return theme.finish(bars + marks, height=340)
