"""A case to judge: check every room before check-in, or train those who clean?"""

from __future__ import annotations

from servicequality.exercises.patterns import judged_case

EXERCISE = judged_case(
    id="case-room-check",
    title="Check every room, or train?",
    question="There is money for one proposal, and what is left over cannot be used elsewhere. "
    "What do you recommend to Tsveta for next year?",
    options={
        "slogan": (
            "Train, because prevention costs less than inspection",
            "Often, but not by itself. Here half of the bad rooms stay bad, and guests meet 300 of "
            "them. With its 15,000 euros the training comes to 44,400 euros a year.",
            False,
        ),
        "check": (
            "Check every room, because the year then costs least",
            "By the total of one year it holds, where the money left over has no other use. The "
            "check lets only 100 bad rooms through. With its 22,000 euros it comes to 41,800 "
            "euros, against 44,400 for the training and 58,800 today.",
            True,
        ),
        "cheaper": (
            "Train, because 15,000 euros are less than 22,000",
            "This compares the two prices and leaves out what errors cost afterwards. That is the "
            "larger part: 29,400 euros after the training, 19,800 after the check.",
            False,
        ),
        "neither": (
            "Neither, because both add to the costs of quality",
            "Both add to prevention or appraisal, and both take more from failure. Today’s total, "
            "58,800 euros, is the highest of the three.",
            False,
        ),
    },
    follow_up="Why? Work out the cost of one year for each proposal, and name one figure that "
    "would change your mind.",
    model=(
        "Today: 400 rooms are cleaned again at 12 euros and guests meet 600 at 90 euros, 58,800 "
        "euros together. Proposal A: 900 at 12 and 100 at 90 make 19,800, plus 22,000 for the "
        "check, 41,800 euros. Proposal B: 200 at 12 and 300 at 90 make 29,400, plus 15,000 for "
        "training and trolleys, 44,400 euros. There are two ways to compare. By the total of one "
        "year, the check is better. By the return on each euro spent, the training is better: "
        "14,400 / 15,000 = 0.96 against 17,000 / 22,000 = 0.77. The 7,000 euros that the training "
        "leaves cannot be used elsewhere here, so the total decides: for next year, check every "
        "room. If they could earn more than 2,600 euros elsewhere, train.",
        "But note what the check does not do. The 1,000 bad rooms are still made; internal "
        "failure rises from 4,800 to 10,800 euros, and the supervisor must be paid every year. "
        "The result is close. If the training prevented 55% of the bad rooms instead of 50%, it "
        "would be the cheaper one. So I would count on each floor how many rooms are bad, so that "
        "the training can be tried on one floor the year after.",
    ),
    teaches=("C1", "C2", "C3", "ADD3"),
    minutes=8,
)
