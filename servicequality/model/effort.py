"""Pay, checks, recognition and feedback: how they move effort together. A teaching model.

It is a construct of this course, on scales from 0 to 100. Nobody has measured its numbers; they
are chosen so that the signs agree with what studies found:

- incentives go more with how much is done, people's own will more with how well (Cerasoli, Nicklin
  and Ford 2014): a bonus and checks move *counted work*, own will moves *care*;
- rewards that hang on the work weaken the own will, praise strengthens it (Deci, Koestner and Ryan
  1999); more money does more work, but a little may do less than none (Gneezy and Rustichini
  2000); being controlled weakens the will of many (Falk and Kosfeld 2006). So the loss of will
  comes early and the pressure late: `early` and `late` below are the amounts at half of each
  effect;
- feedback about the task helps more than feedback about the person (Kluger and DeNisi 1996).

How strong the crowding-out is, is contested; so it is a parameter, and 0 switches it off.
"""

from __future__ import annotations

START_WILL = 50.0
RECOGNITION, RECOGNITION_HALF = 25.0, 2.0
# How much will bonus and checks can take away, and at which amount half of it is gone.
CROWDED, BONUS_EARLY, CHECKS_EARLY = 20.0, 20.0, 2.0
# How much pressure they can put on counted work, and at which amount half of it is there.
PRESSURE, BONUS_LATE, CHECKS_LATE = 35.0, 80.0, 8.0
# What checks are followed by: what it adds to the will, and how much of their crowding-out stays.
TOLD = {"nothing": (0.0, 1.0), "work": (8.0, 0.25), "person": (-4.0, 1.25)}


def levelling(amount: float, half: float) -> float:
    """An effect that levels off, from 0 to below 1: x/(x + half), one half at `half`."""
    return amount / (amount + half)


def own_will(
    bonus: float, checks: float, recognition: float, told: str, crowding: float = 1.0
) -> float:
    """How much people want to serve well of their own accord, 0 to 100; 50 where nothing is done.

    `bonus` in euros a month, `checks` and `recognition` in times a month, all 0 or more; `told` is
    a key of `TOLD`; `crowding` 0 or more, 1 as assumed.
    """
    added, stays = TOLD[told]
    crowded = levelling(bonus, BONUS_EARLY) + stays * levelling(checks, CHECKS_EARLY)
    will = START_WILL + RECOGNITION * levelling(recognition, RECOGNITION_HALF) + added
    return max(0.0, will - crowding * CROWDED * crowded)


def counted_work(will: float, bonus: float, checks: float) -> float:
    """The work that a list or a clock can count, 0 to 100: 40 where nothing is done."""
    pressure = levelling(bonus, BONUS_LATE) + levelling(checks, CHECKS_LATE)
    return 25 + 0.3 * will + PRESSURE * pressure


def care(will: float) -> float:
    """The work that nobody counts, 0 to 100: 40 where nothing is done."""
    return 5 + 0.7 * will


def service(counted: float, cared: float, countable: float) -> float:
    """What guests get, 0 to 100: both kinds of work, by the share of service that is countable."""
    return countable * counted + (1 - countable) * cared
