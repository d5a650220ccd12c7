"""Motivation and control: how pay, checks, recognition and feedback move effort together."""

from __future__ import annotations

from typing import Any

from servicequality.charts.lever_curve import lever_curve
from servicequality.charts.package_bars import package_bars
from servicequality.core.numbers import compare
from servicequality.declare import (
    Chart,
    Choice,
    Column,
    Exercise,
    Group,
    LongText,
    Number,
    Sentence,
    Slider,
    Table,
    Task,
    Value,
)
from servicequality.model.effort import care, counted_work, own_will, service

# Bonus in euros a month, checks and recognition in times a month, what checks are followed by.
PACKAGES: list[tuple[str, float, float, float, str]] = [
    ("now", 0.0, 0.0, 0.0, "nothing"),
    ("pay", 100.0, 0.0, 0.0, "nothing"),
    ("checks", 0.0, 8.0, 0.0, "nothing"),
    ("heard", 0.0, 0.0, 4.0, "work"),
    ("together", 0.0, 8.0, 4.0, "work"),
    ("all", 100.0, 8.0, 4.0, "work"),
]
HIGHEST = {"bonus": 200.0, "checks": 20.0}
STEPS = 20


def effort(
    mix: tuple[str, float, float, float, str], crowding: float, countable: float
) -> dict[str, Any]:
    """Own will, counted work, care and what guests get, of one mix."""
    name, bonus, checks, recognition, told = mix
    will = own_will(bonus, checks, recognition, told, crowding)
    counted = counted_work(will, bonus, checks)
    cared = care(will)
    return {
        "package": name,
        "will": will,
        "counted": counted,
        "care": cared,
        "service": service(counted, cared, countable),
    }


def compute(values: dict[str, Any]) -> dict[str, Any]:
    """Six packages and the reader's own mix, once a package is predicted; and one lever's curve."""
    countable, crowding = values["countable"] / 100, values["crowding"] / 100
    own_mix = (
        "own",
        float(values["bonus"]),
        float(values["checks"]),
        float(values["recognition"]),
        values["told"],
    )
    packages = [effort(package, crowding, countable) for package in PACKAGES]
    own = effort(own_mix, crowding, countable)
    best = packages[0]
    for package in packages:
        if compare(package["service"], best["service"]) > 0:
            best = package
    guess = values["prediction"]
    held = guess == "open"
    away = own["service"] - packages[0]["service"]
    result: dict[str, Any] = {
        "stage": "open" if held else ("hit" if guess == best["package"] else "miss"),
        "guess": guess,
        "best": best["package"],
        "top": best["service"],
        "now": packages[0]["service"],
        "own_state": "held" if held else ["worse", "same", "better"][compare(away, 0.0) + 1],
        "own_service": own["service"],
        "own_will": own["will"],
        "own_counted": own["counted"],
        "own_care": own["care"],
        "bars": [],
        "table": [],
        "curve": [],
        "curve_state": "held",
        "over": values["over"],
    }
    for package in packages:
        if package["package"] == guess:
            result["expected"] = package["service"]
    if held:
        return result
    packages.append(own)
    for row in packages:
        parts = [countable * row["counted"], (1 - countable) * row["care"]]
        for place in range(2):
            result["bars"].append(
                {
                    "package": row["package"],
                    "part": ["counted", "care"][place],
                    "place": place,
                    "points": parts[place],
                    "sum": row["service"],
                }
            )
        result["table"].append(
            {"package": row["package"], "service": row["service"], "will": row["will"]}
        )
    result.update(curve(own_mix, values["over"], crowding, countable))
    return result


def curve(
    mix: tuple[str, float, float, float, str], over: str, crowding: float, countable: float
) -> dict[str, Any]:
    """What guests get from nothing of one lever to its end, all else as in the mix."""
    name, bonus, checks, recognition, told = mix
    rows: list[dict[str, Any]] = []
    lowest, lowest_at, start = 0.0, 0.0, 0.0
    for line in ["with", "without"]:
        strength = crowding if line == "with" else 0.0
        for step in range(STEPS + 1):
            amount = HIGHEST[over] * step / STEPS
            at = (
                (name, amount, checks, recognition, told)
                if over == "bonus"
                else (name, bonus, amount, recognition, told)
            )
            points = effort(at, strength, countable)["service"]
            rows.append({"line": line, "mark": "line", "lever": amount, "points": points})
            if line == "with" and step == 0:
                lowest, start = points, points
            elif line == "with" and compare(points, lowest) < 0:
                lowest, lowest_at = points, amount
    own = {"bonus": bonus, "checks": checks}[over]
    rows.append(
        {
            "line": "with",
            "mark": "own",
            "lever": own,
            "points": effort(mix, crowding, countable)["service"],
        }
    )
    end = rows[STEPS]["points"]
    if compare(lowest, start) >= 0:
        state = "never"
    elif compare(end, start) > 0:
        state = "dip"
    else:
        state = "below"
    return {
        "curve": rows,
        "curve_state": over + "_" + state,
        "lowest": lowest,
        "lowest_at": lowest_at,
        "start": start,
        "end": end,
    }


ONE, WHOLE = Number(decimals=1), Number()
NAMES = {
    "now": "as now",
    "pay": "bonus",
    "checks": "checks",
    "heard": "heard and told",
    "together": "heard, told, checked",
    "all": "all of it",
    "own": "your mix",
}
OPTIONS = {
    "open": "not decided yet",
    "pay": "Bonus: 100 euros a month for reaching the counted target",
    "checks": "Checks: eight a month, and nobody talks about them",
    "heard": "Heard and told: ideas heard and good work thanked, four times a month, and feedback "
    "about the work",
    "together": "Heard, told, checked: the same with eight checks that are talked over",
    "all": "All of it: the same, with the bonus as well",
}
SHORT = {**OPTIONS, **NAMES, "open": "nothing"}
PARTS = {"counted": "counted work", "care": "care, uncounted"}
LINES = {"with": "with crowding-out, as set", "without": "without crowding-out"}
EXTREME = {
    "lowest": Value("lowest", ONE),
    "lowest_at": Value("lowest_at", WHOLE),
    "start": Value("start", ONE),
    "end": Value("end", ONE),
}

EXERCISE = Exercise(
    id="effort-levers",
    title="Five packages for the front desk",
    question="Petar may try one package for half a year. Which one gives guests the most? Predict "
    "first; then take the packages apart.",
    teaches=("M6b", "M6c", "M6e"),
    minutes=12,
    revealed={"prediction": "together"},
    done_with=("prediction", "conclusion_effort"),
    tasks=(
        Task(
            "Leave all levers at zero and show the result for every bonus. What does a bonus of 20 "
            "euros do? And one of 200?",
            "With 20 euros guests get 37.4 points, fewer than the 40 of today; with 200 euros they "
            "get 40.2. In the model the bonus costs will at once and adds counted work only "
            "slowly. Experiments found such a dip, too, but not in hotels, and not with these "
            "numbers.",
        ),
        Task(
            "Show the result for every number of checks. Compare eight checks without feedback "
            "with eight checks and feedback about the work. And if the feedback is about the "
            "person?",
            "Without feedback: 0.4 × 52.7 counted work + 0.6 × 28.8 care = 38.4 points, below "
            "today. With feedback about the work: 49.2; such feedback without any check brings "
            "44.3. With feedback about the person: 34.0. The checks are the same. What follows "
            "them is not.",
        ),
        Task(
            "Put crowding-out to 0%. Which package is first now? Put it back to 100% and raise the "
            "countable share to 50%. What is first then?",
            "Both times “all of it”: 68.1 points against 60.3 for the same without the bonus, and "
            "60.5 against 59.1. So the quarrel about the bonus is, in this model, one about two "
            "facts: how strong crowding-out is, and how much of a service can be counted. A third "
            "is left out, what the bonus costs: 1.4 points for up to 100 euros a person a month? "
            "And a fourth: whether people reach the target at all.",
        ),
    ),
    groups=(
        Group(
            "Your prediction",
            (
                Choice(
                    "prediction",
                    "Which package gives guests the most?",
                    OPTIONS,
                    "open",
                    buttons=True,
                ),
            ),
            text="Today there is a fixed wage, no bonus and no check. The bonus and the checks "
            "look at what can be counted, such as a key within five minutes. How a guest is "
            "listened to, nobody counts.",
            shows=("verdict", "packages_chart"),
        ),
        Group(
            "Your own mix",
            (
                Slider("bonus", "Bonus", 0, 200, 10, 0, "€ a month", whole=True),
                Slider("checks", "Checks", 0, 20, 1, 0, "a month", whole=True),
                Choice(
                    "told",
                    "Feedback",
                    {"nothing": "none", "work": "about the work", "person": "about the person"},
                    "nothing",
                    buttons=True,
                ),
                Slider(
                    "recognition",
                    "Ideas heard, good work thanked",
                    0,
                    8,
                    1,
                    0,
                    "times a month",
                    whole=True,
                ),
                Choice(
                    "over",
                    "Show the result for every level of",
                    {"bonus": "the bonus", "checks": "the checks"},
                    "bonus",
                    buttons=True,
                ),
            ),
            shows=("own",),
        ),
        Group(
            "What we assume",
            (
                Slider(
                    "countable",
                    "Share of the service that can be counted",
                    0,
                    100,
                    5,
                    40,
                    "%",
                    whole=True,
                ),
                Slider(
                    "crowding",
                    "Strength of crowding-out",
                    0,
                    150,
                    10,
                    100,
                    "%",
                    "How much bonus and checks take from people’s own will. At 0% they take "
                    "nothing.",
                    whole=True,
                ),
            ),
            text="A teaching model. Its signs follow studies that the chapter names; all its "
            "numbers are our own, and nobody has measured them. What guests get is counted work "
            "times the share that can be counted, plus care times the rest. It leaves out what a "
            "bonus costs.",
        ),
        Group(
            "Your conclusion",
            (
                LongText(
                    "conclusion_effort",
                    "What would Petar have to find out at his own desk before he chooses?",
                    help="For your own notes. Nobody grades this.",
                ),
            ),
        ),
    ),
    compute=compute,
    views=(
        Sentence(
            "verdict",
            "stage",
            {
                "open": "Choose a package first. The results wait for your prediction.",
                "hit": "As you expected: “{best}” is first, with {top} points. Today it is {now}.",
                "miss": "You expected “{guess}”: {expected} points. First in this model is "
                "“{best}”, with {top}. Today it is {now}.",
            },
            {
                "best": Value("best", words=SHORT),
                "guess": Value("guess", words=SHORT),
                "expected": Value("expected", ONE),
                "top": Value("top", ONE),
                "now": Value("now", ONE),
            },
        ),
        Chart(
            "packages_chart",
            "bars",
            "What guests get, of 100 points",
            package_bars,
            "A bar for each package, in two parts: what comes from counted work and what from "
            "care. The longest is “{best}”, with {top} points; today it is {now}, and your own mix "
            "gives {own_service}.",
            values={
                "best": Value("best", words=SHORT),
                "top": Value("top", ONE),
                "now": Value("now", ONE),
                "own_service": Value("own_service", ONE),
            },
            words={"package": NAMES, "part": PARTS},
            texts={**PARTS, "axis": "Points"},
            empty="The packages are compared once you have predicted.",
        ),
        Table(
            "packages",
            "table",
            "Service and own will, in points",
            (
                Column("package", "Package", words=NAMES),
                Column("service", "Service", style=ONE),
                Column("will", "Own will", style=ONE),
            ),
            empty="The numbers wait as well.",
        ),
        Sentence(
            "own",
            "own_state",
            {
                "held": "",
                "better": "Your mix gives guests {own_service} points, more than today. Counted "
                "work {own_counted}, care {own_care}, own will {own_will}.",
                "same": "Your mix gives guests {own_service} points, as today. Counted work "
                "{own_counted}, care {own_care}, own will {own_will}.",
                "worse": "Your mix gives guests {own_service} points, fewer than today. Counted "
                "work {own_counted}, care {own_care}, own will {own_will}.",
            },
            {
                "own_service": Value("own_service", ONE),
                "own_counted": Value("own_counted", ONE),
                "own_care": Value("own_care", ONE),
                "own_will": Value("own_will", ONE),
            },
        ),
        Chart(
            "lever_chart",
            "curve",
            "One lever, from nothing to its end",
            lever_curve,
            "Two lines for every level of {over}, all else as in your mix. The thick one, with "
            "crowding-out, begins at {start} points and ends at {end}; its lowest point is "
            "{lowest}. The dashed one leaves crowding-out away. A dot marks your mix.",
            values={"over": Value("over", words={"bonus": "the bonus", "checks": "the checks"})}
            | EXTREME,
            words={"line": LINES},
            texts={
                **LINES,
                "lever": "Bonus in euros, or checks, a month",
                "axis": "Points (axis cut)",
            },
            empty="The curve waits for your prediction.",
        ),
        Sentence(
            "curve_told",
            "curve_state",
            {
                "held": "",
                "bonus_never": "Over the bonus, nothing lies below the start.",
                "bonus_dip": "A small bonus is worse than none: at {lowest_at} euros it is "
                "{lowest} points. At the end of the range it is {end}.",
                "bonus_below": "No bonus in this range is better than none; at {lowest_at} euros "
                "it is worst, {lowest} points.",
                "checks_never": "Over the checks, nothing lies below the start.",
                "checks_dip": "A few checks are worse than none: near {lowest_at} a month it is "
                "{lowest} points. At the end of the range it is {end}.",
                "checks_below": "No number of checks in this range is better than none; near "
                "{lowest_at} it is worst, {lowest} points.",
            },
            EXTREME,
        ),
    ),
    announce="verdict",
)
