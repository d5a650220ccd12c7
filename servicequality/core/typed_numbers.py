"""Reading a number that a person typed, whatever the habits of their country."""

from __future__ import annotations

from servicequality.core.values import Problem

# Below 10**15 a whole number and its division by a power of ten are exact on both Pythons.
MOST_DIGITS = 15
DIGITS = "0123456789"
# Space, tab, line breaks; no-break, en, em, figure, thin, hair and narrow no-break space.
SPACES = " \t\r\n\u00a0\u2002\u2003\u2007\u2009\u200a\u202f"
CURRENCIES = "€$£"
# Hyphen, minus sign, and the dashes that keyboards put in a minus sign's place.
MINUSES = "-\u2212\u2010\u2011\u2013"


def read_number(text: str, unit: str = "") -> list[float]:
    """The numbers that a typed text may mean, the likeliest first.

    Decimals stand after a point or a comma, and thousands may be set apart by spaces, points or
    commas. Before or after the number may stand its `unit` or the sign of a currency, and after it
    `%`. Two texts can be read in two ways, and neither is guessed at: `1,250` is 1.25 or 1250, and
    `40 %` is 40 or, where the unit has no `%`, 0.4. Raises Problem for anything else, with one of
    the messages `number_missing`, `number_unreadable`, `number_extra` (a number with more around
    it) and `number_too_long`.
    """
    rest = trimmed([" " if character in SPACES else character for character in text])
    if not rest:
        raise Problem("number_missing")
    sign, rest = without_sign(rest)
    bare, percent = without_unit(rest, unit)
    if sign == "":
        sign, bare = without_sign(bare)
    digits = [character for character in bare if character in DIGITS]
    if not digits:
        raise Problem("number_unreadable")
    for character in bare:
        if character not in DIGITS + " .,":
            raise Problem("number_extra")
    if len(digits) > MOST_DIGITS:
        raise Problem("number_too_long", maximum=MOST_DIGITS)
    scaled = split_number(bare)
    if percent and "%" not in unit:
        scaled = scaled + [(whole, places + 2) for whole, places in scaled]
    values = []
    for whole, places in scaled:
        value = whole / 10**places
        values.append(-value if sign == "-" and whole > 0 else value)
    return values


def trimmed(characters: list[str]) -> list[str]:
    """Characters without the spaces at their ends."""
    start, end = 0, len(characters)
    while start < end and characters[start] == " ":
        start = start + 1
    while end > start and characters[end - 1] == " ":
        end = end - 1
    return characters[start:end]


def without_sign(characters: list[str]) -> tuple[str, list[str]]:
    """The sign before a number (`"-"`, `"+"` or none), and what follows it."""
    if characters and characters[0] in MINUSES:
        return "-", trimmed(characters[1:])
    if characters and characters[0] == "+":
        return "+", trimmed(characters[1:])
    return "", characters


def without_unit(characters: list[str], unit: str) -> tuple[list[str], bool]:
    """What remains without a unit at either end, and whether there was a `%` at the end."""
    named = [character for character in unit if character not in SPACES]
    if named:
        ended = without_end(characters, named)
        if ended is not None:
            return ended, named == ["%"]
        turned = without_end(list(reversed(characters)), list(reversed(named)))
        if turned is not None:
            return list(reversed(turned)), False
    if characters and characters[-1] == "%":
        return trimmed(characters[:-1]), True
    if characters and characters[-1] in CURRENCIES:
        return trimmed(characters[:-1]), False
    if characters and characters[0] in CURRENCIES:
        return trimmed(characters[1:]), False
    return characters, False


def without_end(characters: list[str], end: list[str]) -> list[str] | None:
    """Characters without those that they end with, whatever the spaces; None where they do not."""
    place = len(characters)
    for back in range(len(end)):
        while place > 0 and characters[place - 1] == " ":
            place = place - 1
        if place == 0 or characters[place - 1] != end[len(end) - 1 - back]:
            return None
        place = place - 1
    return trimmed(characters[:place])


def split_number(characters: list[str]) -> list[tuple[int, int]]:
    """What digits and separators may mean: whole numbers, each with its number of decimals.

    Raises Problem where they are no number.
    """
    groups = [""]
    marks: list[str] = []
    for character in characters:
        if character in DIGITS:
            groups[-1] = groups[-1] + character
        elif character == " " and marks and marks[-1] == " " and groups[-1] == "":
            continue
        else:
            marks.append(character)
            groups.append("")
    found = []
    decimals = bool(marks) and marks[-1] != " " and marks[-1] not in marks[:-1]
    if decimals and (not marks[:-1] or thousands(groups[:-1], marks[:-1])):
        found.append((int("0" + joined(groups)), len(groups[-1])))
    if not marks or (thousands(groups, marks) and groups[0][0] != "0"):
        found.append((int(joined(groups)), 0))
    if not found:
        raise Problem("number_unreadable")
    return found


def thousands(groups: list[str], marks: list[str]) -> bool:
    """Whether digits are set apart by threes, with one kind of mark between them."""
    for mark in marks:
        if mark != marks[0]:
            return False
    for group in groups[1:]:
        if len(group) != 3:
            return False
    return 1 <= len(groups[0]) <= 3


def joined(groups: list[str]) -> str:
    """Groups of digits as one text."""
    whole = ""
    for group in groups:
        whole = whole + group
    return whole
