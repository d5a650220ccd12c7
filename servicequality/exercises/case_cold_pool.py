"""The cold pool: a promise that cannot be kept this weekend, and a rule that says “no refund”."""

from __future__ import annotations

from servicequality.exercises.patterns import judged_case

EXERCISE = judged_case(
    id="case-cold-pool",
    title="The cold pool",
    question="What should Mira Doneva decide?",
    options={
        "rule": (
            "Keep to the rule for everybody: no refund for a technical closure",
            "The rule treats all alike, and that is worth something. But the hotel wrote it for "
            "itself. The pool was sold and is not there, so an obligation is not met.",
            False,
        ),
        "loud": (
            "Give the price of the spa back to those who complain",
            "It is cheap today. The couples who say nothing get nothing, and they may be the ones "
            "who do not come back. On Saturday, at breakfast, guests compare.",
            False,
        ),
        "all_now": (
            "Tell all 38 couples now and let each choose: spa price back, a bus to the town’s "
            "baths, or a free cancellation",
            "Guests learn of it before they have driven for three hours. The remedy fits what was "
            "lost, there is a choice, and nobody has to shout for it.",
            True,
        ),
        "free": (
            "Give everybody the whole weekend free",
            "Generous, and more than was lost: room, breakfast and evening are as promised. Money "
            "alone also does not tell the couples, before they drive, that the pool is cold.",
            False,
        ),
    },
    follow_up="Why? Name the rights that your decision keeps, and what must change before the next "
    "pump fails.",
    model=(
        "The spa weekend was sold with a warm pool. So the hotel answers for it, whatever broke "
        "the pump (R3), and something is due for it (R8). The rule about technical closures is a "
        "guide. It does not fit a weekend that was sold for the pool, so it is suspended: for all "
        "38 couples, not for the loud ones.",
        "Telling them now keeps R5, and the choice gives them a say (R2). Desislava gets the limit "
        "in writing, so that she can help at once (R4) and nobody waits for a manager (R7). On "
        "Monday somebody calls: was it all right in the end?",
        "The four hours are the second failure. The spa knew at noon, and reception learned it "
        "from a guest. Right the first time means a spare pump and a warning light. A plan for "
        "failure means that Elena calls reception within ten minutes and that the letter to guests "
        "is written before it is needed.",
    ),
    teaches=(),
    minutes=8,
)
