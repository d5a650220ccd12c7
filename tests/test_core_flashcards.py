"""Sessions with flashcards: which card comes, what events do, what is kept, both Pythons."""

from __future__ import annotations

import copy
import json
import random
from collections import Counter
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from servicequality.core import flashcards
from servicequality.core.flashcards import (
    due_count,
    kept,
    merged,
    new_state,
    restored,
    screen,
    step,
)
from servicequality.core.memory import AGAIN, DAY, EASY, GOOD, MINUTE, RATINGS, new_card, review
from servicequality.core.workbook import Fault
from tests.page_python import PagePython
from tests.same_answers import differences

# 24 November 2026, 9:30 in UTC.
NOW = 1795512600000
HOUR = 60 * MINUTE
IDS = [f"{slug}.{kind}" for kind in ("meaning", "term") for slug in ("trust", "delay", "smile")]
DECK = [{"id": name, "front": name.upper()} for name in IDS]
START, TURN, UNDO, STOP = ({"kind": kind} for kind in ("start", "turn", "undo", "stop"))
ODD = [
    None,
    [],
    "start",
    3,
    {},
    {"kind": None},
    {"kind": 5},
    {"kind": ["rate"]},
    {"kind": "RATE", "rating": 3},
    {"kind": "rate"},
    *({"kind": "rate", "rating": odd} for odd in (0, 5, -1, 2.5, True, "3", None, [3], {})),
]

drawing = settings(derandomize=True, database=None, deadline=None, max_examples=200)


def rated(rating: int) -> dict[str, Any]:
    return {"kind": "rate", "rating": rating}


def after(state: dict[str, Any], *events: Any, now: int = NOW) -> dict[str, Any]:
    """The state after events, each of which must do something."""
    for event in events:
        state = step(state, event, now)
        assert state["message"] is None, event
    return state


def card(rating: int, now: int) -> dict[str, Any]:
    """A card after its first rating."""
    return review(new_card(now), rating, now)


def shown(state: dict[str, Any], now: int = NOW) -> dict[str, Any]:
    """What is to be seen, as one comparison can hold it."""
    found = screen(state, DECK, now)
    return {name: found[name] for name in ("status", "due", "new", "today", "next_due")}


def test_a_first_session() -> None:
    state = new_state(IDS, limit=2)
    assert shown(state) == {
        "status": "idle",
        "due": {"learning": 0, "review": 0},
        "new": 2,
        "today": {"new": 0, "reviews": 0},
        "next_due": None,
    }
    state = after(state, START)
    assert screen(state, DECK, NOW)["card"] == {"id": "trust.meaning", "front": "TRUST.MEANING"}
    assert (shown(state)["status"], screen(state, DECK, NOW)["waits"]) == ("front", None)
    state = after(state, TURN)
    assert shown(state)["status"] == "back"
    assert screen(state, DECK, NOW)["waits"] == [MINUTE, 330000, 10 * MINUTE, 8 * DAY]
    state = after(state, rated(EASY))
    assert (state["current"], shown(state)["status"]) == ("delay.meaning", "front")
    state = after(state, TURN, rated(GOOD))
    # Two new cards are the limit, and one of them comes back in ten minutes.
    assert shown(state) == {
        "status": "waiting",
        "due": {"learning": 0, "review": 0},
        "new": 0,
        "today": {"new": 2, "reviews": 2},
        "next_due": NOW + 10 * MINUTE,
    }
    later = NOW + 10 * MINUTE
    assert shown(state, later)["status"] == "ready"
    state = after(state, START, TURN, rated(GOOD), now=later)
    assert shown(state, later)["status"] == "done"
    assert shown(state, later)["today"] == {"new": 2, "reviews": 3}
    assert shown(state, later)["next_due"] == later + 2 * DAY
    state = after(state, STOP, now=later)
    assert shown(state, later)["status"] == "idle"
    assert sorted(state["cards"]) == ["delay.meaning", "trust.meaning"]


def test_the_next_card() -> None:
    def first(cards: dict[str, Any], **settings: Any) -> str | None:
        current: str | None = after(new_state(IDS, cards, **settings), START)["current"]
        return current

    known, learned = card(EASY, NOW - 8 * DAY), card(AGAIN, NOW - MINUTE)
    # Known for longer, and so overdue, yet behind a card that is being learned.
    cards = {"trust.meaning": card(EASY, NOW - 9 * DAY), "smile.term": learned}
    assert first(cards) == "smile.term"
    assert first({"smile.term": known, "trust.term": card(EASY, NOW - 9 * DAY)}) == "trust.term"
    # Due at the same moment: by id, not by place.
    assert first({"trust.meaning": known, "smile.meaning": known}) == "smile.meaning"
    # A review comes before a new card, and what is not due does not come.
    assert first({"smile.term": known}) == "smile.term"
    assert first({"trust.meaning": card(EASY, NOW)}) == "delay.meaning"
    assert first({"trust.meaning": known}, limit=0) == "trust.meaning"
    assert first({}, limit=0) is None
    assert first({name: card(EASY, NOW) for name in IDS}) is None
    # A card that the deck does not have never comes.
    assert first({"gone.term": known}, limit=0) is None


def test_the_limit_of_new_cards_begins_anew_each_day() -> None:
    state = after(new_state(IDS, limit=1), START, TURN, rated(EASY))
    assert state["current"] is None
    # 9:30 in UTC and in this reader's time: the next day begins after 14 hours and a half.
    before, midnight = NOW + 14 * HOUR + 30 * MINUTE - 1, NOW + 14 * HOUR + 30 * MINUTE
    assert after(state, START, now=before)["current"] is None
    state = after(state, START, now=midnight)
    assert state["current"] == "delay.meaning"
    assert state["today"] == {"day": midnight // DAY, "new": 0, "reviews": 0}


@pytest.mark.parametrize("zone", [-300, 0, 120, 330])
def test_a_day_begins_where_the_reader_is(zone: int) -> None:
    state = after(new_state(IDS, zone=zone), START, TURN, rated(EASY))
    to_midnight = DAY - (NOW + zone * MINUTE) % DAY
    assert shown(state, NOW + to_midnight - 1)["today"] == {"new": 1, "reviews": 1}
    assert shown(state, NOW + to_midnight)["today"] == {"new": 0, "reviews": 0}
    assert shown(state, NOW + to_midnight)["new"] == 5


def test_undo_takes_the_last_rating_back_and_no_more() -> None:
    state = after(new_state(IDS), START, TURN, rated(GOOD), TURN)
    turned = state
    state = after(state, rated(AGAIN))
    assert screen(state, DECK, NOW)["can_undo"]
    state = after(state, UNDO)
    assert {**state, "undo": turned["undo"]} == turned
    assert not screen(state, DECK, NOW)["can_undo"]
    assert step(state, UNDO, NOW)["message"] == "cards_no_undo"
    # Rated anew, it is as if the first rating had not been.
    assert after(state, rated(EASY)) == after(turned, rated(EASY))


def test_undo_of_a_known_card_gives_its_old_memory_back() -> None:
    known = card(EASY, NOW - 8 * DAY)
    state = after(new_state(IDS, {"smile.term": known}), START, TURN, rated(AGAIN), UNDO)
    assert state["cards"] == {"smile.term": known}
    assert (state["current"], state["turned"]) == ("smile.term", True)


def test_undo_across_midnight_counts_for_neither_day_twice() -> None:
    late = NOW + 14 * HOUR
    state = after(new_state(IDS), START, TURN, rated(EASY), now=late)
    state = after(state, UNDO, now=late + HOUR)
    assert state["today"] == {"day": (late + HOUR) // DAY, "new": 0, "reviews": 0}


def test_undo_ends_with_the_session() -> None:
    state = after(new_state(IDS), START, TURN, rated(EASY), STOP)
    assert step(state, UNDO, NOW)["message"] == "cards_not_started"
    assert step(after(state, START), UNDO, NOW)["message"] == "cards_no_undo"


def test_undo_works_while_one_waits() -> None:
    state = after(new_state(IDS, limit=1), START, TURN, rated(GOOD))
    assert shown(state)["status"] == "waiting"
    # Looking whether a card is due does not forget the rating.
    state = after(state, START, UNDO)
    assert (state["current"], state["cards"]) == ("trust.meaning", {})


@pytest.mark.parametrize(
    ("events", "event", "message"),
    [
        ([], TURN, "cards_not_started"),
        ([], rated(GOOD), "cards_not_started"),
        ([], UNDO, "cards_not_started"),
        ([], STOP, "cards_not_started"),
        ([START], START, "cards_started"),
        ([START], rated(GOOD), "cards_not_turned"),
        ([START], UNDO, "cards_no_undo"),
        ([START, TURN], TURN, "cards_turned"),
        ([START, TURN], rated(5), "cards_no_rating"),
        ([START, TURN], {"kind": "rate"}, "cards_no_rating"),
        ([START, TURN], {"kind": "rate", "rating": True}, "cards_no_rating"),
        ([START, TURN, rated(EASY)], TURN, "cards_no_card"),
        ([START, TURN, rated(EASY)], rated(GOOD), "cards_no_card"),
        ([START], {"kind": "shuffle"}, "cards_unknown_event"),
        ([START], {"kind": ["turn"]}, "cards_unknown_event"),
        ([START], "turn", "cards_unknown_event"),
        ([START], None, "cards_unknown_event"),
    ],
)
def test_what_is_out_of_place_changes_nothing(events: list[Any], event: Any, message: str) -> None:
    state = after(new_state(IDS, limit=1), *events)
    found = step(state, event, NOW)
    assert found == {**state, "message": message}
    assert screen(found, DECK, NOW)["message"] == message


def test_a_message_goes_with_the_next_event() -> None:
    state = step(new_state(IDS), TURN, NOW)
    assert state["message"] is not None
    assert step(state, START, NOW)["message"] is None


def test_a_deck_without_the_card_that_is_shown_is_named() -> None:
    with pytest.raises(ValueError, match=r"the deck has no card 'trust\.meaning'"):
        screen(after(new_state(IDS), START), DECK[1:], NOW)


def test_how_many_are_due() -> None:
    cards = {
        "trust.meaning": card(EASY, NOW - 8 * DAY),
        "delay.meaning": card(AGAIN, NOW - MINUTE),
        "smile.meaning": card(GOOD, NOW),
        "gone.term": card(AGAIN, NOW - DAY),
    }
    assert due_count(cards, IDS, NOW) == 2
    assert due_count(cards, IDS, NOW - 1) == 0
    assert due_count(cards, IDS, NOW + 10 * MINUTE) == 3
    assert due_count({}, IDS, NOW) == 0
    state = new_state(IDS, cards)
    assert shown(state)["due"] == {"learning": 1, "review": 1}


# An event that comes in a course of events, and the time that passes before it.
EVENTS = st.one_of(
    st.sampled_from([START, TURN, UNDO, STOP]),
    st.sampled_from(RATINGS).map(rated),
    st.sampled_from(ODD),
)
PAUSES = st.one_of(
    st.sampled_from([0, 1000, MINUTE, 10 * MINUTE, DAY]),
    st.integers(0, 60 * DAY),
    st.integers(-2 * DAY, 0),
)
# Long ones, since little can happen in short ones; most begin with a session.
COURSES = st.builds(
    lambda first, others: [(first, 0), *others],
    st.sampled_from([START, START, START, TURN]),
    st.lists(st.tuples(EVENTS, PAUSES), min_size=12, max_size=40),
)
LIMITS = st.integers(0, 8)


def played(
    courses: list[tuple[Any, int]], limit: int, zone: int = 0
) -> list[tuple[dict[str, Any], Any, dict[str, Any], int]]:
    """Each state, the event, the state after it and the moment, for one course of events."""
    state, now, found = new_state(IDS, limit=limit, zone=zone), NOW, []
    # Readers press "turn" and "rate" in turns; alone, drawn events would seldom get so far.
    for event, pause in courses:
        now += pause
        for each in (event, TURN, event):
            following = step(state, each, now)
            found.append((state, each, following, now))
            state = following
    return found


@drawing
@given(COURSES, LIMITS, st.sampled_from([-300, 0, 120]))
def test_whatever_happens(courses: list[tuple[Any, int]], limit: int, zone: int) -> None:
    for before, event, state, now in played(courses, limit, zone):
        copied = copy.deepcopy(before)
        assert step(before, event, now) == state
        assert before == copied
        assert json.loads(json.dumps(state, allow_nan=False)) == state
        if state["message"] is not None:
            assert {**state, "message": before["message"]} == before
        assert state["today"]["new"] <= limit
        current = state["current"]
        if current is None:
            assert not state["turned"]
        else:
            assert state["active"]
            assert current in IDS
        seen = screen(state, DECK, now)
        assert (seen["status"] in ("front", "back")) == (current is not None)
        assert (seen["waits"] is not None) == (seen["status"] == "back")
        assert sum(seen["due"].values()) == due_count(state["cards"], IDS, now)
        found = restored(json.loads(json.dumps(kept(state))), IDS)
        assert found == {"cards": state["cards"], "today": state["today"], "dropped": []}


@drawing
@given(COURSES, LIMITS)
def test_the_card_that_comes_is_the_first_that_may(
    courses: list[tuple[Any, int]], limit: int
) -> None:
    for before, _event, state, now in played(courses, limit):
        if state["message"] is not None or state["current"] in (None, before["current"]):
            continue
        if state["turned"]:
            continue
        cards = state["cards"]
        due = [name for name in IDS if name in cards and cards[name]["due"] <= now]
        due.sort(key=lambda name: (cards[name]["state"] == "review", cards[name]["due"], name))
        unseen = [name for name in IDS if name not in cards]
        if state["today"]["new"] >= limit:
            unseen = []
        assert state["current"] == [*due, *unseen][0]


@drawing
@given(COURSES, st.sampled_from(RATINGS))
def test_undo_is_the_opposite_of_rate(courses: list[tuple[Any, int]], rating: int) -> None:
    for _before, _event, state, now in played(courses, 5):
        if state["turned"]:
            back = step(step(state, rated(rating), now), UNDO, now)
            today = back["today"]
            # Where midnight has passed since the last event, the counts begin anew.
            if today["day"] == state["today"]["day"]:
                assert today == state["today"]
            for name in ("cards", "current", "turned", "active"):
                assert back[name] == state[name]


def test_courses_of_events_take_every_way() -> None:
    source = random.Random(3)
    seen: Counter[str] = Counter()
    for _ in range(200):
        for _before, _event, state, now in played(drawn_course(source), source.randint(0, 6)):
            seen[screen(state, DECK, now)["status"]] += 1
            seen[str(state["message"])] += 1
    assert {"idle", "front", "back", "ready", "waiting", "done"} <= set(seen)
    messages = {value for name, value in vars(flashcards).items() if name in MESSAGES}
    assert messages <= set(seen)


MESSAGES = (
    "NOT_STARTED",
    "STARTED",
    "NO_CARD",
    "TURNED",
    "NOT_TURNED",
    "NO_RATING",
    "NO_UNDO",
    "UNKNOWN_EVENT",
)


def drawn_course(source: random.Random) -> list[tuple[Any, int]]:
    """A course of events from a source of chance."""
    events: list[tuple[Any, int]] = [(START, 0)] if source.random() < 0.9 else []
    for _ in range(source.randint(5, 25)):
        event = source.choice(
            [START, UNDO, *(rated(rating) for rating in RATINGS), rated(GOOD), source.choice(ODD)]
        )
        if source.random() < 0.03:
            event = STOP
        pause = source.choice(
            [0, source.randrange(MINUTE), source.randrange(HOUR), source.randrange(20 * DAY)]
        )
        events.append((event, pause if source.random() < 0.97 else -source.randrange(DAY)))
    return events


GOOD_CARD = card(EASY, NOW)


def record(**changed: Any) -> dict[str, Any]:
    """A kept record, some entries changed."""
    state = new_state(IDS, {"trust.term": GOOD_CARD}, {"day": 20781, "new": 1, "reviews": 1})
    return {**kept(state), **changed}


def test_a_kept_record_is_read() -> None:
    assert restored(record(), IDS) == {
        "cards": {"trust.term": GOOD_CARD},
        "today": {"day": 20781, "new": 1, "reviews": 1},
        "dropped": [],
    }
    # JavaScript writes 1.0 as 1, and what an edition to come adds is left out.
    whole = {**GOOD_CARD, "stability": 8, "difficulty": 1, "colour": "red"}
    found = restored(record(cards={"trust.term": whole}), IDS)["cards"]["trust.term"]
    assert found == {**GOOD_CARD, "stability": 8.0, "difficulty": 1.0}
    assert type(found["stability"]) is float


def test_cards_that_are_gone_or_damaged_are_named_in_order() -> None:
    cards = {
        "smile.term": {**GOOD_CARD, "due": "tomorrow"},
        "trust.term": GOOD_CARD,
        "gone.term": GOOD_CARD,
        "delay.term": None,
    }
    found = restored(record(cards=cards, today={"day": 3}), IDS)
    assert found["cards"] == {"trust.term": GOOD_CARD}
    assert found["today"] == {"day": 0, "new": 0, "reviews": 0}
    assert found["dropped"] == [
        {"id": "delay.term", "reason": "damaged"},
        {"id": "gone.term", "reason": "gone"},
        {"id": "smile.term", "reason": "damaged"},
        {"id": None, "reason": "damaged"},
    ]


NO_CARDS = [
    {"state": "learning"},
    {"state": "new"},
    {"state": ["review"]},
    {"step": 0},
    {"state": "learning", "step": 2},
    {"state": "learning", "step": -1},
    {"state": "relearning", "step": 1},
    {"state": "learning", "step": True},
    {"stability": 0.0},
    {"stability": None},
    {"stability": float("inf")},
    {"stability": float("nan")},
    {"stability": 1e300},
    {"stability": 10**400},
    {"difficulty": 0.9},
    {"difficulty": 11},
    {"difficulty": "5"},
    {"due": 1.5},
    {"due": NOW},
    {"due": NOW + 36501 * DAY},
    {"reviewed": None},
    {"reviewed": -1},
    {"reviewed": 10**30, "due": 10**30 + 1},
    {"reviews": 0},
    {"reviews": 1.5},
    {"reviews": True},
]


@pytest.mark.parametrize("wrong", NO_CARDS, ids=repr)
def test_a_damaged_card_is_dropped(wrong: dict[str, Any]) -> None:
    found = restored(record(cards={"trust.term": {**GOOD_CARD, **wrong}}), IDS)
    assert found["dropped"] == [{"id": "trust.term", "reason": "damaged"}]
    assert found["cards"] == {}


@pytest.mark.parametrize(
    "wrong",
    [None, [], {}, {"day": -1}, {"new": 1.5}, {"reviews": None}, {"new": True}, {"new": 2}],
    ids=repr,
)
def test_damaged_counts_begin_anew(wrong: Any) -> None:
    today = {"day": 20781, "new": 1, "reviews": 1, **wrong} if wrong else wrong
    found = restored(record(today=today), IDS)
    assert found["today"] == {"day": 0, "new": 0, "reviews": 0}
    assert found["dropped"] == [{"id": None, "reason": "damaged"}]
    assert found["cards"] == {"trust.term": GOOD_CARD}


@pytest.mark.parametrize(
    ("damaged", "message"),
    [
        (None, "record_damaged"),
        ([], "record_damaged"),
        ({}, "record_damaged"),
        (record(version="1"), "record_damaged"),
        (record(version=True), "record_damaged"),
        (record(version=0), "record_damaged"),
        (record(version=2), "record_newer"),
        (record(cards=[]), "record_damaged"),
    ],
)
def test_a_record_that_cannot_be_used_is_refused(damaged: Any, message: str) -> None:
    with pytest.raises(Fault, match=f"^{message}$"):
        restored(damaged, IDS)


# What JSON may hold in a place where it does not belong.
PLAIN = st.one_of(
    st.sampled_from([None, True, False, "", "review", [], [1], {}, {"a": 1}, 0, -1, 1e300, 2**70]),
    st.integers(),
    st.floats(allow_nan=False),
    st.text(max_size=5),
)


@drawing
@given(
    st.dictionaries(
        st.sampled_from([*IDS, "gone.term"]),
        st.tuples(st.sampled_from(sorted(GOOD_CARD)), PLAIN, PLAIN),
    ),
    st.sampled_from(RATINGS),
)
def test_what_is_restored_can_be_learned(
    spoilt: dict[str, tuple[str, Any, Any]], rating: int
) -> None:
    cards = {
        name: {**GOOD_CARD, entry: value} if whole is None else whole
        for name, (entry, value, whole) in spoilt.items()
    }
    found = restored(record(cards=cards), IDS)
    named = [entry["id"] for entry in found["dropped"]]
    assert named == sorted(set(cards) - set(found["cards"]))
    for restored_card in found["cards"].values():
        following = review(restored_card, rating, NOW + 3 * DAY)
        again = restored(record(cards={"trust.term": following}), IDS)
        assert again["cards"] == {"trust.term": following}


# Cards whose memory tells them apart, though they may have been reviewed at one moment.
MEMORIES = st.dictionaries(
    st.sampled_from(IDS),
    st.builds(
        lambda reviewed, reviews, difficulty: {
            **GOOD_CARD,
            "reviewed": NOW + reviewed,
            "due": NOW + reviewed + DAY,
            "reviews": reviews,
            "difficulty": difficulty,
        },
        st.integers(0, 2),
        st.integers(1, 2),
        st.sampled_from([1.0, 2.0, 3.0]),
    ),
)


@drawing
@given(MEMORIES, MEMORIES, MEMORIES)
def test_two_devices_become_one(
    mine: dict[str, Any], theirs: dict[str, Any], third: dict[str, Any]
) -> None:
    mine_before, theirs_before = copy.deepcopy(mine), copy.deepcopy(theirs)
    found = merged(mine, theirs)
    assert (mine, theirs) == (mine_before, theirs_before)
    assert set(found) == set(mine) | set(theirs)
    for name, winner in found.items():
        both = [side[name] for side in (mine, theirs) if name in side]
        assert winner in both
        last = max(each["reviewed"] for each in both)
        assert winner["reviewed"] == last
        assert winner["reviews"] == max(
            each["reviews"] for each in both if each["reviewed"] == last
        )
        # Mine wins where nothing else decides: `max` takes the first of several.
        assert winner == max(both, key=lambda each: (each["reviewed"], each["reviews"]))
    assert merged(mine, mine) == mine
    assert merged(found, theirs) == found
    assert merged(found, third) == merged(mine, merged(theirs, third))


# What the page's Python runs: courses of events, and what is seen after each of them.
REPLAY = """
from servicequality.core.flashcards import kept, merged, new_state, restored, screen, step

def compute(values, data):
    found = []
    before = {}
    for course in data["courses"]:
        state = new_state(data["ids"], None, None, course["limit"], course["zone"])
        seen = []
        for event, now in course["events"]:
            state = step(state, event, now)
            seen.append([screen(state, data["deck"], now), state["today"]["day"]])
        record = kept(state)
        cards = dict(record["cards"])
        for spoilt in course["spoilt"]:
            cards[spoilt["id"]] = spoilt["card"]
        again = restored({"version": 1, "cards": cards, "today": course["today"]}, data["ids"])
        both = merged(before, record["cards"])
        found.append({"seen": seen, "state": state, "restored": again, "merged": both})
        before = record["cards"]
    return {"found": found}
"""


def replayed_course(source: random.Random) -> dict[str, Any]:
    """A course of events with their moments, and damage to what it leaves behind."""
    limit, zone = source.randint(0, 6), source.choice([-300, 0, 120])
    played_events = played(drawn_course(source), limit, zone)
    spoilt = [
        {"id": source.choice([*IDS, "gone.term"]), "card": {**GOOD_CARD, **wrong}}
        # JSON has neither; numbers of 400 digits become infinite in JavaScript.
        for wrong in source.sample([w for w in NO_CARDS if is_json(w)], 3)
    ]
    today = {"day": source.randint(-1, 1), "new": source.choice([0, True, None]), "reviews": 0}
    return {
        "limit": limit,
        "zone": zone,
        "events": [(event, now) for _before, event, _after, now in played_events],
        "spoilt": spoilt,
        "today": today,
    }


def is_json(wrong: dict[str, Any]) -> bool:
    """Whether JSON carries values unharmed from Python to a page."""
    numbers = [value for value in wrong.values() if isinstance(value, (int, float))]
    return all(abs(value) < 1e300 for value in numbers)


def test_both_pythons_play_alike() -> None:
    source = random.Random(5)
    courses = [replayed_course(source) for _ in range(1000)]
    space: dict[str, Any] = {}
    exec(REPLAY, space)
    spec = {"id": "replay", "fields": [], "views": [], "strings": {"cannot_compute": ""}}
    spec |= {"teaching": None, "done_with": []}
    events = 0
    with PagePython() as pages:
        for place in range(0, 1000, 50):
            data = {"ids": IDS, "deck": DECK, "courses": courses[place : place + 50]}
            here = json.loads(json.dumps(space["compute"]({}, data), allow_nan=False))
            pages.ask(spec=spec, source=REPLAY, data=data)
            answer = pages.evaluate("replay", {})
            assert answer["status"] == "ok", answer
            assert differences(here, answer["result"]) == []
            events += sum(len(course["seen"]) for course in here["found"])
    print(f"1000 courses, {events} events, 0 differences")
    assert events > 30_000
