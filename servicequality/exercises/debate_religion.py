"""A debate on the article's claim that service is a kind of religion."""

from __future__ import annotations

from servicequality.exercises.patterns import debate

EXERCISE = debate(
    id="debate-service-religion",
    title="“Service is a kind of religion”",
    claim="The article behind this course says: service in an organisation is not a set of "
    "techniques and rules but a kind of religion, and it is hard to preach what you do not "
    "sincerely believe.",
    positions={
        "yes": "True: without belief all technique is empty",
        "leaders": "True for leaders, not for employees",
        "deeds": "What counts is what leaders do, not what they believe",
        "no": "Wrong: service is a craft, and nobody’s faith is the hotel’s business",
    },
    arguments={
        "for": (
            "Rules end where a situation is new. A receptionist who cares finds an answer at three "
            "in the morning; one who only follows rules finds none.",
            "Employees watch for years. A manager who plays a part will forget it on a bad day, "
            "and that day is the one that people tell each other about.",
            "In the study of Holiday Inn hotels, employees judged whether managers practise what "
            "they preach. The better the score, the better the hotel did.",
        ),
        "against": (
            "The same study asked about promises kept and words that fit the deeds. It did not ask "
            "what managers believe, and nobody can see that.",
            "An employer may ask for a greeting, a standard, an effort. Faith is not part of a "
            "contract of employment. Whoever asks for it gets people who pretend.",
            "A craft can be learned, practised and tested. Who calls it a religion has no answer "
            "for a colleague who serves well and is not moved at all.",
            "Where service is a religion, criticism becomes a sin. But a hotel needs people who "
            "say: “This new idea does not work.”",
        ),
    },
    model=(
        "I separate three things: what a leader believes, what a leader does, and what employees "
        "are asked for. The article is strong on the second: if words and deeds part, employees "
        "follow the deeds. It gives no evidence for the first, and the study from hotels does not "
        "either, because it asked about deeds. For the third the picture of a religion is "
        "dangerous, since it asks of employees what nobody may ask.",
        "So I would keep the sentence about example and give up the one about religion. Of a "
        "leader I would ask: name one thing that you do yourself, every day, where all can see it. "
        "Whether faith stands behind it is the leader’s own affair. I would change my mind if a "
        "study compared leaders with the same deeds and different beliefs.",
    ),
    minutes=8,
)
