"""Codes of rooms, and how often one may try."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from servicequality.classmode.bucket import Buckets, Level, Rate, sender, take
from servicequality.classmode.codes import BITS, LENGTH, new_code, read_code, spoken
from servicequality.classmode.limits import Limits


def test_codes_are_eight_digits_and_differ() -> None:
    codes = {new_code() for _ in range(500)}
    assert len(codes) > 490
    assert all(len(code) == LENGTH and code.isascii() and code.isdigit() for code in codes)
    assert 26 < BITS < 27


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("12345678", "12345678"),
        (" 1234-5678 ", "12345678"),
        ("1234\u00a05678", "12345678"),
        ("0000.0000", "00000000"),
        ("١٢٣٤٥٦٧٨", "12345678"),
        ("１２３４５６７８", "12345678"),
        ("1234567", None),
        ("123456789", None),
        ("1234567O", None),
        ("1234567²", None),
        ("", None),
        ("1" * 8 + " " * 1000, None),
    ],
)
def test_a_code_is_read_as_people_type_it(typed: str, read: str | None) -> None:
    assert read_code(typed) == read


@given(st.text(max_size=60))
def test_any_text_is_a_code_or_none(typed: str) -> None:
    code = read_code(typed)
    assert code is None or (len(code) == LENGTH and code.isascii() and code.isdigit())


def test_a_code_that_is_shown_can_be_typed() -> None:
    code = new_code()
    assert read_code(spoken(code)) == code


def test_a_code_cannot_be_guessed_in_the_time_of_a_class() -> None:
    rate = Limits().wrong_code
    tries = rate.burst + rate.per_second * 90 * 60
    # A hundred addresses that try for ninety minutes, and one open room.
    assert 100 * tries / 10**LENGTH < 0.001


RATES = st.builds(Rate, st.integers(1, 50), st.floats(0.01, 100))


@given(RATES, st.lists(st.floats(0, 100), min_size=1, max_size=60))
def test_no_more_pass_than_burst_and_refill_allow(rate: Rate, pauses: list[float]) -> None:
    level, now, passed = None, 0.0, 0
    for pause in pauses:
        now += pause
        level, wait = take(rate, level, now)
        assert 0 <= level.tokens <= rate.burst
        assert wait >= 0
        passed += wait == 0
        assert passed <= rate.burst + now * rate.per_second + 1e-6


@given(RATES, st.floats(0, 1000))
def test_who_waits_as_told_is_let_through(rate: Rate, now: float) -> None:
    level: Level | None = None
    wait = 0.0
    for _ in range(int(rate.burst) + 1):
        level, wait = take(rate, level, now)
    assert wait > 0
    assert take(rate, level, now + wait + 1e-6)[1] == 0


def test_a_clock_that_goes_back_gives_nothing_and_takes_nothing() -> None:
    rate = Rate(2, 1)
    level, _ = take(rate, None, 100.0)
    level, wait = take(rate, level, 50.0)
    assert (level, wait) == (Level(0.0, 100.0), 0.0)


def test_buckets_are_apart_and_bounded() -> None:
    buckets = Buckets(Rate(1, 1), most=2)
    assert buckets.take("a", 0) == 0
    assert buckets.take("a", 0) == 1
    assert buckets.wait("a", 0) == 1
    assert buckets.take("b", 0) == 0
    assert buckets.take("c", 0) == 0
    assert len(buckets.levels) == 2
    # Forgotten, so full again.
    assert buckets.wait("a", 0) == 0


@pytest.mark.parametrize(
    ("address", "stands_for"),
    [
        ("192.168.1.7", "192.168.1.7"),
        ("::ffff:192.168.1.7", "192.168.1.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2::9", "2001:db8:1:2::/64"),
        ("fe80::1%eth0", "fe80::/64"),
        ("::1", "::/64"),
        ("", ""),
        ("/run/class.sock", "/run/class.sock"),
    ],
)
def test_a_network_of_version_six_is_one_sender(address: str, stands_for: str) -> None:
    assert sender(address) == stands_for
