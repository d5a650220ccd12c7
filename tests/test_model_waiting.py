"""The average wait at a desk."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from servicequality.model.waiting import average_wait, busy_share


def test_known_values() -> None:
    # Equal service times, M/D/1: half of what exponential ones would give.
    assert average_wait(0.2, [1.0], [3.0]) == pytest.approx(2.25)
    assert average_wait(0.2, [0.8, 0.2], [3.0, 8.0]) == pytest.approx(10)
    assert busy_share(0.2, [0.8, 0.2], [3.0, 8.0]) == pytest.approx(0.8)
    assert average_wait(0.2, [0.6, 0.4], [3.0, 8.0]) is None
    assert average_wait(0.0, [1.0], [3.0]) == 0


@given(st.floats(0.01, 0.19))
def test_many_kinds_come_near_the_exponential_case(rate: float) -> None:
    """For M/M/1 with mean m, W = ρ·m/(1 − ρ)."""
    middles = [-5 * np.log(1 - (k + 0.5) / 4000) for k in range(4000)]
    found = average_wait(rate, [1 / 4000] * 4000, [float(m) for m in middles])
    assert found == pytest.approx(5 * rate * 5 / (1 - 5 * rate), rel=0.02)


def test_a_simulated_desk_waits_as_long() -> None:
    random = np.random.default_rng(12)
    gaps = random.exponential(5.0, 400_000)
    served = np.where(random.random(400_000) < 0.2, 8.0, 3.0)
    wait = whole = 0.0
    for gap, minutes in zip(gaps, served, strict=True):
        wait = max(0.0, wait - gap)  # Lindley: what is left of the work when the next one comes
        whole += wait
        wait += minutes
    assert whole / 400_000 == pytest.approx(10, rel=0.05)


@given(st.floats(0.01, 0.1), st.floats(0, 1), st.floats(2, 5), st.floats(5, 9))
def test_more_work_never_shortens_the_wait(
    rate: float, share: float, short: float, long: float
) -> None:
    plain = average_wait(rate, [1.0], [short])
    mixed = average_wait(rate, [1 - share, share], [short, long])
    assert plain is not None
    assert mixed is not None
    assert plain <= mixed + 1e-9
