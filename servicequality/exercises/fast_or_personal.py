"""Conveyor or personal service: who waits, and who goes away without what they needed."""

from __future__ import annotations

from typing import Any

from servicequality.charts.wait_curves import wait_curves
from servicequality.core.numbers import compare
from servicequality.declare import (
    Chart,
    Exercise,
    Figure,
    Group,
    LongText,
    Number,
    Sentence,
    Slider,
    Task,
    Value,
)
from servicequality.model.waiting import average_wait, busy_share

DESKS = 2
LONGEST = 20.0  # the chart shows no longer wait
WIDEST = 60  # percent of guests who need more time
WAYS = ("conveyor", "personal", "both")


def desk(
    way: str, variety: float, values: dict[str, Any]
) -> tuple[float, list[float], list[float]]:
    """Arrivals a minute at one desk, the shares of the two kinds of guests, and their minutes."""
    rate = values["arrivals"] / 60 / DESKS
    simple, special = values["standard"], values["personal"]
    if way == "conveyor":
        return rate, [1 - variety, variety], [simple, simple]
    if way == "personal":
        return rate, [1 - variety, variety], [simple, special]
    staying = (1 - variety) * (1 - values["quick"] / 100)
    whole = staying + variety
    if compare(whole, 0.0) == 0:
        return 0.0, [1.0, 0.0], [simple, special]
    return rate * whole, [staying / whole, variety / whole], [simple, special]


def compute(values: dict[str, Any]) -> dict[str, Any]:
    """The average wait in minutes for three ways, and how many guests leave without their need."""
    variety = values["variety"] / 100
    waits: dict[str, float | None] = {}
    busy: dict[str, float] = {}
    rows: list[dict[str, Any]] = []
    for way in WAYS:
        # Where nobody takes the quick way, its line is that of personal service.
        drawn = way != "both" or compare(values["quick"], 0.0) > 0
        for percent in range(0, WIDEST + 1, 2) if drawn else ():
            wait = average_wait(*desk(way, percent / 100, values))
            if wait is not None and compare(wait, LONGEST) <= 0:
                rows.append({"way": way, "variety": percent, "wait": wait, "mark": "line"})
        chosen = average_wait(*desk(way, variety, values))
        waits[way] = chosen
        busy[way] = busy_share(*desk(way, variety, values))
        if drawn and chosen is not None and compare(chosen, LONGEST) <= 0:
            mark = {"way": way, "variety": values["variety"], "wait": chosen, "mark": "chosen"}
            rows.append(mark)
    result: dict[str, Any] = {
        "curves": rows,
        "wait": waits["personal"],
        "unmet": values["arrivals"] * variety,
        "arrivals": values["arrivals"],
        "variety": values["variety"],
        "quick": values["quick"],
        "busy_share": 100 * busy["personal"],
        "busy_conveyor": 100 * busy["conveyor"],
        "personal_state": state_of(waits["personal"], waits["conveyor"]),
        "conveyor_state": "endless" if waits["conveyor"] is None else "some",
        "both_state": both_state(waits, values["quick"]),
    }
    for way in WAYS:
        # A sentence that names an endless wait has no number for it.
        if waits[way] is not None:
            result["wait_" + way] = waits[way]
    return result


def state_of(personal: float | None, conveyor: float | None) -> str:
    """How the wait of personal service is told beside that of the conveyor."""
    if personal is None:
        return "endless"
    if conveyor is None:
        return "conveyor_endless"
    order = compare(personal, conveyor)
    return "same" if order == 0 else "longer" if order > 0 else "shorter"


def both_state(waits: dict[str, float | None], quick: float) -> str:
    """What is said of the quick way for simple guests."""
    if compare(quick, 0.0) == 0:
        return "unused"
    return "endless" if waits["both"] is None else "some"


ONE, TWO, WHOLE = Number(decimals=1), Number(decimals=2), Number()
WAY_NAMES = {
    "conveyor": "conveyor",
    "personal": "personal",
    "both": "personal, with a quick way",
}

EXERCISE = Exercise(
    id="fast-or-personal",
    title="Fast or personal?",
    question="Friday, two people at the desk. Suppose one guest in five needs eight minutes "
    "instead of three. Guess first: by how much does the average wait of everybody grow?",
    teaches=("CO10", "CO11", "CO12"),
    minutes=8,
    done_with=("variety", "quick"),
    tasks=(
        Task(
            "Write down your guess. Then let 20% of the guests need something of their own. How "
            "long is the average wait now, on the conveyor and with personal service?",
            "The conveyor stays at 2.25 minutes, and 4.8 guests an hour go away without what they "
            "needed. With personal service nobody does, but the average wait is 10.0 minutes. The "
            "work grew by a third, from 3 to 4 minutes a guest; the wait became more than four "
            "times as long.",
        ),
        Task(
            "Go on to 40%. What happens, and why?",
            "The queue of personal service grows without end. A guest now takes 5 minutes on "
            "average and each desk gets one every 5 minutes, so nobody ever catches up. Long "
            "before that, every additional minute of work costs more waiting than the last.",
        ),
        Task(
            "Go back to 30%, and let simple guests check in on the phone. From which share on do "
            "those at the desk wait less than ten minutes on average? Who gains?",
            "Without the phone it is 25.5 minutes. From 35% on it is below ten, at 9.43. Simple "
            "guests skip the queue, and the others get their time at the desk. A conveyor for "
            "those who want one makes room for those who want a person.",
        ),
        Task(
            "One thing is free, and the model leaves it out: a single queue for both desks. Guess "
            "what it would change at 20%, at 30% and at 40%.",
            "Very much, and not the limit. At 20% the average wait would be about 4.4 minutes "
            "instead of 10.0, at 30% about 12 instead of 25.5: nobody stands behind a long case "
            "while the other desk is free. (A usual approximation for two servers.) At 40% the "
            "queue still grows without end, because there is more work than hands.",
        ),
        Task(
            "When is the conveyor the better choice? Use the sliders to find a case.",
            "With few guests who need more, or with many arrivals and nobody to add. At 5% and 30 "
            "arrivals an hour the conveyor lets guests wait 4.5 minutes, personal service 7.8, "
            "and only 1.5 guests an hour go without. But the model does not say what those "
            "guests are worth, nor that some of them come back to the desk to ask again.",
        ),
    ),
    groups=(
        Group(
            "Friday afternoon at the desk",
            (
                Slider(
                    "variety",
                    "Guests who need something of their own",
                    0,
                    WIDEST,
                    5,
                    0,
                    unit="%",
                    help="A quiet room, a crib, two bills, a question about the knee.",
                    whole=True,
                ),
                Slider("personal", "Time that such a guest takes", 4, 15, 1, 8, unit="minutes"),
                Slider("standard", "Time for a simple guest", 2, 5, 0.5, 3, unit="minutes"),
                Slider("arrivals", "Arrivals", 12, 36, 2, 24, unit="an hour", whole=True),
                Slider(
                    "quick",
                    "Simple guests who check in on the phone",
                    0,
                    90,
                    5,
                    0,
                    unit="%",
                    help="They open the door with the phone and never come to the desk.",
                    whole=True,
                ),
            ),
            text="A model with invented figures. Two people, each with a queue of their own; "
            "guests arrive at random. On the conveyor everybody gets the time of a simple guest.",
        ),
        Group(
            "Your conclusion",
            (
                LongText(
                    "conclusion",
                    "Which of your guests want to be quick, and which want you to have time? How "
                    "would a receptionist know?",
                    help="For your own notes. Nobody grades this.",
                ),
            ),
        ),
    ),
    compute=compute,
    views=(
        Figure(
            "wait",
            "wait",
            "Average wait with personal service",
            TWO,
            "minutes",
            "A dash: the queue grows without end.",
        ),
        Sentence(
            "told_personal",
            "personal_state",
            {
                "same": "Every guest takes the same time, so that the two ways do not differ. Now "
                "let some guests need something of their own.",
                "longer": "Personal service gives every guest what they need, and lets them wait "
                "{wait_personal} minutes on average instead of {wait_conveyor}. The two people "
                "are busy {busy_share}% of the time.",
                "shorter": "Here personal service takes no longer than the conveyor.",
                "conveyor_endless": "Personal service lets guests wait {wait_personal} minutes.",
                "endless": "Personal service cannot be kept up: there is more work than two "
                "people can do, and the queue grows until the evening.",
            },
            {
                "wait_personal": Value("wait_personal", TWO),
                "wait_conveyor": Value("wait_conveyor", TWO),
                "busy_share": Value("busy_share", WHOLE),
            },
        ),
        Sentence(
            "told_conveyor",
            "conveyor_state",
            {
                "some": "On the conveyor the wait is {wait_conveyor} minutes, and {unmet} of "
                "{arrivals} guests an hour leave the desk without what they needed.",
                "endless": "Even the conveyor cannot serve so many guests.",
            },
            {
                "wait_conveyor": Value("wait_conveyor", TWO),
                "unmet": Value("unmet", ONE),
                "arrivals": Value("arrivals", WHOLE),
            },
        ),
        Sentence(
            "told_both",
            "both_state",
            {
                "unused": "Nobody uses the quick way yet.",
                "some": "With {quick}% of the simple guests on the quick way, those at the desk "
                "wait {wait_both} minutes and get the time that they need.",
                "endless": "Even with {quick}% of the simple guests on the quick way, the desk "
                "has more work than two people can do.",
            },
            {"quick": Value("quick", WHOLE), "wait_both": Value("wait_both", TWO)},
        ),
        Chart(
            "wait_chart",
            "curves",
            "Average wait at the desk",
            wait_curves,
            "Three lines over the share of guests who need more time. The conveyor is a flat line. "
            "Personal service rises more and more steeply. With a quick way past the desk it rises "
            "later. Waits above 20 minutes are not drawn. The marks stand at your {variety}%.",
            values={"variety": Value("variety", WHOLE)},
            words={"way": WAY_NAMES},
            texts={
                **WAY_NAMES,
                "variety": "Guests who need more time, %",
                "axis": "Minutes of waiting",
            },
            empty="All queues grow without end.",
        ),
    ),
    announce="told_personal",
)
