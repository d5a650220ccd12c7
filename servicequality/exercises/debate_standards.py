"""A debate: are standards and training the most important way to better service?"""

from __future__ import annotations

from servicequality.exercises.patterns import debate

EXERCISE = debate(
    id="debate-standards",
    title="Standards first, or freedom first?",
    claim="The most important way to improve service quality is to set standards and goals, and "
    "then to train employees and managers to meet them.",
    positions={
        "standards": "Yes: standards and training first",
        "task": "It depends on the task",
        "freedom": "No: freedom to decide first",
    },
    arguments={
        "for": (
            "Without a standard nobody can say what good service is. Training has no goal, "
            "measuring has no mark, and praise goes to those who are seen.",
            "Guests want to be able to rely on the hotel. A standard makes Monday like Friday, and "
            "the beginner like the colleague who has seen everything.",
            "Freedom rests on standards: a limit, a goal and examples tell people what they may "
            "decide. Without them freedom means being left alone.",
        ),
        "against": (
            "A standard that rests on a wrong belief makes a hotel do the wrong thing well. That "
            "for Wi-Fi at Hotel Yasen names lobby and corridors, and leaves out the rooms.",
            "What guests remember is often what no standard foresaw: a knee, a flood, a missed "
            "flight. There somebody has to decide at once.",
            "The lecture notes say “the most important” and show no comparison. The same notes ask "
            "for leadership first, and say that employees need freedom to meet needs better.",
            "What is written and checked crowds out what is not. Kiril’s hour with a frightened "
            "guest is on no list.",
        ),
    },
    question="Where do you stand?",
    model="A careful answer asks: for which task? Pool water, allergies and the bill need a "
    "standard and no exception. A complaint at night needs a limit and freedom within it. “The "
    "most important way” would have to be shown by a comparison, and none is given. Perhaps the "
    "two are not rivals at all: freedom without a standard is a gamble, and a standard without "
    "freedom fails on the first day that is not like the others. Then the question is not which "
    "comes first, but which one is missing in this hotel. Your audit can tell.",
    teaches=("P6", "P9", "P9a"),
    minutes=8,
)
