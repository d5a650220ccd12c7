"""Written answers: words counted, the model answer opened by choice, own scores added up."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from servicequality.core.evaluate import evaluate
from servicequality.core.teaching import count_words, teaching_state
from servicequality.declare import Exercise, Teaching
from servicequality.page.html import to_text
from tests.fixtures.small import small

SEPARATORS = st.text(" \t\r\n", min_size=1, max_size=3)


def asking(**changes: Any) -> Exercise:
    """The small exercise with a written answer and four criteria."""
    parts: dict[str, Any] = {
        "prompt": "Say it in your own words.",
        "rubric": {key: f"Criterion {key}." for key in ("one", "two", "three", "four")},
        "model_answer": ("First paragraph.", "Second paragraph."),
        "honesty": "All invented.",
        "misconceptions": (("A claim.", "A correction."),),
        "words": 3,
    }
    return small(teaching=Teaching(**{**parts, **changes}))


EXERCISE = asking()


def state(**changed: Any) -> dict[str, Any]:
    """What the teaching views are given for the start values with some changed."""
    values = EXERCISE.start(str)["values"]
    return teaching_state(EXERCISE.spec(str)["teaching"], {**values, **changed})


def scored(*scores: str) -> dict[str, Any]:
    """The same, with these scores."""
    names = EXERCISE.spec(str)["teaching"]["scores"]
    return state(**dict(zip(names, scores, strict=True)))


def shown(exercise: Exercise = EXERCISE, **changed: Any) -> dict[str, str]:
    """The text of every view for the start values with some changed."""
    views = exercise.start(str, changed)["views"]
    return {name: to_text(nodes, "en") for name, nodes in views.items()}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("   \n\t\r\n", 0),
        ("one", 1),
        ("  one ", 1),
        ("one two", 2),
        ("one  two\n\nthree\tfour\r\nfive", 5),
        ("Закуска в хотел „Ясен“", 4),
        ("well-known, isn’t it?", 3),
        ("🏨 🏨", 2),
        # No separators here, though str.split() takes them for such.
        ("one\u00a0two\u2003three\u0085four\u2028five", 1),
    ],
)
def test_words_are_counted(text: str, words: int) -> None:
    assert count_words(text) == words


@given(st.lists(st.sampled_from(["a", "Ж", "🙂", "...", "\u00a0"]), max_size=20), SEPARATORS)
@settings(derandomize=True, database=None)
def test_every_run_of_other_characters_is_one_word(words: list[str], between: str) -> None:
    assert count_words(between + between.join(words) + between) == len(words)


@pytest.mark.parametrize(
    ("answer", "reveal", "model", "written"),
    [
        ("", False, "waiting", 0),
        ("two words", False, "waiting", 2),
        ("and now three", False, "ready", 3),
        ("more than three words", False, "ready", 4),
        ("", True, "open", 0),
        ("two words", True, "open", 2),
        ("and now three", True, "open", 3),
    ],
)
def test_the_model_answer_opens_by_choice_and_is_ready_from_the_limit_on(
    answer: str, reveal: bool, model: str, written: int
) -> None:
    found = state(written_answer=answer, show_model=reveal)
    assert (found["teaching_model"], found["teaching_written"]) == (model, written)


@pytest.mark.parametrize(
    ("scores", "verdict", "points"),
    [
        (("open", "open", "open", "open"), "open", 0),
        (("3", "3", "3", "open"), "open", 0),
        (("0", "open", "0", "0"), "open", 0),
        (("1", "1", "1", "1"), "low", 4),
        (("1", "2", "2", "2"), "low", 7),
        # A criterion at 0 is told first, above the pass mark and below it.
        (("0", "0", "0", "0"), "zero", 0),
        (("0", "2", "2", "3"), "zero", 7),
        (("0", "2", "3", "3"), "zero", 8),
        (("3", "3", "3", "0"), "zero", 9),
        (("2", "2", "2", "2"), "pass", 8),
        (("1", "1", "3", "3"), "pass", 8),
        (("3", "3", "3", "3"), "pass", 12),
    ],
)
def test_the_verdict_on_own_scores(scores: tuple[str, ...], verdict: str, points: int) -> None:
    found = scored(*scores)
    assert (found["teaching_verdict"], found["teaching_score"]) == (verdict, points)
    assert (found["teaching_maximum"], found["teaching_criteria"]) == (12, 4)
    # 60% of 12 points are 7.2, and points are whole.
    assert found["teaching_pass_mark"] == 8
    assert isinstance(found["teaching_pass_mark"], int)


@pytest.mark.parametrize("criteria", range(1, 9))
def test_exactly_the_pass_mark_is_a_pass(criteria: int) -> None:
    # With five criteria the share itself is whole: 9 of 15 points.
    names = [f"score_{n}" for n in range(criteria)]
    teaching = {"answer": "a", "reveal": "r", "scores": names, "words": 1, "pass_share": 0.6}
    for points in range(criteria, 3 * criteria + 1):
        scores = [1 + (points - criteria) // criteria] * criteria
        for extra in range((points - criteria) % criteria):
            scores[extra] += 1
        assert sum(scores) == points
        values = {"a": "", "r": False, **dict(zip(names, map(str, scores), strict=True))}
        passes = 5 * points >= 9 * criteria
        found = teaching_state(teaching, values)
        assert found["teaching_verdict"] == ("pass" if passes else "low")
        assert (points >= found["teaching_pass_mark"]) is passes


@pytest.mark.parametrize(
    ("share", "mark"), [(0.0, 0), (0.1, 3), (0.65, 20), (2 / 3, 20), (0.7, 21), (1.0, 30)]
)
def test_the_pass_mark_is_the_first_whole_number_that_reaches_the_share(
    share: float, mark: int
) -> None:
    names = [f"score_{n}" for n in range(10)]
    teaching = {"answer": "a", "reveal": "r", "scores": names, "words": 1, "pass_share": share}
    values = {"a": "", "r": False, **dict.fromkeys(names, "open")}
    assert teaching_state(teaching, values)["teaching_pass_mark"] == mark


def test_the_model_answer_waits_and_then_shows_its_paragraphs() -> None:
    waiting = shown(written_answer="two words")["model_answer"]
    assert waiting.startswith("Write your own answer first: it has 2 of 3 words.")
    ready = "Your answer has 3 words. Open the model answer when you have finished."
    assert shown(written_answer="three words now")["model_answer"] == ready
    opened = "Model answerFirst paragraph.Second paragraph."
    assert shown(show_model=True)["model_answer"] == opened
    assert shown(written_answer="three words now", show_model=True)["model_answer"] == opened


@pytest.mark.parametrize(
    ("scores", "said"),
    [
        ("", "Score all 4 criteria to see your total."),
        ("2222", "You give yourself 8 of 12 points. This is a pass."),
        (
            "0333",
            "You give yourself 9 of 12 points, and at least one criterion is missing altogether. "
            "Start with that one.",
        ),
        (
            "1111",
            "You give yourself 4 of 12 points; 8 are a pass. Go back to the criterion where you "
            "scored lowest.",
        ),
    ],
)
def test_the_verdict_is_put_into_words(scores: str, said: str) -> None:
    names = EXERCISE.spec(str)["teaching"]["scores"]
    assert shown(**dict(zip(names, scores, strict=False)))["self_score"] == said


def test_the_other_views_are_shown_as_without_a_written_answer() -> None:
    assert shown()["said"] == shown(small())["said"]


def test_what_is_written_is_counted_and_not_judged() -> None:
    found = EXERCISE.start(str, {"written_answer": "<b>no sense</b> at all"})
    assert found["result"] == small().start(str)["result"]


@pytest.mark.parametrize(
    ("result", "error"),
    [
        (None, "view 'said': a dict was expected, not NoneType"),
        ([["word", "low"]], "view 'said': a dict was expected, not list"),
        ({}, "view 'said': compute returned nothing named 'word'"),
    ],
)
def test_a_result_of_the_wrong_shape_is_told_as_without_a_written_answer(
    result: Any, error: str
) -> None:
    raw = EXERCISE.start(str)["values"]
    found = evaluate(EXERCISE.spec(str), lambda _values: result, raw)
    assert (found["status"], found["error"]) == ("error", error)
