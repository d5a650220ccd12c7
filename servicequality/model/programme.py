"""The self-audit of a quality programme: points, places, what waits for what, and a plan's order.

The ten principles are those of the course source (nine) and of its textbook (the tenth). The scale,
the points and the order in which principles need each other are constructs of this course.
"""

from __future__ import annotations

PRINCIPLES = [
    "leadership",
    "marketing",
    "needs",
    "team",
    "operations",
    "freedom",
    "technology",
    "people",
    "standards",
    "feedback",
]
# A principle and the one that has to be practised first, at least in some teams.
NEEDS_FIRST = {
    "marketing": "needs",
    "freedom": "people",
    "technology": "operations",
    "standards": "needs",
    "feedback": "standards",
}
NOTHING, WORDS, SOMEWHERE, EVERYWHERE = 0, 1, 2, 3


def counted(seen: int, has_evidence: bool) -> int:
    """What a rating from 0 (nothing to show) to 3 (practised everywhere) counts for.

    Without evidence it counts for no more than 1, words only.
    """
    return seen if has_evidence else min(seen, WORDS)


def priority(rating: int, importance: int) -> int:
    """The points of a principle, 0 to 9: its importance (1 to 3) times what a rating lacks to 3."""
    return importance * (EVERYWHERE - rating)


def places(points: list[int]) -> list[int]:
    """The place of each, 1 for the most points; those with as many points share a place."""
    return [1 + len([other for other in points if other > own]) for own in points]


def leaders(points: list[int]) -> list[int]:
    """The positions of those with the most points; none where nobody has any."""
    most = max(points) if points else 0
    return [] if most == 0 else [at for at in range(len(points)) if points[at] == most]


def could_lead(ratings: list[int], importances: list[int]) -> list[int]:
    """The positions that are first, alone or not, if at most one rating is one step off.

    `ratings` (0 to 3) and `importances` (1 to 3) are of the same length.
    """
    found = []
    for at in range(len(ratings)):
        for step in (-1, 0, 1):
            moved = ratings[at] + step
            if NOTHING <= moved <= EVERYWHERE:
                points = [priority(ratings[i], importances[i]) for i in range(len(ratings))]
                points[at] = priority(moved, importances[at])
                found.extend(leaders(points))
    return [at for at in range(len(ratings)) if at in found]


def waits_for(principle: str, ratings: dict[str, int]) -> str | None:
    """The principle that has to come first, or None.

    It has to where another one rests on it and it is not practised anywhere yet. `ratings` maps
    principles to what they count for.
    """
    first = NEEDS_FIRST.get(principle)
    if first is None or ratings[first] >= SOMEWHERE:
        return None
    return first


def begin_with(principle: str, ratings: dict[str, int]) -> str:
    """Where to begin if a principle is to be reached: itself, or the first in its chain."""
    current = principle
    while True:
        first = waits_for(current, ratings)
        if first is None:
            return current
        current = first


def too_early(
    steps: list[tuple[str, int]], ratings: dict[str, int]
) -> list[tuple[str | None, bool]]:
    """For each step of a plan (principle, day): what it waits for, and whether that is planned.

    The first entry is None where nothing has to come before, or where it is planned for an earlier
    day. The second says whether it is in the plan at all, for the same day or a later one.
    """
    found: list[tuple[str | None, bool]] = []
    for principle, day in steps:
        first = waits_for(principle, ratings)
        days = [other for name, other in steps if name == first]
        if first is None or (days and min(days) < day):
            found.append((None, False))
        else:
            found.append((first, len(days) > 0))
    return found
