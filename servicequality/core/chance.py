"""Chance that can be repeated: the same number gives the same order on both Pythons."""

from __future__ import annotations

from typing import Any

MODULUS = 2**30


def following(seed: int) -> int:
    """The number after `seed` in a fixed sequence of whole numbers from 0 to 2**30 - 1.

    A linear congruential generator with the factors of Numerical Recipes (1664525, 1013904223). It
    meets Hull and Dobell's conditions, so it runs through all the numbers before one comes again.
    """
    return (seed * 1664525 + 1013904223) % MODULUS


def scattered(seed: int) -> int:
    """A number from 0 to 2**30 - 1 that shows no pattern where `seed` counts up or is `following`.

    High digits are folded onto low ones between steps of the sequence, so that two seeds do not
    stay at the same distance. Different seeds below 2**30 give different numbers.
    """
    for _ in range(3):
        seed = following(seed ^ (seed >> 13))
    return seed


def shuffled(entries: list[Any], seed: int) -> list[Any]:
    """Entries in an order that depends on `seed` alone (Fisher and Yates's shuffle)."""
    mixed = list(entries)
    seed = scattered(seed)
    for last in range(len(mixed) - 1, 0, -1):
        seed = following(seed)
        # The high digits: the low ones of such a sequence repeat soon.
        other = seed * (last + 1) // MODULUS
        mixed[last], mixed[other] = mixed[other], mixed[last]
    return mixed
