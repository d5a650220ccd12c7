"""What guests get beside what they give up: with a bill and without one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import altair as alt

from servicequality.charts import theme


def value_and_cost(rows: list[dict[str, Any]], texts: Mapping[str, str]) -> alt.LayerChart:
    """Two bars for each guest, parts side by side, the amount of each part above it.

    `rows` have `bar` (label), `part` (label; its id `value`, `bill`, `unseen` or `kept`), `start`
    and `end` (euros), and `amount`. They appear in the order given. `texts` holds `axis`, the title
    of the axis, and the names of the parts under their ids, for the legend.
    """
    base = alt.Chart(alt.InlineData(values=rows, name="rows"))
    bar = alt.Y("bar:N", sort=None, title=None, axis=alt.Axis(labelLimit=150))
    euros = alt.X(
        "start:Q",
        title=texts["axis"],
        axis=alt.Axis(tickCount=4, format="d", labelFlush=False),
    )
    ids = ["value", "bill", "unseen", "kept"]
    colours = [theme.ACCENT, theme.INK, theme.MUTED, theme.ACCENT]
    legend = alt.Legend(
        title=None, orient="top", direction="vertical", symbolType="square", offset=4
    )
    bars = base.mark_bar(size=16).encode(
        y=bar,
        x=euros,
        x2="end:Q",
        color=alt.Color(
            "part:N",
            scale=alt.Scale(domain=[texts[name] for name in ids], range=colours),
            legend=legend,
        ),
    )
    amounts = (
        base.transform_calculate(middle="(datum.start + datum.end) / 2")
        .mark_text(dy=-16, fontWeight="bold")
        .encode(y=bar, x=alt.X("middle:Q", title=texts["axis"]), text="amount:Q")
    )
    zero = base.mark_rule(color=theme.INK).encode(x=alt.datum(0))
    return theme.finish(bars + zero + amounts, height=330)
