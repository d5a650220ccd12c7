"""The code of a room: eight digits, read aloud and typed on any keyboard.

Digits, because letters are not the same on every keyboard (the course has a Bulgarian edition) and
B, D, P and T are one sound across a hall. Eight give 26.6 bits: who tries as often as
`servicequality.classmode.limits` lets one address try, 60 times and then once in six seconds, has
tried 960 of 100 million codes in 90 minutes, a chance of 1 in 100,000 to find the one room
that is open. What a found code opens is small: one more answer may be sent to that class.
"""

from __future__ import annotations

import math
import secrets
import unicodedata

LENGTH = 8
BITS = LENGTH * math.log2(10)
# What people type between the two halves.
BETWEEN = " \t\u00a0\u202f-\u2010\u2011\u2013."
LONGEST_TYPED = 40


def new_code() -> str:
    """A code that cannot be foreseen: `LENGTH` digits from the machine's source of chance."""
    return f"{secrets.randbelow(10**LENGTH):0{LENGTH}d}"


def read_code(typed: str) -> str | None:
    """The code that was typed, whatever stands between its digits; None where it is none.

    Digits of other scripts are taken for what they are.
    """
    if len(typed) > LONGEST_TYPED:
        return None
    digits = []
    for character in typed:
        if character in BETWEEN:
            continue
        digit = unicodedata.decimal(character, None)
        if digit is None:
            return None
        digits.append(str(digit))
    return "".join(digits) if len(digits) == LENGTH else None


def spoken(code: str) -> str:
    """A code as it is shown and read aloud: two groups of four."""
    return f"{code[:4]} {code[4:]}"
