"""A case to judge on the style page."""

from __future__ import annotations

from servicequality.exercises.patterns import judged_case

EXERCISE = judged_case(
    id="house-style-case",
    title="A case to judge",
    question="What should the duty manager do first?",
    case="A case tells in a few sentences what happened, and ends before anybody has decided. A "
    "guest at Hotel Yasen waits for the promised quiet room. It is ten at night.",
    options={
        "move": (
            "Offer the free room on the forest side",
            "The guest gets what was promised, tonight.",
            True,
        ),
        "voucher": (
            "Give a voucher for the spa",
            "A voucher does not make the night any quieter.",
            False,
        ),
        "explain": (
            "Explain that the street is loud on Fridays",
            "True, and too late: the promise was made before the booking.",
            False,
        ),
    },
    follow_up="Why? Say what the guest was promised.",
    model="The promise was a quiet night. Only another room keeps it. Voucher and explanation may "
    "follow.",
    minutes=2,
)
