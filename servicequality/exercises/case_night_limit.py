"""A case to judge: the night receptionist went beyond his limit, and the guest was right."""

from __future__ import annotations

from servicequality.exercises.patterns import judged_case

EXERCISE = judged_case(
    id="case-night-limit",
    title="Twenty-two euros too much",
    question="What should Petar do when he reads the log in the morning?",
    options={
        "obey": (
            "Remind Kiril that a limit is a limit",
            "The limit was meant for amounts, not for wet beds at three in the morning. After such "
            "a reminder the next guest waits until eight, and the hotel has bought obedience at "
            "the price of a guest.",
            False,
        ),
        "back_and_learn": (
            "Back Kiril’s decision, and change the rule for such nights",
            "It holds. The guest was owed a dry bed and a taxi, whoever decided. Kiril wrote down "
            "what he did and why. What failed is the rule: it says nothing about a night when "
            "nobody can be reached.",
            True,
        ),
        "free": (
            "Abolish the limit, because people who are trusted decide well",
            "One good decision is one good decision. Without a limit beginners are unsure, equal "
            "cases get unequal answers, and nobody notices when it goes wrong.",
            False,
        ),
        "ask": (
            "Let Kiril decide up to 40 euros as before, and phone Petar at home for more",
            "It sounds safe, and for some cases a phone number is right. But it would not have "
            "helped in this night: Petar did not pick up. And each call at three teaches Kiril to "
            "spend less than he should.",
            False,
        ),
    },
    follow_up="Why? Say what the guest was owed, what the limit is for, and what Petar should look "
    "at over all nights, not in this one.",
    model=(
        "Two questions are mixed here. First: did the guest get what was owed? Yes. Water came "
        "through the ceiling, the house was full, and a room in the next hotel for the rest of the "
        "night was the least. Second: did Kiril follow the rule? No, by 22 euros. But the rule was "
        "made for the desk by day, where Petar stands ten metres away. So I would back the "
        "decision in front of the team, thank Kiril for the clear entry in the log, and talk with "
        "him about what he would do next time.",
        "Then I would change the rule, not the person. By the calculation of this chapter 40 euros "
        "is far too low: 240 would be best, or 120 if half of each euro were wasted, and 62 is "
        "below both. So I would set a higher limit for the night, and a line "
        "that says what a guest in a room that cannot be slept in always gets, whatever it costs. "
        "I would look at all entries of a quarter: how often the limit was reached, by whom, for "
        "what, and whether the guests came back. This is control too, and it does not frighten. If "
        "one person went beyond the limit every week without a reason, I would judge differently.",
    ),
    teaches=("P6", "T12", "P9"),
    minutes=8,
)
