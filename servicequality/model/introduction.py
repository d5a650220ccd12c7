"""Guests who meet the mistakes of something new, week by week, for a plan of introducing it.

A construct of this course. A share of the guests who use the new thing meets a mistake; training
before the week halves it. Mistakes are found by guests who meet them: half of the different kinds
each time that a number of guests has used the new thing. A correction removes the kinds that were
found before it was begun, and takes some weeks to work.
"""

from __future__ import annotations

from servicequality.core.numbers import total

UNTRAINED, TRAINED = 0.30, 0.15  # share of guests who meet a mistake
HALF_FOUND = 80  # guests after whom half of the kinds of mistakes are found
WEEKS_TO_CORRECT = 2
TRIAL_GUESTS, ALL_GUESTS = 40, 160  # guests a week
AFTERWARDS = 10  # weeks from the introduction for all that are counted, its own among them


def share_found(guests: float) -> float:
    """The share of the kinds of mistakes that so many guests have found, from 0 to below 1."""
    return 1 - 0.5 ** (guests / HALF_FOUND)  # type: ignore[no-any-return]


def mistakes_by_week(train: int, trial: int, correct: int, everyone: int) -> list[float]:
    """Guests who meet a mistake in each week, from the first use on.

    The arguments are weeks: of the training, of the start of the trial with one group, of the
    start of the correction, and of the introduction for all. A trial that does not come before
    that is none. The list ends ten weeks after the introduction began.
    """
    used, removed = 0.0, 0.0
    met = []
    for week in range(min(trial, everyone), everyone + AFTERWARDS):
        if week == correct:
            # What is found by now is what the correction will remove.
            removed = share_found(used)
        guests = ALL_GUESTS if week >= everyone else TRIAL_GUESTS
        share = TRAINED if train < week else UNTRAINED
        left = 1 - removed if week >= correct + WEEKS_TO_CORRECT else 1.0
        met.append(guests * share * left)
        used = used + guests
    return met


def mistakes(train: int, trial: int, correct: int, everyone: int) -> float:
    """Guests who meet a mistake in all these weeks; the arguments are as above."""
    return total(mistakes_by_week(train, trial, correct, everyone))
