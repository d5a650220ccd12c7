"""What the exercise shows: rules kept, the plan by weeks, and the guests who meet a mistake."""

from __future__ import annotations

from servicequality.charts.plan_weeks import plan_weeks
from servicequality.declare import Chart, Checklist, Figure, Number, Sentence, Value
from servicequality.exercises.change_plan.texts import REASONS, RULE_LABELS, SHORT_STEPS

WHOLE, SIGNED = Number(), Number(decimals=2, signed=True)
MARKS = {"fine": "a step", "early": "begins too early for a rule"}
SCORED = {
    "kept": Value("kept", WHOLE),
    "rules": Value("rules", WHOLE),
    "score": Value("score", SIGNED),
}

VIEWS = (
    Figure("kept", "kept", "Rules kept, of nine", WHOLE, "rules"),
    Sentence(
        "stage",
        "stage",
        {
            "open": "Guess first. The plan is Viktor’s.",
            "few": "Rules kept: {kept} of {rules}. Order score: {score}. Move the steps that begin "
            "too early.",
            "most": "Rules kept: {kept} of {rules}. Order score: {score}. What is still broken "
            "stands below, with the reason.",
            "all": "All {rules} rules are kept. Order score: {score}. Now look at the guests: is "
            "the plan also slow enough?",
        },
        SCORED,
    ),
    Chart(
        "plan_chart",
        "timeline",
        "The plan, week by week",
        plan_weeks,
        "One mark for each of ten steps at the week in which it begins, the earliest on top. A "
        "triangle marks a step that begins too early for a rule; the list below names the rules.",
        words={"step": SHORT_STEPS, "state": MARKS},
        texts={**MARKS, "axis": "Week"},
    ),
    Sentence(
        "mistakes_told",
        "lesson",
        {
            "open": "",
            "no_trial": "There is no trial before all guests get the new check-in. {mistakes} of "
            "them meet a mistake until ten weeks after it began, {worst} in the worst week.",
            "nothing_learned": "The trial lasts {trial_weeks} weeks, but nothing is corrected "
            "between its start and the start for all. {mistakes} guests meet a mistake until ten "
            "weeks after that, {worst} in the worst week.",
            "learned": "The trial shows {seen} guests the new check-in before the correction "
            "begins, and finds {found}% of the kinds of mistakes. {mistakes} guests meet a mistake "
            "until ten weeks after the start for all, {worst} in the worst week.",
        },
        {
            "mistakes": Value("mistakes", WHOLE),
            "worst": Value("worst", WHOLE),
            "trial_weeks": Value("trial_weeks", WHOLE),
            "seen": Value("seen", WHOLE),
            "found": Value("found", WHOLE),
        },
    ),
    Checklist(
        "checked",
        "checked",
        "Rule by rule",
        RULE_LABELS,
        {"right": "Kept", "same": "At the same time", "wrong": "Broken"},
        REASONS,
        empty="",
    ),
)
