"""A debate: take a position on a claim, weigh the arguments of both sides, decide again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from servicequality.core.teaching import count_words
from servicequality.declare import (
    Card,
    Cards,
    Choice,
    Exercise,
    Group,
    LongText,
    Sentence,
    Value,
    YesNo,
)


def compute(values: dict[str, Any], data: dict[str, Any]) -> dict[str, Any]:
    """The arguments, once they are asked for, and what became of the position."""
    before, after = values["position"], values["position_after"]
    asked = values["show"]
    if before == "open" and not asked:
        stage = "open"
    elif before == "open":
        stage = "looked"
    elif not asked:
        stage = "written" if count_words(values["argument"]) > 0 else "taken"
    elif after == "open":
        stage = "again"
    else:
        stage = "stayed" if after == before else "moved"
    result: dict[str, Any] = {"stage": stage, "sides": data["sides"] if asked else []}
    # Only what a sentence names needs to be there.
    result["before"] = before
    result["after"] = after
    return result


OPEN = {"open": "not decided yet"}
STAGES = {
    "open": "Choose where you stand. There is no right answer here; there are better reasons.",
    "taken": "Now give your reasons, in two or three sentences.",
    "written": "Now read the strongest arguments of both sides.",
    "looked": "You have read the arguments before you took a position. Where do you stand?",
    "again": "Before the arguments you said: {before}. Where do you stand now?",
    "stayed": "You stay with: {after}. Which argument of the other side is the hardest to answer?",
    "moved": "You said “{before}” before, and “{after}” now. Write down which argument moved you.",
}


def debate(
    id: str,
    title: str,
    claim: str,
    positions: Mapping[str, str],
    arguments: Mapping[str, Sequence[str]],
    question: str = "Where do you stand?",
    *,
    teaches: Sequence[str] = (),
    minutes: int = 8,
    model: str | Sequence[str] | None = None,
) -> Exercise:
    """A debate on a claim, as an exercise.

    `claim` is what is debated, with who says so. `positions` maps ids to what one may hold, three
    to five, from one side to the other. `arguments` gives the strongest of both sides, under `for`
    and `against`, two or more each. `model` may say, in one paragraph or several, what a careful
    answer looks like. The arguments open when the student asks for them. Done is the exercise when
    a position is taken and defended, the arguments are opened and the position is taken again; all
    of it goes into the workbook.
    """
    cards = {
        "for": Card("What speaks for the claim", tuple(arguments["for"])),
        "against": Card("What speaks against it", tuple(arguments["against"])),
    }
    if model is not None:
        paragraphs = (model,) if isinstance(model, str) else tuple(model)
        cards["model"] = Card("A careful answer", paragraphs, tone="debate")
    choices = dict(positions) | OPEN
    named = {"before": Value("before", words=choices), "after": Value("after", words=choices)}
    return Exercise(
        id=id,
        title=title,
        question=claim,
        teaches=teaches,
        minutes=minutes,
        in_steps=True,
        groups=(
            Group(
                "",
                (
                    Choice("position", question, choices, "open", buttons=True),
                    LongText("argument", "Your reasons, in two or three sentences"),
                ),
            ),
            Group(
                "Both sides",
                (YesNo("show", "Show the strongest arguments of both sides"),),
                shows=("sides",),
            ),
            Group(
                "Decide again",
                (
                    Choice(
                        "position_after", "Where do you stand now?", choices, "open", buttons=True
                    ),
                    LongText("moved", "What moved you, or why did nothing move you?"),
                ),
            ),
        ),
        compute=compute,
        data={"sides": list(cards)},
        revealed={"show": True},
        done_with=("position", "argument", "show", "position_after"),
        views=(Sentence("stage", "stage", STAGES, named), Cards("sides", "sides", cards)),
        announce="stage",
    )
