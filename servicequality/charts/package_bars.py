"""What guests get under each package: one bar each, in two parts, with the sum at its end."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import altair as alt

from servicequality.charts import theme


def package_bars(rows: list[dict[str, Any]], texts: Mapping[str, str]) -> alt.LayerChart:
    """Horizontal bars from 0 to 100: counted work and, behind it, care; the sum in bold.

    `rows` have `package` (label), `part` (`texts["counted"]` or `texts["care"]`), `points` (0 to
    100) and `sum` (0 to 100, the same in both rows of a package); they appear in the order given,
    the counted part first. `texts["axis"]` titles the axis.
    """
    domain = [texts["counted"], texts["care"]]
    package = alt.Y("package:N", sort=None, title=None, axis=alt.Axis(labelPadding=6))
    scale = alt.Scale(domain=[0, 100], nice=False)
    axis = alt.Axis(values=[0, 25, 50, 75, 100], format="d", labelFlush=False)
    data = alt.Chart(alt.InlineData(values=rows, name="rows"))
    legend = alt.Legend(
        title=None,
        orient="top",
        direction="vertical",
        symbolType="square",
        symbolSize=120,
        offset=4,
        labelLimit=280,
    )
    bars = data.mark_bar(size=18, stroke=theme.ACCENT, strokeWidth=1.5).encode(
        y=package,
        x=alt.X("points:Q", stack="zero", scale=scale, axis=axis, title=texts["axis"]),
        fill=alt.Fill(
            "part:N",
            scale=alt.Scale(domain=domain, range=[theme.ACCENT, "transparent"]),
            legend=legend,
        ),
        order=alt.Order("place:Q"),
    )
    sums = (
        data.transform_filter("datum.place == 0")
        .mark_text(align="left", dx=5, fontWeight="bold")
        .encode(
            y=package,
            x=alt.X("sum:Q", scale=scale, title=texts["axis"]),
            text=alt.Text("sum:Q", format=".1f"),
        )
    )
    return theme.finish(bars + sums, height=290)
