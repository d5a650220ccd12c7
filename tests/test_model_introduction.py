"""Guests who meet the mistakes of something new."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from servicequality.model.introduction import (
    AFTERWARDS,
    ALL_GUESTS,
    TRIAL_GUESTS,
    mistakes,
    mistakes_by_week,
    share_found,
)

WEEK = st.integers(1, 26)


def test_known_values() -> None:
    assert share_found(0) == 0
    assert share_found(80) == pytest.approx(0.5)
    assert share_found(160) == pytest.approx(0.75)
    # Trained before, four weeks of trial, two until the correction works, then ten weeks with all.
    weeks = mistakes_by_week(6, 8, 12, 14)
    assert weeks == pytest.approx([6.0] * 6 + [160 * 0.15 * 0.25] * 10)
    assert mistakes(6, 8, 12, 14) == pytest.approx(96)
    # No trial, no training in time, no correction: 30 in a hundred.
    assert mistakes_by_week(26, 26, 26, 1) == pytest.approx([48.0] * 10)


def test_what_is_corrected_before_anybody_uses_it_stays_wrong() -> None:
    assert mistakes(1, 8, 2, 14) == pytest.approx(mistakes(1, 8, 8, 14))
    assert mistakes(1, 8, 2, 14) > mistakes(1, 8, 12, 14)


@given(WEEK, WEEK, WEEK, WEEK)
def test_every_week_has_its_guests(train: int, trial: int, correct: int, everyone: int) -> None:
    weeks = mistakes_by_week(train, trial, correct, everyone)
    assert len(weeks) == max(everyone - trial, 0) + AFTERWARDS
    assert all(0 <= met <= 0.3 * ALL_GUESTS + 1e-9 for met in weeks)
    assert all(met <= 0.3 * TRIAL_GUESTS + 1e-9 for met in weeks[:-AFTERWARDS])


@given(WEEK, WEEK, WEEK, WEEK)
def test_training_earlier_never_harms(train: int, trial: int, correct: int, everyone: int) -> None:
    assert mistakes(1, trial, correct, everyone) <= mistakes(train, trial, correct, everyone) + 1e-9
