"""What the exercise shows: the gaps of each promise, and what the promises do to the guest."""

from __future__ import annotations

from servicequality.charts.promise_line import promise_line
from servicequality.charts.promise_marks import promise_marks
from servicequality.declare import Chart, Checklist, Column, Figure, Number, Sentence, Table, Value
from servicequality.exercises.promise_audit.answers import ANSWERS
from servicequality.exercises.promise_audit.texts import PROMISES

ONE = Number(decimals=1)
SIGNED = Number(decimals=1, signed=True)
WHOLE = Number()
WHO = {"promised": "promised (A)", "delivered": "delivered (D)", "standard": "standard (S)"}
NUMBERS = {item: str(number) for number, item in enumerate(PROMISES, start=1)}
LABELS = {**PROMISES, "none": ""}

VIEWS = (
    Figure(
        "index",
        "index",
        "Over-promise index",
        ONE,
        "points",
        "How far promises lie above delivery, weighted by importance.",
    ),
    Sentence(
        "verdict",
        "verdict",
        {
            "over": "The over-promise index is {index} points, and Gap 5 is {gap_five}.",
            "kept": "No promise lies above delivery. Gap 5 is {gap_five}.",
            "no_weights": "All your importance points are 0, so nothing can be weighed. Give "
            "points to at least one promise.",
        },
        {"index": Value("index", ONE), "gap_five": Value("gap_five", SIGNED)},
    ),
    Sentence(
        "case_note",
        "case_note",
        {
            "supplied": "You use the supplied case, with synthetic figures. That is allowed. Say "
            "so in the first sentence of your answer.",
            "own": "Put your own promises into the rows, with where and when they were made. Leave "
            "out the names of people. If no standard was ever shown to you, leave “Standard known” "
            "empty.",
        },
    ),
    Chart(
        "marks_chart",
        "marks",
        "Promised, delivered and the standard",
        promise_marks,
        "For each promise: what was promised, what was delivered and, where it is known, the "
        "standard. The bar from delivery to promise is Gap 4; the tables below give the values.",
        words={"item": PROMISES, "who": WHO},
        texts={"axis": "Level, 1 to 7", **WHO},
    ),
    Table(
        "fours",
        "fours",
        "Gap 4, delivered minus promised (D − A). Negative is an over-promise.",
        (
            Column("item", "#", words=NUMBERS),
            Column("text", "Promise in its words"),
            Column("gap_four", "Gap 4", SIGNED),
        ),
    ),
    Table(
        "threes",
        "threes",
        "Gap 3, delivered minus standard (D − S), where the standard is known",
        (
            Column("item", "#", words=NUMBERS),
            Column("text", "Promise in its words"),
            Column("gap_three", "Gap 3", SIGNED),
        ),
        empty="No standard is known, so Gap 3 cannot be worked out.",
    ),
    Checklist(
        "kinds",
        "kinds",
        "Which gap is it? Half a point or more counts.",
        PROMISES,
        {
            "both": "Gap 3 and Gap 4",
            "gap_4": "Gap 4",
            "gap_3": "Gap 3",
            "neither": "Neither",
            "more": "More than promised",
            "gap_4_unknown": "Gap 4, and perhaps Gap 3",
            "unknown": "Not Gap 4",
        },
        {
            "both": "Delivery is below its standard and below the promise. Work and words both "
            "need changing.",
            "gap_4": "The work follows its standard, or nearly. The promise says more than that. "
            "Whether the standard itself asks for enough is another question: Gap 2.",
            "gap_3": "Delivery is below its standard, but the promise did not say more than came. "
            "Work on delivery.",
            "neither": "Delivery is close to the promise and not below its standard.",
            "more": "Guests get more than they were told. Ask whether they value it, and whether "
            "others stayed away because nobody told them. They will expect it next time.",
            "gap_4_unknown": "Less came than was promised. Without the standard you cannot tell "
            "whether the work fell short as well.",
            "unknown": "Delivery is close to the promise. Without the standard nothing can be said "
            "about Gap 3.",
        },
    ),
    Sentence(
        "worst",
        "worst_channel",
        {
            "none": "",
            **{
                channel: "No promise adds more to the over-promise index than {worst}: its Gap 4 "
                "is {worst_gap}. " + text
                for channel, text in {
                    "website": "It stands on the firm’s own website, so it can be corrected today.",
                    "booking_site": "It stands on somebody else’s site. The firm must ask for the "
                    "change, and look again later.",
                    "brochure": "It is printed, so old copies go on promising it for years.",
                    "email": "It stands in an e-mail that goes to every guest. One new text "
                    "corrects it.",
                    "folder": "Guests read it when they have already come, so it lifts what they "
                    "expect of this stay.",
                    "photograph": "A picture promises without a word. Ask when it was taken, and "
                    "from where.",
                    "advertising": "Advertising is made far from the guest. Ask who in operations "
                    "saw it first.",
                    "spoken": "It was spoken, so nobody can read it again. Write down who said "
                    "what, and when.",
                }.items()
            },
        },
        {"worst_gap": Value("worst_gap", SIGNED), "worst": Value("worst", words=LABELS)},
    ),
    Sentence(
        "lesson",
        "lesson",
        {
            "no_weights": "",
            "promise": "The promises lift what guests expect from {before} to {expectation}. "
            "Without them, perception ({perception}) would have been enough: Gap 5 would be "
            "{untold_gap}. The promises alone make it {gap_five}.",
            "both": "The promises lift what guests expect from {before} to {expectation}. Gap 5 is "
            "{gap_five}. Of this, {untold_gap} would be there without them, and {added_gap} is "
            "what they add.",
            "service": "The promises lift nothing: guests expect {before} with them or without. "
            "Gap 5 is {gap_five}, and it has other reasons than these promises.",
            "met": "Guests expect {expectation} and perceive as much. Gap 5 is 0.",
            "above": "Guests expect {expectation} and perceive {perception}. They get more than "
            "they expect. Next time they will expect more.",
        },
        {
            "before": Value("before", ONE),
            "expectation": Value("expectation", ONE),
            "perception": Value("perception", ONE),
            "gap_five": Value("gap_five", SIGNED),
            "untold_gap": Value("untold_gap", SIGNED),
            "added_gap": Value("added_gap", SIGNED),
        },
    ),
    Chart(
        "lines_chart",
        "lines",
        "What the promises do to Gap 5",
        promise_line,
        "The promises move expectation from {before} to {expectation}. The band between expected "
        "and perceived is Gap 5: {gap_five} points.",
        values={
            "before": Value("before", ONE),
            "expectation": Value("expectation", ONE),
            "gap_five": Value("gap_five", SIGNED),
        },
        words={
            "item": {
                "before": "Before (E₀)",
                "told": "Expected (E)",
                "perceived": "Perceived (P)",
            }
        },
        texts={"axis": "Scale from 1 to 7"},
        empty="The chart needs importance points.",
    ),
    Sentence(
        "money",
        "money_state",
        {
            "no_weights": "",
            "kept": "In money: nothing was paid for that did not come.",
            "no_price": "In money: the price is 0, so nothing is counted.",
            "some": "In money: {unkept}% of what was promised did not come. If the {price} euros "
            "paid for what was promised, that is {money} euros. It is a rough measure of the "
            "difference, not a rule for refunds.",
        },
        {
            "unkept": Value("unkept", WHOLE),
            "price": Value("price", WHOLE),
            "money": Value("money", WHOLE),
        },
    ),
    *ANSWERS,
)
