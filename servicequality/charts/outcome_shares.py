"""How many guests perceived less than they expected, as much, or more."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import altair as alt

from servicequality.charts import theme

OUTCOMES: list[Any] = ["below", "met", "above"]


def outcome_shares(rows: list[dict[str, Any]], texts: Mapping[str, str]) -> alt.LayerChart:
    """One bar of a hundred per cent for each attribute, in three parts from left to right.

    `rows` have `attribute` (label) and the shares `below`, `met` and `above` (percent, together
    100); they appear in the order given. A share is printed where there is room. `texts` holds
    `axis`, the title of the axis, and the names of the three outcomes.
    """
    names: list[Any] = [texts[outcome] for outcome in OUTCOMES]
    known = json.dumps(dict(zip(OUTCOMES, names, strict=True)))
    base = (
        alt.Chart(alt.InlineData(values=rows, name="rows"))
        .transform_fold(OUTCOMES, as_=["which", "share"])
        .transform_calculate(
            outcome=f"{known}[datum.which]", place=f"indexof({json.dumps(OUTCOMES)}, datum.which)"
        )
    )
    attribute = alt.Y("attribute:N", sort=None, title=None, axis=alt.Axis(labelLimit=112))
    percent = alt.X(
        "share:Q",
        title=texts["axis"],
        stack="zero",
        scale=alt.Scale(domain=[0, 100]),
        axis=alt.Axis(values=[0, 25, 50, 75, 100], format="d", labelFlush=False),
    )
    legend = alt.Legend(
        title=None, orient="top", direction="vertical", symbolType="square", offset=4
    )
    colour = alt.Scale(domain=names, range=["var(--sq-shortfall)", theme.LINE, "var(--sq-surplus)"])
    bars = base.mark_bar(size=18).encode(
        y=attribute,
        x=percent,
        order="place:Q",
        color=alt.Color("outcome:N", scale=colour, legend=legend),
    )
    room = "datum.share >= 9 ? format(datum.share, '.0f') : ''"
    printed = base.transform_calculate(printed=room)
    ink = alt.condition("datum.which === 'met'", alt.value(theme.INK), alt.value("var(--sq-paper)"))
    shares = printed.mark_text(fontWeight="bold").encode(
        y=attribute,
        x=alt.X("share:Q", stack="zero", bandPosition=0.5, title=texts["axis"]),
        order="place:Q",
        detail="which:N",
        text="printed:N",
        color=ink,
    )
    return theme.finish(bars + shares, height=370)
