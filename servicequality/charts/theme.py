"""The look that all charts share.

Colours are variables of `servicequality/page/styles/tokens.css`, so that a chart follows light,
dark and print without being drawn again, and has no colour of its own.
"""

from __future__ import annotations

from typing import Any

import altair as alt

WIDTH = 320  # fits a 375 px phone; CSS scales the picture up on wider screens
INK = "var(--sq-ink)"
MUTED = "var(--sq-muted)"
LINE = "var(--sq-line)"
ACCENT = "var(--sq-accent)"
# One colour for each gap, by its id, wherever it is drawn.
GAPS = {f"G{number}": f"var(--sq-gap-{number})" for number in range(1, 6)}

CONFIG: dict[str, Any] = {
    "background": "transparent",
    # A font that both the build and the browser can measure; the style sheet sets the page's own.
    "font": "sans-serif",
    "view": {"stroke": None},
    "axis": {
        "labelColor": INK,
        "titleColor": MUTED,
        "labelFontSize": 13,
        "titleFontSize": 12,
        "titleFontWeight": "normal",
        "gridColor": LINE,
        "domain": False,
        "ticks": False,
        "labelLimit": 190,
    },
    "legend": {"labelColor": INK, "titleColor": MUTED, "labelFontSize": 13},
    "text": {"color": INK, "fontSize": 13},
}


def finish(chart: alt.LayerChart, height: int) -> alt.LayerChart:
    """A chart in the house style, at its final size in pixels."""
    finished: alt.LayerChart = chart.properties(
        width=WIDTH, height=height, autosize={"type": "fit", "contains": "padding"}
    ).configure(**CONFIG)
    return finished
