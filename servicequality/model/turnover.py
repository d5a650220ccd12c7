"""What staff turnover costs a hotel: the line of Simons and Hinkin (2001), 98 hotels in the US."""

from __future__ import annotations

from servicequality.core.numbers import compare

DOLLARS_PER_ADR = 525.0
INTERCEPT = 32_875.0
ZERO_AT = INTERCEPT / DOLLARS_PER_ADR
# The two average daily rates for which the article is quoted with a figure.
LOWEST_QUOTED, HIGHEST_QUOTED = 65.0, 125.0


def cost_per_point(adr: float) -> float | None:
    """US dollars of gross operating profit a year that one point more of yearly turnover costs.

    525 · ADR − 32,875, where ADR is the average daily rate in US dollars of 2001. None where the
    line would be below zero, at an ADR below 62.62: it says nothing there.
    """
    if compare(adr, ZERO_AT) < 0:
        return None
    return DOLLARS_PER_ADR * adr - INTERCEPT


def quoted(adr: float) -> bool:
    """Whether an average daily rate lies between the two for which a figure is quoted."""
    return compare(adr, LOWEST_QUOTED) >= 0 and compare(adr, HIGHEST_QUOTED) <= 0
