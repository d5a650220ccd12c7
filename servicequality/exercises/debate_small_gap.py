"""Is a smaller gap always higher quality? The sentence in which the model is often summed up."""

from __future__ import annotations

from servicequality.exercises.patterns import debate

EXERCISE = debate(
    id="debate-small-gap",
    title="Is the smaller gap the better quality?",
    claim="“The smaller the gap, the higher the quality.” So the lecture notes sum up the model. "
    "Does the sentence hold at Hotel Yasen?",
    question="Where do you stand?",
    positions={
        "holds": "It holds as it stands",
        "with_condition": "It holds if something is added",
        "one_service": "It holds for one service, not between hotels",
        "misleads": "It misleads more than it helps",
    },
    arguments={
        "for": (
            "The quiet night has the largest gap at Hotel Yasen, −2.2, and it is the service "
            "that guests find most important. The gap points to the right place.",
            "It keeps the hotel honest. A fine standard and a friendly desk count for nothing "
            "while guests still perceive less than they expect.",
            "It can be acted on. A manager can watch one number from month to month, for one "
            "service and the same kind of guest.",
        ),
        "against": (
            "A guest who expects nothing and gets nothing has a gap of zero. By the sentence, that "
            "hotel is perfect.",
            "The gap shrinks when expectations fall. A hotel can lower its promises, or simply be "
            "known as poor, and nothing gets better.",
            "It says nothing of importance. The gap of clear bills is almost zero, and the lobby "
            "has a surplus of 1.2 that matters little to guests. The plan is to spend money there, "
            "and not on the quiet night.",
            "Two hotels have the same gap of −1: one between 7 and 6, the other between 4 and 3. "
            "Few guests would call them equally good.",
        ),
    },
    model=(
        "One careful answer: for one service, one kind of guest and a level of expectation that "
        "the hotel wants to be known for, a smaller shortfall is better quality. Then the "
        "sentence is useful, and it can be checked.",
        "It does not compare hotels with different expectations, it does not say which gap "
        "matters, and a surplus is not quality by itself. Show the expectation and the importance "
        "beside the gap.",
    ),
    teaches=(),
    minutes=8,
)
