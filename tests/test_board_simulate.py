"""Simulated students: what they answer fits, is always the same, and moves between two votes."""

from __future__ import annotations

import pytest

from servicequality.board.rehearsal import order
from servicequality.board.simulate import client_of, simulated
from servicequality.classmode.messages import is_client
from servicequality.classmode.subjects import Subject, every_subject, find_subject
from servicequality.core.answers import checked

ITEM = "item/process-behind-a-conference"


@pytest.mark.parametrize("name", every_subject())
def test_answers_to_everything_fit(name: str) -> None:
    subject = find_subject(name)
    answers = [simulated(subject, 7, student, vote) for student in range(1, 16) for vote in (1, 2)]
    for values in answers:
        # Raises where a value does not fit its declaration.
        assert subject.flat(subject.checked(values))
    assert any(values != answers[0] for values in answers)


def test_the_same_seed_gives_the_same_answers() -> None:
    subject = find_subject("exercise/gap-explorer")
    first = [simulated(subject, 3, student, 1) for student in range(1, 21)]
    assert [simulated(subject, 3, student, 1) for student in range(1, 21)] == first
    assert [simulated(subject, 4, student, 1) for student in range(1, 21)] != first


def right(subject: Subject, student: int, vote: int) -> bool:
    values = simulated(subject, 5, student, vote)
    return bool(checked(subject.item, values["answer"])["status"] == "right")  # type: ignore[attr-defined]


def test_more_come_to_the_right_answer_than_leave_it() -> None:
    subject = find_subject(ITEM)
    votes = [[right(subject, student, vote) for student in range(200)] for vote in (1, 2, 3)]
    counts = [sum(vote) for vote in votes]
    assert 0.2 * 200 < counts[0] < 0.75 * 200
    assert counts[0] + 10 < counts[1] < counts[2]
    assert any(before and not after for before, after in zip(*votes[:2], strict=True))


def test_most_stay_with_their_numbers_and_come_closer() -> None:
    subject = find_subject("exercise/gap-explorer")
    both = [[float(simulated(subject, 2, student, vote)["perception"]) for student in range(200)]
            for vote in (1, 2)]  # fmt: skip
    stayed = sum(before == after for before, after in zip(*both, strict=True))
    assert 100 < stayed < 160


def test_model_answers_stay_closed_and_scores_open() -> None:
    subject = find_subject("exercise/promise-audit")
    teaching = subject.spec["teaching"]  # type: ignore[attr-defined]
    values = simulated(subject, 1, 1, 1)
    assert values[teaching["reveal"]] is False
    assert {values[name] for name in teaching["scores"]} == {"open"}


def test_ids_are_such_as_browsers_make_and_belong_to_one_student() -> None:
    ids = [client_of(seed, student) for seed in (0, 1, 9999) for student in range(1, 201)]
    assert all(is_client(name) for name in ids)
    assert len(set(ids)) == len(ids)


def test_students_come_in_an_order_that_the_seed_decides() -> None:
    assert sorted(order(30, 1)) == list(range(1, 31))
    assert order(30, 1) == order(30, 1) != order(30, 2)
