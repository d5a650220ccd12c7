"""Numbers as the reader's language writes them; `page/runtime/numbers.js` does the same."""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Context, Decimal, localcontext
from typing import Any

from babel import Locale, UnknownLocaleError
from babel.numbers import format_decimal, get_decimal_symbol, get_group_symbol

MINUS = "−"
# As JavaScript's toPrecision(12) has it.
TWELVE_DIGITS = Context(prec=12, rounding=ROUND_HALF_UP)
# Enough for the largest number there is, with all its digits before the decimal point.
ALL_DIGITS = 400


def format_number(value: float, decimals: int, signed: bool, language: str) -> str:
    """A finite number with a fixed count of decimals, rounded half to even.

    Noise beyond twelve significant digits is dropped first, so that 0.1 + 0.2 and 0.3 look alike;
    what rounds to zero has no sign. `signed` adds a plus to positive numbers.
    """
    clean = TWELVE_DIGITS.create_decimal(value)
    if abs(clean) <= Decimal("0.5").scaleb(-decimals):
        clean = Decimal(0)
    pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
    if signed and clean > 0:
        pattern = "+" + pattern
    with localcontext() as context:
        context.rounding = ROUND_HALF_EVEN
        context.prec = ALL_DIGITS
        text = format_decimal(clean, format=pattern, locale=babel_locale(language))
    return str(text).replace("-", MINUS)


def rounded(value: float, decimals: int) -> float:
    """The number that `format_number` writes, for a chart that writes it itself."""
    return float(round(TWELVE_DIGITS.create_decimal(value), decimals))


def chart_locale(language: str) -> dict[str, Any]:
    """The same signs for Vega, as its `config.locale`: charts write the numbers on their axes."""
    locale = babel_locale(language)
    return {
        "number": {
            "decimal": get_decimal_symbol(locale),
            "thousands": get_group_symbol(locale),
            "grouping": [3],
            "currency": ["", ""],
            "minus": MINUS,
        }
    }


def babel_locale(language: str) -> Locale:
    """Babel's locale for a language; its base language where Babel knows no such region."""
    try:
        return Locale.parse(language.replace("-", "_"))
    except UnknownLocaleError:
        return Locale.parse(language.replace("-", "_").split("_")[0])
