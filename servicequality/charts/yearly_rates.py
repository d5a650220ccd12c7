"""The retention of each year: what was observed beside a constant and a rising rate."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import altair as alt

from servicequality.charts import theme


def yearly_rates(rows: list[dict[str, Any]], texts: Mapping[str, str]) -> alt.LayerChart:
    """Dots for each year's observed retention, a thick rising and a dashed constant line.

    `rows` have `year` (1 to 12), `observed`, `rising` and `constant` (percent) and `known_id`:
    filled dots (`known`) fitted the models. `texts` names the lines (`rising`, `constant`) and
    holds the titles `years` and `axis`.
    """
    year = alt.X(
        "year:Q",
        scale=alt.Scale(domain=[1, 12], nice=False),
        axis=alt.Axis(values=[1, 3, 5, 7, 9, 11], format="d", labelFlush=False),
        title=texts["years"],
    )
    base = alt.Chart(alt.InlineData(values=rows, name="rows")).encode(x=year)
    scale = alt.Scale(domain=[84, 98], zero=False, nice=False)
    axis = alt.Axis(values=[84, 88, 92, 96])
    rising = base.mark_line(strokeWidth=3, color=theme.ACCENT).encode(
        y=alt.Y("rising:Q", title=texts["axis"], axis=axis, scale=scale)
    )
    constant = base.mark_line(strokeDash=[5, 4], strokeWidth=2, color=theme.INK).encode(
        y=alt.Y("constant:Q", title=texts["axis"])
    )
    observed = alt.Y("observed:Q", title=texts["axis"])
    known = base.transform_filter("datum.known_id === 'known'").mark_point(
        filled=True, opacity=1, size=60, color=theme.INK
    )
    later = base.transform_filter("datum.known_id !== 'known'").mark_point(
        filled=False, opacity=1, size=60, strokeWidth=2, color=theme.INK
    )
    ends = base.transform_filter("datum.year == 12")
    names = []
    for line, colour in (("rising", theme.ACCENT), ("constant", theme.INK)):
        mark = ends.mark_text(align="left", dx=8, text=texts[line], color=colour)
        names.append(mark.encode(y=alt.Y(f"{line}:Q", title=texts["axis"])))
    dots = known.encode(y=observed) + later.encode(y=observed)
    return theme.finish(rising + constant + dots + names[0] + names[1], height=230)
