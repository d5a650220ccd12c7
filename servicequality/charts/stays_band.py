"""Five stays of one guest: the zone of tolerance, what was expected and what was perceived."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import altair as alt

from servicequality.charts import theme


def stays_band(rows: list[dict[str, Any]], texts: Mapping[str, str]) -> alt.LayerChart:
    """A band for the zone, a line of diamonds for expectation, circles for perception.

    `rows` have `stay` (1 to 5), `expectation`, `perception`, and the zone's limits `low` and `high`
    (scale points, 1 to 7). `texts` holds `stays` and `axis`, the titles of the axes, and the names
    `expected`, `perceived` and `zone`.
    """
    stay = alt.X(
        "stay:Q",
        scale=alt.Scale(domain=[0.7, 5.3], nice=False),
        axis=alt.Axis(values=[1, 2, 3, 4, 5], format="d", grid=False),
        title=texts["stays"],
    )
    scale = alt.Scale(domain=[1, 7])
    ticks = alt.Axis(values=[1, 2, 3, 4, 5, 6, 7], format="d")
    base = alt.Chart(alt.InlineData(values=rows, name="rows"))
    first = base.transform_filter("datum.stay === 1")
    band = first.mark_rect(color=theme.ACCENT, opacity=0.16).encode(
        y=alt.Y("low:Q", scale=scale, axis=ticks, title=texts["axis"]), y2="high:Q"
    )
    zone = first.mark_text(
        align="left", baseline="top", dx=4, dy=4, color=theme.MUTED, text=texts["zone"]
    ).encode(x=alt.value(0), y=alt.Y("high:Q", scale=scale, title=texts["axis"]))
    expectation = alt.Y("expectation:Q", scale=scale, title=texts["axis"])
    domain = [texts["expected"], texts["perceived"]]
    legend = alt.Legend(title=None, orient="top", direction="horizontal", symbolSize=90, offset=4)
    colour = alt.Scale(domain=domain, range=[theme.INK, theme.ACCENT])
    shape = alt.Scale(domain=domain, range=["diamond", "circle"])
    line = base.mark_line(color=theme.INK, strokeDash=[5, 4]).encode(x=stay, y=expectation)
    gaps = base.mark_rule(color=theme.MUTED).encode(x=stay, y=expectation, y2="perception:Q")
    expected, perceived = (json.dumps(name) for name in domain)
    marks = (
        base.transform_fold(["expectation", "perception"], as_=["which", "level"])
        .transform_calculate(who=f"datum.which === 'expectation' ? {expected} : {perceived}")
        .mark_point(size=110, filled=True, opacity=1)
        .encode(
            x=stay,
            y=alt.Y("level:Q", scale=scale, title=texts["axis"]),
            color=alt.Color("who:N", scale=colour, legend=legend),
            shape=alt.Shape("who:N", scale=shape, legend=legend),
        )
    )
    return theme.finish(band + line + gaps + marks + zone, height=280)
