"""The gate: every exercise gives the same answer here and in the Python of pages.

`SERVICEQUALITY_INPUTS=20000 pytest tests/test_both_pythons.py` draws that many inputs, new ones
each time (repeat them with `--hypothesis-seed`); without it the inputs are the same in every run.
"""

from __future__ import annotations

import importlib
import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import find, given, settings
from hypothesis import strategies as st
from hypothesis.errors import NoSuchExample

from servicequality.core.evaluate import evaluate
from servicequality.declare import Exercise
from servicequality.exercises import gap_explorer
from tests.drawing import misfits, values
from tests.fixtures.both_pythons import faulty, honest
from tests.of_each_kind import WISHED, inputs_for, of_each_kind
from tests.page_python import PagePython
from tests.same_answers import differences

GATED = [*of_each_kind(), honest.EXERCISE]


def drawing(exercise: Exercise) -> settings:
    """How inputs of an exercise are drawn."""
    return settings(
        max_examples=inputs_for(exercise),
        derandomize=WISHED is None,
        deadline=None,
        database=None,
    )


@pytest.fixture(scope="module")
def pages() -> Iterator[PagePython]:
    """The Python of pages, running."""
    with PagePython() as python:
        yield python


def answers(
    pages: PagePython, exercise: Exercise, raw: dict[str, Any]
) -> tuple[dict[str, Any], dict[str, Any]]:
    """The answers of this Python and of the Python of pages, both as JSON gives them."""
    here = evaluate(exercise.spec(str), exercise.compute, raw, exercise.tables)
    carried: dict[str, Any] = json.loads(json.dumps(here, allow_nan=False))
    return carried, pages.evaluate(exercise.id, raw)


def compare_all(
    pages: PagePython,
    exercise: Exercise,
    strategy: st.SearchStrategy[dict[str, Any]],
    check: Callable[[dict[str, Any]], None],
) -> int:
    """Compares the answers for drawn inputs, has each checked, and gives how many there were."""
    pages.load(exercise)
    count = 0

    # The number beside each input lets an exercise with few possible inputs reach the count too.
    @drawing(exercise)
    @given(strategy, st.integers())
    def run(raw: dict[str, Any], _number: int) -> None:
        nonlocal count
        count += 1
        here, there = answers(pages, exercise, raw)
        assert differences(here, there) == []
        check(here)

    run()
    return count


@pytest.mark.parametrize("exercise", GATED, ids=lambda exercise: exercise.id)
def test_right_values_give_the_same_result(
    pages: PagePython, exercise: Exercise, record_property: Callable[[str, object], None]
) -> None:
    def works(answer: dict[str, Any]) -> None:
        assert answer["status"] == "ok", answer

    count = compare_all(pages, exercise, values(exercise), works)
    print(f"{exercise.id}: {count} drawn inputs, 0 differences")
    record_property("inputs", count)
    assert count >= inputs_for(exercise)


@pytest.mark.parametrize("exercise", GATED, ids=lambda exercise: exercise.id)
def test_wrong_values_give_the_same_messages(pages: PagePython, exercise: Exercise) -> None:
    seen: dict[str, int] = {}

    def is_no_error(answer: dict[str, Any]) -> None:
        seen[answer["status"]] = seen.get(answer["status"], 0) + 1
        assert answer["status"] != "error", answer

    count = compare_all(pages, exercise, misfits(exercise), is_no_error)
    print(f"{exercise.id}: {count} drawn inputs, {seen}, 0 differences")
    assert count >= inputs_for(exercise)
    assert seen["invalid"] >= inputs_for(exercise) / 2


BREAKS = [
    "rounds",
    "percent_formats",
    "f_strings",
    "thousands",
    "dict_order",
    "ties",
    "letters",
    pytest.param(
        "sums",
        marks=pytest.mark.skipif(
            sys.version_info < (3, 12), reason="sum() compensates from CPython 3.12 on"
        ),
    ),
]


@pytest.mark.parametrize("rule", BREAKS)
def test_a_compute_that_breaks_a_rule_is_caught(pages: PagePython, rule: str) -> None:
    assert_caught(pages, importlib.import_module(f"tests.fixtures.both_pythons.{rule}").EXERCISE)


def test_the_gap_explorer_is_caught_when_it_rounds(
    pages: PagePython, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = Path(str(gap_explorer.__file__)).read_text(encoding="utf-8")
    honest_line = '"expectation": expectation,'
    assert source.count(honest_line) == 1
    changed = source.replace(honest_line, '"expectation": round(expectation, 1),')
    (tmp_path / "rounding_gap_explorer.py").write_text(changed, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    assert_caught(pages, importlib.import_module("rounding_gap_explorer").EXERCISE)


def assert_caught(pages: PagePython, exercise: Exercise) -> None:
    """Fails where no drawn input shows a difference between the two Pythons."""
    pages.load(exercise)

    def differ(raw: dict[str, Any]) -> bool:
        return differences(*answers(pages, exercise, raw)) != []

    try:
        found = find(
            values(exercise), differ, settings=settings(drawing(exercise), derandomize=True)
        )
    except NoSuchExample:
        pytest.fail(f"{inputs_for(exercise)} inputs showed no difference")
    print(f"{exercise.id}: {found} gives {differences(*answers(pages, exercise, found))}")


@pytest.mark.parametrize("fault", faulty.FAULTS)
def test_a_fault_of_compute_is_a_message_on_both(pages: PagePython, fault: str) -> None:
    pages.load(faulty.EXERCISE)
    here, there = answers(pages, faulty.EXERCISE, {"fault": fault})
    assert here["status"] == there["status"] == "error"
    # The line for authors may differ, since the two Pythons word their own errors.
    assert there["error"]
    assert differences(here["messages"], there["messages"]) == []


def test_what_counts_as_the_same() -> None:
    assert differences({"a": [1, 2.0, "x", None, True]}, {"a": [1, 2, "x", None, True]}) == []
    assert differences(0.1 + 0.2, 0.3) == []
    assert differences({"b": 1, "a": 2}, {"a": 2, "b": 1}) == []


@pytest.mark.parametrize(
    ("here", "there"),
    [
        (1, True),
        (0.0, False),
        (None, False),
        ("1", 1),
        (1.0, 1.00000000001),
        (0.0, 1e-20),
        (10**15, 10**15 + 1),
        ([1, 2], [2, 1]),
        ([1], [1, 1]),
        ({"a": 1}, {"a": 1, "b": None}),
        ({}, []),
        ("e\u0301", "\u00e9"),
    ],
)
def test_what_counts_as_different(here: Any, there: Any) -> None:
    assert differences(here, there) != []
    assert differences({"x": [here]}, {"x": [there]}) != []
