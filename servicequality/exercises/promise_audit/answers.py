"""What the exercise says to what the student did: the promise rewritten, causes, remedies."""

from __future__ import annotations

from servicequality.declare import Checklist, Column, Number, Sentence, Table, Value
from servicequality.exercises.promise_audit.texts import (
    CAUSE_LABELS,
    CAUSE_NOTES,
    PROMISES,
    REMEDY_LABELS,
    REMEDY_NOTES,
)

ONE = Number(decimals=1)
SIGNED = Number(decimals=1, signed=True)
WHOLE = Number()

ANSWERS = (
    Sentence(
        "rewrite",
        "rewrite",
        {
            "absent": "{which} is not in your table. Choose one that is.",
            "unchanged": "{which} still promises {old_level}. Lower or raise its level to see what "
            "follows.",
            "raised": "{which} now promises more than before: {new_level} instead of {old_level}. "
            "Delivery is {given}, so Gap 4 is {new_gap}.",
            "still_over": "{which} now promises {new_level} instead of {old_level}. Delivery is "
            "{given}, so Gap 4 is still {new_gap}: more is promised than comes.",
            "fits": "{which} now promises {new_level}, and {given} is delivered. Gap 4 is "
            "{new_gap}: a promise that can be kept.",
            "under": "{which} now promises only {new_level}, and {given} is delivered. Gap 4 is "
            "{new_gap}. A positive gap is not always good: who would choose a firm that hides "
            "what it can do?",
        },
        {
            "which": Value("which", words=PROMISES),
            "old_level": Value("old_level", ONE),
            "new_level": Value("new_level", ONE),
            "given": Value("given", ONE),
            "new_gap": Value("new_gap", SIGNED),
        },
    ),
    Sentence(
        "other_gap",
        "other_gap",
        {
            "none": "",
            "stays": "Gap 3 stays as it is. New words change no work, and delivery is still below "
            "its standard.",
            "unknown": "Whether there is a Gap 3 behind it is not known: new words would not "
            "change it.",
        },
    ),
    Sentence(
        "wording",
        "wording",
        {
            "empty": "Write the new wording. Then tick what is true of it.",
            "contradiction": "You ticked vague and measurable. A sentence that can be checked is "
            "not vague. Read yours again.",
            "absolute_low": "You ticked absolute, but rate the promise at {new_level}. A guest who "
            "reads “always” or “best” expects nearly 7. Change the words or the level.",
            "weak": "By your own check the wording can be made better.",
            "ready": "By your own check this wording is clear, modest and can be checked. Show it "
            "to somebody who would have to keep it.",
        },
        {"new_level": Value("new_level", ONE)},
    ),
    Checklist(
        "ticks",
        "ticks",
        "",
        {
            "vague": "vague.",
            "not_vague": "not vague.",
            "absolute": "absolute.",
            "not_absolute": "not absolute.",
            "measurable": "measurable.",
            "not_measurable": "not measurable.",
        },
        {"right": "Good", "wrong": "Weak"},
        {
            "vague": "Each guest fills in his or her own hopes. What they expect rises, and the "
            "firm does not see it.",
            "not_vague": "Guests and staff read the same thing in it.",
            "absolute": "One bad night breaks it, for every guest who has read it.",
            "not_absolute": "It leaves room for a bad day. Say for when and for which rooms it "
            "holds.",
            "measurable": "Guest and firm can agree whether it was kept. A guarantee can rest on "
            "it.",
            "not_measurable": "Nobody can show that it was kept. Name a time, a place, a number or "
            "a limit.",
        },
        empty="",
    ),
    Table(
        "comparison",
        "comparison",
        "The old promise and the new one",
        (
            Column(
                "item",
                "What changes",
                words={
                    "gap_four": "Gap 4 of this promise",
                    "index": "Over-promise index",
                    "expectation": "Expectation (E)",
                    "gap_five": "Gap 5",
                    "booking": "Guests who book, of 100",
                },
            ),
            Column("now", "Old", ONE),
            Column("then", "New", ONE),
        ),
        empty="",
    ),
    Sentence(
        "trade",
        "trade",
        {
            "none": "",
            "no_weights": "Give importance points to at least one promise. Then you see what the "
            "new one does to expectation and to Gap 5.",
            "nobody": "On your assumption nobody books any more.",
            "fewer_guests": "The price of honesty: {booking} of 100 guests still book. Gap 5 moves "
            "from {old_gap_five} to {new_gap_five}. To fill as many nights as before, those who "
            "come must stay {more_stays}% more often. Is that likely?",
            "fewer_guests_same": "{booking} of 100 guests still book, and Gap 5 does not move: "
            "the old promise lifted no expectation. You pay and gain nothing for the guests who "
            "come. The promise is only more honest.",
            "free": "On your assumption no guest stays away, and Gap 5 moves from {old_gap_five} "
            "to {new_gap_five}. That would be a gain without a price. Do you believe it?",
            "free_same": "On your assumption no guest stays away, and Gap 5 does not move.",
            "more_guests": "{booking} guests book where 100 did. Each of them finds a Gap 5 of "
            "{new_gap_five} instead of {old_gap_five}. How many will come back, and what will they "
            "write?",
            "more_guests_same": "{booking} guests book where 100 did, and Gap 5 does not move. If "
            "you can deliver it, say it.",
        },
        {
            "booking": Value("booking", WHOLE),
            "more_stays": Value("more_stays", WHOLE),
            "old_gap_five": Value("old_gap_five", SIGNED),
            "new_gap_five": Value("new_gap_five", SIGNED),
        },
    ),
    Checklist(
        "causes_checked",
        "causes",
        "Causes",
        CAUSE_LABELS,
        {"right": "Right", "wrong": "Another gap", "missed": "Also a cause"},
        CAUSE_NOTES,
        empty="",
    ),
    Sentence(
        "remedy_state",
        "remedy_state",
        {
            "hidden": "",
            "nothing": "You ticked no remedy yet.",
            "no_causes": "You have not found a cause of Gap 4 yet, so no remedy can fit. Go back "
            "to step 4.",
            "untreated": "Not every cause that you found has its remedy.",
            "treated": "Every cause that you found has its remedy.",
        },
    ),
    Checklist(
        "remedies_checked",
        "remedies",
        "Remedies",
        {**REMEDY_LABELS, **CAUSE_LABELS},
        {"right": "Fits Gap 4", "wrong": "Another gap", "untreated": "Still without a remedy"},
        REMEDY_NOTES,
        empty="",
    ),
)
