"""How often each option was chosen: a bar an option, or two where a class voted twice."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import altair as alt

from servicequality.charts import theme

# Labels come with their lines apart. Here they have three, of which some may be empty, and are
# lifted so that the middle one stands beside the bar.
LINES = r"split(datum.label, '\n')"
LIFT = -15
OPTION_HEIGHT = 64
BARS_WIDTH = 360
# Room for a printed value beyond the longest bar, on a scale from 0 to 1.
ROOM = 0.22


def answer_bars(rows: list[dict[str, Any]], texts: Mapping[str, str]) -> alt.LayerChart:
    """Horizontal bars of shares, with counts and shares printed at their ends.

    `rows` have `option` (label, three lines apart by line ends), `who` (`texts["before"]` or
    `texts["now"]`), `share` (0 to 1) and `told` (what is printed); options appear in the order
    given. Where the class voted once, `texts["before"]` is empty. `texts["title"]` stands above,
    its lines apart by line ends.
    """
    data = alt.InlineData(values=rows, name="rows")
    option = alt.Y(
        "option:N",
        sort=None,
        title=None,
        axis=alt.Axis(labelExpr=LINES, labelOffset=LIFT, labelLimit=360, labelPadding=8),
        scale=alt.Scale(paddingInner=0.25),
    )
    share = alt.X(
        "share:Q", title=None, scale=alt.Scale(domain=[0, 1 + ROOM], nice=False), axis=None
    )
    who = votes(texts)
    offset = alt.YOffset("who:N", sort=who)
    base = alt.Chart(data).encode(y=option, x=share, yOffset=offset)
    bars = base.mark_bar(cornerRadius=2).encode(color=colours(texts))
    values = base.mark_text(align="left", dx=5, baseline="middle").encode(text="told:N")
    finished = theme.finish(bars + values, height=200)
    return finished.properties(
        width=BARS_WIDTH,
        height=alt.Step(OPTION_HEIGHT, **{"for": "position"}),
        autosize="pad",
        title=heading(texts),
    )


def votes(texts: Mapping[str, str]) -> list[str]:
    """Who is compared, the earlier vote first; one name where there is one vote."""
    return [name for name in (texts["before"], texts["now"]) if name]


def colours(texts: Mapping[str, str]) -> alt.Color:
    """The colours of one or two votes, with a legend where there are two."""
    who = votes(texts)
    legend = alt.Legend(title=None, orient="top", offset=8) if len(who) > 1 else None
    colour = alt.Scale(domain=who, range=[theme.MUTED, theme.ACCENT][-len(who) :])
    return alt.Color("who:N", scale=colour, legend=legend)


def heading(texts: Mapping[str, str]) -> alt.TitleParams:
    """The title of a chart that is saved as a picture; none where its text is empty."""
    return alt.TitleParams(
        text=texts["title"].split("\n") if texts["title"] else [],
        anchor="start",
        color=theme.INK,
        fontSize=15,
        offset=12,
    )
