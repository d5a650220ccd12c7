"""What surrounds a question that asks for a written answer: rubric, model answer, honesty.

A `Teaching` adds ordinary fields and views to its exercise, so that every surface shows them and
both Pythons agree on them: the written answer, the wish to see the model answer, one score for each
criterion; the model answer and the verdict on the student's own scores.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar

from servicequality.core.teaching import HIGHEST, OPEN_SCORE
from servicequality.declare.fields import Choice, Field, LongText, Translate, YesNo
from servicequality.declare.views import Sentence, Value, View
from servicequality.i18n.interface import INTERFACE

PASS_SHARE = 0.6
ANSWER, REVEAL = "written_answer", "show_model"
SCORES = (OPEN_SCORE, *(str(points) for points in range(HIGHEST + 1)))


@dataclass(frozen=True)
class ModelAnswer(View):
    """The model answer; it opens when the student asks for it."""

    kind: ClassVar[str] = "model_answer"

    paragraphs: Sequence[str]

    def spec(self, translate: Translate) -> dict[str, Any]:
        values = {"words": Value("teaching_words"), "written": Value("teaching_written")}
        return {
            "kind": self.kind,
            "name": self.name,
            "key": self.key,
            "title": translate(INTERFACE["model_answer"]),
            "paragraphs": [translate(text) for text in self.paragraphs],
            "waiting": {
                "waiting": translate(INTERFACE["model_waits"]),
                "ready": translate(INTERFACE["model_ready"]),
            },
            "values": [value.spec(name, translate) for name, value in values.items()],
        }


@dataclass(frozen=True)
class Teaching:
    """The teaching part of an exercise with a written answer.

    `prompt` asks for the answer. `rubric` maps criterion ids to what is looked for (each scored 0
    to 3). The model answer opens when it is asked for; until then the student is told how many of
    `words` words the own answer has. `misconceptions` are pairs of a claim and its correction;
    `honesty` says what is assumption, synthetic or published.
    """

    prompt: str
    rubric: Mapping[str, str]
    model_answer: Sequence[str]
    honesty: str
    misconceptions: Sequence[tuple[str, str]] = field(default_factory=tuple)
    words: int = 60

    def problems(self) -> list[str]:
        """What is wrong with the declaration, one sentence each; an empty list if nothing is."""
        found = []
        if not self.rubric:
            found.append("teaching: the rubric needs at least one criterion")
        if not self.model_answer:
            found.append("teaching: the model answer needs at least one paragraph")
        if self.words < 1:
            found.append(f"teaching: words must be at least 1, not {self.words}")
        return found

    @property
    def parts(self) -> tuple[list[Field], list[Field], list[Field]]:
        """The fields of the written answer, of the wish to compare, and of the scores."""
        options = {score: INTERFACE[f"score_{score}"] for score in SCORES}
        scores: list[Field] = [
            Choice(f"score_{criterion}", text, options, OPEN_SCORE)
            for criterion, text in self.rubric.items()
        ]
        answer = LongText(ANSWER, self.prompt, maximum_length=6000)
        return [answer], [YesNo(REVEAL, INTERFACE["show_model"])], scores

    @property
    def views(self) -> list[View]:
        """The model answer and the verdict on the student's own scores."""
        values = {
            "score": Value("teaching_score"),
            "maximum": Value("teaching_maximum"),
            "criteria": Value("teaching_criteria"),
            "pass_mark": Value("teaching_pass_mark"),
        }
        verdicts = {key: INTERFACE[f"self_score_{key}"] for key in ("open", "zero", "low", "pass")}
        return [
            ModelAnswer("model_answer", "teaching_model", self.model_answer),
            Sentence("self_score", "teaching_verdict", verdicts, values),
        ]

    def spec(self, translate: Translate) -> dict[str, Any]:
        """What both Pythons need to know, and the texts around the fields."""
        return {
            "answer": ANSWER,
            "reveal": REVEAL,
            "scores": [score.name for score in self.parts[2]],
            "words": self.words,
            "pass_share": PASS_SHARE,
            "honesty": translate(self.honesty),
            "misconceptions": [
                {"claim": translate(claim), "correction": translate(correction)}
                for claim, correction in self.misconceptions
            ],
        }
