"""The eight rights: kept, broken or not known."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from servicequality.model.rights import RIGHTS, judge_rights

DONE = ["apology", "explanation", "choice", "authority", "handed_on", "follow_up"]
BEST: dict[str, Any] = {
    "told": True,
    "again": False,
    "resolved": "yes",
    "done": DONE,
    "severity": 2,
    "minutes": 15,
    "due": 15,
    "compensation": 20,
    "gap": "G3",
    "promise_named": True,
}
CASES = st.fixed_dictionaries(
    {
        "told": st.booleans(),
        "again": st.booleans(),
        "resolved": st.sampled_from(["yes", "partly", "no"]),
        "done": st.lists(st.sampled_from(DONE), unique=True),
        "severity": st.integers(1, 5),
        "minutes": st.integers(0, 480),
        "due": st.integers(5, 480),
        "compensation": st.sampled_from([0, 40]),
        "gap": st.sampled_from(["G1", "G2", "G3", "G4"]),
        "promise_named": st.booleans(),
    }
)


def judged(right: str, **changes: Any) -> tuple[str, str]:
    """State and reason of one right, in the best case with some changes."""
    found = {row["right"]: row for row in judge_rights({**BEST, **changes})}
    return found[right]["state"], found[right]["reason"]


@given(CASES)
def test_every_right_is_judged_once(case: dict[str, Any]) -> None:
    found = judge_rights(case)
    assert [row["right"] for row in found] == RIGHTS
    assert {row["state"] for row in found} <= {"kept", "broken", "unknown"}


@given(CASES)
def test_a_hotel_that_was_not_told_has_kept_no_right_of_recovery(case: dict[str, Any]) -> None:
    states = {row["right"]: row["state"] for row in judge_rights({**case, "told": False})}
    assert all(states[right] == "unknown" for right in ("R2", "R4", "R6", "R7", "R8"))
    assert "kept" not in states.values()


@pytest.mark.parametrize(
    ("right", "changes", "expected"),
    [
        ("R1", {}, ("unknown", "light")),
        ("R1", {"severity": 3}, ("broken", "failed")),
        ("R1", {"again": True}, ("broken", "failed")),
        ("R1", {"resolved": "partly"}, ("broken", "failed")),
        ("R2", {}, ("kept", "choice")),
        ("R2", {"done": []}, ("unknown", "solved")),
        ("R2", {"done": [], "resolved": "no"}, ("broken", "no_choice")),
        ("R2", {"told": False}, ("unknown", "untold")),
        ("R3", {}, ("kept", "late")),
        ("R3", {"resolved": "partly"}, ("broken", "unmet")),
        ("R3", {"promise_named": False}, ("unknown", "no_promise")),
        ("R4", {}, ("kept", "in_time")),
        ("R4", {"minutes": 20}, ("broken", "late")),
        ("R4", {"again": True}, ("broken", "again")),
        ("R5", {}, ("kept", "explained")),
        ("R5", {"done": []}, ("broken", "unexplained")),
        ("R5", {"gap": "G4"}, ("broken", "promise")),
        ("R5", {"told": False}, ("unknown", "untold")),
        ("R6", {}, ("kept", "told")),
        ("R6", {"told": False}, ("unknown", "untold")),
        ("R7", {}, ("kept", "at_once")),
        ("R7", {"done": ["handed_on"]}, ("kept", "handed_on")),
        ("R7", {"done": []}, ("unknown", "solved")),
        ("R7", {"done": [], "resolved": "no"}, ("broken", "stuck")),
        ("R8", {}, ("kept", "paid")),
        ("R8", {"compensation": 0}, ("unknown", "solved")),
        ("R8", {"compensation": 0, "resolved": "partly"}, ("broken", "unpaid")),
    ],
)
def test_each_right_by_its_rule(
    right: str, changes: dict[str, Any], expected: tuple[str, str]
) -> None:
    assert judged(right, **changes) == expected
