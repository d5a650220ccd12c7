"""A debate: is quality free, because prevention always pays back more than it costs?"""

from __future__ import annotations

from servicequality.exercises.patterns import debate

EXERCISE = debate(
    id="debate-quality-free",
    title="Is quality free?",
    claim="“Quality is free: prevention always pays back more than it costs.”",
    positions={
        "agree": "I agree: prevention always pays",
        "often": "It often pays, and one must check each time",
        "disagree": "I disagree: better quality costs more",
    },
    arguments={
        "for": (
            "Four of five euros that quality costs at Hotel Yasen pay for errors. There is a lot "
            "to save, and the 20,000 euros for prevention are little beside it.",
            "Ledgers leave out what is hard to count: guests who never come back, bad reviews, "
            "staff who leave because they are tired of apologising. Counted in full, errors cost "
            "more than most ledgers say.",
            "An improved process goes on working. The price of the improvement is paid once, or "
            "now and then; the errors would come every day.",
        ),
        "against": (
            "“Always” is more than anybody has shown. In the ledger, prevention stops paying at "
            "some point, and where errors are hard to prevent it does not pay at all within the "
            "year.",
            "Training fades and people leave, so prevention has to be paid for again and again.",
            "The claim is about fewer errors. A better breakfast, a larger pool or a second person "
            "at the desk are also quality, and they cost more.",
            "Savings are often time, not money. If a receptionist spends fewer hours on complaints "
            "but is paid the same, the accountant sees nothing.",
        ),
    },
    question="Where do you stand?",
    model="A careful answer says which quality is meant. Freedom from deficiencies can save more "
    "than it costs, as long as preventing the next error is cheaper than the error. Features "
    "usually cost money and must earn it by price or by guests. “Always” falls with one "
    "counterexample, and the ledger shows what one looks like: errors that are hard to prevent. "
    "“Never” falls with the case of the rooms, where the training brings back 29,400 euros for "
    "15,000. What remains is work: count the errors, estimate what they cost, try the prevention "
    "on a small scale, and count again.",
    teaches=("B4", "C3"),
    minutes=8,
)
