"""How much freedom a task allows: five contingencies, rated from 1 to 5.

That five contingencies decide is the idea of Bowen and Lawler (1992). The ratings from 1 to 5,
their sum and the limits between the four approaches are theirs too, for a firm: from memory, to be
checked. To rate a single task, what counts as an obstacle and the rule for harm are constructs of
this course.
"""

from __future__ import annotations

CONTINGENCIES = ["strategy", "tie", "task", "surprise", "people"]
LOWEST, HIGHEST = 1, 5
# The highest total of an approach.
LIMITS = [("fixed", 10), ("suggest", 15), ("job", 20), ("high", 25)]
WEAK = 2


def fit_total(ratings: list[int]) -> int:
    """The sum of five ratings from 1 to 5: 5 to 25. Raises ValueError for other ratings."""
    if len(ratings) != len(CONTINGENCIES):
        raise ValueError("five ratings are needed")
    found = 0
    for rating in ratings:
        if not LOWEST <= rating <= HIGHEST:
            raise ValueError("a rating must lie between 1 and 5")
        found = found + rating
    return found


def approach(total: int, harm: bool = False) -> str:
    """The approach that fits a total: `fixed`, `suggest`, `job` or `high`.

    Where a mistake could injure somebody (`harm`), the core of the task stays `fixed`.
    """
    if harm:
        return "fixed"
    for name, limit in LIMITS:
        if total <= limit:
            return name
    raise ValueError("a total must not be above 25")


def obstacle(ratings: list[int]) -> str:
    """The contingency that stands in the way of freedom that the total speaks for, or `none`.

    It is the lowest one, the first of several, where it is 2 or less and the total 16 or more.
    """
    if fit_total(ratings) <= LIMITS[1][1] or min(ratings) > WEAK:
        return "none"
    return CONTINGENCIES[ratings.index(min(ratings))]
