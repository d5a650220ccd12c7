"""Numbers as the reader's language writes them; `page/runtime/numbers.js` does the same."""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, localcontext

from babel import Locale, UnknownLocaleError
from babel.numbers import format_decimal

MINUS = "−"


def format_number(value: float, decimals: int, signed: bool, language: str) -> str:
    """A finite number with a fixed count of decimals, rounded half to even.

    Noise beyond twelve significant digits is dropped first, so that 0.1 + 0.2 and 0.3 look alike;
    what rounds to zero has no sign. `signed` adds a plus to positive numbers.
    """
    clean = float(f"{value:.12g}")
    if abs(clean) <= 0.5 * 10**-decimals:
        clean = 0.0
    pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
    if signed and clean > 0:
        pattern = "+" + pattern
    with localcontext() as context:
        context.rounding = ROUND_HALF_EVEN
        text = format_decimal(clean, format=pattern, locale=babel_locale(language))
    return str(text).replace("-", MINUS)


def babel_locale(language: str) -> Locale:
    """Babel's locale for a language; its base language where Babel knows no such region."""
    try:
        return Locale.parse(language.replace("-", "_"))
    except UnknownLocaleError:
        return Locale.parse(language.replace("-", "_").split("_")[0])
