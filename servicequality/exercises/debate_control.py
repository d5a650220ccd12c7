"""A debate on the article's claim that what is not controlled is not done."""

from __future__ import annotations

from servicequality.exercises.patterns import debate

EXERCISE = debate(
    id="debate-control",
    title="“What is not controlled is not done”",
    claim="The article behind this course says: if a result cannot be calculated, it cannot be "
    "controlled, and what is not controlled is not done.",
    positions={
        "yes": "True as it stands",
        "countable": "True for what can be counted, and for a time",
        "loop": "What helps is a person who acts, not the control",
        "no": "Wrong: control drives good people away",
    },
    arguments={
        "for": (
            "“Better check-in” means something else to each person in the room. “The key within "
            "five minutes, in nine arrivals of ten” can be agreed on, tried and missed.",
            "What nobody looks at loses against what somebody asks for every morning. A new way of "
            "working needs attention until it has become a habit.",
            "Control also protects those who work well: figures on the Friday queue can show "
            "whether the late shift lacks hands or goodwill.",
        ),
        "against": (
            "When Kiril calms a frightened guest at three in the morning, no list asks for it and "
            "no bonus pays for it. It is done all the same. Much good service is done because "
            "people want to do it.",
            "The wait on Fridays has been measured for a year and has not changed. Control "
            "without action does not get things done.",
            "What is counted is served, and what is not counted gives way. If only minutes count, "
            "a guest gets the key fast and no word about the pool.",
            "A receptionist who may decide needs trust. Whoever is watched at each step asks for "
            "permission instead of helping the guest.",
        ),
    },
    model=(
        "The claim is useful as a warning: a change that nobody follows up mostly fades. As a law "
        "it fails on both sides. Some good work is never counted, and some counted work is never "
        "improved.",
        "I would keep three conditions from it: agree on a number where one fits, name the person "
        "who acts on it, and stop counting when the habit is there. For what is hard to count, "
        "such as calming a frightened guest, I would use guests’ words and trust. The article "
        "gives no evidence for its sentence, and neither do we for ours: our cases are invented.",
    ),
    minutes=8,
)
