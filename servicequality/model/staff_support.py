"""What moves staff satisfaction beside internal service quality: authority, reward, complaints.

A construct of this course. Every weight is an assumption; at the neutral settings nothing is added,
so that the chain runs as if there were none.
"""

from __future__ import annotations

from servicequality.core.numbers import compare

# Points on the scale of satisfaction from 0 to 100.
AUTHORITY_POINTS = {"ask_first": -6.0, "small_things": 0.0, "within_limits": 6.0}
MOST_REWARD_POINTS = 12.0
REWARD_HALF = 20.0  # euros a month for each employee that bring half of it
COMPLAINTS = 10.0  # complaints among 100 stays, before anything is changed
POINTS_PER_COMPLAINT = 1.0


def reward_points(reward: float) -> float:
    """Points that a reward brings, 0 to below 12; `reward` is in euros a month and employee.

    Each further euro brings less. The reward is 0 or above.
    """
    return MOST_REWARD_POINTS * reward / (reward + REWARD_HALF)


def complaints_heard(load: float, guest_satisfaction: float, start: float, closed: bool) -> float:
    """Complaints among 100 stays that reach the staff.

    `load` is their number at the guest satisfaction of the `start` (0 to below 100). Where the loop
    is `closed` they fall with the guests' dissatisfaction, otherwise they stay.
    """
    if not closed or compare(guest_satisfaction, start) == 0:
        return load
    return load * (100 - guest_satisfaction) / (100 - start)


def complaint_points(complaints: float) -> float:
    """Points that complaints take from satisfaction (negative), or give where they are few."""
    return -POINTS_PER_COMPLAINT * (complaints - COMPLAINTS)


def satisfaction_target(internal: float, authority: float, reward: float, burden: float) -> float:
    """The level that staff satisfaction moves towards: the sum of its parts, kept to 0 to 100."""
    return min(100.0, max(0.0, internal + authority + reward + burden))
