"""Two kinds of guests, year by year: as one kind leaves, the share that stays rises."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import altair as alt

from servicequality.charts import theme


def mixed_guests(rows: list[dict[str, Any]], texts: Mapping[str, str]) -> alt.LayerChart:
    """Stacked bars of guests still coming, and above each the share that returns next year.

    `rows` have `year`, `loyal`, `restless`, `all` (guests) and `retention` (percent). `texts`
    names the kinds (`loyal`, `restless`) and holds the titles `years` and `axis`.
    """
    base = alt.Chart(alt.InlineData(values=rows, name="rows"))
    year = alt.X("year:O", title=texts["years"], axis=alt.Axis(labelAngle=0))
    loyal, restless = json.dumps(texts["loyal"]), json.dumps(texts["restless"])
    name = f"datum.value === 'loyal' ? {loyal} : {restless}"
    bars = (
        base.transform_fold(["loyal", "restless"], as_=["kind", "guests"])
        .mark_bar()
        .encode(
            x=year,
            y=alt.Y(
                "guests:Q",
                title=texts["axis"],
                stack="zero",
                scale=alt.Scale(domain=[0, 110]),
                axis=alt.Axis(values=[0, 25, 50, 75, 100]),
            ),
            order=alt.Order("kind:N"),
            color=alt.Color(
                "kind:N",
                scale=alt.Scale(domain=["loyal", "restless"], range=[theme.ACCENT, theme.MUTED]),
                legend=alt.Legend(
                    title=None,
                    orient="top",
                    direction="vertical",
                    offset=4,
                    labelExpr=name,
                    labelLimit=300,
                ),
            ),
        )
    )
    rates = (
        base.transform_calculate(shown="format(datum.retention, '.0f') + '%'")
        .mark_text(dy=-9, fontWeight="bold")
        .encode(x=year, y=alt.Y("all:Q", title=texts["axis"]), text="shown:N")
    )
    return theme.finish(bars + rates, height=300)
