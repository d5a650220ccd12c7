"""A campaign that fades against a small habit that repeats: who reaches more guests, and when?"""

from __future__ import annotations

from typing import Any

from servicequality.charts.two_courses import two_courses
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
from servicequality.model.enthusiasm import (
    ahead_from,
    campaign_weeks,
    habit_weeks,
    running_total,
)
from servicequality.model.label_places import label_places

WEEKS = 52
# Welcomes at the desk in a week; a figure of the model.
ARRIVALS = 180.0
# The last week that each guess covers.
GUESSES = [("early", 8), ("spring", 16), ("half", 30), ("late", WEEKS)]
LAUNCHES = {"never": 0, "half_year": 26, "quarter": 13, "six_weeks": 6}
SHOWN = [4, 13, 26, 39, 52]


def covers(week: int | None) -> str:
    """The guess that a week belongs to; `never` where there is no such week."""
    if week is None:
        return "never"
    for guess, last in GUESSES:
        if week <= last:
            return guess
    return "never"


def compute(values: dict[str, Any]) -> dict[str, Any]:
    """Welcomes in the new way, week by week and in all, once a guess is made."""
    if values["guess"] == "open":
        return {"stage": "open", "now": "open", "level": "open", "lines": [], "totals": []}
    half_life = float(values["half_life"])
    campaign = campaign_weeks(
        ARRIVALS * values["first"] / 100,
        half_life,
        LAUNCHES[values["every"]],
        values["kept"] / 100,
        WEEKS,
    )
    habit = habit_weeks(
        ARRIVALS * values["ceiling"] / 100, values["half_at"], values["a_week"], WEEKS
    )
    campaign_all, habit_all = running_total(campaign), running_total(habit)
    look = int(values["look"])
    lines: list[dict[str, Any]] = []
    for position in range(WEEKS):
        lines.append(
            {
                "week": position + 1,
                "campaign": campaign[position],
                "habit": habit[position],
                "look": 1 if position + 1 == look else 0,
            }
        )
    highest = max(max(campaign), max(habit))
    places = label_places([campaign[-1], habit[-1]], 0.09 * highest, 0.06 * highest, highest)
    lines[-1]["campaign_label"], lines[-1]["habit_label"] = places[0], places[1]
    level, ahead = ahead_from(habit, campaign), ahead_from(habit_all, campaign_all)
    right = values["guess"] == covers(ahead)
    if ahead is None:
        stage = "never_right" if right else "never_wrong"
    else:
        stage = "right" if right else "wrong"
    side = compare(habit[look - 1], campaign[look - 1])
    result: dict[str, Any] = {
        "stage": stage,
        "now": ["campaign", "same", "habit"][side + 1],
        "level": "never" if level is None else "some",
        "look": look,
        "campaign_now": campaign[look - 1],
        "habit_now": habit[look - 1],
        "campaign_so_far": campaign_all[look - 1],
        "habit_so_far": habit_all[look - 1],
        "campaign_year": campaign_all[-1],
        "habit_year": habit_all[-1],
        "ahead": WEEKS if ahead is None else ahead,
        "level_from": WEEKS if level is None else level,
        "lines": lines,
        "totals": [
            {"week": week, "campaign": campaign_all[week - 1], "habit": habit_all[week - 1]}
            for week in SHOWN
        ],
    }
    return result


WHOLE = Number()
YEAR = {
    "campaign_year": Value("campaign_year", WHOLE),
    "habit_year": Value("habit_year", WHOLE),
    "ahead": Value("ahead", WHOLE),
}
LOOKED = {
    key: Value(key, WHOLE)
    for key in ("look", "campaign_now", "habit_now", "campaign_so_far", "habit_so_far")
}
IN_WEEK = (
    "In week {look} the campaign reaches {campaign_now} arrivals, the habit {habit_now}. Since "
    "the start it is {campaign_so_far} against {habit_so_far}. "
)
IN_YEAR = "After a year it is {campaign_year} against {habit_year}."

EXERCISE = Exercise(
    id="launch-or-habit",
    title="A loud start or a small habit?",
    question="One hotel starts with a campaign. In another one, each employee is asked for "
    "one small thing, once in each shift. From which week on has the habit reached "
    "more guests in all?",
    teaches=(),
    minutes=9,
    done_with=("guess", "conclusion"),
    tasks=(
        Task(
            "Make your guess. Then look in week 4, as Mira’s owners do, and in week 26. What would "
            "you report each time?",
            "In week 4 the campaign reaches 54 arrivals and the habit 13; since the start it is "
            "316 against 34. “The habit does not work.” But in week 1 it "
            "was 4, so it grows. In week 26 the campaign reaches nobody, "
            "the habit 40 arrivals a week, and in all it is 522 against 725. The same two hotels: "
            "what changed is the week in which somebody looked.",
        ),
        Task(
            "Launch the campaign anew every 6 weeks. Does that save it? Then assume that nobody "
            "gets tired of it, so that each launch keeps 100% of its force.",
            "With 70% the campaign comes to 1,252 arrivals in the year, and the habit to 1,848. "
            "With 100% it comes to 3,457, and the habit never catches up. So the question is not "
            "“campaign or habit?” but whether people still come to the ninth launch as they came "
            "to the first. The model cannot know that. Can you?",
        ),
        Task(
            "Back to one launch. Let the small thing be asked for once a week instead of five "
            "times. What happens, and what does it say about the manager?",
            "Once a week instead of five times: the habit has reached more guests from week "
            "41 on, not from week 21. A habit is made of repetitions, and somebody must see to "
            "them. That is a task of the line manager.",
        ),
    ),
    groups=(
        Group(
            "First, your guess",
            (
                Choice(
                    "guess",
                    "The habit has reached more guests in all",
                    {
                        "open": "not guessed yet",
                        "early": "by week 8",
                        "spring": "between week 9 and 16",
                        "half": "between week 17 and 30",
                        "late": "after week 30",
                        "never": "not in this year",
                    },
                    "open",
                    buttons=True,
                ),
            ),
            text="In one week 180 parties arrive. In its first week the campaign changes six "
            "welcomes in ten, then enthusiasm halves every three weeks. The habit never "
            "gets beyond one welcome in four, and needs eight weeks for half of that.",
        ),
        Group(
            "The campaign",
            (
                Slider(
                    "first",
                    "Reaches in its first week",
                    5,
                    100,
                    5,
                    60,
                    unit="% of arrivals",
                    whole=True,
                ),
                Slider("half_life", "Halves every", 1, 12, 1, 3, unit="weeks", whole=True),
                Choice(
                    "every",
                    "Launched anew",
                    {
                        "never": "never",
                        "half_year": "every 26 weeks",
                        "quarter": "every 13 weeks",
                        "six_weeks": "every 6 weeks",
                    },
                    "never",
                ),
                Slider(
                    "kept",
                    "Force that each new launch keeps",
                    0,
                    100,
                    5,
                    70,
                    unit="% of the one before",
                    whole=True,
                ),
            ),
        ),
        Group(
            "The habit",
            (
                Slider(
                    "ceiling",
                    "Reaches in the end",
                    5,
                    100,
                    5,
                    25,
                    unit="% of arrivals",
                    whole=True,
                ),
                Slider(
                    "half_at",
                    "Times until half of that is reached",
                    5,
                    200,
                    5,
                    40,
                    whole=True,
                ),
                Slider(
                    "a_week",
                    "Times a week that each employee does it",
                    1,
                    30,
                    1,
                    5,
                    whole=True,
                    help="Because somebody asks for it, once in a shift: five shifts, five times.",
                ),
            ),
            text="For example: tell a guest of one thing that fits this guest. With each time "
            "it comes more easily, and more often without being asked for.",
        ),
        Group(
            "When do you look?",
            (Slider("look", "Week", 1, WEEKS, 1, 4, whole=True),),
            text="A teaching model of ours with invented figures. It is not a finding. In real "
            "studies habits grow along a curve that flattens; that enthusiasm halves at a steady "
            "pace is our assumption. The model leaves out that a habit can be lost again.",
        ),
        Group(
            "Your conclusion",
            (
                LongText(
                    "conclusion",
                    "In which week would you judge a new way of welcoming, by what, and why then?",
                    help="For your own notes. Nobody grades this.",
                ),
            ),
        ),
    ),
    compute=compute,
    revealed={"guess": "half"},
    views=(
        Sentence(
            "stage",
            "stage",
            {
                "open": "Make your guess. Then you will see the two curves.",
                "right": "Your guess holds: with these figures the habit has reached more guests "
                "from week {ahead} on. " + IN_YEAR,
                "wrong": "With these figures the habit has reached more guests from week {ahead} "
                "on. " + IN_YEAR,
                "never_right": "Your guess holds: with these figures the habit does not catch up "
                "in this year. " + IN_YEAR,
                "never_wrong": "With these figures the habit does not catch up in this year. "
                + IN_YEAR,
            },
            YEAR,
        ),
        Sentence(
            "now",
            "now",
            {
                "open": "",
                "campaign": IN_WEEK + "Whoever looks now prefers the campaign.",
                "same": IN_WEEK + "Whoever looks now sees no difference.",
                "habit": IN_WEEK + "Whoever looks now prefers the habit.",
            },
            LOOKED,
        ),
        Chart(
            "course_chart",
            "lines",
            "Welcomes in the new way, a week",
            two_courses,
            "Two lines over 52 weeks. In week {look} the campaign reaches {campaign_now} arrivals "
            "and the habit {habit_now}. In the whole year the campaign reaches {campaign_year} "
            "and the habit {habit_year}.",
            values=LOOKED | YEAR,
            texts={
                "campaign": "campaign",
                "habit": "habit",
                "look": "you look",
                "weeks": "Week",
                "axis": "Arrivals a week",
            },
            empty="The curves open after your guess.",
        ),
        Sentence(
            "level",
            "level",
            {
                "open": "",
                "some": "Week by week the habit is ahead from week {level_from} on. To make up for "
                "the start takes longer.",
                "never": "Week by week the campaign is ahead at the end of the year.",
            },
            {"level_from": Value("level_from", WHOLE)},
        ),
        Table(
            "totals",
            "totals",
            "Arrivals reached since the start",
            (
                Column("week", "Until week", style=WHOLE),
                Column("campaign", "Campaign", style=WHOLE),
                Column("habit", "Habit", style=WHOLE),
            ),
            empty="",
        ),
    ),
    announce="stage",
)
