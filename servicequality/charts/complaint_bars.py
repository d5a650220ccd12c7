"""Complaints by what they are about: how many, and how many of them were solved well."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import altair as alt

from servicequality.charts import theme


def complaint_bars(rows: list[dict[str, Any]], texts: Mapping[str, str]) -> alt.LayerChart:
    """An outlined bar for all complaints of a kind, filled as far as they were solved well.

    `rows` have `service` (label), `number` and `solved`; they appear in the order given. `texts`
    holds `axis`, the title of the axis, and `of`, the word between the two numbers.
    """
    base = alt.Chart(alt.InlineData(values=rows, name="rows"))
    # A long label takes two lines, so that a phone has room for the bars.
    label = alt.Axis(labelPadding=6, labelLimit=130)
    service = alt.Y("service:N", sort=None, title=None, axis=label)
    axis = alt.Axis(tickCount=4, labelFlush=False)
    number = alt.X("number:Q", title=texts["axis"], axis=axis, scale=alt.Scale(nice=False))
    every = base.mark_bar(
        size=16, cornerRadius=2, fill="transparent", stroke=theme.ACCENT, strokeWidth=1.5
    ).encode(y=service, x=alt.X("number:Q", title=texts["axis"], stack=None))
    solved = base.mark_bar(size=16, cornerRadius=2, color=theme.ACCENT).encode(
        y=service, x=alt.X("solved:Q", title=texts["axis"], stack=None)
    )
    values = (
        base.transform_calculate(text=f"datum.solved + ' {texts['of']} ' + datum.number")
        .mark_text(align="left", dx=6, fontSize=12)
        .encode(y=service, x=number, text="text:N")
    )
    room = (
        base.transform_calculate(room="1.45 * datum.number")
        .mark_point(opacity=0, color=theme.INK)
        .encode(x=alt.X("room:Q", title=texts["axis"]))
    )
    return theme.finish(every + solved + room + values, height=310)
