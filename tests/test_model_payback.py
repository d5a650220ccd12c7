"""When the money that a change costs comes back."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from servicequality.model.payback import added_up, cents, first_month, money_sign, payback
from servicequality.model.profit_chain import run

AMOUNTS = st.lists(st.integers(-10_000, 10_000), min_size=1, max_size=37)


def against_nothing(*profit: float) -> dict[str, object]:
    """The payback of profits, where there would have been none."""
    return payback([float(amount) for amount in profit], [0.0] * len(profit))


def test_the_reference_run() -> None:
    # Literature notes, section 2.12: cumulative sums, month 9, repaid in the second year.
    profit, without = ([month["profit"] for month in run(level)] for level in (80, 50))
    so_far = added_up(profit, without)
    printed = {0: -12_000, 3: -43_379, 6: -67_928, 9: -75_186, 12: -56_653, 18: 65_874, 24: 294_841}
    for month, amount in printed.items():
        assert so_far[month] == pytest.approx(amount, abs=0.51)
    found = payback(profit, without)
    assert (found["payback"], found["passing"], found["passes"]) == ("repaid", "rises", 9)
    assert 12 < found["back_in"] == found["turn"] == 16 <= 24
    assert (found["worst_month"], found["curve"]) == (8, "j")
    assert found["worst"] == pytest.approx(75.352, abs=5e-4)


@pytest.mark.parametrize(
    ("profit", "state", "turn", "passing", "passes", "curve"),
    [
        ((-5, 2, 4), "repaid", 2, "rises", 1, "j"),
        ((-5, 2, 3), "repaid", 2, "rises", 1, "j"),
        ((-5, 2, 2), "not_within", 2, "rises", 1, "j"),
        ((-5, -1, -2), "not_within", 2, "none", 2, "sinking"),
        ((-5, 9, -2), "repaid", 1, "rises", 1, "sinking"),
        ((5, -2, -4), "eaten", 2, "falls", 1, "reversed"),
        ((5, -2, -2), "saved", 2, "falls", 1, "reversed"),
        ((5, 1, 0), "saved", 2, "none", 2, "cheaper"),
        ((5, -9, 2), "eaten", 1, "falls", 1, "cheaper"),
        ((0, 1, 1), "free_gain", 2, "none", 2, "free_gain"),
        ((0, -1, -1), "free_loss", 2, "none", 2, "free_loss"),
        ((0, 0, 0), "no_change", 2, "none", 2, "flat"),
    ],
)
def test_every_course_that_money_can_take(
    profit: tuple[int, ...], state: str, turn: int, passing: str, passes: int, curve: str
) -> None:
    found = against_nothing(*profit)
    assert (found["payback"], found["curve"]) == (state, curve)
    assert (found["turn"], found["passing"], found["passes"]) == (turn, passing, passes)
    assert found["back_in"] == (turn if state == "repaid" else None)


@given(AMOUNTS)
def test_payback_is_that_of_plain_sums(profit: list[int]) -> None:
    found = against_nothing(*profit)
    sums = [sum(profit[: month + 1]) for month in range(len(profit))]
    assert found["gain"] == pytest.approx(abs(sums[-1]) / 1000)
    assert found["worst"] == pytest.approx(max(0, -min(sums)) / 1000)
    if profit[0] < 0:
        back = next((month for month, amount in enumerate(sums) if amount >= 0), None)
        assert found["back_in"] == back
        assert found["payback"] == ("not_within" if back is None else "repaid")
    else:
        assert found["back_in"] is None


@given(st.floats(-1e7, 1e7))
def test_cents(amount: float) -> None:
    assert abs(cents(amount) - amount) <= 0.005 + 1e-8
    assert math.isclose(100 * cents(amount), round(100 * cents(amount)), abs_tol=1e-6)


def test_a_trace_of_rounding_is_no_money() -> None:
    assert [money_sign(amount) for amount in (-0.01, -1e-6, 0, 1e-6, 0.01)] == [-1, 0, 0, 0, 1]
    assert first_month([-1.0, 1e-9, 2.0], (1,)) == 2
    assert first_month([-1.0], (0, 1)) is None
