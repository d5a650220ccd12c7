"""The chance that a programme is still alive, over three years, for each danger and for all."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import altair as alt

from servicequality.charts import theme

# The look of each line: its colour, its dashes and its width.
LOOKS = {
    "commitment": ("var(--sq-gap-1)", [6, 3], 2.0),
    "champion": ("var(--sq-gap-2)", [2, 3], 2.0),
    "owner": ("var(--sq-gap-3)", [10, 4], 2.0),
    "all": (theme.ACCENT, [1, 0], 3.5),
}


def survival_lines(rows: list[dict[str, Any]], texts: Mapping[str, str]) -> alt.LayerChart:
    """Four lines from 100% over months 0 to 36, each named at its end.

    `rows` have `month`, and in percent `commitment`, `champion`, `owner` and `all`; the last one
    also has, as `COLUMN_label`, where the name of each line stands. `texts` names the lines and
    holds the titles `months` and `axis`.
    """
    month = alt.X(
        "month:Q",
        scale=alt.Scale(domain=[0, 36], nice=False),
        axis=alt.Axis(values=[0, 6, 12, 18, 24, 30, 36], format="d", labelFlush=False),
        title=texts["months"],
    )
    base = alt.Chart(alt.InlineData(values=rows, name="rows")).encode(x=month)
    ends = base.transform_filter("datum.month == 36")
    percent = alt.Scale(domain=[0, 100])
    lines, names = [], []
    for line, (colour, dashes, width) in LOOKS.items():
        chance = alt.Y(
            f"{line}:Q",
            title=texts["axis"],
            scale=percent,
            axis=alt.Axis(values=[0, 25, 50, 75, 100], format="d"),
        )
        lines.append(
            base.mark_line(color=colour, strokeDash=dashes, strokeWidth=width).encode(y=chance)
        )
        name = ends.mark_text(
            align="left",
            dx=6,
            text=texts[line],
            color=colour,
            fontWeight="bold" if line == "all" else "normal",
        )
        names.append(name.encode(y=alt.Y(f"{line}_label:Q", title=texts["axis"], scale=percent)))
    return theme.finish(alt.LayerChart(layer=[*lines, *names]), height=270)
