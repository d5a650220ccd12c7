"""Kept records and workbook files: what is read, and what is wrong with the others."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from servicequality.core.drafts import LONGEST_TEXT
from servicequality.core.evaluate import explain_fault
from servicequality.core.values import read
from servicequality.core.workbook import (
    FILE_VERSION,
    FORMAT,
    RECORD_VERSION,
    Fault,
    migrated,
    read_workbook,
    restored,
)
from servicequality.declare.exercise import one_line
from servicequality.exercises import all_exercises, find
from servicequality.i18n.interface import INTERFACE
from tests.drawing import values as values_of
from tests.page_python import PagePython

COURSE = {exercise.id: exercise.spec(str) for exercise in all_exercises()}
MOMENT = "2026-11-24T09:30:00.000Z"
TABLES = "criteria-scales"


def starts(name: str) -> dict[str, Any]:
    return {field["name"]: field["default"] for field in COURSE[name]["fields"]}


def record(name: str, **changed: Any) -> dict[str, Any]:
    """An exercise as a file holds it, some values changed."""
    values = {**starts(name), **changed}
    return {
        "id": name,
        "version": RECORD_VERSION,
        "changed": MOMENT,
        "progress": "begun",
        "values": values,
    }


def workbook(*records: Any, **changed: Any) -> dict[str, Any]:
    """A file as a page saves it, some entries changed."""
    return {
        "format": FORMAT,
        "version": FILE_VERSION,
        "alias": "Blue Heron",
        "date": "2026-11-24",
        "pages": [{"page": "chapters/03-five-gap-model", "read": MOMENT}],
        "exercises": list(records),
        **changed,
    }


def faults(data: Any) -> str:
    """The message with which a file is refused."""
    with pytest.raises(Fault) as caught:
        read_workbook(COURSE, data)
    return one_line(explain_fault(INTERFACE, caught.value))


def test_a_file_is_read_whole() -> None:
    file = workbook(record("gap-explorer", expectation=2.0), record("quiet-nights"))
    found = read_workbook(COURSE, file)
    assert (found["alias"], found["date"], found["left_out"]) == ("Blue Heron", "2026-11-24", [])
    assert found["pages"] == file["pages"]
    assert found["exercises"][0] == file["exercises"][0]
    # Nothing but start values: nothing was done, whatever the file says.
    assert found["exercises"][1] == {**file["exercises"][1], "progress": "open"}


def test_an_empty_workbook_is_one() -> None:
    found = read_workbook(COURSE, workbook(alias="", date="", pages=[]))
    assert found == {"alias": "", "date": "", "pages": [], "exercises": [], "left_out": []}


def test_what_another_edition_has_beside_is_left_out_and_named() -> None:
    file = workbook(
        record("gap-explorer", pull="tenth", long_ago=1, constructor={}),
        {"id": "debate", "version": 1, "values": {}},
    )
    found = read_workbook(COURSE, file)
    assert found["exercises"][0]["values"]["pull"] == starts("gap-explorer")["pull"]
    title = COURSE["gap-explorer"]["title"]
    fields = {field["name"]: field["label"] for field in COURSE["gap-explorer"]["fields"]}
    assert found["left_out"] == [
        {"exercise": title, "label": fields["pull"]},
        {"exercise": title, "label": "constructor"},
        {"exercise": title, "label": "long_ago"},
        {"exercise": "debate", "label": None},
    ]


def test_what_is_not_finished_is_kept_as_it_is() -> None:
    rows = copy.deepcopy(starts(TABLES)["weights"])
    rows[0]["family"] = None
    rows[1]["family"] = 1e6
    file = workbook(record(TABLES, weights=rows, written_answer="x" * 7000))
    values = read_workbook(COURSE, file)["exercises"][0]["values"]
    assert values["weights"] == rows
    assert len(values["written_answer"]) == 7000
    assert read(COURSE[TABLES]["fields"], values)[1] != []


def test_a_table_with_fewer_rows_than_it_can_have_is_left_out() -> None:
    # No reader can remove the last ones, so it is nothing unfinished.
    found = read_workbook(COURSE, workbook(record("house-style", segments=[])))
    start = starts("house-style")["segments"]
    assert found["exercises"][0]["values"]["segments"] == start
    assert len(found["left_out"]) == 1


def no(entry: str) -> dict[str, Any]:
    """A file in which one entry is missing."""
    file = workbook(record("gap-explorer"))
    del file[entry]
    return file


REFUSED = [
    ([], "not a workbook"),
    (None, "not a workbook"),
    ({}, "not a workbook"),
    (workbook(format="notes"), "not a workbook"),
    (workbook(version=FILE_VERSION + 1), "newer edition"),
    (workbook(version=0), "can no longer be read"),
    (workbook(version="1"), "damaged"),
    (workbook(version=True), "damaged"),
    ({**workbook(), "__proto__": {"polluted": True}}, "damaged"),
    (no("pages"), "damaged"),
    (no("exercises"), "damaged"),
    (no("alias"), "alias"),
    (workbook(alias="x" * 41), "at most 40 characters"),
    (workbook(alias="two\nlines"), "alias"),
    (workbook(alias=7), "alias"),
    (workbook(date="24.11.2026"), "date"),
    (workbook(date=20261124), "date"),
    (workbook(pages={}), "damaged"),
    (workbook(pages=[{"page": 1, "read": MOMENT}]), "damaged"),
    (workbook(pages=[{"page": "a", "read": "yesterday"}]), "damaged"),
    (workbook(exercises={}), "damaged"),
    (workbook("gap-explorer"), "damaged"),
    (workbook({"version": 2}), "damaged"),
    (workbook(record("gap-explorer"), record("gap-explorer")), "twice"),
    (workbook({**record("gap-explorer"), "version": 3}), "newer edition"),
    (workbook({**record("gap-explorer"), "version": 0}), "The five gaps as numbers"),
    (workbook({**record("gap-explorer"), "values": []}), "entries of “"),
    (workbook({**record("gap-explorer"), "changed": 5}), "entries of “"),
    (workbook({"id": "not known", "version": 1}), "“not known”"),
    (workbook(record("gap-explorer", expectation="6")), "this is not a number"),
    (workbook(record("gap-explorer", expectation=None)), "this is not a number"),
    (workbook(record("gap-explorer", expectation=float("nan"))), "this is not a number"),
    (workbook(record("gap-explorer", promise_heard="yes")), "tick it or leave it"),
    (workbook(record("gap-explorer", pull=["full"])), "choose one of the options"),
    (workbook(record("gap-explorer", conclusion={"a": 1})), "not a text"),
    (workbook(record("gap-explorer", conclusion="x" * (LONGEST_TEXT + 1))), "too many"),
    (workbook(record(TABLES, weights="none")), "rows of this table"),
    (workbook(record(TABLES, weights=[{"id": 1}])), "rows of this table"),
]


@pytest.mark.parametrize(("data", "message"), REFUSED)
def test_a_file_that_is_none_or_damaged_is_refused_with_its_reason(data: Any, message: str) -> None:
    if "The five gaps" in message:
        message = COURSE["gap-explorer"]["title"]
    assert message in faults(data)


def test_a_message_about_a_value_names_exercise_and_field() -> None:
    told = faults(workbook(record("gap-explorer", expectation=[])))
    assert COURSE["gap-explorer"]["title"] in told
    assert "Expectation (E)" in told


def test_version_one_had_values_alone() -> None:
    assert migrated({"version": 1, "values": {"a": 1}}) == {
        "version": RECORD_VERSION,
        "changed": None,
        "values": {"a": 1},
    }


@pytest.mark.parametrize(
    ("kept", "message"),
    [
        (None, "record_damaged"),
        ([], "record_damaged"),
        ({"values": {}}, "record_damaged"),
        ({"version": True, "values": {}}, "record_damaged"),
        ({"version": 0, "values": {}}, "record_damaged"),
        ({"version": 1}, "record_damaged"),
        ({"version": 2, "changed": "today", "values": {}}, "record_damaged"),
        ({"version": 3, "values": {}}, "record_newer"),
    ],
)
def test_a_record_that_cannot_be_used_says_why(kept: Any, message: str) -> None:
    with pytest.raises(Fault) as caught:
        migrated(kept)
    assert caught.value.message == message
    assert INTERFACE[message]


def test_what_is_restored_leaves_out_what_does_not_fit() -> None:
    spec = COURSE["gap-explorer"]
    kept = {"version": 1, "values": {"expectation": 99, "belief": 4, "unknown": 1}}
    found = restored(spec, kept)
    assert found["values"] == {"belief": 4}
    assert [problem["message"] for problem in found["refused"]] == ["out_of_range"]


@settings(deadline=None)
@given(st.data())
def test_what_an_exercise_takes_goes_through_a_file_unharmed(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(sorted(COURSE)))
    values = data.draw(values_of(find(name)))
    sent = json.loads(json.dumps(workbook({**record(name), "values": values})))
    found = read_workbook(COURSE, sent)
    checked, problems = read(COURSE[name]["fields"], values)
    assert problems == []
    assert found["left_out"] == []
    assert found["exercises"][0]["values"] == checked


@pytest.fixture(scope="module")
def page_python() -> Iterator[PagePython]:
    with PagePython() as python:
        yield python


def test_pages_read_files_as_notebooks_do(page_python: PagePython) -> None:
    specs = list(COURSE.values())
    good = [
        workbook(*[record(name) for name in COURSE]),
        workbook(record("gap-explorer", expectation=2.5, long_ago=1), alias="Ястреб"),
    ]
    # NaN is no JSON, so no page can be given it.
    bad = [data for data, _ in REFUSED if "NaN" not in json.dumps(data)]
    for data in [*good, *bad]:
        try:
            expected = {"workbook": read_workbook(COURSE, data)}
        except Fault as fault:
            expected = {"message": explain_fault(INTERFACE, fault)}
        assert page_python.ask(specs=specs, strings=INTERFACE, workbook=data) == expected
