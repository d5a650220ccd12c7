"""A case to judge: weak Wi-Fi on the third floor, and money for standards, equipment or staff."""

from __future__ import annotations

from servicequality.exercises.patterns import judged_case

EXERCISE = judged_case(
    id="case-wifi-three-ways",
    title="Three supports, one weak signal",
    question="What should Mira do with the 9,500 euros?",
    options={
        "thirds": (
            "Buy all three, because work in one direction only is doomed",
            "That takes the sentence of the article literally. The course and the handbook cost "
            "3,300 euros, and no guest has a better signal because of them. To look at all three "
            "supports is right; to spend on all three is something else.",
            False,
        ),
        "equipment": (
            "Buy the access points, and leave the standard, which is kept every day",
            "Nearly. It takes away the cause. But the standard still stops in the corridor, so "
            "nobody has to notice when a room on another floor loses its signal. One new line, a "
            "signal in every room, and twenty minutes a week are missing. They cost almost "
            "nothing.",
            False,
        ),
        "weak": (
            "Buy the access points, and write a new line for the standard on Wi-Fi",
            "This looks at all three supports and works on the two that are weak. The equipment "
            "fails on the third floor, and the standard asks for too little. Ivan and the "
            "receptionists know how to help. The rest of the money is free for something else.",
            True,
        ),
        "staff": (
            "Buy the course, because guests forgive receptionists who are friendly",
            "Some will. But the receptionists are not the weak support: they apologise well "
            "already. The course would teach them to explain, very politely, why it does not work.",
            False,
        ),
    },
    follow_up="Why? Say for each of the three supports whether it is weak here, and how you know.",
    model=(
        "Equipment is weak on the third floor: Ivan has measured it, room by room. The standard is "
        "weak as well, and this is easy to overlook: it is kept every day, because it speaks of "
        "the lobby and the corridors. Guests want the signal in their room. Staff are not weak "
        "here: Ivan knows what to do, and reception helps politely. So: access points for 6,200 "
        "euros, one new line in the standard, and a short test each week that one person signs. "
        "3,300 euros remain.",
        "The article says that work in one direction only is doomed. I read it as a question to "
        "ask each time, not as a rule for dividing money: which of the three is weak? Sometimes it "
        "is one alone. I would look again after three months, at the tests and at what guests on "
        "the third floor say, because I may have overlooked something.",
    ),
    teaches=(),
    minutes=7,
)
