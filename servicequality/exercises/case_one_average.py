"""A case to judge: one average of online reviews as the answer to “Are we good?”."""

from __future__ import annotations

from servicequality.exercises.patterns import judged_case

EXERCISE = judged_case(
    id="case-one-average",
    title="One number for everything",
    question="Viktor says: “4.6 out of 5. Guests are happy.” What do you make of his number?",
    options={
        "happy": (
            "He is right. 4.6 out of 5 is nearly full marks.",
            "38 people chose to write, out of all who stayed. And a mean over everything can be "
            "high while one part fails: few guests give a whole weekend a 2 because of one noise.",
            False,
        ),
        "partial": (
            "It is good news, but it does not say what to improve, nor what guests think who did "
            "not write.",
            "It describes those who wrote, and it mixes many things. Keep it as one indicator "
            "beside others.",
            True,
        ),
        "worthless": (
            "It is worthless, because the survey shows that guests miss their sleep.",
            "The two can both be true. Guests may like their stay as a whole and have slept badly. "
            "They answer different questions.",
            False,
        ),
        "more": (
            "It will be exact once there are 1,000 reviews.",
            "More reviews make the mean of those who write more stable. They do not bring in those "
            "who never write. A large number does not make a one-sided group representative.",
            False,
        ),
    },
    follow_up="Why? What would you ask Viktor?",
    model=(
        "I would ask who wrote the 38 reviews, and how many guests left without writing. The mean "
        "is good news about those who wrote. It cannot tell Mira what to do this week, because it "
        "is one mean over everything: bed, breakfast, noise, price.",
        "The survey asks 120 guests about ten things apart, and 88% of them had a noisier night "
        "than they expected. That points to something that one can improve. I would keep both "
        "numbers, and write beside each who was asked and what.",
    ),
    minutes=5,
)
