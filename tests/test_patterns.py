"""Cases to judge and debates: each is complete, holds back what it should, and is done in time."""

from __future__ import annotations

from typing import Any

import pytest

from servicequality.core.evaluate import evaluate
from servicequality.core.progress import progress
from servicequality.declare import Cards, Checklist, Choice, Exercise
from servicequality.exercises import all_exercises
from servicequality.exercises.patterns import debate, judged_case, pattern_of


def made_after(pattern: str) -> pytest.MarkDecorator:
    """The exercises made after a pattern, as the parameter of a test."""
    found = [exercise for exercise in all_exercises() if pattern_of(exercise) == pattern]
    return pytest.mark.parametrize("exercise", found, ids=lambda exercise: exercise.id)


def result(exercise: Exercise, **changed: Any) -> dict[str, Any]:
    """What `compute` gives where these fields are changed."""
    spec = exercise.spec(str)
    raw = {field["name"]: field["default"] for field in spec["fields"]} | changed
    answer = evaluate(spec, exercise.compute, raw, exercise.tables)
    assert answer["status"] == "ok", answer
    found: dict[str, Any] = answer["result"]
    return found


def how_far(exercise: Exercise, **changed: Any) -> str:
    """How far an exercise is where these fields are changed."""
    spec = exercise.spec(str)
    return progress(spec, {f["name"]: f["default"] for f in spec["fields"]} | changed)


def options(exercise: Exercise, name: str) -> list[str]:
    """The ids of a choice, less the open one."""
    (field,) = (f for f in exercise.fields if isinstance(f, Choice) and f.name == name)
    return [option for option in field.options if option != "open"]


def cards(exercise: Exercise) -> Cards:
    """The view with the cards."""
    (view,) = (view for view in exercise.views if isinstance(view, Cards))
    return view


@made_after("judged_case")
def test_a_case_explains_every_judgement_in_words_of_its_own(exercise: Exercise) -> None:
    keys = options(exercise, "judgement")
    assert 3 <= len(keys) <= 5
    holds = [option["right"] for option in exercise.data["options"]]
    assert any(holds)
    assert not all(holds)
    (view,) = (view for view in exercise.views if isinstance(view, Checklist))
    assert list(view.notes) == keys
    assert all(len(note) > 20 for note in view.notes.values())
    assert len(set(view.notes.values())) == len(keys)
    assert all(len(text) > 40 for text in cards(exercise).cards["model"].paragraphs)


@made_after("judged_case")
def test_a_case_gives_nothing_away_before_it_is_asked(exercise: Exercise) -> None:
    keys = options(exercise, "judgement")
    right = next(option["id"] for option in exercise.data["options"] if option["right"])
    wrong = next(option["id"] for option in exercise.data["options"] if not option["right"])
    for changed, stage in [
        ({}, "open"),
        ({"judgement": wrong}, "chosen"),
        ({"judgement": wrong, "reason": "Since."}, "written"),
        ({"judgement": right, "reason": " "}, "chosen"),
    ]:
        found = result(exercise, **changed)
        assert (found["stage"], found["judged"], found["model"]) == (stage, [], [])
    for chosen, stage, state in [
        ("open", "looked", None),
        (right, "fits", "own_right"),
        (wrong, "other", "own_wrong"),
    ]:
        found = result(exercise, judgement=chosen, show=True)
        assert found["stage"] == stage
        assert [line["item"] for line in found["judged"]] == keys
        states = {line["item"]: line["state"] for line in found["judged"]}
        assert state is None or states[chosen] == state
        assert found["model"] == ["model"]


@made_after("judged_case")
def test_a_case_is_done_when_it_is_judged_explained_and_compared(exercise: Exercise) -> None:
    (first, *_) = options(exercise, "judgement")
    assert how_far(exercise) == "open"
    assert how_far(exercise, judgement=first, reason="Since.") == "begun"
    assert how_far(exercise, judgement=first, show=True) == "begun"
    assert how_far(exercise, judgement=first, reason="Since.", show=True) == "done"


@made_after("debate")
def test_a_debate_has_two_sides_and_more_than_yes_and_no(exercise: Exercise) -> None:
    assert len(options(exercise, "position")) >= 3
    assert options(exercise, "position") == options(exercise, "position_after")
    sides = cards(exercise).cards
    for side in ("for", "against"):
        assert len(sides[side].paragraphs) >= 2
        assert all(len(argument) > 30 for argument in sides[side].paragraphs)
    assert exercise.question[0] in "“ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@made_after("debate")
def test_a_debate_shows_the_arguments_when_asked_and_says_what_moved(exercise: Exercise) -> None:
    first, second, *_ = options(exercise, "position")
    for changed, stage in [
        ({}, "open"),
        ({"position": first}, "taken"),
        ({"position": first, "argument": "Since."}, "written"),
    ]:
        found = result(exercise, **changed)
        assert (found["stage"], found["sides"]) == (stage, [])
    for changed, stage in [
        ({}, "looked"),
        ({"position": first}, "again"),
        ({"position": first, "position_after": first}, "stayed"),
        ({"position": first, "position_after": second}, "moved"),
    ]:
        found = result(exercise, show=True, **changed)
        assert (found["stage"], found["sides"]) == (stage, list(cards(exercise).cards))


@made_after("debate")
def test_a_debate_is_done_when_it_is_decided_twice(exercise: Exercise) -> None:
    first, *_ = options(exercise, "position")
    begun: dict[str, Any] = {"position": first, "argument": "Since.", "show": True}
    assert how_far(exercise, **begun) == "begun"
    assert how_far(exercise, **begun, position_after=first) == "done"


def test_patterns_are_not_taken_for_exercises() -> None:
    assert {pattern_of(exercise) for exercise in all_exercises()} >= {None, "debate", "judged_case"}
    assert all("patterns" not in exercise.origin for exercise in all_exercises())


def test_one_paragraph_or_several() -> None:
    parts = {"a": ("A", "Since a.", True), "b": ("B", "Since b.", False)}
    for model, paragraphs in [("One.", ("One.",)), (["One.", "Two."], ("One.", "Two."))]:
        case = judged_case("own", "T", "Q?", parts, "Why?", model)
        assert tuple(cards(case).cards["model"].paragraphs) == paragraphs
    sides = {"for": ["x"], "against": ["y"]}
    assert list(cards(debate("own", "T", "C.", {"a": "A", "b": "B"}, sides)).cards) == [
        "for",
        "against",
    ]
