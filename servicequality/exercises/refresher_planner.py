"""Training fades: how often a refresher keeps a skill above a level, and what that costs."""

from __future__ import annotations

from typing import Any

from servicequality.charts.refresher_saw import refresher_saw
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
    Sentence,
    Slider,
    Table,
    Task,
    Value,
)
from servicequality.model.refreshers import (
    MONTHS,
    months_above,
    skill_left,
    team_left,
    turnover_half_life,
    worth_own,
    yearly_cost,
)

# Months until half of the gain is lost: three from the meta-analysis of Tatel and Ackerman, and
# the article's two to three months read as a half-life, which is our reading.
HALF_LIVES = {"speed": 13.0, "mixed": 11.0, "accuracy": 6.5, "article": 2.5}
ORDER = ["speed", "mixed", "accuracy", "article"]
# Invented, like all euros here: the front desk, wages with all dues, and what a session by a
# trainer of one's own costs besides them.
PEOPLE, WAGE, OWN_SESSION = 12, 9, 80
# The question to be predicted: the slowest of the three half-lives and a level of 80%.
ASKED_LEVEL, ASKED = 0.8, "four"


def costs(values: dict[str, Any], sessions: float) -> dict[str, float]:
    """What so many sessions a year cost with an outside trainer and with an own programme."""
    hours = PEOPLE * WAGE * values["hours"]
    return {
        "outside": yearly_cost(sessions, hours, values["fee"]),
        "own": yearly_cost(sessions, hours, OWN_SESSION, values["prepared"]),
    }


def compute(values: dict[str, Any]) -> dict[str, Any]:
    """The months that a level lasts, the plan's lowest point and cost, once it was predicted."""
    guess = values["prediction"]
    held = guess == "open"
    straight, turnover = values["shape"] == "straight", values["turnover"] / 100
    half_life, level = HALF_LIVES[values["kind"]], values["level"] / 100
    interval = values["interval"]
    lowest = team_left(interval, half_life, straight, turnover)
    sessions = MONTHS / interval
    spent = costs(values, sessions)
    limit = worth_own(values["prepared"], values["fee"], OWN_SESSION)
    cheaper = ["outside", "same", "own"][compare(spent["outside"], spent["own"]) + 1]
    result: dict[str, Any] = {
        "stage": "open" if held else ("hit" if guess == ASKED else "miss"),
        "guess": guess,
        "asked": months_above(ASKED_LEVEL, HALF_LIVES["speed"]),
        "asked_line": months_above(ASKED_LEVEL, HALF_LIVES["speed"], True),
        "asked_left": 100 * skill_left(MONTHS, HALF_LIVES["speed"]),
        "lasts": None if held else months_above(level, half_life, straight, turnover),
        "lowest": 100 * lowest,
        "level": values["level"],
        "interval": interval,
        "plan": "held" if held else ["below", "at", "above"][compare(lowest, level) + 1],
        "sessions": sessions,
        "outside": spent["outside"],
        "own": spent["own"],
        "cost": "held" if held else cheaper + ("" if limit is not None else "_never"),
        "leavers": "none" if held or values["turnover"] == 0 else "some",
        "turnover": values["turnover"],
        "saw": [] if held else saw(half_life, straight, turnover, interval, values["level"]),
        "table": [],
    }
    if limit is not None:
        result["limit"] = limit
    if values["turnover"] > 0:
        result["leave_half"] = turnover_half_life(turnover)
    if held:
        return result
    for kind in ORDER:
        lasts = months_above(level, HALF_LIVES[kind], straight, turnover)
        needed = costs(values, MONTHS / lasts)
        cost = min(needed["outside"], needed["own"])
        result["table"].append({"kind": kind, "lasts": lasts, "cost": cost})
    return result


def saw(
    half_life: float, straight: bool, turnover: float, interval: int, level: int
) -> list[dict[str, Any]]:
    """Both lines over a year in half months, back at 100 with each refresher, and the level."""
    rows: list[dict[str, Any]] = []
    for line in ["team", "stayers"]:
        leaving = turnover if line == "team" else 0.0
        step = 0
        for half in range(2 * MONTHS + 1):
            since = half % (2 * interval)
            # With a refresher there are two points: just before and just after it.
            ages = [2 * interval, 0] if half > 0 and since == 0 else [since]
            for age in ages:
                left = team_left(age / 2, half_life, straight, leaving)
                rows.append(
                    {
                        "line": line,
                        "month": half / 2,
                        "left": 100 * left,
                        "step": step,
                    }
                )
                step += 1
    for end in range(2):
        month = float(MONTHS * end)
        rows.append({"line": "level", "month": month, "left": float(level), "step": end})
    return rows


ONE, WHOLE = Number(decimals=1), Number()
PREDICTIONS = {
    "open": "not decided yet",
    "twelve": "once a year",
    "six": "every six months",
    "four": "every four months",
    "one": "every month",
}
KINDS = {
    "speed": "speed: 13 months",
    "mixed": "speed and accuracy: 11 months",
    "accuracy": "accuracy: 6.5 months",
    "article": "the article’s claim, read as 2.5 months",
}
SHORT_KINDS = {
    "speed": "13 months",
    "mixed": "11 months",
    "accuracy": "6.5 months",
    "article": "2.5 months",
}
LINES = {
    "team": "the team, with newcomers",
    "stayers": "those who stay",
    "level": "to be kept",
}
COST = "{sessions} sessions a year cost {outside} euros with an outside trainer and {own} with an "

EXERCISE = Exercise(
    id="refresher-planner",
    title="When is the next refresher?",
    question="Half of what a training brings in speed is lost after 13 months without use: the "
    "slowest of three half-lives in a meta-analysis. The front desk is to keep at least 80% of it. "
    "How often must the training be repeated? Predict first.",
    teaches=("M7a", "M7e", "M7f", "N2"),
    minutes=12,
    revealed={"prediction": "four"},
    done_with=("prediction", "conclusion_refresher"),
    tasks=(
        Task(
            "Choose accuracy, then the article’s claim. How long do 80% last? What does the figure "
            "change: whether to repeat, how often, or at what price?",
            "2.1 months for accuracy, 0.8 for the claim read as a half-life. Even with the slowest "
            "of the three half-lives, 13 months, 80% last only 4.2 months, and after a year 53% is "
            "left. So for a skill that is not used, and if 80% is to be kept, once a year is too "
            "little under each figure. How often and at what price does depend on it: in the "
            "table a year costs 1,910 euros at 13 months and 6,213 at 2.5. With “keep 50%” and "
            "13 months, once a year is enough.",
        ),
        Task(
            "Change “Each month is lost” to the same amount, for speed and for accuracy, with a "
            "refresher every 12 months. What stays, and what does not?",
            "On a straight line 80% of speed last 5.2 months instead of 4.2, and 80% of accuracy "
            "2.6 instead of 2.1. That changes little. What is left of accuracy after a year does "
            "change: 7.7% instead of 27.8%. The record of the meta-analysis reports a straight "
            "line, the same share is our choice; a line would leave nothing at all after two "
            "half-lives.",
        ),
        Task(
            "Go back to speed, 13 months. Raise the level from 80% to 90%, then to 95%. What "
            "happens to the price of the last points?",
            "80% last 4.2 months, 90% last 2.0 and 95% only 1.0. In the table the cost of a year "
            "goes from 1,910 euros, with an outside trainer, to 3,598 and 5,492, both with an own "
            "programme: the table always takes the cheaper of the two. Ask which mistakes are "
            "worth it: the fire drill may be, the order of the welcome phrases is not.",
        ),
        Task(
            "Speed, 80%. Let 40% of the people leave each year. What do they take along?",
            "80% now last 2.3 months instead of 4.2. On our curve leavers act like a second "
            "half-life, here of 16.3 months, although nobody has forgotten anything faster. It may "
            "be cheaper to keep people than to train new ones.",
        ),
        Task(
            "The article says that a programme of one’s own is more economical. From how many "
            "sessions a year is it, with these prices?",
            "From 5: the 1,800 euros of preparation must be earned back at 370 euros a session, "
            "and 1,800 / 370 is 4.9. They are paid each year anew, since the cases are to be new "
            "ones and the trainer needs time. Every two months it is cheaper, twice a year it is "
            "not. And a programme of one’s own needs somebody who can teach.",
        ),
    ),
    groups=(
        Group(
            "Your prediction",
            (
                Choice(
                    "prediction",
                    "How often must it be repeated?",
                    PREDICTIONS,
                    "open",
                    buttons=True,
                ),
            ),
            shows=("verdict",),
        ),
        Group(
            "What fades",
            (
                Choice("kind", "Half of the gain is lost after", KINDS, "speed"),
                Choice(
                    "shape",
                    "Each month is lost",
                    {"share": "the same share", "straight": "the same amount"},
                    "share",
                    help="The record’s regression adds the same amount each month; the same share "
                    "is our choice.",
                    buttons=True,
                ),
                Slider(
                    "turnover",
                    "People who leave",
                    0,
                    80,
                    5,
                    0,
                    "% a year",
                    "For each who leaves, somebody comes who has not had the training.",
                    whole=True,
                ),
            ),
            text="Without use. A skill in daily use fades less. The half-lives of 6.5, 11 and 13 "
            "months are from a meta-analysis; the article’s claim is about enthusiasm and "
            "techniques, and to read it as a half-life is ours.",
            shows=("leavers_told",),
        ),
        Group(
            "Your plan",
            (
                Slider("interval", "Months between refreshers", 1, 12, 1, 12, whole=True),
                Slider("level", "Keep at least", 50, 95, 5, 80, "% of the gain", whole=True),
            ),
            shows=("plan_told",),
        ),
        Group(
            "What it costs",
            (
                Slider("hours", "Length of a refresher", 0.5, 8, 0.5, 2, "hours"),
                Slider("fee", "Outside trainer", 0, 1500, 50, 450, "€ a session", whole=True),
                Slider(
                    "prepared",
                    "To prepare an own programme",
                    0,
                    6000,
                    100,
                    1800,
                    "€ a year",
                    "A colleague’s hours for new cases and for rehearsing them, each year anew.",
                    whole=True,
                ),
            ),
            text="Synthetic: twelve people at 9 euros an hour, and 80 euros for a session by a "
            "trainer of the hotel’s own. Everybody takes part, and everybody is back at 100%.",
            shows=("cost_told",),
        ),
        Group(
            "Your conclusion",
            (
                LongText(
                    "conclusion_refresher",
                    "Which skill of the front desk would you refresh most often, and how would you "
                    "find out how fast it fades there?",
                    help="For your own notes. Nobody grades this.",
                ),
            ),
        ),
    ),
    compute=compute,
    views=(
        Figure("lasts", "lasts", "How long the team stays above the level", ONE, "months"),
        Sentence(
            "verdict",
            "stage",
            {
                "open": "Choose an interval first. The results wait for your prediction.",
                "hit": "As you expected: 80% last {asked} months, on a straight line {asked_line}. "
                "After a year without use {asked_left}% of the gain would be left.",
                "miss": "You expected {guess}. But 80% last {asked} months, on a straight line "
                "{asked_line}, so every four months is just enough. After a year without use "
                "{asked_left}% of the gain would be left.",
            },
            {
                "asked": Value("asked", ONE),
                "asked_line": Value("asked_line", ONE),
                "asked_left": Value("asked_left", WHOLE),
                "guess": Value("guess", words=PREDICTIONS),
            },
        ),
        Sentence(
            "plan_told",
            "plan",
            {
                "held": "",
                "below": "Your plan: every {interval} months. Just before a refresher the team is "
                "at {lowest}%, below the {level}% that you want to keep.",
                "at": "Your plan: every {interval} months. Just before a refresher the team is at "
                "{lowest}%, exactly the level that you want to keep.",
                "above": "Your plan: every {interval} months. Just before a refresher the team is "
                "at {lowest}%, above the {level}% that you want to keep.",
            },
            {
                "interval": Value("interval", WHOLE),
                "lowest": Value("lowest", ONE),
                "level": Value("level", WHOLE),
            },
        ),
        Sentence(
            "leavers_told",
            "leavers",
            {
                "none": "",
                "some": "If {turnover}% leave each year, half of the team is gone after "
                "{leave_half} months, and what they had learnt with them.",
            },
            {"turnover": Value("turnover", WHOLE), "leave_half": Value("leave_half", ONE)},
        ),
        Sentence(
            "cost_told",
            "cost",
            {
                "held": "",
                "outside": COST + "own programme. That pays above {limit} sessions a year.",
                "same": COST + "own programme: the same.",
                "own": COST + "own programme, which pays above {limit} sessions a year.",
                "outside_never": COST + "own programme, which never pays at these prices.",
                "same_never": COST + "own programme: the same.",
                "own_never": COST + "own programme.",
            },
            {
                "sessions": Value("sessions", ONE),
                "outside": Value("outside", WHOLE),
                "own": Value("own", WHOLE),
                "limit": Value("limit", ONE),
            },
        ),
        Chart(
            "saw_chart",
            "saw",
            "What is left over a year, with your plan",
            refresher_saw,
            "Two lines over twelve months that fall and return to 100% with each refresher, every "
            "{interval} months. The team’s lowest point is {lowest}%; a dashed line marks the "
            "{level}% to be kept.",
            values={
                "interval": Value("interval", WHOLE),
                "lowest": Value("lowest", ONE),
                "level": Value("level", WHOLE),
            },
            words={"line": LINES},
            texts={
                **LINES,
                "month": "Months after the training",
                "axis": "% of the gain",
            },
            empty="The year is drawn once you have predicted.",
        ),
        Table(
            "half_lives",
            "table",
            "To stay above the level, by half-life",
            (
                Column("kind", "Half-life", words=SHORT_KINDS),
                Column("lasts", "Refresh after, months", style=ONE),
                Column("cost", "Cheaper way, € a year", style=WHOLE),
            ),
            empty="The numbers wait as well.",
        ),
    ),
    announce="verdict",
)
