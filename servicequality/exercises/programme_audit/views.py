"""What the exercise shows: points and places, where to begin, and what is open in the plan."""

from __future__ import annotations

from servicequality.charts.plan_days import plan_days
from servicequality.charts.priority_bars import priority_bars
from servicequality.declare import (
    Chart,
    Checklist,
    Column,
    Figure,
    Number,
    Sentence,
    Table,
    Value,
)
from servicequality.exercises.programme_audit.texts import NAMES, PLAN_STEPS, REASONS
from servicequality.model.programme import NEEDS_FIRST

NAMED = {**NAMES, "none": "", "open": ""}
FIRST = {
    "first": Value("first", words=NAMED),
    "first_count": Value("first_count"),
    "first_points": Value("first_points"),
}
WAITING = {
    f"{state}_{name}": f"{text} {NAMES[name]}."
    for name in sorted(set(NEEDS_FIRST.values()))
    for state, text in {
        "later": "It rests on something that your plan does later, or on the same day:",
        "no": "It rests on something that is not practised yet and not in your plan:",
    }.items()
}

VIEWS = (
    Figure(
        "shown",
        "shown",
        "Practice that can be shown",
        Number(),
        "of 30 points",
        "The ratings as they count, from 0 to 3 for each of ten principles.",
    ),
    Sentence(
        "told",
        "first_state",
        {
            "none": "All ten principles are practised everywhere.",
            "one": "{first} comes first with {first_points} points. {ready} of {steps_count} steps "
            "of the plan are ready.",
            "tied": "{first_count} principles share the first place with {first_points} points. "
            "{ready} of {steps_count} steps of the plan are ready.",
        },
        {**FIRST, "ready": Value("ready"), "steps_count": Value("steps_count")},
        spoken=True,
    ),
    Table(
        "evidence",
        "evidence",
        "The evidence as it is written",
        (Column("principle", "Principle", words=NAMES), Column("evidence", "Evidence")),
    ),
    Sentence(
        "support",
        "support",
        {
            "all": "Every rating of 2 or 3 has evidence beside it. Would it convince a colleague "
            "who thinks otherwise?",
            "one": "{bare}: rated 2 or 3, without evidence. It counts as words only (1).",
            "some": "{unsupported} ratings of 2 or 3 have no evidence, the first of them: {bare}. "
            "They count as words only (1).",
        },
        {"unsupported": Value("unsupported"), "bare": Value("bare", words=NAMED)},
    ),
    Sentence(
        "first",
        "first_state",
        {
            "none": "All ten are practised everywhere, with evidence. Ask somebody from another "
            "hotel to rate yours.",
            "one": "First comes: {first}, with {first_points} points.",
            "tied": "{first_count} principles share the first place, with {first_points} points "
            "each. The points do not decide between them; you must.",
        },
        FIRST,
    ),
    Sentence(
        "begin",
        "begin",
        {
            "none": "",
            "waits": "But {waiting} rests on something that is not practised yet. Begin with: "
            "{begin_with}.",
        },
        {
            "waiting": Value("waiting", words=NAMED),
            "begin_with": Value("begin_with", words=NAMED),
        },
    ),
    Sentence(
        "sure",
        "sure",
        {
            "none": "",
            "sure": "This is sure: whichever single rating is one step off, nothing else comes "
            "first.",
            "unsure": "How sure is it? If a single rating is one step off, {possible} principles "
            "could come first or share the first place. The chart shows them in colour.",
        },
        {"possible": Value("possible")},
    ),
    Sentence(
        "guessed",
        "guessed",
        {
            "open": "",
            "right": "You expected it: {guess}.",
            "other": "You expected: {guess}. It takes place {guess_place}.",
        },
        {"guess": Value("guess", words=NAMED), "guess_place": Value("guess_place")},
    ),
    Chart(
        "points_chart",
        "bars",
        "How much there is to do",
        priority_bars,
        "Ten bars, one a principle, from 0 to 9 points. The highest has {first_points}. The table "
        "below gives all points; {possible} principles, in colour, could come first.",
        values={"first_points": Value("first_points"), "possible": Value("possible")},
        words={"principle": NAMES},
        texts={"axis": "Points: importance × (3 − rating)"},
    ),
    Table(
        "table",
        "table",
        "The principles by place",
        (
            Column("principle", "Principle", words=NAMES),
            Column("place", "Place", Number()),
            Column("points", "Points", Number()),
        ),
    ),
    Sentence(
        "compare",
        "compare",
        {
            "hidden": "",
            "own": "You rate a hotel of your own, so there is nothing to compare. Let a colleague "
            "rate it too, alone, and talk about every difference of two steps.",
            "shown": "{agree} of 10 ratings agree with ours. Ours are a judgement as well: where "
            "yours differs, say what you would show.",
        },
        {"agree": Value("agree")},
    ),
    Checklist(
        "judged",
        "judged",
        "Your ratings beside ours",
        NAMES,
        {"right": "Agrees", "higher": "Higher than ours", "lower": "Lower than ours"},
        REASONS,
        empty="",
    ),
    Sentence(
        "plan_state",
        "plan_state",
        {
            "none": "No step is ready yet. See what is missing.",
            "some": "{ready} of {steps_count} steps are ready.",
            "all": "Ready: each of your {steps_count} steps says what, who, by when, and how it "
            "will be seen.",
        },
        {"ready": Value("ready"), "steps_count": Value("steps_count")},
    ),
    Checklist(
        "steps",
        "steps",
        "Step by step",
        PLAN_STEPS,
        {"ready": "Ready", "open": "Not clear yet", "early": "Too early"},
        {
            "no_what": "What will be done? Write it so that somebody else could do it.",
            "no_who": "Who sees to it? One person, not “all of us”.",
            "no_sign": "How will everybody see that it is done? A step without a sign is a wish.",
            **WAITING,
        },
    ),
    Sentence(
        "cover",
        "cover",
        {
            "none": "",
            "all": "The plan has a step where your audit says to begin.",
            "some": "The plan begins in one place that your audit names, but not in: {missed}.",
            "nothing": "Your audit says to begin with {missed}, and the plan has no step for it. "
            "Change the plan, or say why the audit is wrong.",
        },
        {"missed": Value("missed", words=NAMED)},
    ),
    Sentence(
        "pace",
        "pace",
        {
            "late": "Nothing is done by day 30. After a month without anything to see, people stop "
            "believing in a programme.",
            "many": "{early} steps are to be done by day 30. Whose normal work will wait "
            "meanwhile?",
            "fine": "By day 30 something is done that people can see ({early} of {steps_count} "
            "steps).",
        },
        {"early": Value("early"), "steps_count": Value("steps_count")},
    ),
    Chart(
        "days_chart",
        "days",
        "The hundred days",
        plan_days,
        "A line for each step ends at the day by which it is to be done. Steps: {steps_count}; "
        "ready, with a full mark: {ready}.",
        values={"steps_count": Value("steps_count"), "ready": Value("ready")},
        words={"step": PLAN_STEPS},
        texts={"axis": "Day"},
    ),
    Table(
        "plan_table",
        "plan_table",
        "Your plan, day by day",
        (
            Column("what", "What will be done"),
            Column("day", "Day", Number()),
            Column("sign", "How it will be seen"),
        ),
    ),
)
