"""A case in ten passages to tag with the ten mistakes, and Cohen's kappa against the key."""

from __future__ import annotations

from typing import Any

from servicequality.charts.tag_grid import tag_grid
from servicequality.content import load
from servicequality.core.numbers import compare
from servicequality.declare import (
    Card,
    Cards,
    Chart,
    Checklist,
    Choice,
    Exercise,
    Group,
    LongText,
    Number,
    Sentence,
    Slider,
    Task,
    Value,
    YesNo,
)
from servicequality.model.agreement import chance_agreement, cohens_kappa, observed_agreement

TAGS = ["M1", "M2", "M3", "M4", "M5", "M6", "M7", "M8", "M9", "M10", "none"]
# From here on two readers see much the same; our own line.
CLOSE = 0.7


def compute(values: dict[str, Any], data: dict[str, Any]) -> dict[str, Any]:
    """How many passages agree with the key, Cohen's kappa, and what is said about each passage.

    What the key says is held back until the student asks for it.
    """
    own: list[str] = []
    key: list[str] = []
    checked: list[dict[str, Any]] = []
    for passage in data["passages"]:
        tag = values["tag_" + passage["id"]]
        state = "open"
        if tag != "open":
            own.append(tag)
            key.append(passage["key"])
            state = "wrong"
            if tag == passage["key"]:
                state = "right"
            elif tag in passage["near"]:
                state = "near"
        checked.append({"item": passage["id"], "state": state, "note": passage["id"]})
    tagged = len(own)
    result: dict[str, Any] = {
        "reminders": ["ten"],
        "tagged": tagged,
        "passages": len(data["passages"]),
        "checked": [],
        "grid": [],
        "stage": "all" if tagged == len(data["passages"]) else "some",
        "meaning": "none",
        "direction": "none",
        "expected": values["expected"],
        "agreed": 0,
    }
    if tagged == 0:
        result["stage"] = "open"
    if tagged > 0 and values["check"]:
        result.update(compared(own, key))
        result.update(leaning(own, key))
        result["checked"] = checked
    return result


def compared(own: list[str], key: list[str]) -> dict[str, Any]:
    """The agreement of the student's tags with those of the key, both not empty."""
    kappa = cohens_kappa(own, key)
    share = observed_agreement(own, key)
    agreed = 0
    for position in range(len(own)):
        if own[position] == key[position]:
            agreed = agreed + 1
    if kappa is None:
        meaning = "undefined"
    elif compare(kappa, 0.0) <= 0:
        meaning = "blind"
    elif compare(kappa, CLOSE) < 0:
        meaning = "partly"
    else:
        meaning = "close"
    return {
        "stage": "undefined" if kappa is None else "compared",
        "meaning": meaning,
        "agreed": agreed,
        "share": 100 * share,
        "chance": 100 * chance_agreement(own, key),
        "kappa": 0.0 if kappa is None else kappa,
        "grid": grid(own, key),
    }


def leaning(own: list[str], key: list[str]) -> dict[str, Any]:
    """In how many passages the student alone sees a mistake, and in how many the key alone."""
    only_own = 0
    only_key = 0
    for position in range(len(own)):
        if own[position] != "none" and key[position] == "none":
            only_own = only_own + 1
        if own[position] == "none" and key[position] != "none":
            only_key = only_key + 1
    direction = "same" if only_own + only_key == 0 else "apart"
    return {"direction": direction, "only_own": only_own, "only_key": only_key}


def grid(own: list[str], key: list[str]) -> list[dict[str, Any]]:
    """How often each pair of tags occurs: all pairs of equal tags, and the others that occur."""
    rows = []
    for mine in TAGS:
        for theirs in TAGS:
            count = 0
            for position in range(len(own)):
                if own[position] == mine and key[position] == theirs:
                    count = count + 1
            if count > 0 or mine == theirs:
                same = 1 if mine == theirs else 0
                rows.append({"own": mine, "key": theirs, "count": count, "same": same})
    return rows


MISTAKES = load("mistakes")
PASSAGES = load("tagged-case")
LABELS = {mistake["id"]: f"{mistake['id']}: {mistake['short']}" for mistake in MISTAKES}
OPTIONS = {"open": "not tagged yet", **LABELS, "none": "no mistake here"}
SHORT = {mistake["id"]: mistake["id"] for mistake in MISTAKES} | {"none": "–"}
TWO, WHOLE = Number(decimals=2), Number()


def reminders(*chapters: int) -> list[str]:
    """One line for each mistake that the course explains in one of these chapters."""
    return [
        f"{mistake['id']}. {mistake['reminder']}"
        for mistake in MISTAKES
        if mistake["chapter"] in chapters
    ]


def passage_group(number: int, passage: dict[str, Any]) -> Group:
    """A passage with its question."""
    field = Choice(f"tag_{passage['id']}", "Which mistake do you see?", OPTIONS, "open")
    return Group(f"Passage {number}", (field,), text=passage["text"])


EXERCISE = Exercise(
    id="tag-the-mistakes",
    title="One year at Hotel Iva",
    question="Ten passages from one year. Tag each with a mistake, or with none. Then compare your "
    "tags with ours, and see how much of the agreement chance alone would bring.",
    teaches=(),
    minutes=18,
    in_steps=True,
    done_with=(*(f"tag_{passage['id']}" for passage in PASSAGES), "check"),
    tasks=(
        Task(
            "First tag all ten as you see them, and compare. Where you differ, do you see more "
            "mistakes than the key, or fewer?",
            "The sentence below the comparison counts both. If you see more, it may be the "
            "list: whoever has just read about ten mistakes finds them everywhere. In a real "
            "hotel, that costs the trust of those who do well.",
        ),
        Task(
            "Now choose one mistake and give this tag to all ten passages. How many agree, and "
            "what is κ? Try another one.",
            "Some passages may agree, but κ is 0 with each tag. If the key has your tag in two "
            "passages of ten, you agree in 20%, and chance brings 20% as well: "
            "(0.20 − 0.20)/(1 − 0.20) = 0. Here the whole agreement is no more than chance.",
        ),
        Task(
            "Leave one passage tagged as the key does, and the others not tagged. What is κ now?",
            "One of one agrees, 100%. You and the key have used one and the same tag for "
            "everything, so blind dealing would agree as well: chance is 100% too, and "
            "κ = (1 − 1)/(1 − 1) = 0/0. It is not defined. That is not the same as 0, and not the "
            "same as 1.",
        ),
    ),
    groups=(
        Group(
            "Before you start",
            (
                Slider(
                    "expected",
                    "How many of your ten tags will agree with ours?",
                    0,
                    10,
                    1,
                    5,
                    whole=True,
                ),
            ),
            shows=("reminders",),
        ),
        *(passage_group(number, passage) for number, passage in enumerate(PASSAGES, start=1)),
        Group(
            "Compare",
            (YesNo("check", "Compare my tags with the key"),),
            text="Our key is one reading of an invented case. Where you can argue for another tag, "
            "do so.",
        ),
        Group(
            "Where you differ",
            (
                LongText(
                    "argued",
                    "Choose a passage where you and the key differ, or where you hesitated. What "
                    "would you have to ask at the hotel to decide?",
                    help="For your own notes. Nobody grades this.",
                ),
            ),
        ),
    ),
    compute=compute,
    data={
        "passages": [{"id": p["id"], "key": p["key"], "near": p["near"]} for p in PASSAGES],
    },
    revealed={f"tag_{passage['id']}": passage["key"] for passage in PASSAGES} | {"check": True},
    views=(
        Cards(
            "reminders",
            "reminders",
            {
                "ten": Card(
                    "The ten mistakes in one line each",
                    (),
                    {
                        "This chapter": reminders(10),
                        "Chapter 11": reminders(11),
                        "Chapters 4 and 8": reminders(4, 8),
                    },
                )
            },
        ),
        Sentence(
            "stage",
            "stage",
            {
                "open": "Read a passage, then tag it. Nothing is compared until you ask for it.",
                "some": "{tagged} of {passages} passages are tagged.",
                "all": "All passages are tagged. Now compare.",
                "undefined": "Of {tagged} tagged passages {agreed} agree. You and the key "
                "have used one and the same tag for everything, so chance alone would agree in "
                "full, and κ would be 0/0: it is not defined. Tag more passages.",
                "compared": "Of {tagged} tagged passages {agreed} agree, {share}%; for all ten you "
                "had expected {expected}. With the same tags dealt out blindly {chance}% would "
                "agree. So Cohen’s κ is {kappa}.",
            },
            {
                "tagged": Value("tagged", WHOLE),
                "passages": Value("passages", WHOLE),
                "agreed": Value("agreed", WHOLE),
                "share": Value("share", WHOLE),
                "expected": Value("expected", WHOLE),
                "chance": Value("chance", WHOLE),
                "kappa": Value("kappa", TWO),
            },
        ),
        Sentence(
            "meaning",
            "meaning",
            {
                "none": "",
                "undefined": "",
                "blind": "That is no better than dealing the tags out blindly.",
                "partly": "You see more than chance, but you and the key read several passages in "
                "different ways. Which ones?",
                "close": "You and the key see much the same. That does not yet make the key right.",
            },
        ),
        Sentence(
            "direction",
            "direction",
            {
                "none": "",
                "same": "In no tagged passage does one of you see a mistake where the other sees "
                "none.",
                "apart": "Passages with a mistake for you and none for the key: {only_own}. The "
                "other way round: {only_key}.",
            },
            {"only_own": Value("only_own", WHOLE), "only_key": Value("only_key", WHOLE)},
        ),
        Chart(
            "grid_chart",
            "grid",
            "Your tags against those of the key",
            tag_grid,
            "A field of eleven by eleven tags. {agreed} of your tags lie on the diagonal, where "
            "both agree.",
            values={"agreed": Value("agreed", WHOLE)},
            words={"own": SHORT, "key": SHORT},
            texts={"own": "Your tag", "key": "Tag of the key (–: no mistake)", "none": "–"},
            empty="The chart opens once you compare.",
        ),
        Checklist(
            "checked",
            "checked",
            "Passage by passage",
            {p["id"]: f"passage {number}." for number, p in enumerate(PASSAGES, start=1)},
            {
                "right": "Agrees",
                "near": "Can be argued",
                "wrong": "Differs",
                "open": "Not tagged",
            },
            {p["id"]: p["why"] for p in PASSAGES},
            empty="",
        ),
    ),
    announce="stage",
)
