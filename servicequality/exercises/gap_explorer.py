"""The gap explorer: six ratings of one service, five gaps, and where to look first."""

from __future__ import annotations

from typing import Any

from servicequality.charts.gap_bars import gap_bars
from servicequality.content import load
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
    ShortText,
    Slider,
    Table,
    Task,
    Value,
    YesNo,
)
from servicequality.model.gaps import (
    earliest_shortfall,
    gap_scores,
    largest_shortfall,
    perception_beyond_delivery,
    raised_expectation,
)

PULL = {"quarter": 0.25, "half": 0.5, "full": 1.0}


def compute(values: dict[str, Any]) -> dict[str, Any]:
    """The five gap scores in scale points, the verdict on them, and their sum check."""
    expectation = values["expectation"]
    if values["promise_heard"]:
        expectation = raised_expectation(expectation, values["promise"], PULL[values["pull"]])
    scores = gap_scores(
        expectation,
        values["belief"],
        values["standard"],
        values["delivery"],
        values["promise"],
        values["perception"],
    )
    order = compare(scores["G5"], 0.0)
    rows = []
    for gap in ["G1", "G2", "G3", "G4", "G5"]:
        direction = compare(scores[gap], 0.0)
        above = {"G1": "belief_above", "G2": "standard_above"}.get(gap, "surplus")
        meaning = ["shortfall", "none", above][direction + 1]
        rows.append({"gap": gap, "score": scores[gap], "meaning": meaning})
    return {
        "service": values["service"],
        "expectation": expectation,
        "perception": values["perception"],
        "customer_gap": scores["G5"],
        "verdict": ["below", "met", "above"][order + 1],
        "largest": largest_shortfall(scores),
        "earliest": earliest_shortfall(scores),
        "lifted": "yes" if compare(expectation, values["expectation"]) > 0 else "no",
        "stated": values["expectation"],
        "rows": rows,
        "bars": [{"gap": row["gap"], "score": row["score"]} for row in rows],
        "provider_sum": scores["G1"] + scores["G2"] + scores["G3"],
        "beyond_delivery": perception_beyond_delivery(values["delivery"], values["perception"]),
    }


GAPS = load("gaps")
NAMES = {gap["id"]: f"Gap {gap['id'][1:]}: {gap['name']}" for gap in GAPS}
FORMULAE = {gap["id"]: f"Gap {gap['id'][1:]} = {gap['formula']}" for gap in GAPS}
SUM_CHECK = (
    "Sum check: gaps 1, 2 and 3 add up to {provider_sum}. Perceived minus delivered (P − D) is "
    "{beyond_delivery}. Together they give Gap 5: {customer_gap}. This is arithmetic on one scale, "
    "not a law of the model."
)
POINTS = Number(decimals=1)
SIGNED = Number(decimals=1, signed=True)


def rating(name: str, label: str, default: float, help: str) -> Slider:
    """A slider on the scale from 1 to 7 that all six quantities share."""
    return Slider(name, label, 1, 7, 0.1, default, help=help)


EXERCISE = Exercise(
    id="gap-explorer",
    title="Gap explorer",
    question="Where does the service lose its guests: in what the hotel knows, in what it plans, "
    "in what it does, or in what it promises?",
    teaches=("G1", "G2", "G3", "G4", "G5", "T8", "X19"),
    minutes=8,
    done_with=("conclusion",),
    tasks=(
        Task(
            "Lower Belief to 4. Which gap opens, and what happens to Gap 2? Has the guest noticed "
            "anything yet?",
            "Gap 1 opens to −2.0. Gap 2 rises to +1.9, although the standard has not changed: it "
            "now asks for more than managers believe that guests expect. Gap 5 stays, since "
            "neither perception nor expectation has moved.",
        ),
        Task(
            "Set Delivery equal to Standard, 5.9. Gap 3 is gone. Why does Gap 5 stay at −1.4?",
            "Because perception is rated on its own. Better delivery reaches the guest only if the "
            "guest perceives it. Raise Perception, and Gap 5 shrinks.",
        ),
        Task(
            "Tick that guests heard the promise. The service has not changed. What has?",
            "The expectation. We assume that it moves half of the way to the promise, from 6.0 to "
            "6.4. The half is our assumption, not a finding; you can change it. Gap 5 grows to "
            "−1.8. Gap 1 grows from −0.3 to −0.7: managers believe 5.7, and guests now expect 6.4.",
        ),
    ),
    groups=(
        Group(
            "What guests expect and perceive",
            (
                ShortText(
                    "service",
                    "Service you rate",
                    "Check-in",
                    maximum_length=60,
                    help="For example: breakfast, the quiet of the room, the invoice.",
                ),
                rating("expectation", "Expectation (E)", 6.0, "What guests expect."),
                rating("perception", "Perception (P)", 4.6, "What guests feel they received."),
            ),
        ),
        Group(
            "What the hotel believes, plans and does",
            (
                rating("belief", "Belief (M)", 5.7, "What managers think guests expect."),
                rating("standard", "Standard (S)", 5.9, "What the written standard asks for."),
                rating("delivery", "Delivery (D)", 4.4, "What an audit finds was delivered."),
            ),
        ),
        Group(
            "What the hotel promises",
            (
                rating("promise", "Promise (A)", 6.8, "What website and advertising promise."),
                YesNo("promise_heard", "Guests heard the promise before they came", False),
                Choice(
                    "pull",
                    "How far a heard promise lifts expectations",
                    {
                        "quarter": "a quarter of the way",
                        "half": "half of the way",
                        "full": "all the way",
                    },
                    "half",
                    help="Only a promise above what guests expect anyway lifts anything. How far "
                    "is our assumption, not a finding.",
                ),
            ),
        ),
        Group(
            "Your conclusion",
            (
                LongText(
                    "conclusion",
                    "Which gap would you work on first, and what would you do?",
                    help="For your own notes. Nobody grades this.",
                ),
            ),
        ),
    ),
    compute=compute,
    views=(
        Figure(
            "customer_gap",
            "customer_gap",
            "Gap 5: perception minus expectation",
            SIGNED,
            "points",
            "A negative Gap 5 means that guests perceive less than they expect.",
        ),
        Sentence(
            "verdict",
            "verdict",
            {
                "below": "{service}: guests perceive {perception} and expect {expectation}. They "
                "perceive less than they expect.",
                "met": "{service}: guests perceive {perception} and expect {expectation}. They "
                "perceive what they expect.",
                "above": "{service}: guests perceive {perception} and expect {expectation}. They "
                "perceive more than they expect.",
            },
            {
                "service": Value("service"),
                "perception": Value("perception", POINTS),
                "expectation": Value("expectation", POINTS),
            },
        ),
        Sentence(
            "lifted",
            "lifted",
            {
                "yes": "The promise has lifted what they expect from {stated} to {expectation}.",
                "no": "",
            },
            {"stated": Value("stated", POINTS), "expectation": Value("expectation", POINTS)},
        ),
        Sentence(
            "largest",
            "largest",
            {
                "G1": "The largest shortfall on the hotel’s side is Gap 1. Managers believe that "
                "guests expect less than they do. Look for better ways to listen.",
                "G2": "The largest shortfall on the hotel’s side is Gap 2. The standard asks "
                "for less than managers believe that guests expect.",
                "G3": "The largest shortfall on the hotel’s side is Gap 3. The standard is not "
                "met. Look at staffing, training, tools and peaks of demand.",
                "G4": "The largest shortfall on the hotel’s side is Gap 4. The hotel promises more "
                "than it delivers.",
                "several": "Two or more gaps on the hotel’s side fall short by the same amount.",
                "none": "None of the four gaps on the hotel’s side falls short.",
            },
        ),
        Sentence(
            "earliest",
            "earliest",
            {
                **{
                    gap: f"The earliest one that falls short is Gap {gap[1:]}. If it is large, "
                    "begin there, since the later steps are built on it. If it is small, the "
                    "largest can come first."
                    for gap in ("G1", "G2", "G3")
                },
                "G4": "It is the only one that falls short.",
                "none": "",
            },
        ),
        Chart(
            "gap_chart",
            "bars",
            "The five gaps",
            gap_bars,
            "Bars left of zero are shortfalls. Gap 5 stands at {customer_gap} points.",
            values={"customer_gap": Value("customer_gap", SIGNED)},
            words={"gap": NAMES},
            texts={"axis": "Gap score in scale points"},
        ),
        Table(
            "gaps",
            "rows",
            "The five gap scores, on the scale from 1 to 7",
            (
                Column("gap", "Gap", words=FORMULAE),
                Column("score", "Score", style=SIGNED),
                Column(
                    "meaning",
                    "Meaning",
                    words={
                        "shortfall": "shortfall",
                        "none": "no gap",
                        "belief_above": "belief above expectation",
                        "standard_above": "standard above belief",
                        "surplus": "surplus",
                    },
                ),
            ),
        ),
        Sentence(
            "sum_check",
            "verdict",
            dict.fromkeys(("below", "met", "above"), SUM_CHECK),
            {
                "provider_sum": Value("provider_sum", SIGNED),
                "beyond_delivery": Value("beyond_delivery", SIGNED),
                "customer_gap": Value("customer_gap", SIGNED),
            },
        ),
    ),
    announce="verdict",
)
