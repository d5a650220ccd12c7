"""Five stays: satisfaction as a comparison, the zone of tolerance, and a promise that is heard."""

from __future__ import annotations

from typing import Any

from servicequality.charts.stays_band import stays_band
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
from servicequality.model.gaps import raised_expectation
from servicequality.model.tolerance import outcome, place_in_zone, stays

# How far a promise that is heard moves what guests expect, and the least that they accept.
PULL = 0.5
LEARNING = {"none": 0.0, "half": 0.5, "full": 1.0}
STAYS = 5


def compute(values: dict[str, Any]) -> dict[str, Any]:
    """What the guest feels at each of five stays, and how the first and the last compare."""
    expectation = values["expectation"]
    low, high = values["least"], values["hoped"]
    if values["promise_moves"] != "nothing":
        expectation = raised_expectation(expectation, values["promise"], PULL)
    if values["promise_moves"] == "both":
        low = min(high, raised_expectation(low, values["promise"], PULL))
    perceptions = []
    for number in range(STAYS):
        treated = values["treat_when"] == "every" or (
            values["treat_when"] == "first" and number == 0
        )
        perceptions.append(values["perception"] + (values["treat"] if treated else 0.0))
    rows: list[dict[str, Any]] = []
    counts = {"dissatisfied": 0, "satisfied": 0, "delighted": 0}
    for stay in stays(expectation, perceptions, LEARNING[values["learning"]]):
        felt = outcome(stay["expectation"], stay["perception"])
        counts[felt] = counts[felt] + 1
        rows.append(
            {
                "stay": len(rows) + 1,
                "expectation": stay["expectation"],
                "perception": stay["perception"],
                "difference": stay["perception"] - stay["expectation"],
                "outcome": felt,
                "zone": place_in_zone(stay["perception"], low, high),
            }
        )
    first, last = rows[0], rows[STAYS - 1]
    return {
        "rows": rows,
        "levels": [
            {
                "stay": row["stay"],
                "expectation": row["expectation"],
                "perception": row["perception"],
                "low": min(low, high),
                "high": max(low, high),
            }
            for row in rows
        ],
        "difference": first["difference"],
        "expected": first["expectation"],
        "perceived": first["perception"],
        "verdict": first["outcome"],
        "zone": first["zone"],
        "last": last["outcome"],
        "last_expected": last["expectation"],
        "low": min(low, high),
        "high": max(low, high),
        "width": max(low, high) - min(low, high),
        "delighted": counts["delighted"],
        "dissatisfied": counts["dissatisfied"],
    }


POINTS = Number(decimals=1)
SIGNED = Number(decimals=1, signed=True)
HUNDREDTHS = Number(decimals=2, signed=True)
OUTCOMES = {
    "dissatisfied": "dissatisfied",
    "satisfied": "satisfied",
    "delighted": "delighted",
}
ZONES = {"below": "below", "inside": "inside", "above": "above"}

EXERCISE = Exercise(
    id="five-stays",
    title="Five stays",
    question="A couple come to Hotel Yasen five times, and the breakfast stays the same. Why do "
    "they not feel the same about it?",
    teaches=("T2", "T5", "T11", "ADD5"),
    minutes=8,
    done_with=("conclusion",),
    tasks=(
        Task(
            "Leave everything as it is. The breakfast is as good at the fifth stay as at the "
            "first. What has become of the delight?",
            "At the first stay the couple perceive 5.8 and expect 5.4, so they are delighted. From "
            "the second stay on they expect about what they get, and are satisfied. The breakfast "
            "has not become worse. It has become normal.",
        ),
        Task(
            "Set the promise to 7 and let it move what they expect. Which two verdicts does the "
            "first stay get now?",
            "They expect 6.2, perceive 5.8 and are dissatisfied. Yet 5.8 lies inside the zone from "
            "4.0 to 6.5, so they accept it. The promise has turned delight into disappointment, "
            "and the breakfast is the same.",
        ),
        Task(
            "Take the promise back. Give them a treat of 1.0 points at the first stay only. What "
            "happens at the second stay?",
            "The first stay delights them. Afterwards they expect 6.1, so the usual 5.8 "
            "disappoints them at the second stay. A treat that is not repeated has a price, if "
            "guests take it as the new normal.",
        ),
    ),
    groups=(
        Group(
            "Before the first stay",
            (
                Slider(
                    "expectation",
                    "What they think they will get",
                    1,
                    7,
                    0.1,
                    5.4,
                    help="The expected service.",
                ),
                Slider("hoped", "What they hope for", 1, 7, 0.1, 6.5, help="The upper limit."),
                Slider(
                    "least", "The least that they accept", 1, 7, 0.1, 4.0, help="The lower limit."
                ),
            ),
            text="Synthetic figures. 5.4 and 5.8 are what couples expect and perceive at breakfast "
            "in the survey of the hotel. The two limits are invented.",
        ),
        Group(
            "What the hotel promises",
            (
                Slider("promise", "What the website promises", 1, 7, 0.1, 5.8),
                Choice(
                    "promise_moves",
                    "The promise moves",
                    {
                        "nothing": "nothing: they did not read it",
                        "expected": "what they think they will get",
                        "both": "that, and the least that they accept",
                    },
                    "nothing",
                    help="Half of the way, if it lies above. An assumption of this course.",
                ),
            ),
        ),
        Group(
            "What they perceive",
            (
                Slider(
                    "perception",
                    "The breakfast as they perceive it",
                    1,
                    7,
                    0.1,
                    5.8,
                    help="The perceived service, the same at each stay.",
                ),
                Slider("treat", "A treat adds", 0, 2, 0.1, 1.0, help="For example a free brunch."),
                Choice(
                    "treat_when",
                    "They get the treat",
                    {"never": "never", "first": "at the first stay", "every": "at each stay"},
                    "never",
                ),
                Choice(
                    "learning",
                    "How far one stay moves what they expect next time",
                    {"none": "not at all", "half": "half of the way", "full": "all the way"},
                    "half",
                ),
            ),
        ),
        Group(
            "Your conclusion",
            (
                LongText(
                    "conclusion",
                    "What may a hotel promise, and how often may it surprise? Give your rule.",
                    help="For your own notes. Nobody grades this.",
                ),
            ),
        ),
    ),
    compute=compute,
    views=(
        Figure(
            "difference",
            "difference",
            "First stay: perceived minus expected",
            SIGNED,
            "points",
            "A difference of up to a quarter of a point counts as none here.",
        ),
        Sentence(
            "verdict",
            "verdict",
            {
                "dissatisfied": "At the first stay they expect {expected} and perceive "
                "{perceived}. They are dissatisfied.",
                "satisfied": "At the first stay they expect {expected} and perceive {perceived}. "
                "They are satisfied.",
                "delighted": "At the first stay they expect {expected} and perceive {perceived}. "
                "They are delighted.",
            },
            {"expected": Value("expected", POINTS), "perceived": Value("perceived", POINTS)},
        ),
        Sentence(
            "zone",
            "zone",
            {
                "below": "It lies below the zone from {low} to {high}: less than they accept.",
                "inside": "It lies inside the zone from {low} to {high}: they accept it.",
                "above": "It lies above the zone from {low} to {high}: more than they hoped for.",
            },
            {"low": Value("low", POINTS), "high": Value("high", POINTS)},
        ),
        Sentence(
            "last",
            "last",
            {
                "dissatisfied": "At the fifth stay they expect {last_expected}, and they are "
                "dissatisfied.",
                "satisfied": "At the fifth stay they expect {last_expected}, and they are "
                "satisfied.",
                "delighted": "At the fifth stay they expect {last_expected}, and they are "
                "delighted.",
            },
            {"last_expected": Value("last_expected", POINTS)},
        ),
        Chart(
            "stays_chart",
            "levels",
            "Five stays, expected and perceived",
            stays_band,
            "The band is the zone of tolerance, {width} points wide. Delighted at {delighted} of 5 "
            "stays, dissatisfied at {dissatisfied}.",
            values={
                "width": Value("width", POINTS),
                "delighted": Value("delighted"),
                "dissatisfied": Value("dissatisfied"),
            },
            texts={
                "stays": "Stay",
                "axis": "Scale from 1 to 7",
                "expected": "Expected",
                "perceived": "Perceived",
                "zone": "zone of tolerance",
            },
        ),
        Table(
            "stays",
            "rows",
            "Stay by stay, and where it lies in the zone of tolerance",
            (
                Column("stay", "Stay", Number()),
                Column("difference", "P − E", HUNDREDTHS),
                Column("outcome", "They are", words=OUTCOMES),
                Column("zone", "Zone", words=ZONES),
            ),
        ),
    ),
    announce="verdict",
)
