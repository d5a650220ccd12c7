"""A case to judge: choose a judgement, write why, then compare with what speaks for each answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from servicequality.core.teaching import count_words
from servicequality.declare import (
    Card,
    Cards,
    Checklist,
    Choice,
    Exercise,
    Group,
    LongText,
    Sentence,
    YesNo,
)


def compute(values: dict[str, Any], data: dict[str, Any]) -> dict[str, Any]:
    """What is said about the judgement, and, once it is asked for, about every answer."""
    chosen = values["judgement"]
    asked = values["show"]
    judged: list[dict[str, Any]] = []
    fits = False
    for option in data["options"]:
        key, right, own = option["id"], option["right"], option["id"] == chosen
        if own and right:
            fits = True
        if asked:
            state = "right" if right else "wrong"
            judged.append({"item": key, "state": "own_" + state if own else state, "note": key})
    written = count_words(values["reason"]) > 0
    if asked and chosen == "open":
        stage = "looked"
    elif asked:
        stage = "fits" if fits else "other"
    elif chosen == "open":
        stage = "open"
    else:
        stage = "written" if written else "chosen"
    return {"judged": judged, "model": ["model"] if asked else [], "stage": stage}


OPEN = {"open": "not decided yet"}
STATES = {
    "own_right": "Your judgement, and it holds",
    "own_wrong": "Your judgement; look again",
    "right": "Holds",
    "wrong": "Does not hold",
}
STAGES = {
    "open": "Read the case, then choose a judgement.",
    "chosen": "Now write why, in your own words.",
    "written": "Now compare: what speaks for each judgement, and what against it?",
    "looked": "You have looked before you judged. Which judgement would you defend, and why?",
    "fits": "Your judgement holds. Does your reason say the same as the model answer?",
    "other": "Your judgement does not hold here. Where did your reason and the case part?",
}


def judged_case(
    id: str,
    title: str,
    question: str,
    options: Mapping[str, tuple[str, str, bool]],
    follow_up: str,
    model: str | Sequence[str],
    *,
    case: str = "",
    teaches: Sequence[str] = (),
    minutes: int = 6,
) -> Exercise:
    """A case to judge, as an exercise.

    `question` asks for the judgement on `case`, which is left out where the case stands in the text
    above. `options` maps ids to what is chosen, the feedback on it, and whether it holds: three or
    four, of which at least one holds. `follow_up` asks for the reason, `model` answers that, in one
    paragraph or several. Feedback and model answer open when the student asks for them. Done is the
    exercise when a judgement is chosen, a reason written and the feedback opened.
    """
    labels = {key: label for key, (label, _, _) in options.items()}
    paragraphs = (model,) if isinstance(model, str) else tuple(model)
    right = next((key for key, (_, _, holds) in options.items() if holds), "open")
    return Exercise(
        id=id,
        title=title,
        question=question,
        teaches=teaches,
        minutes=minutes,
        in_steps=True,
        groups=(
            Group(
                "",
                (
                    Choice("judgement", "Your judgement", labels | OPEN, "open", buttons=True),
                    LongText("reason", follow_up),
                ),
                text=case,
            ),
            Group(
                "Compare",
                (YesNo("show", "Show what speaks for and against each, and a model answer"),),
                shows=("judged", "model"),
            ),
        ),
        compute=compute,
        data={"options": [{"id": key, "right": holds} for key, (_, _, holds) in options.items()]},
        revealed={"judgement": right, "show": True},
        done_with=("judgement", "reason", "show"),
        views=(
            Sentence("stage", "stage", STAGES),
            Checklist(
                "judged",
                "judged",
                "",
                labels,
                STATES,
                {key: feedback for key, (_, feedback, _) in options.items()},
                empty="",
            ),
            Cards("model", "model", {"model": Card("A model answer", paragraphs, tone="case")}),
        ),
        announce="stage",
    )
