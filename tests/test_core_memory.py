"""The scheduler of flashcards: the same as the reference package, and the same on both Pythons."""

from __future__ import annotations

import copy
import random
from collections import Counter
from datetime import UTC, datetime, timedelta
from typing import Any

import fsrs
import pytest
from fsrs.scheduler import DEFAULT_PARAMETERS
from hypothesis import given, settings
from hypothesis import strategies as st

from servicequality.core import memory
from servicequality.core.memory import (
    DAY,
    MINUTE,
    RATINGS,
    W,
    days_between,
    half_even,
    interval,
    new_card,
    retrievability,
    review,
    waits,
)
from tests.page_python import PagePython
from tests.same_answers import differences

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
HOUR = 60 * MINUTE
# 24 November 2026, 9:30 in UTC.
NOW = 1795512600000
SCHEDULER = fsrs.Scheduler(enable_fuzzing=False)
STATES = {
    memory.LEARNING: fsrs.State.Learning,
    memory.REVIEW: fsrs.State.Review,
    memory.RELEARNING: fsrs.State.Relearning,
}


def moment(milliseconds: int) -> datetime:
    """A moment as the reference takes it."""
    return EPOCH + timedelta(milliseconds=milliseconds)


def milliseconds(when: datetime) -> int:
    """A moment as ours has it."""
    whole, rest = divmod(when - EPOCH, timedelta(milliseconds=1))
    assert rest == timedelta(0)
    return whole


def assert_same(card: dict[str, Any], reference: fsrs.Card) -> None:
    """Fails where a card of ours differs from one of the reference."""
    assert STATES[card["state"]] == reference.state
    assert card["step"] == reference.step
    assert card["due"] == milliseconds(reference.due)
    assert reference.last_review is not None
    assert card["reviewed"] == milliseconds(reference.last_review)
    assert card["stability"] == pytest.approx(reference.stability, rel=1e-9, abs=0)
    assert card["difficulty"] == pytest.approx(reference.difficulty, rel=1e-9, abs=0)


def gap(source: random.Random, card: dict[str, Any], now: int) -> int:
    """A wait before the next review: minutes to months, or about when the card is due."""
    kinds = [
        lambda: source.randrange(20 * MINUTE),
        lambda: source.randrange(30 * HOUR),
        lambda: source.randrange(200 * DAY),
        lambda: max(0, card["due"] - now),
        lambda: max(0, card["due"] - now) + source.randrange(5 * DAY),
        # At the border between two days, on either side.
        lambda: source.randint(1, 40) * DAY + source.choice([-1, 0, 1]),
    ]
    wait: int = source.choice(kinds)()
    return wait


def history(source: random.Random, length: int) -> list[tuple[int, int]]:
    """The reviews of one card as pairs of a rating and a moment."""
    now = NOW + source.randrange(DAY)
    card, reviews = new_card(now), []
    for _ in range(length):
        rating = source.choices(RATINGS, weights=[2, 2, 5, 2])[0]
        reviews.append((rating, now))
        card = review(card, rating, now)
        now += gap(source, card, now)
    return reviews


def test_ten_thousand_reviews_are_those_of_the_reference() -> None:
    source = random.Random(7)
    seen: Counter[Any] = Counter()
    for _ in range(400):
        reviews = history(source, 25)
        card = new_card(reviews[0][1])
        reference = fsrs.Card(card_id=1, due=moment(reviews[0][1]))
        for rating, now in reviews:
            assert retrievability(card, now) == pytest.approx(
                SCHEDULER.get_card_retrievability(reference, moment(now)), rel=1e-9
            )
            days = None if card["reviewed"] is None else (now - card["reviewed"]) // DAY
            long = days is not None and days > 0
            seen[card["state"], card["step"], rating, long] += 1
            card = review(card, rating, now)
            reference, _log = SCHEDULER.review_card(reference, fsrs.Rating(rating), moment(now))
            assert_same(card, reference)
    assert seen.total() == 10_000
    # Every way through the scheduler was taken: states and steps, ratings, within and after a day.
    places = [("learning", 0), ("learning", 1), ("relearning", 0), ("review", None)]
    ways = {
        (*place, rating, long) for place in places for rating in RATINGS for long in (False, True)
    }
    assert set(seen) == ways


def test_a_clock_set_back_does_what_the_reference_does() -> None:
    source = random.Random(11)
    for _ in range(50):
        now = NOW
        card = new_card(now)
        reference = fsrs.Card(card_id=1, due=moment(now))
        for _ in range(20):
            rating = source.choice(RATINGS)
            card = review(card, rating, now)
            reference, _log = SCHEDULER.review_card(reference, fsrs.Rating(rating), moment(now))
            assert_same(card, reference)
            now += source.randrange(-3 * DAY, 5 * DAY)


def test_a_card_learned_well_for_centuries_stays_within_the_longest_interval() -> None:
    now = NOW
    card = new_card(now)
    reference = fsrs.Card(card_id=1, due=moment(now))
    for _ in range(60):
        card = review(card, memory.EASY, now)
        reference, _log = SCHEDULER.review_card(reference, fsrs.Rating.Easy, moment(now))
        assert_same(card, reference)
        now = card["due"]
        if now > NOW + 1500 * 365 * DAY:
            break
    assert card["due"] - card["reviewed"] == 36500 * DAY


def test_the_settings_are_the_defaults_of_the_reference() -> None:
    defaults = fsrs.Scheduler()
    assert tuple(DEFAULT_PARAMETERS) == W
    assert defaults.desired_retention == memory.RETENTION
    assert defaults.maximum_interval == memory.LONGEST_INTERVAL
    for steps, ours in (
        (defaults.learning_steps, memory.STEPS[memory.LEARNING]),
        (defaults.relearning_steps, memory.STEPS[memory.RELEARNING]),
    ):
        assert tuple(step / timedelta(milliseconds=1) for step in steps) == ours


def test_the_first_ratings_of_a_new_card() -> None:
    card = new_card(NOW)
    assert (card["due"], card["reviews"], retrievability(card, NOW)) == (NOW, 0, 0.0)
    # One minute, five and a half, ten; and eight days for a card that is known.
    assert waits(card, NOW) == [MINUTE, 330000, 10 * MINUTE, 8 * DAY]
    known = review(card, memory.EASY, NOW)
    assert (known["state"], known["step"], known["reviews"]) == ("review", None, 1)
    assert known["stability"] == 8.2956
    assert known["difficulty"] == 1.0


def test_a_forgotten_card_is_learned_again() -> None:
    known = review(new_card(NOW), memory.EASY, NOW)
    later = NOW + 8 * DAY
    forgotten = review(known, memory.AGAIN, later)
    assert (forgotten["state"], forgotten["step"]) == ("relearning", 0)
    assert forgotten["due"] == later + 10 * MINUTE
    assert forgotten["stability"] < known["stability"]
    assert forgotten["difficulty"] > known["difficulty"]
    # Half as long again as the only step.
    assert waits(forgotten, later)[:2] == [10 * MINUTE, 15 * MINUTE]


def test_days_are_whole_periods_of_24_hours() -> None:
    known = review(new_card(NOW), memory.EASY, NOW)
    assert retrievability(known, NOW + DAY - 1) == 1.0
    assert retrievability(known, NOW + DAY) < 1.0
    assert retrievability(known, NOW + DAY) == retrievability(known, NOW + 2 * DAY - 1)
    assert retrievability(known, NOW - 5 * DAY) == 1.0
    around = [-DAY - 1, -DAY, -1, 0, DAY - 1, DAY]
    assert [days_between(NOW, NOW + wait) for wait in around] == [-2, -1, -1, 0, 0, 1]


def test_the_chance_to_remember_is_nine_in_ten_at_the_stability() -> None:
    card = {**review(new_card(NOW), memory.EASY, NOW), "stability": 30.0}
    assert retrievability(card, NOW + 30 * DAY) == pytest.approx(0.9, rel=1e-12)
    assert interval(30.0) == 30


@pytest.mark.parametrize("rating", [0, 5, -1, 2.5, "3", None])
def test_what_is_no_rating_is_refused(rating: Any) -> None:
    with pytest.raises(ValueError, match="a rating is 1, 2, 3 or 4, not"):
        review(new_card(NOW), rating, NOW)


@settings(deadline=None)
@given(st.floats(0, 40000), st.integers(0, 40000))
def test_rounding_is_that_of_cpython(value: float, whole: int) -> None:
    assert half_even(value) == round(value)
    assert half_even(whole + 0.5) == round(whole + 0.5)


@settings(deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from(RATINGS), st.integers(0, 400 * DAY)), max_size=12),
    st.integers(0, 400 * DAY),
)
def test_a_review_leaves_its_card_alone_and_waits_are_what_it_would_give(
    reviews: list[tuple[int, int]], last: int
) -> None:
    now = NOW
    card = new_card(now)
    for rating, wait in reviews:
        before = copy.deepcopy(card)
        after = review(card, rating, now)
        assert card == before
        assert after["reviews"] == card["reviews"] + 1
        card = after
        now += wait
    now += last
    assert waits(card, now) == [review(card, rating, now)["due"] - now for rating in RATINGS]
    # A better rating never brings a card back sooner.
    assert waits(card, now) == sorted(waits(card, now))
    assert 0.0 <= retrievability(card, now) <= 1.0


# What the page's Python runs: all reviews of all cards, every card after each review.
REPLAY = """
from servicequality.core.memory import new_card, retrievability, review, waits

def compute(values, data):
    found = []
    for reviews in data["histories"]:
        card = new_card(reviews[0][1])
        for rating, now in reviews:
            chance = retrievability(card, now)
            resting = waits(card, now)
            card = review(card, rating, now)
            found.append({"card": card, "chance": chance, "waits": resting})
    return {"found": found}
"""


def test_both_pythons_schedule_alike() -> None:
    source = random.Random(13)
    histories = [history(source, 25) for _ in range(200)]
    space: dict[str, Any] = {}
    exec(REPLAY, space)
    here = space["compute"]({}, {"histories": histories})["found"]
    with PagePython() as pages:
        spec = {"id": "replay", "fields": [], "views": [], "strings": {"cannot_compute": ""}}
        spec |= {"teaching": None, "done_with": []}
        pages.ask(spec=spec, source=REPLAY, data={"histories": histories})
        answer = pages.evaluate("replay", {})
    assert answer["status"] == "ok", answer
    there = answer["result"]["found"]
    assert len(here) == len(there) == 5000
    assert [entry["card"]["due"] for entry in here] == [entry["card"]["due"] for entry in there]
    assert differences(here, there) == []
