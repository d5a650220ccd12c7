"""A debate on the style page."""

from __future__ import annotations

from servicequality.exercises.patterns import debate

EXERCISE = debate(
    id="house-style-debate",
    title="A debate",
    claim="“A hotel that keeps every promise needs no apology,” says somebody in a meeting.",
    positions={
        "agree": "I agree",
        "partly": "It depends on the promise",
        "disagree": "I disagree",
    },
    arguments={
        "for": (
            "Most complaints at Hotel Yasen are about something that was promised.",
            "What was never promised, fewer guests expect.",
        ),
        "against": (
            "Guests bring expectations that nobody at the hotel has raised.",
            "Kept promises can still hurt: a party that was announced is loud all the same.",
        ),
    },
    model="A careful answer says which promises are meant, and what guests expect besides.",
    minutes=2,
)
