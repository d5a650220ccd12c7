"""A debate: should every change be introduced gradually, so that no mistakes are made?"""

from __future__ import annotations

from servicequality.exercises.patterns import debate

EXERCISE = debate(
    id="debate-gradual",
    title="Gradually, always?",
    claim="“To minimise mistakes, or even eliminate them, introduce every transformation "
    "gradually.” So the lecture notes, in our words. Elsewhere they quote a motto with the "
    "opposite sense: it is easier to change many things at once than one.",
    positions={
        "gradual": "Mostly gradually",
        "mostly": "It depends, and I can say on what",
        "at_once": "Mostly at once",
    },
    arguments={
        "for": (
            "Guests notice mistakes first. In a trial forty guests a week meet them, and not a "
            "hundred and sixty. In our model the worst week has 6 mistakes instead of 24.",
            "A trial can be stopped. A hotel that has torn out its old desk cannot go back on a "
            "Friday evening.",
            "People believe what they have seen work in their own house. A small success on one "
            "floor convinces the next one better than a speech.",
        ),
        "against": (
            "“Eliminate” is more than anybody can promise. Even the best plan of the explorer "
            "leaves 75 guests with a mistake: somebody must meet it so that it is found.",
            "Gradual change is long. Staff live with two systems, and the old habit stays within "
            "reach. Every year is one more in which commitment, people or owners may go.",
            "Some changes do not come in halves. New standards without new equipment or trained "
            "staff fail, and then the idea is blamed. Chapter 10 says so of working in one "
            "direction only.",
            "Without a trial, but with training before and a quick correction, 105 guests meet a "
            "mistake in the model: nine more than in the plan of the exercise, thirty more than in "
            "the best one, and far fewer than the 189 of a hurried trial. And all guests have the "
            "better service months earlier.",
        ),
    },
    question="Should a running hotel change gradually? If it depends, on what?",
    model="A careful answer asks three things. Can the change be undone? If not, try it small. Do "
    "the parts work without each other? If not, put them together and make the *place* small "
    "instead: one floor, one shift, one group of guests, with everything new. And how fast does "
    "the hotel learn? A trial from which nobody learns only costs time. Gradual does not have to "
    "be slow, and it does not eliminate mistakes. It decides how many guests pay for the lesson.",
    teaches=("CO21", "CO22"),
    minutes=8,
)
