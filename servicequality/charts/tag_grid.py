"""The tags of two readers against each other: who agreed, and what was taken for what."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import altair as alt

from servicequality.charts import theme

TAGS = [f"M{number}" for number in range(1, 11)]


def tag_grid(rows: list[dict[str, Any]], texts: Mapping[str, str]) -> alt.LayerChart:
    """A field of eleven by eleven; where both readers chose the same tag lies on the diagonal.

    `rows` have `key` and `own` (labels, `M1` to `M10` or `texts["none"]`), `count`, and `same`,
    which is 1 on the diagonal and 0 beside it. The diagonal is there in full, a count of 0 is not
    written. `texts` holds the titles `key` and `own` too.
    """
    tags = alt.Scale(domain=[*TAGS, texts["none"]], paddingInner=0.12, paddingOuter=0.06)
    axis = alt.Axis(labelAngle=0, labelFontSize=11, labelPadding=4)
    base = alt.Chart(alt.InlineData(values=rows, name="rows")).encode(
        x=alt.X("key:N", scale=tags, axis=axis, title=texts["key"]),
        y=alt.Y("own:N", scale=tags, axis=axis, title=texts["own"]),
    )
    diagonal = base.transform_filter("datum.same == 1").mark_rect(
        color="var(--sq-accent-soft)", cornerRadius=3
    )
    found = base.transform_filter("datum.count > 0")
    apart = found.transform_filter("datum.same == 0").mark_rect(
        color="transparent", stroke=theme.INK, strokeWidth=1.5, cornerRadius=3
    )
    counts = found.mark_text(fontWeight="bold").encode(text=alt.Text("count:Q", format="d"))
    return theme.finish(diagonal + apart + counts, height=330)
