"""Discussion question 4: technical, functional and societal quality of a service."""

from __future__ import annotations

from typing import Any

from servicequality.content import load
from servicequality.core.numbers import compare, total
from servicequality.declare import (
    Exercise,
    Group,
    LongText,
    MultipleChoice,
    Rows,
    ShortText,
    Slider,
    Task,
    YesNo,
)
from servicequality.exercises.sorting_board.texts import TEACHING
from servicequality.exercises.sorting_board.views import KIND_LABELS, VIEWS
from servicequality.model.kinds_of_quality import (
    KINDS,
    agrees,
    costliest,
    harmful,
    perceived_quality,
    weighted_score,
)

# Four in five cards, as the rubric asks.
ENOUGH = 0.8


def compute(values: dict[str, Any], data: dict[str, Any]) -> dict[str, Any]:
    """How the cards are sorted, how good each kind of quality is, and what to improve first.

    What the key says is held back until the student asks for it.
    """
    cards = sorted_cards(values, data["components"])
    result: dict[str, Any] = {"cards": len(data["components"])}
    result.update(progress(cards, values["check"]))
    result.update(quality(cards, values))
    result.update(unseen(values, data["components"]))
    return result


def sorted_cards(values: dict[str, Any], components: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The cards of the course and those of the student, each with its kinds, score and weight."""
    cards = []
    for position in range(len(components)):
        component = components[position]
        rating = values["ratings"][position]
        cards.append(
            {
                "id": component["id"],
                "own": False,
                "kinds": values["kinds_" + component["id"]],
                "accepted": component["accepted"],
                "score": rating["score"],
                "weight": rating["weight"],
            }
        )
    for row in values["own_cards"]:
        cards.append(
            {
                "id": row["id"],
                "own": True,
                "kinds": [kind for kind in KINDS if row[kind]],
                "accepted": [],
                "score": row["score"],
                "weight": row["weight"],
            }
        )
    return cards


def progress(cards: list[dict[str, Any]], check: bool) -> dict[str, Any]:
    """How many cards are sorted and, once asked for, how they agree with the key."""
    given = [card for card in cards if not card["own"]]
    placed = [card for card in given if card["kinds"]]
    checked = []
    right = 0
    for card in given:
        if not card["kinds"]:
            state = "open"
        elif agrees(card["kinds"], card["accepted"]):
            right = right + 1
            several = len(card["accepted"]) > 1
            state = "defended" if several else "right"
        else:
            state = "wrong"
        checked.append({"item": card["id"], "state": state, "note": card["id"]})
    if not placed:
        stage = "empty"
    elif len(placed) < len(given) and not check:
        stage = "started"
    elif not check:
        stage = "sorted"
    elif compare(right / len(given), ENOUGH) >= 0:
        stage = "enough"
    else:
        stage = "more"
    return {
        "placed": len(placed),
        "right": right if check and placed else None,
        "agreed": right,
        "stage": stage,
        "checked": checked if check and placed else [],
    }


def quality(cards: list[dict[str, Any]], values: dict[str, Any]) -> dict[str, Any]:
    """Score and share of each kind as the student sorted, perceived quality, harm, priority."""
    rows, bars, means, empty = [], [], {}, []
    counted = [card for card in cards if card["kinds"] and "none" not in card["kinds"]]
    whole = total([float(card["weight"]) for card in counted])
    for kind in KINDS:
        members = [card for card in counted if kind in card["kinds"]]
        weights = [float(card["weight"]) for card in members]
        mean = weighted_score([float(card["score"]) for card in members], weights)
        means[kind] = mean
        if mean is None:
            empty.append(kind)
            continue
        share = 100 * total(weights) / whole
        rows.append({"kind": kind, "cards": len(members), "share": share, "score": mean})
        bars.append({"kind": kind, "score": mean})
    perceived = perceived_quality(
        means["technical"], means["functional"], values["outcome_share"] / 100, values["image"]
    )
    ids = [card["id"] for card in counted]
    scores = [float(card["score"]) for card in counted]
    first = costliest(ids, scores, [float(card["weight"]) for card in counted])
    societal = [card for card in counted if "societal" in card["kinds"]]
    harm = harmful(
        [card["id"] for card in societal],
        [float(card["score"]) for card in societal],
        float(values["least"]),
    )
    if not societal:
        verdict = "no_societal"
    elif harm:
        verdict = "harm"
    elif perceived is None:
        verdict = "no_perceived"
    else:
        verdict = "passes"
    return {
        "kinds": rows,
        "missing": "several" if len(empty) > 1 else empty[0] if empty else "none",
        "bars": bars,
        "perceived": perceived,
        "perceived_state": "none" if perceived is None else "some",
        "verdict": verdict,
        "harm": harm[0] if harm else "none",
        "harms": len(harm),
        "least": values["least"],
        "first": first or "none",
        "priority": "none" if first is None else "some",
    }


def unseen(values: dict[str, Any], components: list[dict[str, Any]]) -> dict[str, Any]:
    """What is said about the components that the student thinks a guest cannot judge."""
    if not values["check"]:
        return {"unseen_checked": []}
    rows = []
    for component in components:
        ticked = component["id"] in values["unseen"]
        if ticked and component["credence"]:
            rows.append({"item": component["id"], "state": "right", "note": None})
        elif ticked:
            rows.append({"item": component["id"], "state": "wrong", "note": "seen"})
        elif component["credence"]:
            rows.append({"item": component["id"], "state": "missed", "note": "unseen"})
    return {"unseen_checked": rows}


COMPONENTS = load("components")
LABELS = {component["id"]: component["label"] for component in COMPONENTS}


def card_field(component: dict[str, Any]) -> MultipleChoice:
    """The field of one card: the kinds of quality that it belongs to."""
    return MultipleChoice(f"kinds_{component['id']}", component["text"], KIND_LABELS, buttons=True)


EXERCISE = Exercise(
    id="sorting-board",
    title="Sorting board",
    question="Choose a service in a hotel, a restaurant or in tourism that you know. Explain which "
    "of its components make up technical quality, functional quality and societal quality.",
    teaches=("Q4",),
    minutes=25,
    in_steps=True,
    tasks=(
        Task(
            "Sort all cards, then check. How many agree with our key? Take one that does not, and "
            "say whether you can defend your box.",
            "Look at the reason below the card. Three cards can be defended in more than one way: "
            "the clean room, the allergy labels and the tested pool water.",
        ),
        Task(
            "Give the poster in the lobby a box, then take it away. What does it add to societal "
            "quality?",
            "Nothing that a guest, an employee or a neighbour would feel. It does no good and no "
            "harm, so it belongs in none of the three.",
        ),
        Task(
            "Sort everything as our key does. Then raise the share of the outcome from 50 to 100 "
            "percent. Why does perceived quality move so little here?",
            "It goes from 6.5 to 6.8. Technical and functional quality lie close together in these "
            "figures, at 6.8 and 6.2. Where they differ more, the share matters more.",
        ),
        Task(
            "Keep that sorting, and set image to 1.20. Does a good name mend the allergy labels?",
            "No. Perceived quality rises to 7.8, but the service still fails where it may do "
            "harm: the labels stay below the score that you accept.",
        ),
    ),
    groups=(
        Group(
            "1. Sort the cards",
            tuple(card_field(component) for component in COMPONENTS),
            text="A stay of two nights at Hotel Yasen, in cards. Technical: what the guest has in "
            "the end. Functional: how it is delivered. Societal: whether it does harm or good. A "
            "card may go in several boxes.",
        ),
        Group(
            "2. Add cards of your own",
            (
                Rows(
                    "own_cards",
                    "Your own cards",
                    {f"own{number}": f"Own card {number}" for number in range(1, 5)},
                    (
                        ShortText("name", "What the guest gets or sees", maximum_length=60),
                        YesNo("technical", "Technical"),
                        YesNo("functional", "Functional"),
                        YesNo("societal", "Societal"),
                        Slider("score", "Score, 1–10", 1, 10, 1, 5, whole=True),
                        Slider("weight", "Weight, 0–10", 0, 10, 1, 5, whole=True),
                    ),
                    (),
                    blank={
                        "name": "",
                        "technical": False,
                        "functional": False,
                        "societal": False,
                        "score": 5,
                        "weight": 5,
                    },
                    minimum=0,
                ),
                LongText(
                    "borderline",
                    "Which cards could go in two boxes? Give your reason.",
                    maximum_length=1500,
                    help="For your own notes. You may use it in your answer below.",
                ),
            ),
            text="From the service that you chose yourself, up to four. Leave this out if you stay "
            "with Hotel Yasen.",
        ),
        Group(
            "3. Check",
            (
                MultipleChoice(
                    "unseen",
                    "Which of them can a guest not judge, even after the stay?",
                    LABELS,
                ),
                YesNo("check", "Check my sorting and my ticks", False),
            ),
            shows=("stage", "checked", "unseen_checked"),
        ),
        Group(
            "4. How good is each?",
            (
                Rows(
                    "ratings",
                    "Scores and weights at Hotel Yasen",
                    LABELS,
                    (
                        Slider("score", "Score, 1–10", 1, 10, 1, 5, whole=True),
                        Slider("weight", "Weight, 0–10", 0, 10, 1, 5, whole=True),
                    ),
                    tuple(
                        {"id": c["id"], "score": c["score"], "weight": c["weight"]}
                        for c in COMPONENTS
                    ),
                    help="10 is the best score. A weight of 0 leaves a card out.",
                ),
                Slider(
                    "outcome_share",
                    "Share of the outcome in what guests perceive",
                    0,
                    100,
                    5,
                    50,
                    unit="%",
                    help="The rest is the process. An assumption: change it.",
                    whole=True,
                ),
                Slider(
                    "image",
                    "Image as a filter",
                    0.8,
                    1.2,
                    0.05,
                    1.0,
                    help="Below 1, guests see everything in a worse light; above 1, in a better.",
                ),
                Slider(
                    "least",
                    "Lowest score that you accept where harm is possible",
                    1,
                    10,
                    1,
                    5,
                    whole=True,
                    help="For societal quality. Whatever lies below it fails, however good the "
                    "rest is.",
                ),
            ),
        ),
    ),
    compute=compute,
    data={
        "components": [
            {"id": c["id"], "accepted": c["accepted"], "credence": c["credence"]}
            for c in COMPONENTS
        ]
    },
    revealed={f"kinds_{c['id']}": list(c["accepted"][0]) for c in COMPONENTS} | {"check": True},
    teaching=TEACHING,
    views=VIEWS,
    announce="stage",
)
