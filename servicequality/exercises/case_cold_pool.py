"""The cold pool: a promise that cannot be kept this weekend, and a rule that says “no refund”."""

from __future__ import annotations

from servicequality.exercises.patterns import judged_case

EXERCISE = judged_case(
    id="case-cold-pool",
    title="The cold pool",
    question="What should Mira Doneva decide?",
    options={
        "rule": (
            "Keep to the rule for all couples: an apology at the desk, and no refund for the pool",
            "The rule treats all alike, and that is worth something. But the hotel wrote it for "
            "itself. The pool was sold and is not there, so an obligation is not met. Such a line "
            "may not even be valid in law where the pool is the core of what was sold; ask.",
            False,
        ),
        "loud": (
            "Wait until they come, and give 60 euros back to the couples who complain at the desk",
            "It is cheap today: 600 euros if ten couples complain. The couples who say nothing get "
            "nothing, and they may be the ones who do not come back. On Saturday, at breakfast, "
            "guests compare.",
            False,
        ),
        "all_now": (
            "Call all couples now; each chooses 60 euros back, the baths or a free cancellation",
            "Guests learn of it before they have driven for three hours. The remedy fits what was "
            "lost, there is a choice, and nobody has to shout for it. It is not cheap: 2,280 euros "
            "if all take the money, 1,300 if all take the bus to the baths, and 300 for each "
            "couple that stays at home.",
            True,
        ),
        "free": (
            "Give all couples the whole weekend free, and tell them so as they arrive at the desk",
            "Generous, 11,400 euros, and more than was lost: room, breakfast and evening are as "
            "promised. And the couples have driven for three hours before they learn that the pool "
            "is cold.",
            False,
        ),
    },
    follow_up="Why? Judge your decision by its outcome, its procedure and its interaction. Name "
    "the rights that it keeps, and what must change before the next pump fails.",
    model=(
        "Outcome: the weekend was sold with a warm pool. So the hotel answers for it, whatever "
        "broke the pump (R3), and something is due (R8). The 60 euros or the baths make good what "
        "was lost, no more and no less. The rule about technical closures does not fit a weekend "
        "that was sold for the pool, so it is set aside: for all 38 couples, not for the loud "
        "ones.",
        "Procedure: the couples are told in time (R5), and the choice gives them a say (R2). "
        "Desislava gets the limit in writing, so that she can help at once (R4) and nobody waits "
        "for a manager (R7).",
        "Interaction: a person calls, says what broke and when it was known, and says sorry before "
        "speaking of money. On Monday somebody calls again: was it all right in the end?",
        "The four hours are the second failure. The spa knew at noon, and reception learned it "
        "from a guest. Right the first time means a spare pump and a warning light. A plan for "
        "failure means that Elena calls reception within ten minutes and that the letter to guests "
        "is written before it is needed.",
    ),
    teaches=(),
    minutes=8,
)
