"""When a flashcard comes back: FSRS-6, the free spaced repetition scheduler, version 6.

Written from the algorithm of the Open Spaced Repetition project, with its default parameters:
learning steps of 1 and 10 minutes, a relearning step of 10 minutes, a desired retention of 0.9, an
interval of at most 36,500 days, no fuzzing. Tests compare it with the project's own package.

A card is plain data:

- `state`: `"learning"`, `"review"` or `"relearning"`;
- `step`: the place in the steps of learning or relearning, None in review;
- `stability`: the days in which the chance to remember falls from 1 to 0.9, None before any review;
- `difficulty`: from 1 to 10, None before any review;
- `due`, `reviewed`: moments, in whole milliseconds since 1970 in UTC; `reviewed` is None at first;
- `reviews`: how many reviews there were.

Days between two moments are whole periods of 24 hours, rounded down, as the reference counts them:
23 hours are 0 days, whether midnight lies between or not, and a clock set back gives −1.
"""

from __future__ import annotations

import math
from typing import Any

LEARNING, REVIEW, RELEARNING = "learning", "review", "relearning"
AGAIN, HARD, GOOD, EASY = 1, 2, 3, 4
RATINGS = (AGAIN, HARD, GOOD, EASY)

MINUTE = 60000
DAY = 86400000
STEPS = {LEARNING: (MINUTE, 10 * MINUTE), RELEARNING: (10 * MINUTE,)}
RETENTION = 0.9
LONGEST_INTERVAL = 36500
LOWEST_STABILITY = 0.001
LOWEST_DIFFICULTY, HIGHEST_DIFFICULTY = 1.0, 10.0

# The default parameters w0 to w20 of FSRS-6. The last is the decay of the forgetting curve.
W = (
    0.212,
    1.2931,
    2.3065,
    8.2956,
    6.4133,
    0.8334,
    3.0194,
    0.001,
    1.8722,
    0.1666,
    0.796,
    1.4835,
    0.0614,
    0.2629,
    1.6483,
    0.6014,
    1.8729,
    0.5425,
    0.0912,
    0.0658,
    0.1542,
)
DECAY = -W[20]
FACTOR = 0.9 ** (1 / DECAY) - 1


def new_card(now: int) -> dict[str, Any]:
    """A card that was never reviewed, due at once."""
    return {
        "state": LEARNING,
        "step": 0,
        "stability": None,
        "difficulty": None,
        "due": now,
        "reviewed": None,
        "reviews": 0,
    }


def review(card: dict[str, Any], rating: int, now: int) -> dict[str, Any]:
    """The card after a review at `now`; the card that is given stays as it is.

    `rating` is 1 (again), 2 (hard), 3 (good) or 4 (easy). Raises ValueError for another.
    """
    if rating not in RATINGS:
        raise ValueError("a rating is 1, 2, 3 or 4, not " + repr(rating))
    if card["reviewed"] is None:
        stability = first_stability(rating)
        difficulty = bounded_difficulty(first_difficulty(rating))
    else:
        if days_between(card["reviewed"], now) < 1:
            stability = stability_within_a_day(card["stability"], rating)
        else:
            stability = stability_after_days(card, rating, retrievability(card, now))
        difficulty = next_difficulty(card["difficulty"], rating)
    state, step, wait = schedule(card, rating, stability)
    return {
        "state": state,
        "step": step,
        "stability": stability,
        "difficulty": difficulty,
        "due": now + wait,
        "reviewed": now,
        "reviews": card["reviews"] + 1,
    }


def waits(card: dict[str, Any], now: int) -> list[int]:
    """How long the card would rest after each rating, 1 to 4, in milliseconds."""
    return [review(card, rating, now)["due"] - now for rating in RATINGS]


def retrievability(card: dict[str, Any], now: int) -> float:
    """The chance that the card is remembered at `now`, from 0 to 1; 0.0 before any review.

    R = (1 + F·t/S)^decay, with t in whole days and F such that R = 0.9 at t = S.
    """
    if card["reviewed"] is None:
        return 0.0
    days = max(0, days_between(card["reviewed"], now))
    chance: float = (1 + FACTOR * days / card["stability"]) ** DECAY
    return chance


def days_between(earlier: int, later: int) -> int:
    """The whole days from one moment to another, rounded down, also below zero."""
    return (later - earlier) // DAY


def schedule(card: dict[str, Any], rating: int, stability: float) -> tuple[str, int | None, int]:
    """Where a rating takes a card: its state, its step and the wait in milliseconds.

    `stability` is the one after the review.
    """
    state, step = card["state"], card["step"]
    if state == REVIEW:
        if rating == AGAIN:
            return RELEARNING, 0, STEPS[RELEARNING][0]
        return REVIEW, None, interval(stability) * DAY
    steps = STEPS[state]
    if rating == AGAIN:
        return state, 0, steps[0]
    if rating == HARD:
        return state, step, hard_wait(steps, step)
    if rating == GOOD and step + 1 < len(steps):
        return state, step + 1, steps[step + 1]
    return REVIEW, None, interval(stability) * DAY


def hard_wait(steps: tuple[int, ...], step: int) -> int:
    """The wait after "hard" in learning or relearning, which does not move the card on.

    At the first step it lies between the first two, or is half as long again where there is one.
    """
    if step > 0:
        return steps[step]
    if len(steps) == 1:
        return steps[0] * 3 // 2
    return (steps[0] + steps[1]) // 2


def interval(stability: float) -> int:
    """The days until the chance to remember falls to the desired retention, 1 to 36,500."""
    days = stability / FACTOR * (RETENTION ** (1 / DECAY) - 1)
    # First, because a number without bounds has no whole number below it on every machine.
    if days >= LONGEST_INTERVAL:
        return LONGEST_INTERVAL
    return max(1, half_even(days))


def half_even(value: float) -> int:
    """The whole number nearest to a value of 0 or more; the even one where two are as near.

    So rounds the reference. MicroPython's own `round` does not always.
    """
    below = math.floor(value)
    rest = value - below
    if rest > 0.5 or (rest == 0.5 and below % 2 == 1):
        return below + 1
    return below


def first_stability(rating: int) -> float:
    """The stability after the first review: w0 to w3."""
    return max(LOWEST_STABILITY, W[rating - 1])


def first_difficulty(rating: int) -> float:
    """The difficulty after the first review, not yet bounded: w4 − e^(w5·(rating − 1)) + 1."""
    found: float = W[4] - math.e ** (W[5] * (rating - 1)) + 1
    return found


def next_difficulty(difficulty: float, rating: int) -> float:
    """The difficulty after a later review.

    The change −w6·(rating − 3) is damped near 10; then a small part, w7, is drawn back towards the
    first difficulty of an easy card.
    """
    change = -(W[6] * (rating - 3))
    moved = difficulty + (10.0 - difficulty) * change / 9.0
    return bounded_difficulty(W[7] * first_difficulty(EASY) + (1 - W[7]) * moved)


def bounded_difficulty(difficulty: float) -> float:
    """A difficulty held between 1 and 10."""
    return min(max(difficulty, LOWEST_DIFFICULTY), HIGHEST_DIFFICULTY)


def stability_within_a_day(stability: float, rating: int) -> float:
    """The stability after a review less than a day after the last.

    S·e^(w17·(G − 3 + w18))·S^−w19, where G is the rating. None but "again" lowers it.
    """
    growth: float = math.e ** (W[17] * (rating - 3 + W[18])) * stability ** -W[19]
    if rating != AGAIN:
        growth = max(growth, 1.0)
    return max(LOWEST_STABILITY, stability * growth)


def stability_after_days(card: dict[str, Any], rating: int, chance: float) -> float:
    """The stability after a review a day or more after the last.

    `chance` is the retrievability at the review. Remembered or forgotten, each has its formula.
    """
    difficulty, stability = card["difficulty"], card["stability"]
    if rating == AGAIN:
        found = stability_forgotten(difficulty, stability, chance)
    else:
        found = stability_remembered(difficulty, stability, chance, rating)
    return max(LOWEST_STABILITY, found)


def stability_remembered(difficulty: float, stability: float, chance: float, rating: int) -> float:
    """The stability of a card that was remembered after days.

    S·(1 + e^w8·(11 − D)·S^−w9·(e^(w10·(1 − R)) − 1)·h·b), where h is w15 for "hard", b is w16 for
    "easy" and both are 1 otherwise.
    """
    hard = W[15] if rating == HARD else 1
    easy = W[16] if rating == EASY else 1
    growth: float = (
        math.e ** W[8]
        * (11 - difficulty)
        * stability ** -W[9]
        * (math.e ** ((1 - chance) * W[10]) - 1)
        * hard
        * easy
    )
    return stability * (1 + growth)


def stability_forgotten(difficulty: float, stability: float, chance: float) -> float:
    """The stability of a card that was forgotten after days.

    w11·D^−w12·((S + 1)^w13 − 1)·e^(w14·(1 − R)), at most S/e^(w17·w18).
    """
    long_term: float = (
        W[11]
        * difficulty ** -W[12]
        * ((stability + 1) ** W[13] - 1)
        * math.e ** ((1 - chance) * W[14])
    )
    short_term: float = stability / math.e ** (W[17] * W[18])
    return min(long_term, short_term)
