"""What the exercise shows: checks, scores, verdicts, and what would turn them."""

from __future__ import annotations

from servicequality.charts.contributions import contributions
from servicequality.charts.score_marks import score_marks
from servicequality.declare import Chart, Checklist, Column, Figure, Number, Sentence, Table, Value
from servicequality.exercises.criteria_scales.texts import (
    CHECK_NOTES,
    CHECKS,
    CRITERIA,
    INSIDE,
    MEANINGS,
    SHORT,
)

ONE = Number(decimals=1)
TWO = Number(decimals=2)
SIGNED = Number(decimals=2, signed=True)
WHOLE = Number()
GUESTS = {"family": "Family", "couple": "Couple"}
WHO = {"mcdonalds": "McDonald’s", "other": "the other restaurant"}
FIGURES = {
    "family_lead": Value("family_lead", SIGNED),
    "couple_lead": Value("couple_lead", SIGNED),
}
LEADS = "McDonald’s lead is {family_lead} for the family and {couple_lead} for the couple."
HIGH = {
    "high": "That reaches your bar of {bar}: high quality for this guest.",
    "low": "That misses your bar of {bar}: not high quality for this guest.",
}
AHEAD = {
    "ahead": "It is ahead of {other_name} ({other}) by {distance}.",
    "behind": "It is behind {other_name} ({other}) by {distance}.",
    "tie": "It is level with {other_name}.",
}
# Where the weight comes from that turns a verdict.
FROM = {
    "one": "from {from} to {to}",
    "two": "from {from} and one other criterion to {to}",
    "several": "from {from} and {others} other criteria to {to}",
}


def sum_sentence(guest: str) -> Sentence:
    """Whether a guest's points add up to 100."""
    return Sentence(
        f"{guest}_sum",
        f"{guest}_sum",
        {
            "right": f"The {guest}’s points add up to 100.",
            "wrong": f"The {guest}’s points add up to {{points}}. They are treated as shares of "
            "100.",
            "none": f"The {guest} has no points yet, so there is no verdict for it. Share out 100.",
        },
        {"points": Value(f"{guest}_points", WHOLE)},
    )


def verdict_sentence(guest: str) -> Sentence:
    """McDonald's score for a guest, against the bar and the other restaurant."""
    return Sentence(
        f"{guest}_verdict",
        f"{guest}_verdict",
        {
            "none": "",
            **{
                f"{order}_{height}": f"For the {guest}, McDonald’s scores {{mcdonalds}}. "
                f"{HIGH[height]} {AHEAD[order]}"
                for order in AHEAD
                for height in HIGH
            },
        },
        {
            "mcdonalds": Value(f"{guest}_mcdonalds", TWO),
            "other": Value(f"{guest}_other", TWO),
            "distance": Value(f"{guest}_distance", TWO),
            "other_name": Value("other_name"),
            "bar": Value("bar", ONE),
        },
    )


def moved(key: str) -> dict[str, Value]:
    """What fills a sentence about the smallest change of weights."""
    return {
        "moved": Value(f"{key}_moved", ONE),
        "from": Value(f"{key}_from", words=INSIDE),
        "to": Value(f"{key}_to", words=INSIDE),
        "others": Value(f"{key}_others", WHOLE),
    }


def turns(what: str) -> dict[str, str]:
    """The sentences on what turns a verdict, easily or not, by the ids that `compute` gives."""
    told = {}
    for givers, text in FROM.items():
        told[f"easy_{givers}"] = (
            f"{what} is easily turned: it takes {{moved}} of 100 points, moved {text}. So your "
            "verdict depends on how much {to} counts."
        )
        told[f"firm_{givers}"] = (
            f"{what} is not easily turned: it takes {{moved}} of 100 points, moved {text}."
        )
    return told


def turn_sentence(guest: str) -> Sentence:
    """What would turn the order of the two restaurants for a guest."""
    key = f"{guest}_turn"
    level = f"For the {guest}, the smallest change of weights puts one of the two ahead."
    return Sentence(
        key,
        key,
        {
            "none": "",
            "same": f"For the {guest}, both score the same on every criterion that you use, so no "
            "weights can part them.",
            "edge": level,
            "edge_up": level,
            "never": f"No weights turn the {guest}’s order: McDonald’s is not behind on any "
            "criterion that you use.",
            "never_behind": f"No weights turn the {guest}’s order: McDonald’s is not ahead on any "
            "criterion that you use.",
            **turns(f"The {guest}’s order"),
        },
        moved(key),
    )


def bar_sentence(guest: str) -> Sentence:
    """What would turn the answer to the question itself, for a guest."""
    key = f"{guest}_bar_turn"
    always = "McDonald’s reaches your bar on every criterion that you use, so no weights change "
    always += f"the {guest}’s “high quality”."
    texts = {
        "none": "",
        "same": always,
        "edge": "It stands exactly on your bar: the smallest change of weights decides.",
        "edge_up": always,
        "never": always,
        "never_behind": "McDonald’s does not get above your bar on any criterion that you use, so "
        f"no weights make it “high quality” for the {guest}.",
        **turns(f"The {guest}’s yes or no to “high quality”"),
    }
    return Sentence(key, key, texts, moved(key))


VIEWS = (
    Figure(
        "between",
        "between",
        "How far apart the two guests’ verdicts lie",
        SIGNED,
        "scale points",
        "McDonald’s lead for the family minus its lead for the couple.",
    ),
    Table(
        "meanings",
        "meanings",
        "The criteria on offer",
        (
            Column("item", "Criterion", words=CRITERIA),
            Column("meaning", "What it asks", words=MEANINGS),
        ),
    ),
    sum_sentence("family"),
    sum_sentence("couple"),
    Checklist(
        "checks",
        "checks",
        "Your set of criteria",
        CHECKS,
        {"right": "Done", "wrong": "Not yet"},
        CHECK_NOTES,
    ),
    Sentence(
        "evidence",
        "evidence",
        {
            "none": "You use no criterion yet, so no score needs evidence.",
            "some": "You use {used} criteria. For {unseen_count} of them you cannot yet say what "
            "your scores rest on:",
            "unwritten": "You say that all scores rest on what you saw. Write down what it was: a "
            "reader cannot see your ticks.",
            "written": "All scores rest on what you saw, and you have written it down.",
        },
        {"used": Value("used", WHOLE), "unseen_count": Value("unseen_count", WHOLE)},
    ),
    Checklist("unseen", "unseen", "", CRITERIA, {"wrong": "No evidence"}, empty=""),
    Sentence(
        "profiles",
        "profiles",
        {
            "none": "Both guests need points before their verdicts can be compared.",
            "same_weights": "Both guests weigh alike, so they get one verdict: McDonald’s lead is "
            "{family_lead} for both.",
            "opposite": f"The guests disagree: {LEADS} The scores are the same, the weights are "
            "not.",
            "one_order": f"The guests agree on the order, but not on the distance: {LEADS}",
            "one_tied": f"The two are level for one guest, but not for the other: {LEADS}",
            "one_lead": "The guests weigh differently, yet McDonald’s lead is {family_lead} for "
            "both.",
        },
        FIGURES,
    ),
    Chart(
        "scores_chart",
        "marks",
        "Two restaurants, two guests",
        score_marks,
        "The weighted scores of both restaurants for each guest, and your bar at {bar}. The table "
        "below gives the values.",
        values={"bar": Value("bar", ONE)},
        words={"guest": GUESTS, "who": WHO},
        texts={
            "axis": "Weighted score, 1 to 10",
            "bar": "your bar",
            "first": WHO["mcdonalds"],
            "second": WHO["other"],
        },
        empty="The chart needs points for at least one guest.",
    ),
    Table(
        "table",
        "table",
        "Weighted scores, from 1 to 10",
        (
            Column("guest", "Guest", words=GUESTS),
            Column("mcdonalds", "McDonald’s", TWO),
            Column("other", "Other", TWO),
            Column("lead", "Difference", SIGNED),
        ),
        empty="",
    ),
    verdict_sentence("family"),
    turn_sentence("family"),
    bar_sentence("family"),
    verdict_sentence("couple"),
    turn_sentence("couple"),
    bar_sentence("couple"),
    Chart(
        "parts_chart",
        "parts",
        "What each criterion adds to McDonald’s lead",
        contributions,
        "Weight times difference of scores, for each criterion that you use. Right of zero speaks "
        "for McDonald’s, left of zero for the other. The bars of one guest add up to that guest’s "
        "difference in the table.",
        words={"item": SHORT, "who": GUESTS},
        texts={
            "axis": "McDonald’s lead, scale points",
            "first": GUESTS["family"],
            "second": GUESTS["couple"],
        },
        empty="",
    ),
)
