"""A stay without a deficiency: the course's test vector, and what must hold for any parts."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from servicequality.model.flawless import flawless, parts_until

stable = settings(derandomize=True, database=None)
parts = st.integers(0, 80)
reliability = st.integers(900, 1000).map(lambda n: n / 1000)


def test_twenty_parts_at_ninety_nine_per_cent() -> None:
    assert flawless(20, 0.99) == pytest.approx(0.818, abs=0.0005)
    assert flawless(0, 0.5) == 1.0


@given(parts, reliability)
@stable
def test_it_is_a_power(n: int, y: float) -> None:
    assert flawless(n, y) == pytest.approx(y**n, rel=1e-12)


@given(parts, parts, reliability)
@stable
def test_more_parts_never_help(fewer: int, added: int, y: float) -> None:
    assert flawless(fewer + added, y) <= flawless(fewer, y) + 1e-12


@given(reliability, st.sampled_from([0.5, 0.9, 0.95]))
@stable
def test_the_number_of_parts_that_a_target_allows(y: float, target: float) -> None:
    found = parts_until(y, target, 80)
    if found is None:
        assert y**80 >= target - 1e-9
    else:
        assert y**found >= target - 1e-9
        assert y ** (found + 1) < target


def test_known_numbers_of_parts() -> None:
    assert parts_until(0.99, 0.9, 80) == 10
    assert parts_until(1.0, 0.9, 80) is None
    assert parts_until(0.8, 0.9, 80) == 0
