"""What the exercise shows: agreement with the key, the kinds of quality, what comes first."""

from __future__ import annotations

from servicequality.charts.kind_bars import kind_bars
from servicequality.content import load
from servicequality.declare import Chart, Checklist, Column, Figure, Number, Sentence, Table, Value

COMPONENTS = load("components")
ONE = Number(decimals=1)
KIND_LABELS = {
    "technical": "technical",
    "functional": "functional",
    "societal": "societal",
    "none": "none of them",
}
LABELS = {component["id"]: component["label"] for component in COMPONENTS}
# Names of the student's own cards are not looked into; they are known by their number.
CARD_LABELS = {
    **LABELS,
    **{f"own{number}": f"Own card {number}" for number in range(1, 5)},
    "none": "",
}
KINDS = {
    "technical": "Technical: what is received",
    "functional": "Functional: how it is delivered",
    "societal": "Societal: no harm done",
}
SHORT_KINDS = {"technical": "Technical", "functional": "Functional", "societal": "Societal"}

VIEWS = (
    Figure("right", "right", "Cards that agree with our key, of 13", Number()),
    Sentence(
        "stage",
        "stage",
        {
            "empty": "Sort the cards first. Nothing is checked until you ask for it.",
            "started": "{placed} of {cards} cards are sorted.",
            "sorted": "All cards are sorted. Now check them.",
            "enough": "{agreed} of {cards} cards agree with our key. That is enough: now argue the "
            "ones that could go in two boxes.",
            "more": "{agreed} of {cards} cards agree with our key. Read the reasons below, and "
            "move the cards that you would now sort in another way.",
        },
        {"placed": Value("placed"), "cards": Value("cards"), "agreed": Value("agreed")},
    ),
    Checklist(
        "checked",
        "checked",
        "Card by card",
        {key: f"{label}." for key, label in LABELS.items()},
        {
            "right": "Right",
            "defended": "Can be defended",
            "wrong": "Look again",
            "open": "Not sorted",
        },
        {component["id"]: component["why"] for component in COMPONENTS},
        empty="",
    ),
    Checklist(
        "unseen_checked",
        "unseen_checked",
        "What a guest cannot judge",
        {key: f"{label}." for key, label in LABELS.items()},
        {"right": "Right", "wrong": "Look again", "missed": "Missed"},
        {
            "seen": "A guest sees, hears or feels this during the stay.",
            "unseen": "A guest can only believe the hotel here, even after the stay.",
        },
        empty="",
    ),
    Chart(
        "kind_chart",
        "bars",
        "How good is each kind, as you sorted?",
        kind_bars,
        "The weighted mean score of the cards in each box. The table below says how many cards "
        "there are.",
        words={"kind": SHORT_KINDS},
        texts={"axis": "Weighted mean score, 1 to 10"},
        empty="The chart opens once you have sorted a card.",
    ),
    Table(
        "kinds",
        "kinds",
        "The three boxes",
        (
            Column("kind", "Kind of quality", words=KINDS),
            Column("cards", "Cards", Number()),
            Column("share", "Share of the weight, %", Number()),
            Column("score", "Mean score", ONE),
        ),
        empty="No card with a weight is in a box yet.",
    ),
    Sentence(
        "missing",
        "missing",
        {
            "none": "A card in two boxes counts in both, so the shares may add up to more than "
            "100.",
            "several": "Some boxes are empty, or hold only cards without weight.",
            **{
                kind: f"The {kind} box is empty, or holds only cards without weight."
                for kind in SHORT_KINDS
            },
        },
    ),
    Sentence(
        "perceived",
        "perceived_state",
        {
            "none": "Put cards in the technical or the functional box to see what guests perceive.",
            "some": "What guests perceive comes to {perceived} of 10.",
        },
        {"perceived": Value("perceived", ONE)},
    ),
    Sentence(
        "verdict",
        "verdict",
        {
            "no_societal": "No card is in the societal box, so nobody has asked whether the "
            "service does harm. Most guests would not ask either.",
            "harm": "Cards in the societal box below {least}: {harms}. The first of them: {harm}. "
            "So the service fails, however good the rest is.",
            "no_perceived": "Nothing in the societal box lies below {least}.",
            "passes": "Nothing in the societal box lies below {least}, so what guests perceive may "
            "decide.",
        },
        {
            "harm": Value("harm", words=CARD_LABELS),
            "harms": Value("harms"),
            "least": Value("least"),
        },
    ),
    Sentence(
        "priority",
        "priority",
        {
            "none": "",
            "some": "By weight and by what is missing to 10, this card costs most: {first}. Would "
            "you improve it first? A card that may do harm can come before it.",
        },
        {"first": Value("first", words=CARD_LABELS)},
    ),
)
