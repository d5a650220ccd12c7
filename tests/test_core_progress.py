"""How far a student is with an exercise."""

from __future__ import annotations

from typing import Any

import pytest

from servicequality.core.progress import BEGUN, DONE, OPEN, progress
from servicequality.exercises import all_exercises, find

WRITTEN = [exercise for exercise in all_exercises() if exercise.teaching is not None]


def so_far(name: str, **changed: Any) -> str:
    spec = find(name).spec(str)
    values = {field["name"]: field["default"] for field in spec["fields"]}
    return progress(spec, {**values, **changed})


@pytest.mark.parametrize("name", [exercise.id for exercise in all_exercises()])
def test_start_values_are_not_begun(name: str) -> None:
    assert so_far(name) == OPEN


def test_an_exercise_without_a_written_answer_is_done_once_something_was_tried() -> None:
    assert so_far("quiet-nights", promise=2.0) == DONE


def test_cases_are_done_when_each_has_an_answer() -> None:
    answers = dict(find("diagnose-gaps").revealed)
    assert so_far("diagnose-gaps", **answers) == DONE
    answers.pop(next(iter(answers)))
    assert so_far("diagnose-gaps", **answers) == BEGUN


def test_fields_may_be_named_without_which_an_exercise_is_not_done() -> None:
    assert so_far("gap-explorer", expectation=2.0) == BEGUN
    assert so_far("gap-explorer", conclusion="Gap 3") == DONE


def test_what_does_not_fit_yet_is_begun() -> None:
    assert so_far("quiet-nights", promise=None) == BEGUN


def answered(name: str) -> dict[str, Any]:
    """All that makes a discussion question done."""
    teaching = find(name).spec(str)["teaching"]
    words = " ".join(["word"] * teaching["words"])
    scores = dict.fromkeys(teaching["scores"], "0")
    return {teaching["answer"]: words, teaching["reveal"]: True, **scores}


@pytest.mark.parametrize("name", [exercise.id for exercise in WRITTEN])
def test_a_question_is_done_when_written_compared_and_scored(name: str) -> None:
    whole = answered(name)
    assert so_far(name, **whole) == DONE
    for field in whole:
        assert so_far(name, **{key: whole[key] for key in whole if key != field}) == BEGUN
    teaching = find(name).spec(str)["teaching"]
    short = " ".join(["word"] * (teaching["words"] - 1))
    assert so_far(name, **{**whole, teaching["answer"]: short}) == BEGUN
