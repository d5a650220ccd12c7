"""What a round asks about: every exercise and every question checks answers and spreads them."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from servicequality.classmode.limits import Limits
from servicequality.classmode.results import distribution
from servicequality.classmode.subjects import (
    ANY_ROW,
    NUMBER,
    OPTIONS,
    TEXT,
    MisfitError,
    UnknownSubjectError,
    every_subject,
    find_subject,
    items_by_id,
)
from servicequality.core.answers import key_of
from servicequality.core.values import read
from servicequality.exercises import all_exercises
from tests.drawing import field_specs, misfits, values
from tests.of_each_kind import EXERCISE_IDS

LIGHT = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
ITEMS = [name for name in every_subject() if name.startswith("item/")]


def start(exercise_id: str) -> dict[str, Any]:
    """The start values of an exercise, as a page sends them."""
    subject: Any = find_subject(f"exercise/{exercise_id}")
    return {field["name"]: field["default"] for field in subject.spec["fields"]}


def longest(field: dict[str, Any]) -> Any:
    """A value of a field that is as long as any, in characters of four bytes."""
    if field["kind"] == "rows":
        return [
            {"id": row["id"], **{column["name"]: longest(column) for column in field["columns"]}}
            for row in field["rows"]
        ]
    if field["kind"] == "multiple_choice":
        return [option["id"] for option in field["options"]]
    if field["kind"] in ("short_text", "long_text"):
        return "🙂" * field["maximum_length"]
    return field["default"]


def test_every_exercise_and_question_is_a_subject() -> None:
    names = every_subject()
    assert len(names) == len(set(names)) == len(all_exercises()) + len(items_by_id())
    for name in names:
        subject = find_subject(name)
        keys = [entry.key for entry in subject.entries]
        assert subject.id == name
        assert subject.title
        assert keys
        assert len(keys) == len(set(keys))
        assert {entry.kind for entry in subject.entries} <= {NUMBER, OPTIONS, TEXT}


@pytest.mark.parametrize("name", ["", "exercise/", "item/", "exercise/none", "gap-explorer", "x/y"])
def test_what_is_not_there_is_said(name: str) -> None:
    with pytest.raises(UnknownSubjectError):
        find_subject(name)


def test_the_longest_answer_to_any_exercise_fits_into_a_request() -> None:
    for exercise in all_exercises():
        entered = {field["name"]: longest(field) for field in field_specs(exercise)}
        find_subject(f"exercise/{exercise.id}").checked(entered)
        body = json.dumps({"values": entered}, ensure_ascii=False).encode()
        assert len(body) < 0.75 * Limits().body


@pytest.mark.parametrize("exercise_id", EXERCISE_IDS)
@LIGHT
@given(data=st.data())
def test_what_fits_is_stored_and_spread(exercise_id: str, data: st.DataObject) -> None:
    subject = find_subject(f"exercise/{exercise_id}")
    exercise = next(e for e in all_exercises() if e.id == exercise_id)
    entered = data.draw(values(exercise))
    checked = subject.checked(entered)
    assert checked == read(field_specs(exercise), entered)[0]
    # As it comes back from the store.
    again = json.loads(json.dumps(checked))
    assert subject.checked(again) == checked
    flat = subject.flat(again)
    assert set(flat) == {entry.key for entry in subject.entries}
    for entry in subject.entries:
        found = flat[entry.key]
        if not entry.several and f"/{ANY_ROW}/" not in entry.key:
            assert len(found) <= 1
        if entry.kind == OPTIONS:
            assert set(found) <= {name for name, _ in entry.options}
        elif entry.kind == NUMBER:
            assert all(isinstance(value, (int, float)) for value in found)
        else:
            assert all(value.strip() for value in found)


@pytest.mark.parametrize("exercise_id", EXERCISE_IDS)
@LIGHT
@given(data=st.data())
def test_what_does_not_fit_is_refused_in_words(exercise_id: str, data: st.DataObject) -> None:
    subject = find_subject(f"exercise/{exercise_id}")
    exercise = next(e for e in all_exercises() if e.id == exercise_id)
    entered = data.draw(misfits(exercise))
    problems = read(field_specs(exercise), entered)[1]
    if not problems:
        assert subject.checked(entered)
        return
    with pytest.raises(MisfitError) as raised:
        subject.checked(entered)
    assert [fault["field"] for fault in raised.value.faults] == [p["field"] for p in problems]
    assert all("{" not in fault["message"] for fault in raised.value.faults)


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=10),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=10), inner),
    max_leaves=10,
)


@settings(max_examples=200, deadline=None)
@given(name=st.sampled_from(every_subject()), entered=ANYTHING, nested=st.booleans())
def test_anything_at_all_is_taken_or_refused(name: str, entered: Any, nested: bool) -> None:
    subject = find_subject(name)
    with suppress(MisfitError):
        subject.flat(subject.checked({"answer": entered} if nested else entered))


def test_fields_that_are_not_there_are_refused() -> None:
    entered = {**start("gap-explorer"), "<b>": 1}
    with pytest.raises(MisfitError, match="“<b>” is not a field") as raised:
        find_subject("exercise/gap-explorer").checked(entered)
    assert raised.value.faults[0]["field"] is None


def test_half_a_character_is_refused() -> None:
    with pytest.raises(MisfitError, match="half a character"):
        find_subject("exercise/gap-explorer").checked(
            {**start("gap-explorer"), "service": "\ud83d"}
        )
    with pytest.raises(MisfitError, match="half a character"):
        find_subject(ITEMS[0]).checked({"answer": {"\udc00": 1}})


@pytest.mark.parametrize("name", ITEMS)
def test_the_key_of_each_question_is_right_and_spread(name: str) -> None:
    subject = find_subject(name)
    item = items_by_id()[name.removeprefix("item/")]
    checked = subject.checked({"answer": json.loads(json.dumps(key_of(item)))})
    flat = subject.flat(json.loads(json.dumps(checked)))
    assert flat.pop("verdict") == ["right"]
    for entry in subject.entries[:-1]:
        assert tuple(flat[entry.key]) == entry.right


@pytest.mark.parametrize("name", ITEMS[::7])
@pytest.mark.parametrize("answer", [None, [], {}, "", "nothing of the kind", 3, ["x"], {"x": "y"}])
def test_an_incomplete_answer_to_a_question_is_refused(name: str, answer: Any) -> None:
    item = items_by_id()[name.removeprefix("item/")]
    if item["type"] == "numeric" and isinstance(answer, int):
        return
    with pytest.raises(MisfitError, match="not complete"):
        find_subject(name).checked({"answer": answer})


@pytest.mark.parametrize("number", [1.1e12, -1.1e12, 1e308, -1e308, 10**39, "9" * 15])
def test_a_number_that_cannot_be_meant_is_refused(number: Any) -> None:
    name = next(n for n, item in items_by_id().items() if item["type"] == "numeric")
    subject = find_subject(f"item/{name}")
    with pytest.raises(MisfitError, match="too large"):
        subject.checked({"answer": number})


@given(st.lists(st.floats(-1e12, 1e12), min_size=1))
def test_any_numbers_that_are_taken_have_finite_figures(numbers: list[float]) -> None:
    name = next(n for n, item in items_by_id().items() if item["type"] == "numeric")
    subject = find_subject(f"item/{name}")
    flats = [subject.flat(subject.checked({"answer": number})) for number in numbers]
    for entry in subject.entries:
        assert json.dumps(distribution(entry, flats), allow_nan=False)


def test_words_are_those_of_the_language(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "servicequality.classmode.subjects.translator", lambda _language: lambda text: f"[{text}]"
    )
    subject = find_subject.__wrapped__("exercise/gap-explorer", "en")
    assert subject.title == "[Gap explorer]"
    with pytest.raises(MisfitError, match=r"^\[\[Expectation"):
        subject.checked({**start("gap-explorer"), "expectation": 9})
