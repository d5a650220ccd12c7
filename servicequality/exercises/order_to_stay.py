"""Order to stay: what is left of good work after seven steps, and what hand-offs cost."""

from __future__ import annotations

from typing import Any

from servicequality.charts.yield_lines import yield_lines
from servicequality.core.numbers import compare
from servicequality.declare import (
    Chart,
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
)
from servicequality.model.label_places import label_places
from servicequality.model.processes import (
    bearable_loss,
    hand_offs,
    lead_time,
    rolled_yield,
    shares_so_far,
    tries,
    under_way,
    working_share,
)

HOST = "host"


def compute(values: dict[str, Any]) -> dict[str, Any]:
    """The process as it is and with a host: yield, hand-offs, lead time, and what decides."""
    steps = values["steps"]
    error, loss = values["error"] / 100, values["loss"] / 100
    shares = [step["share"] / 100 for step in steps]
    taken = [step["after"] == HOST and step["today"] != HOST for step in steps]
    hosted = [
        shares[place] * (1 - loss) if taken[place] else shares[place] for place in range(len(steps))
    ]
    hours = [step["minutes"] / 60 for step in steps]
    forms: list[dict[str, Any]] = []
    lines = []
    for form, good in (("today", shares), ("after", hosted)):
        owners = [step[form] for step in steps]
        changes = hand_offs(owners)
        waits = [float(values["wait"])] * changes
        time = lead_time(hours, waits)
        line = shares_so_far(good, owners, error)
        lines.append(line)
        forms.append(
            {
                "form": form,
                "hand_offs": changes,
                "flawless": 100 * line[-1],
                "hours": time,
                "working": 100 * working_share(hours, waits),
                "under_way": under_way(values["orders"], time),
            }
        )
    today, after = forms
    chart = []
    table = []
    last = len(steps) - 1
    # The axis ends at 100 and begins near the lowest share; names need a twelfth of it each.
    room = max(1.0, 100 - min(today["flawless"], after["flawless"])) / 12
    spots = label_places([today["flawless"], after["flawless"]], room, 0.0, 100.0)
    for place in range(len(steps)):
        end = place == last
        needed = tries(shares[place])
        chart.append(
            {
                "place": place + 1,
                "today": 100 * lines[0][place],
                "host": 100 * lines[1][place],
                "today_label": spots[0] if end else -1.0,
                "host_label": spots[1] if end else -1.0,
            }
        )
        table.append(
            {
                "step": str(place + 1) + ". " + steps[place]["step"],
                "today": 100 * lines[0][place],
                "after": 100 * lines[1][place],
                "tries": 0.0 if needed is None else needed,
            }
        )
    moved = len([1 for one in taken if one])
    limit = bearable_loss(today["hand_offs"], after["hand_offs"], error, moved)
    if limit is None or compare(limit, 0.0) <= 0:
        decides = "nothing"
    else:
        decides = ["more", "equal", "less"][compare(loss, limit) + 1]
    return {
        "forms": forms,
        "chart": chart,
        "table": table,
        "today": today["flawless"],
        "after": after["flawless"],
        "verdict": ["worse", "same", "better"][compare(after["flawless"], today["flawless"]) + 1],
        "steps_alone": 100 * rolled_yield(shares),
        "hand_offs_alone": 100 * rolled_yield([], today["hand_offs"], error),
        "hand_offs_today": today["hand_offs"],
        "hand_offs_after": after["hand_offs"],
        "decides": decides,
        "limit": 0.0 if limit is None else 100 * limit,
        "loss": values["loss"],
        "moved": moved,
        "lesson": "parts",
    }


OWNERS = {
    "sales": "Sales",
    "front": "Front office",
    "kitchen": "Kitchen",
    "housekeeping": "Housekeeping",
    "technician": "Technician",
    "accounts": "Accounts",
    HOST: "The host",
}
MOST = 10
ROWS = {f"step_{number}": f"Step {number}" for number in range(1, MOST + 1)}
COLUMNS = (
    ShortText("step", "Step", maximum_length=40),
    Choice("today", "Who does it today", OWNERS, "front"),
    Choice("after", "Who would do it", OWNERS, HOST),
    Slider("minutes", "Work, minutes", 0, 480, 5, 30, whole=True),
    Slider("share", "Without an error, %", 50, 100, 0.5, 98),
)
BLANK = {"step": "", "today": "front", "after": HOST, "minutes": 30, "share": 98.0}
START = [
    {"id": f"step_{place}", "step": step, "today": today, "after": after, "minutes": minutes,
     "share": share}
    for place, (step, today, after, minutes, share) in enumerate(
        (
            ("Offer and contract", "sales", HOST, 60, 98.0),
            ("Rooms blocked", "front", HOST, 15, 98.0),
            ("Menus and breaks", "kitchen", HOST, 30, 96.0),
            ("Rooms made ready", "housekeeping", "housekeeping", 240, 98.0),
            ("Hall set up", "technician", "technician", 90, 98.0),
            ("Group checked in", "front", HOST, 30, 97.0),
            ("Invoice", "accounts", HOST, 20, 96.0),
        ),
        1,
    )
]  # fmt: skip
PERCENT = Number(decimals=1)

EXERCISE = Exercise(
    id="order-to-stay",
    title="From order to stay",
    question="A conference order goes through seven steps at Hotel Yasen. Each goes well at least "
    "96 times in 100. How many orders go well from the first step to the last? And what if one "
    "host takes five of the seven steps?",
    teaches=(),
    minutes=10,
    in_steps=True,
    done_with=("conclusion",),
    tasks=(
        Task(
            "No step is worse than 96%. Why do only two orders in three go through without an "
            "error?",
            "The shares are multiplied. The seven steps alone leave 82.5 orders of 100, the six "
            "hand-offs alone 83.3, both together 68.7. A mean of the steps would say 97.3.",
        ),
        Task(
            "Make three changes, and undo each before the next: the invoice, step 7, at 100%; "
            "hand-off errors at 2%; each of the seven steps one point better. Which helps most?",
            "A perfect invoice lifts 68.7 to 71.5. Hand-offs at 2% lift it to 73.0, and steps "
            "that are one point better to 73.8. It is no equal race: four points in one place, "
            "against one point in six or in seven places. So small gains everywhere beat one "
            "perfect place; that hand-offs matter more than steps, it does not show. But a step "
            "has somebody who can improve it. Often nobody owns a hand-off.",
        ),
        Task(
            "Raise the host’s loss. From where on is the host no longer a gain?",
            "At a loss of 1.8%, rounded, both ways are equal: each share of five steps is "
            "multiplied by 0.982, and three hand-offs are saved. Above that, the specialists win "
            "in spite of their hand-offs. At 2.5%, the host’s way leaves 66.3 orders.",
        ),
    ),
    groups=(
        Group(
            "Between the steps",
            (
                Slider("error", "Error at a hand-off", 0, 15, 0.5, 3, unit="%"),
                Slider(
                    "wait",
                    "Wait at a hand-off",
                    0,
                    48,
                    1,
                    16,
                    unit="hours",
                    help="Calendar hours until somebody in the next department opens the order.",
                    whole=True,
                ),
            ),
        ),
        Group(
            "The host",
            (
                Slider(
                    "loss",
                    "What the host does less well",
                    0,
                    10,
                    0.1,
                    1,
                    unit="%",
                    help="A host is no specialist. At 1.0%, the share of each step taken over is "
                    "multiplied by 0.99: 98% becomes 97.0%. An assumption: change it.",
                ),
                Slider(
                    "orders",
                    "New orders a week",
                    1,
                    20,
                    1,
                    5,
                    help="Conferences, short meetings, weddings and family days together.",
                    whole=True,
                ),
            ),
            shows=("today", "verdict", "lesson", "decides", "lines"),
        ),
        Group(
            "The process",
            (
                Rows(
                    "steps",
                    "Steps of a conference order",
                    ROWS,
                    COLUMNS,
                    START,
                    help="A hand-off stands wherever two steps that follow each other have "
                    "different owners. Change an owner and it comes or goes.",
                    blank=BLANK,
                    minimum=2,
                ),
            ),
            text="Who does what, how long it takes, and how often it is right. Synthetic figures. "
            "Steps are taken one after the other, and the weeks until the event are left out.",
            shows=("forms", "after_steps"),
        ),
        Group(
            "Your conclusion",
            (
                LongText(
                    "conclusion",
                    "What would you change first in this process, and what would you measure "
                    "before you do?",
                    help="For your own notes. Nobody grades this.",
                ),
            ),
        ),
    ),
    compute=compute,
    views=(
        Figure(
            "today",
            "today",
            "Orders without any error today",
            PERCENT,
            "of 100",
            "If errors are independent of one another.",
        ),
        Sentence(
            "verdict",
            "verdict",
            {
                "better": "Today {today} of 100 orders go through without an error, with the host "
                "{after}. The host is the better way here.",
                "same": "Today {today} of 100 orders go through without an error, and with the "
                "host as many.",
                "worse": "Today {today} of 100 orders go through without an error, with the host "
                "only {after}. The specialists are the better way here.",
            },
            {"today": Value("today", PERCENT), "after": Value("after", PERCENT)},
        ),
        Sentence(
            "lesson",
            "lesson",
            {
                "parts": "The steps alone would leave {steps_alone} of 100 orders as they should "
                "be, today’s hand-offs alone {hand_offs_alone}. Hand-offs: {hand_offs_today} "
                "today, {hand_offs_after} with the host."
            },
            {
                "steps_alone": Value("steps_alone", PERCENT),
                "hand_offs_alone": Value("hand_offs_alone", PERCENT),
                "hand_offs_today": Value("hand_offs_today"),
                "hand_offs_after": Value("hand_offs_after"),
            },
        ),
        Sentence(
            "decides",
            "decides",
            {
                "more": "The host may do each step taken over up to {limit}% less well before the "
                "gain is gone. You assume {loss}%.",
                "equal": "At a loss of {limit}% a step, both ways are equal.",
                "less": "The host may do each step taken over up to {limit}% less well before the "
                "gain is gone. You assume {loss}%, which is too much.",
                "nothing": "Here the host saves no hand-off, so there is nothing to weigh.",
            },
            {"limit": Value("limit", PERCENT), "loss": Value("loss", PERCENT)},
        ),
        Chart(
            "lines",
            "chart",
            "Orders still without an error, step by step",
            yield_lines,
            "After the last step {today} of 100 orders are without an error today, {after} with "
            "the host.",
            values={"today": Value("today", PERCENT), "after": Value("after", PERCENT)},
            texts={
                "steps": "After step",
                "axis": "Of 100 orders",
                "today": "Today",
                "host": "With a host",
            },
        ),
        Table(
            "forms",
            "forms",
            "Two ways to organise the same work: hand-offs, lead time in calendar hours, the share "
            "of it in which somebody works, and orders under way at a time",
            (
                Column("form", "Way", words={"today": "Today", "after": "Host"}),
                Column("hand_offs", "Hand-offs", style=Number()),
                Column("hours", "Hours", style=PERCENT),
                Column("working", "Work, %", style=PERCENT),
                Column("under_way", "Under way", style=PERCENT),
            ),
        ),
        Table(
            "after_steps",
            "table",
            "Orders still without an error, of 100, and how often a step is done today until it is "
            "right, if every error is found",
            (
                Column("step", "After step"),
                Column("today", "Today", style=PERCENT),
                Column("after", "Host", style=PERCENT),
                Column("tries", "Tries today", style=Number(2)),
            ),
        ),
    ),
    announce="verdict",
)
