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
                "lane": step["lane"] + "_fails" if step["fail"] else step["lane"],
                "wait": step["wait"],
                "minutes": step["minutes"],
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
# What the table says of a step in a lane; a fail point is said beside the lane.
PLACES = LANES | {f"{lane}_fails": f"{name}, can fail" for lane, name in LANES.items()}
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
            ("Joins the queue", "guest", 0, 0, False),
            ("Asks for the bill", "guest", 5, 1, False),
            ("Prints the bill", "front", 0, 1, True),
            ("The bill, two pages", "evidence", 0, 0, False),
            ("Reads it", "guest", 0, 1, False),
            ("Complains of a wrong minibar", "guest", 0, 1, False),
            ("Apologises and corrects it", "front", 0, 4, False),
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
            "The printing is marked as a fail point. But where is the mistake made? Add three "
            "steps: “Waiter posts the dinner” (order 0), “Housekeeping counts the minibar” (order "
            "0) and “Reception enters the minibar” (order 0.5). Decide in which lane each belongs, "
            "and move the mark F to where a mistake can be made.",
            "The waiter is a contact employee, and posts out of sight: back stage. So is "
            "reception, which enters the minibar in the evening. Housekeeping counts in an empty "
            "room: support. Each of the three can be the fail point; the printing is not, for it "
            "prints what was entered. Then all marks lie below the line of visibility, and a "
            "friendlier desk cannot remove them.",
        ),
        Task(
            "The guest spends 14 minutes at the desk. Which of them disappear if the entries are "
            "right?",
            "The complaint and the correction: 5 minutes. A right bill is read too, so that minute "
            "stays. Take the two rows out, and 9 minutes are left, 5 of them in the queue. Without "
            "the queue it would be 4. The drawing has one guest in it: that the queue is shorter "
            "when nobody in front complains, it cannot show.",
        ),
        Task(
            "Let reception send the bill to the room on the evening before. The evening is a "
            "blueprint of its own; draw only what is left in the morning. How long does the guest "
            "stand at the desk, and where has the rest gone?",
            "The printing, the bill, the reading, the complaint and the correction leave the "
            "morning. The guest joins the queue, asks and pays: 7 minutes, 5 of them in the queue. "
            "In the evening the guest still reads and may still call reception. But the correction "
            "crosses the line of visibility: it is made back stage, and nobody stands and waits.",
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
                    help="Up to 14. Order 4.5 comes between 4 and 5. Evidence: things and "
                    "surroundings that guests see, touch, smell or take away; they take no time. "
                    "Front and back stage: contact employees, in sight and out of it. Support: "
                    "people and systems that have no contact with the guest in this service.",
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
                "line {crossings} times. Where somebody else goes on, that is a hand-off.",
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
                Column("lane", "Lane", words=PLACES),
                Column("wait", "Wait", style=Number()),
                Column("minutes", "Takes", style=Number()),
            ),
            empty="No step yet.",
        ),
    ),
    announce="time",
)
