"""What a class answered: distributions, profiles, scatter, who moved."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from servicequality.classmode.results import (
    BINS,
    bins,
    computed_profile,
    distribution,
    gap_profile,
    moves,
    quantile,
    scatter,
)
from servicequality.classmode.subjects import NUMBER, OPTIONS, TEXT, Entry, find_subject
from servicequality.exercises import find

AB = (("a", "A"), ("b", "B"))
CHOICE = Entry("c", "Choice", OPTIONS, options=AB, right=("b",))
TICKS = Entry("t", "Ticks", OPTIONS, options=AB, several=True, right=("a", "b"))
RATING = Entry("n", "Rating", NUMBER, minimum=1, maximum=7, step=0.5)
SHARE = Entry("n", "Share", NUMBER, minimum=0, maximum=100, step=1)
FREE = Entry("n", "Number", NUMBER, right=(10.0,), tolerance=0.5)
STORY = Entry("s", "Story", TEXT)
FLOATS = st.floats(-1e6, 1e6)


def of(key: str, *values: Any) -> list[dict[str, list[Any]]]:
    """Answers of single values; None for no value."""
    return [{key: [] if value is None else [value]} for value in values]


def test_options_are_counted_in_their_order() -> None:
    found = distribution(CHOICE, of("c", "b", "a", "b", "b"))
    assert (found["answers"], found["right"]) == (4, ["b"])
    assert found["options"] == [
        {"id": "a", "label": "A", "count": 1, "share": 0.25},
        {"id": "b", "label": "B", "count": 3, "share": 0.75},
    ]


def test_shares_of_ticks_are_of_all_who_answered() -> None:
    found = distribution(TICKS, [{"t": ["a", "b"]}, {"t": ["a"]}, {"t": []}, {"t": []}])
    assert (found["answers"], found["values"]) == (4, 3)
    assert [option["share"] for option in found["options"]] == [0.5, 0.25]


def test_nobody_and_nothing_have_no_figures() -> None:
    found = distribution(RATING, [])
    assert (found["answers"], found["mean"], found["median"]) == (0, None, None)
    assert sum(part["count"] for part in found["bins"]) == 0
    assert [option["share"] for option in distribution(CHOICE, [])["options"]] == [0, 0]
    assert distribution(FREE, [])["bins"] == []


def test_texts_are_counted_and_not_shown() -> None:
    found = distribution(STORY, of("s", "secret", None))
    assert (found["answers"], "secret" in str(found)) == (1, False)


@given(st.lists(FLOATS, min_size=1), st.floats(0, 1))
def test_quantiles_are_those_of_numpy(values: list[float], share: float) -> None:
    assert quantile(sorted(values), share) == pytest.approx(np.quantile(values, share), abs=1e-6)


@given(st.lists(FLOATS, min_size=1))
def test_figures_are_those_of_numpy(values: list[float]) -> None:
    found = distribution(FREE, of("n", *values))
    assert found["mean"] == pytest.approx(np.mean(values), abs=1e-6)
    assert (found["lowest"], found["highest"]) == (min(values), max(values))
    assert sum(part["count"] for part in found["bins"]) == len(values)


@given(st.lists(st.floats(0, 100)))
def test_each_number_is_in_the_bin_that_holds_it(values: list[float]) -> None:
    found = bins(SHARE, values)
    assert len(found) == BINS
    assert sum(part["count"] for part in found) == len(values)
    for part in found:
        inside = [v for v in values if part["low"] + 1e-6 < v < part["high"] - 1e-6]
        near = [v for v in values if part["low"] - 1e-6 <= v <= part["high"] + 1e-6]
        assert len(inside) <= part["count"] <= len(near)


def test_a_slider_with_few_steps_has_a_bin_for_each() -> None:
    found = bins(RATING, [1, 1.0, 7, 4.5, 4.4])
    assert [part["low"] for part in found] == [1 + 0.5 * n for n in range(13)]
    assert {part["low"]: part["count"] for part in found if part["count"]} == {1: 2, 4.5: 2, 7: 1}


def test_scatter_counts_those_at_one_place_and_leaves_out_who_lacks_one() -> None:
    answers = [{"x": [1], "y": [2]}, {"x": [1.0], "y": [2]}, {"x": [0], "y": [5]}, {"x": [1]}]
    assert scatter("x", "y", answers) == [
        {"x": 0.0, "y": 5.0, "count": 1},
        {"x": 1.0, "y": 2.0, "count": 2},
    ]


def test_a_class_gap_is_the_mean_of_its_gaps() -> None:
    answers = [{"p": [4], "e": [6]}, {"p": [5], "e": [5]}, {"p": [1], "e": []}]
    found = gap_profile([("desk", "p", "e"), ("bar", "q", "e")], answers)
    assert found[0] == {
        "id": "desk", "count": 2, "perception": 4.5, "expectation": 5.5, "gap": -1.0, "below": 0.5,
    }  # fmt: skip
    assert (found[1]["count"], found[1]["gap"]) == (0, None)


def test_the_gap_explorer_gives_a_class_profile() -> None:
    subject: Any = find_subject("exercise/gap-explorer")
    entered = {field["name"]: field["default"] for field in subject.spec["fields"]}
    results = [
        find("gap-explorer").compute({**entered, "perception": perceived, "expectation": 6.0})
        for perceived in (4.0, 5.0, 7.0)
    ]
    found = {row["id"]: row for row in computed_profile(results, "rows", "gap", "score")}
    assert list(found) == ["G1", "G2", "G3", "G4", "G5"]
    assert found["G5"]["mean"] == pytest.approx((-2 - 1 + 1) / 3)
    assert found["G5"]["below"] == pytest.approx(2 / 3)
    assert found["G5"]["median"] == pytest.approx(-1)


def by_student(key: str, **values: Any) -> dict[str, dict[str, list[Any]]]:
    return {name: {key: [value]} for name, value in values.items()}


def test_who_moved_between_two_votes() -> None:
    first = by_student("c", one="a", two="a", three="b", four="b", gone="a")
    second = by_student("c", one="b", two="a", three="b", four="a", new="b")
    assert moves(CHOICE, first, second) == {
        "both": 4,
        "stayed": 2,
        "moved": 2,
        "only_first": 1,
        "only_second": 1,
        "from": {"a": {"a": 1, "b": 1}, "b": {"a": 1, "b": 1}},
        "to_right": 1,
        "from_right": 1,
    }


def test_a_number_moves_up_or_down_and_into_its_tolerance() -> None:
    first, second = by_student("n", a=1, b=10.2, c=5), by_student("n", a=9.6, b=9.9, c=5.0)
    found = moves(FREE, first, second)
    assert (found["stayed"], found["up"], found["down"]) == (1, 1, 1)
    assert (found["to_right"], found["from_right"]) == (1, 0)


def test_ticks_move_when_any_of_them_does() -> None:
    first = {"x": {"t": ["a"]}, "y": {"t": ["a", "b"]}}
    second = {"x": {"t": ["a", "b"]}, "y": {"t": ["a", "b"]}}
    found = moves(TICKS, first, second)
    assert (found["moved"], found["stayed"], found["to_right"]) == (1, 1, 1)


STUDENTS = st.dictionaries(st.sampled_from("abcdefgh"), st.sampled_from(["a", "b"]))


@given(STUDENTS, STUDENTS)
def test_every_student_is_counted_once(one: dict[str, str], two: dict[str, str]) -> None:
    found = moves(CHOICE, by_student("c", **one), by_student("c", **two))
    assert found["both"] + found["only_first"] == len(one)
    assert found["both"] + found["only_second"] == len(two)
    assert found["moved"] + found["stayed"] == found["both"]
    assert sum(sum(row.values()) for row in found["from"].values()) == found["both"]
    before = sum(value == "b" for name, value in one.items() if name in two)
    after = sum(value == "b" for name, value in two.items() if name in one)
    assert before + found["to_right"] - found["from_right"] == after
