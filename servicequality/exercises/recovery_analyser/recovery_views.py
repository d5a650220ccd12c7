"""What is shown of the failure and its recovery: classification, justice, reasons, rights."""

from __future__ import annotations

from servicequality.charts.recovery_bars import justice_bars
from servicequality.declare import Chart, Checklist, Column, Number, Sentence, Table, Value
from servicequality.exercises.recovery_analyser.texts import (
    DIMENSION_TOLD,
    GAP_TOLD,
    JUSTICES,
    KIND_TOLD,
    LOST_BY,
    PARTS,
    REASON_NOTES,
    REASONS,
    RIGHT_NOTES,
    RIGHTS,
    WEAKEST,
)

WHOLE = Number()
ONE = Number(decimals=1)
TWO = Number(decimals=2)
SIGNED = Number(signed=True)

FAILURE_VIEWS = (
    Sentence(
        "account",
        "account",
        {
            "complete": "",
            "open": "Say both: what was promised, and what failed. Without a promise it is hard to "
            "say what the hotel owed the guest.",
        },
    ),
    Sentence(
        "classified",
        "classified",
        {
            "fits": "{kind} {dimension}",
            "doubtful": "{kind} {dimension} But this dimension is mostly about how guests are "
            "served, so it goes better with a process failure. Change one of the two, or say why "
            "both hold.",
        },
        {
            "kind": Value("kind_id", words=KIND_TOLD),
            "dimension": Value("dimension_id", words=DIMENSION_TOLD),
        },
    ),
    Sentence("gap_told", "gap_id", GAP_TOLD, {"minutes": Value("minutes_taken", WHOLE)}),
)

RECOVERY_VIEWS = (
    Sentence(
        "deviation",
        "deviation",
        {
            "unsolved": "Double deviation: first the service failed, then the recovery failed too. "
            "The problem was not solved.",
            "again": "Double deviation: first the service failed, then something new went wrong in "
            "the recovery.",
            "both": "Double deviation: first the service failed, then the recovery. Something new "
            "went wrong, and the problem was not solved.",
            "partly": "No clear double deviation: the problem was solved in part. Ask the guest "
            "what is missing.",
            "none": "No double deviation: the problem was solved, and nothing new went wrong.",
            "untold": "The hotel was not told, so there is no recovery to judge. Few complaints do "
            "not mean satisfied guests.",
        },
    ),
    Sentence(
        "weakest",
        "weakest_state",
        {
            "one": "{weakest} is weakest: {score} of 100 points. Most points are lost because "
            "{reason}.",
            "tied": "{weakest} is weakest, together with another: {score} of 100 points. Most "
            "points are lost because {reason}.",
            "full": "All three kinds of justice have 100 of 100 points.",
            "untold": "",
        },
        {
            "weakest": Value("weakest_id", words=WEAKEST),
            "score": Value("weakest_score", WHOLE),
            "reason": Value("reason_id", words=LOST_BY),
        },
    ),
    Chart(
        "justice_chart",
        "scores",
        "How fair was the recovery?",
        justice_bars,
        "Three bars, from 0 to 100: distributive justice {distributive}, procedural justice "
        "{procedural}, interactional justice {interactional}.",
        values={name: Value(name, WHOLE) for name in JUSTICES},
        words={"justice": JUSTICES},
        texts={"axis": "Justice score, 0 to 100"},
        empty="The hotel was not told. There is nothing to score.",
    ),
    Table(
        "parts",
        "parts",
        "Where the points come from (a construct of this course)",
        (
            Column("part", "Part", words=PARTS),
            Column("points", "Points", WHOLE),
            Column("of", "Of", WHOLE),
        ),
        empty="",
    ),
    Sentence(
        "fairness",
        "fairness",
        {
            "high": "We take {fair}% of the price as fair compensation for severity {severity}; "
            "here it was {share}%. Severe failures are hard to make good: among 40,813 telecom "
            "customers, severity lowered repurchase after recovery (Soares and Proença, 2015).",
            "low": "We take {fair}% of the price as fair compensation for severity {severity}; "
            "here it was {share}%.",
            "no_price": "No price was paid, so compensation has no share of it. It counts as "
            "enough.",
            "untold": "",
        },
        {
            "fair": Value("fair", WHOLE),
            "severity": Value("severity_given", WHOLE),
            "share": Value("share", WHOLE),
        },
    ),
    Sentence(
        "why",
        "why",
        {
            "solved": "",
            "some": "",
            "none": "It was not fully resolved. The question asks why: tick what fits.",
        },
    ),
    Checklist(
        "reasons",
        "reasons",
        "Why it was not resolved, and what follows",
        REASONS,
        {"reason": "Reason", "wrong": "Check again"},
        REASON_NOTES,
        empty="",
    ),
    Checklist(
        "rights",
        "rights",
        "The customer’s rights",
        RIGHTS,
        {"right": "Kept", "wrong": "Broken", "unknown": "Not known"},
        RIGHT_NOTES,
    ),
    Sentence(
        "rights_count",
        "rights_state",
        {
            "some": "Of eight rights, {kept} are kept, {broken} are broken, and {unknown} cannot "
            "be judged from what you entered. Whoever takes on an obligation answers for it."
        },
        {name: Value(name, WHOLE) for name in ("kept", "broken", "unknown")},
    ),
)
