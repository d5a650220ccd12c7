"""Debate of chapter 1: does service quality decide, and no longer price alone?"""

from __future__ import annotations

from servicequality.exercises.patterns import debate

EXERCISE = debate(
    id="debate-price-or-service",
    title="Does service decide?",
    claim="More and more, it is not only price but the quality of service that decides which "
    "hotel a guest chooses.",
    positions={
        "service": "Yes, service decides",
        "some": "For some guests only",
        "price": "No, price decides",
    },
    arguments={
        "for": [
            "Where rooms, stars and prices are alike, price cannot decide. Something else must, "
            "and service is what guests talk about.",
            "Guests can read about the service before they book. What can be seen can decide.",
            "A price cut can be copied the same day. So after a while prices are alike again, and "
            "service is what still differs.",
        ],
        "against": [
            "Most guests choose before they have met the service. They see a price, a place and "
            "photographs.",
            "For some guests price does decide: a tour operator buys eighty beds and compares "
            "rates.",
            "“More and more” needs two measurements. The text gives none, for no country and no "
            "years. And those who complain about service may still book the cheaper room.",
        ],
    },
    question="Where do you stand? Think of guests whom you know.",
    model="One good answer: for spa couples who have been at the hotel, service can decide "
    "whether they return, because they know it. For a tour operator price decides, as long as "
    "nobody complains. I would be wrong if couples who rated the service highly came back no more "
    "often than the others. Hotel Yasen could check this if its questionnaires can be matched "
    "with its bookings.",
    teaches=("X2",),
    minutes=6,
)
