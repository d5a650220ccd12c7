"""How far two people who sort the same things agree, beyond what chance would bring.

Source: J. Cohen (1960), “A coefficient of agreement for nominal scales”. Each thing gets one label
from each of the two.
"""

from __future__ import annotations

from servicequality.core.numbers import compare


def observed_agreement(left: list[str], right: list[str]) -> float:
    """The share of things that got the same label from both, from 0 to 1.

    `left` and `right` are ids of labels, one for each thing, in the same order. Raises ValueError
    where the lists differ in length or are empty.
    """
    if len(left) != len(right):
        raise ValueError("both must have a label for each thing")
    if len(left) == 0:
        raise ValueError("agreement needs at least one thing")
    same = 0
    for position in range(len(left)):
        if left[position] == right[position]:
            same = same + 1
    return same / len(left)


def chance_agreement(left: list[str], right: list[str]) -> float:
    """The share of equal labels to expect if both kept how often they use each label, and dealt
    the labels out blindly: Σ (share on the left · share on the right), from 0 to 1.

    Takes and raises what `observed_agreement` does.
    """
    size = len(left)
    observed_agreement(left, right)  # refuses what does not fit
    pairs = 0
    for label in left:
        for other in right:
            if label == other:
                pairs = pairs + 1
    return pairs / (size * size)


def cohens_kappa(left: list[str], right: list[str]) -> float | None:
    """Cohen's kappa: (observed − chance) / (1 − chance), at most 1; 0 is agreement as by chance.

    None where it is not defined: both used one and the same label for everything, so that chance
    alone gives full agreement and 0 would be divided by 0. Takes and raises what
    `observed_agreement` does.
    """
    observed, chance = observed_agreement(left, right), chance_agreement(left, right)
    if compare(chance, 1.0) >= 0:
        return None
    return (observed - chance) / (1 - chance)
