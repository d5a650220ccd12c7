"""From what was entered to what is seen: the three answers, and that nothing escapes."""

from __future__ import annotations

import json
import math
from collections.abc import Callable
from typing import Any

import pytest

from servicequality.core.evaluate import evaluate
from servicequality.declare import Exercise
from servicequality.page.html import to_text
from tests.fixtures.both_pythons import honest
from tests.fixtures.small import small


def answer(compute: Callable[..., Any], exercise: Exercise | None = None) -> dict[str, Any]:
    """The answer of the small exercise's specification with another `compute`."""
    return evaluate((exercise or small()).spec(str), compute, {"rating": 2})


def test_right_values_give_values_result_and_views() -> None:
    exercise = small()
    found = evaluate(exercise.spec(str), exercise.compute, {"rating": 4})
    assert found == {
        "status": "ok",
        "values": {"rating": 4.0},
        "result": {"word": "high", "rating": 4.0},
        "views": {"said": [["p", {"class": "sq-sentence"}, "The rating is high."]]},
        "progress": "done",
    }


def test_compute_receives_checked_values_and_nothing_else() -> None:
    received: list[Any] = []

    def compute(values: dict[str, Any]) -> dict[str, Any]:
        received.append(values)
        return {"word": "low"}

    evaluate(small().spec(str), compute, {"rating": 3, "stranger": "x"})
    assert received == [{"rating": 3.0}]
    assert isinstance(received[0]["rating"], float)


def test_compute_receives_the_tables_of_the_exercise() -> None:
    raw = {f["name"]: f["default"] for f in honest.EXERCISE.spec(str)["fields"]}
    found = evaluate(honest.EXERCISE.spec(str), honest.compute, raw, honest.EXERCISE.tables)
    assert [row["gap"] for row in found["result"]["rows"]] == ["G1", "G2", "G3", "G4", "G5"]


def test_wrong_values_give_messages_and_compute_is_not_asked() -> None:
    def compute(_values: dict[str, Any]) -> dict[str, Any]:
        raise AssertionError("compute was asked")

    found = evaluate(small().spec(str), compute, {"rating": 99})
    assert found["status"] == "invalid"
    ((message,),) = (found["messages"],)
    assert message["field"] == "rating"
    told = to_text(message["nodes"], "en")
    assert told == "Rating: 99 does not lie between 1 and 5."


def test_a_message_about_a_cell_says_which_one() -> None:
    start = honest.EXERCISE.start(str)["values"]
    first, second = start["stays"]
    raw = {**start, "rooms": 99, "stays": [first, {**second, "side": "roof"}]}
    found = evaluate(honest.EXERCISE.spec(str), honest.compute, raw, honest.EXERCISE.tables)
    rooms, stays = found["messages"]
    assert (rooms["field"], "cell" in rooms) == ("rooms", False)
    assert (stays["field"], stays["cell"]) == ("stays", ["second", "side"])
    assert to_text(stays["nodes"], "en") == "Second guest, Side: choose one of the options."


def raises_value_error(_values: dict[str, Any]) -> Any:
    raise ValueError("no such rating")


def raises_key_error(values: dict[str, Any]) -> Any:
    return values["absent"]


def divides_by_zero(values: dict[str, Any]) -> Any:
    return {"word": values["rating"] / 0}


def never_ends(values: dict[str, Any]) -> Any:
    return never_ends(values)


def asserts(_values: dict[str, Any]) -> Any:
    raise AssertionError


def takes_nothing() -> Any:
    return {}


@pytest.mark.parametrize(
    ("compute", "error"),
    [
        (raises_value_error, "compute raised ValueError: no such rating"),
        (raises_key_error, "compute raised KeyError: 'absent'"),
        (divides_by_zero, "compute raised ZeroDivisionError"),
        (never_ends, "compute raised RecursionError"),
        (asserts, "compute raised AssertionError"),
        (takes_nothing, "compute raised TypeError"),
    ],
)
def test_a_compute_that_raises_gives_a_message(compute: Callable[..., Any], error: str) -> None:
    found = answer(compute)
    assert found["status"] == "error"
    assert found["error"].startswith(error)
    (message,) = found["messages"]
    assert message["field"] is None
    assert to_text(message["nodes"], "en").startswith("The exercise cannot work out a result")


def itself() -> dict[str, Any]:
    """A dict that holds itself."""
    found: dict[str, Any] = {"word": "low"}
    found["again"] = found
    return found


@pytest.mark.parametrize(
    ("result", "error"),
    [
        (None, "view 'said': a dict was expected, not NoneType"),
        ([], "view 'said': a dict was expected, not list"),
        ({}, "view 'said': compute returned nothing named 'word'"),
        ({"word": "middle"}, "view 'said': there is no text for the id 'middle'"),
        ({"word": "low", "n": math.nan}, "compute must return finite numbers, not nan"),
        ({"word": "low", "n": [{"x": -math.inf}]}, "compute must return finite numbers, not -inf"),
        ({"word": "low", "n": {1, 2}}, "compute must return plain data, not set"),
        ({"word": "low", "n": b"x"}, "compute must return plain data, not bytes"),
        ({"word": "low", "n": (1, object())}, "compute must return plain data, not object"),
        ({"word": "low", 5: 1}, "compute must return dicts with texts as keys, not 5"),
        ({"word": "low", "n": {None: 1}}, "compute must return dicts with texts as keys, not None"),
        (itself(), "compute raised RecursionError"),
    ],
)
def test_a_result_of_the_wrong_shape_gives_a_message(result: Any, error: str) -> None:
    found = answer(lambda _values: result)
    assert found["status"] == "error"
    assert found["error"].startswith(error)
    assert found["messages"][0]["field"] is None


def test_plain_results_of_every_sort_cross_to_json() -> None:
    result = {"word": "low", "all": [None, True, 0, -1.5, "Ж", (1, 2), {"a": []}]}
    found = answer(lambda _values: result)
    assert found["status"] == "ok"
    assert json.loads(json.dumps(found["result"]))["all"][5:] == [[1, 2], {"a": []}]
