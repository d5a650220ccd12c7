"""The blueprint builder: a service step by step, in lanes, with what can fail and who waits."""

from __future__ import annotations

from typing import Any

from servicequality.core.numbers import compare
from servicequality.declare import (
    Blueprint,
    Choice,
    Column,
    Exercise,
    Figure,
    Group,
    LongText,
    Number,
    Rows,
    Sentence,
    ShortText,
    Slider,
    Table,
    Task,
    Value,
    YesNo,
)
from servicequality.model.blueprint import VISIBILITY, crossings, depth, guest_time, in_order


def compute(values: dict[str, Any]) -> dict[str, Any]:
    """The steps in their order, the guest's time, and where fail points and hand-offs lie."""
    rows = values["steps"]
    steps = [rows[place] for place in in_order([row["place"] for row in rows])]
    drawn = []
    listed = []
    for place in range(len(steps)):
        step = steps[place]
        waits = step["wait"] > 0
        drawn.append(
            {"label": step["step"], "lane": step["lane"], "fail": step["fail"], "wait": waits}
        )
        listed.append(
            {
                "step": str(place + 1) + ". " + step["step"],
                "lane": step["lane"],
                "wait": step["wait"],
                "minutes": step["minutes"],
                "fail": "yes" if step["fail"] else "no",
            }
        )
    acts = [step for step in steps if step["lane"] != "evidence"]
    below = [step for step in acts if depth(step["lane"]) > VISIBILITY]
    contacts = [step for step in acts if step["lane"] == "front"]
    fails = [step for step in acts if step["fail"]]
    hidden = [step for step in fails if depth(step["lane"]) > VISIBILITY]
    spent = guest_time(steps)
    if spent is None:
        time = "none"
    else:
        time = "within" if compare(spent["minutes"], values["standard"]) <= 0 else "over"
    depths = "empty" if not acts else "some" if below else "nothing"
    marks = "none" if not fails else "hidden" if hidden else "seen"
    return {
        "drawn": drawn,
        "listed": listed,
        "minutes": None if spent is None else spent["minutes"],
        "spent": 0 if spent is None else spent["minutes"],
        "waiting": 0 if spent is None else spent["waiting"],
        "standard": values["standard"],
        "time": time,
        "depths": depths,
        "acts": len(acts),
        "below": len(below),
        "contacts": len(contacts),
        "crossings": crossings([step["lane"] for step in steps], VISIBILITY),
        "marks": marks,
        "fails": len(fails),
        "hidden": len(hidden),
    }


LANES = {
    "evidence": "Evidence",
    "guest": "Guest",
    "front": "Front stage",
    "back": "Back stage",
    "support": "Support",
}
LINES = {
    "guest": "Line of interaction",
    "front": "Line of visibility",
    "back": "Line of internal interaction",
}
WORDS = {
    "label": "Drawing of the blueprint. The table below it holds the same steps.",
    "mark_fail": "F",
    "mark_wait": "W",
    "fail": "F: it can fail here",
    "wait": "W: somebody waits before this step",
}
MOST = 14
ROWS = {f"step_{number}": f"Step {number}" for number in range(1, MOST + 1)}
COLUMNS = (
    ShortText("step", "Step", maximum_length=40),
    Choice("lane", "Lane", LANES, "front"),
    Slider("place", "Order", 0, 20, 0.5, 1),
    Slider("wait", "Wait before it, minutes", 0, 240, 1, 0, whole=True),
    Slider("minutes", "Minutes", 0, 240, 1, 0, whole=True),
    YesNo("fail", "Fail point"),
)
BLANK = {"step": "", "lane": "support", "place": 20.0, "wait": 0, "minutes": 0, "fail": False}
START = [
    {"id": f"step_{place}", "step": step, "lane": lane, "place": float(place), "wait": wait,
     "minutes": minutes, "fail": fail}
    for place, (step, lane, wait, minutes, fail) in enumerate(
        (
            ("Asks for the bill", "guest", 0, 1, False),
            ("Prints the bill", "front", 4, 1, True),
            ("The bill, two pages", "evidence", 0, 0, False),
            ("Reads it and finds a wrong minibar", "guest", 0, 2, False),
            ("Apologises and corrects it", "front", 0, 3, False),
            ("Pays and leaves", "guest", 0, 1, False),
        ),
        1,
    )
]  # fmt: skip

EXERCISE = Exercise(
    id="blueprint-builder",
    title="Blueprint builder",
    question="This is the departure of a guest of Hotel Yasen, as the front desk would draw it. "
    "Whose work is missing? Complete it, or clear it and draw a service that you know.",
    teaches=(),
    minutes=15,
    done_with=("steps", "conclusion"),
    tasks=(
        Task(
            "The bill is marked as a fail point at the front stage. But where is the mistake made? "
            "Add three steps: “Posts dinner and spa” (support, order 0), “Counts the minibar” "
            "(support, order 0) and “Enters it on the room” (back stage, order 0.5). Mark all "
            "three as fail points, and take the mark off the printing.",
            "The bill is printed rightly, from wrong entries. All three fail points now lie below "
            "the line of visibility, and the way crosses that line once. A friendlier desk cannot "
            "remove them.",
        ),
        Task(
            "The guest spends 12 minutes at the desk. Which of them disappear if the entries are "
            "right?",
            "Finding the mistake and correcting it: 5 minutes. Set both to 0, and 7 are left, 4 of "
            "them a wait. Now only the queue stands between the desk and its 5 minutes.",
        ),
        Task(
            "Let reception send the bill to the room on the evening before. Which steps move, and "
            "across which line?",
            "The check moves before the departure, and the correction to the back stage, where the "
            "guest does not stand and wait. There is still a contact, but a calm one.",
        ),
    ),
    groups=(
        Group(
            "The steps",
            (
                Rows(
                    "steps",
                    "Steps of the service",
                    ROWS,
                    COLUMNS,
                    START,
                    help="Up to 14. Order 4.5 comes between 4 and 5. Evidence is what guests see "
                    "and keep; it takes no time. Support: people and systems without any "
                    "contact with guests.",
                    blank=BLANK,
                    minimum=0,
                ),
                Slider(
                    "standard",
                    "How long may it take the guest?",
                    1,
                    60,
                    1,
                    5,
                    unit="minutes",
                    whole=True,
                ),
            ),
            text="Synthetic figures. Steps are taken one after the other.",
            shows=("drawing", "minutes", "time", "depths", "marks", "listed"),
        ),
        Group(
            "Your conclusion",
            (
                LongText(
                    "conclusion",
                    "Which fail point would you remove first, and who would have to do it?",
                    help="For your own notes. Nobody grades this.",
                ),
            ),
        ),
    ),
    compute=compute,
    in_steps=True,
    views=(
        Blueprint(
            "drawing",
            "drawn",
            LANES,
            LINES,
            WORDS,
            "From left to right in time, from top to bottom into the house.",
            empty="No step yet. Add one: a blueprint begins with what guests do.",
        ),
        Figure(
            "minutes",
            "minutes",
            "The guest’s time",
            Number(),
            "minutes",
            "From the first guest action to the last, waits included.",
        ),
        Sentence(
            "time",
            "time",
            {
                "none": "There is no guest action yet. A blueprint begins with what guests do.",
                "within": "The guest spends {spent} minutes, {waiting} of them waiting. That is "
                "within the {standard} that you allow.",
                "over": "The guest spends {spent} minutes, {waiting} of them waiting. You allow "
                "{standard}.",
            },
            {
                "spent": Value("spent"),
                "waiting": Value("waiting"),
                "standard": Value("standard"),
            },
        ),
        Sentence(
            "depths",
            "depths",
            {
                "empty": "",
                "nothing": "Nothing stands below the line of visibility. Who did the work that "
                "this service rests on?",
                "some": "Steps in all: {acts}. Of these at the front stage, each a moment of "
                "truth: {contacts}; below the line of visibility: {below}. The way crosses that "
                "line {crossings} times, and each crossing is a hand-off.",
            },
            {
                "acts": Value("acts"),
                "contacts": Value("contacts"),
                "below": Value("below"),
                "crossings": Value("crossings"),
            },
        ),
        Sentence(
            "marks",
            "marks",
            {
                "none": "No fail point is marked. Where could it go wrong?",
                "seen": "Fail points: {fails}, all where guests can see them. Ask of each: is the "
                "mistake made there, or only met there?",
                "hidden": "Fail points: {fails}. Below the line of visibility: {hidden}. Guests "
                "meet the effect and do not see the cause.",
            },
            {"fails": Value("fails"), "hidden": Value("hidden")},
        ),
        Table(
            "listed",
            "listed",
            "The blueprint in words, in its order: waits before a step, and how long it takes, in "
            "minutes",
            (
                Column("step", "Step"),
                Column("lane", "Lane", words=LANES),
                Column("wait", "Wait", style=Number()),
                Column("minutes", "Takes", style=Number()),
                Column("fail", "Fail", words={"yes": "yes", "no": "no"}),
            ),
            empty="No step yet.",
        ),
    ),
    announce="time",
)
