"""A self-check's course: events, what comes back, what is shown, what is kept and read again."""

from __future__ import annotations

import copy
import json
import random
from collections import Counter
from typing import Any

import pytest

from servicequality.core.answers import key_of
from servicequality.core.chance import following, shuffled
from servicequality.core.self_check import (
    EVENTS,
    arranged,
    merged,
    progress,
    restored,
    results,
    screen,
    start,
    step,
)
from servicequality.core.workbook import Fault
from servicequality.practice.words import SELF_CHECK
from tests.questions_of_all_types import (
    ALL,
    MATCHING,
    MULTIPLE,
    NUMERIC,
    ORDERING,
    PARTLY,
    SINGLE,
    TRUE_FALSE,
    WRONG,
    spec_of,
)

NOW = "2026-11-24T09:30:00.000Z"
LATER = "2026-11-25T09:30:00.000Z"
Record = dict[str, Any]


class Check:
    """A self-check that is worked through, its record never changed behind its back."""

    def __init__(self, items: list[dict[str, Any]], name: str = "all", seed: int = 7) -> None:
        self.spec = spec_of(items, name)
        self.record = start(self.spec, seed)

    def do(self, kind: str, now: str | None = NOW, **more: Any) -> Check:
        before = copy.deepcopy(self.record)
        after = step(self.record, {"kind": kind, **more}, now, self.spec)
        assert self.record == before
        self.record = json.loads(json.dumps(after, allow_nan=False))
        assert self.record == after
        return self

    def answer(self, value: Any) -> Check:
        """Answers the question that is shown, and has it checked."""
        return self.do("answer", value=value).do("check")

    def miss(self) -> Check:
        return self.answer(WRONG[self.shown["item"]["id"]])

    def hit(self) -> Check:
        (item,) = [item for item in self.spec["items"] if item["id"] == self.shown["item"]["id"]]
        return self.answer(key_of(item))

    @property
    def shown(self) -> dict[str, Any]:
        return screen(self.record, self.spec)

    @property
    def run(self) -> dict[str, Any]:
        found: dict[str, Any] = self.record["runs"][self.spec["name"]]
        return found

    @property
    def words(self) -> list[str]:
        return [button["word"] for button in self.shown["buttons"]]

    def said(self) -> str:
        """What a screen reader is told."""
        return text_of(self.shown["say"])


def text_of(nodes: list[Any]) -> str:
    return "".join(node if isinstance(node, str) else str(node["number"]) for node in nodes)


def once(*items: dict[str, Any]) -> Check:
    return Check(list(items)).do("start", mode="once")


def at_the_end(*items: dict[str, Any]) -> Check:
    return Check(list(items)).do("start", mode="end")


# Feedback at once


def test_before_the_start_nothing_is_asked() -> None:
    check = Check(ALL)
    shown = check.shown
    assert shown["phase"] == "ready"
    assert shown["progress"] == "open"
    assert shown["item"] is None
    assert check.words == ["start_once", "start_end"]
    assert check.said() == "6 questions are waiting."
    for kind in sorted(set(EVENTS) - {"start", "again"}):
        assert check.do(kind, item="one", value="a").record == start(check.spec, 7)


def test_a_question_is_asked_answered_judged_and_the_next_one_asked() -> None:
    check = once(SINGLE, NUMERIC)
    assert check.shown["phase"] == "asking"
    assert check.shown["position"] == {"at": 1, "of": 2, "try": 1}
    assert check.said() == "Question 1 of 2."
    assert check.words == ["check", "stop", "reveal"]
    check.do("answer", value="a")
    assert check.shown["phase"] == "asking"
    assert [option["chosen"] for option in check.shown["item"]["options"]].count(True) == 1
    assert check.shown["list"][0]["state"] == "answered"
    check.do("check")
    assert check.shown["phase"] == "told"
    assert check.shown["item"]["status"] == "right"
    assert check.said() == "Right."
    assert check.words == ["next", "stop"]
    check.do("next")
    assert check.shown["item"]["id"] == "number"
    check.hit()
    assert check.words == ["to_results"]
    check.do("next")
    assert check.shown["phase"] == "done"
    assert check.shown["progress"] == "done"
    assert check.said().startswith("Finished. Right at the first try: 2 of 2.")
    assert check.words == ["again_all"]


@pytest.mark.parametrize("item", ALL, ids=lambda item: item["type"])
def test_what_is_missing_is_said_until_something_is_entered(item: dict[str, Any]) -> None:
    check = once(item).do("check")
    assert check.shown["phase"] == "asking"
    assert check.shown["problem"] == check.shown["say"]
    assert check.shown["problem"]
    assert check.record["items"] == {}
    check.do("answer", value=WRONG[item["id"]])
    assert check.shown["problem"] is None


def test_a_missed_question_comes_back_at_the_end_three_times_and_then_shows_its_answer() -> None:
    check = once(SINGLE, MULTIPLE).miss()
    assert check.said() == "Not right. This question comes back later."
    assert [visit["item"] for visit in check.run["visits"]] == ["one", "some", "one"]
    check.do("next").hit().do("next")
    assert check.shown["position"] == {"at": 3, "of": 3, "try": 2}
    assert check.said() == "Question 3 of 3. You missed this question before."
    check.miss().do("next").miss().do("next")
    assert check.shown["position"]["try"] == 4
    check.miss()
    assert [visit["item"] for visit in check.run["visits"]].count("one") == 4
    assert check.said() == "Not right. The right answer is shown."
    assert check.shown["item"]["key"]
    assert check.words == ["to_results"]
    check.do("next")
    assert check.shown["results"]["items"][0]["tries"] == ["wrong"] * 4


def test_a_question_that_comes_back_is_not_asked_again_once_right() -> None:
    check = once(SINGLE, MULTIPLE).miss().do("next").hit().do("next").hit()
    assert check.words == ["to_results"]
    counts = check.do("next").shown["results"]
    assert (counts["asked"], counts["first"], counts["end"]) == (2, 1, 2)
    assert [entry["tries"] for entry in counts["items"]] == [["wrong", "right"], ["right"]]


def test_partly_right_is_not_right() -> None:
    check = once(MATCHING).answer(PARTLY["pairs"])
    assert check.said() == ("Partly right. 1 of 3 parts are right. This question comes back later.")
    assert check.record["items"]["pairs"]["best"] == "partly"
    assert check.shown["progress"] == "begun"
    counts = check.do("finish").shown["results"]
    assert (counts["first"], counts["end"], counts["unanswered"]) == (0, 0, 0)


def test_a_run_may_be_stopped_and_what_was_not_answered_is_counted() -> None:
    check = once(SINGLE, MULTIPLE, NUMERIC).hit().do("finish")
    counts = check.shown["results"]
    assert check.shown["phase"] == "done"
    assert (counts["asked"], counts["first"], counts["unanswered"]) == (3, 1, 2)
    assert check.words == ["again_missed", "again_all"]


def test_an_answer_that_was_judged_cannot_be_changed() -> None:
    check = once(SINGLE, MULTIPLE).miss()
    kept = check.record
    check.do("answer", value="a").do("check").do("start", mode="end").do("back")
    assert check.record == kept


def test_jumping_goes_to_the_visit_that_waits_and_next_comes_back_for_the_rest() -> None:
    check = once(SINGLE, MULTIPLE, NUMERIC)
    check.do("go", item="number").hit().do("next")
    assert check.shown["item"]["id"] == "one"
    check.miss().do("go", item="one")
    assert check.shown["position"] == {"at": 4, "of": 4, "try": 2}
    check.do("go", item="number")
    assert check.shown["phase"] == "told"
    check.do("next")
    assert check.shown["item"]["id"] == "one"
    kept = check.record
    assert check.do("go", item="gone").record == kept
    assert [entry["current"] for entry in check.shown["list"]] == [True, False, False]


# What is shown of the feedback


def test_after_a_miss_the_answer_is_held_back_until_it_is_asked_for() -> None:
    check = once(SINGLE, MULTIPLE).miss()
    options = {option["id"]: option for option in check.shown["item"]["options"]}
    assert options["b"]["verdict"] == "wrong"
    assert options["b"]["explanation"] == "Because of b."
    for name in ("a", "c", "d"):
        assert (options[name]["verdict"], options[name]["explanation"]) == (None, None)
        assert options[name]["right"] is None
    assert "reveal" in check.words
    check.do("reveal")
    options = {option["id"]: option for option in check.shown["item"]["options"]}
    assert {name: options[name]["verdict"] for name in options} == {
        "a": "missed",
        "b": "wrong",
        "c": "left",
        "d": "left",
    }
    assert [name for name in sorted(options) if options[name]["right"]] == ["a"]
    assert options["a"]["explanation"] == "Because of a."
    assert check.said() == "Not right. The right answer is shown. This question comes back later."
    assert check.record["items"]["one"]["history"] == ["wrong", "revealed"]
    assert check.run["visits"][-1]["item"] == "one"
    # A second click shows nothing new.
    kept = check.record
    assert check.do("reveal").record == kept


def hidden(item: dict[str, Any]) -> set[str]:
    """The texts and keys that would give an item's answer away."""
    if item["type"] in ("single", "multiple"):
        return {entry["explanation"] for entry in item["options"]}
    if item["type"] == "true_false":
        return {entry["explanation"] for entry in [item, *item["reasons"]]}
    entries = item.get("pairs", []) + item.get("steps", [])
    return {item.get("explanation", "-"), *(entry["explanation"] for entry in entries)}


@pytest.mark.parametrize("item", ALL, ids=lambda item: item["type"])
def test_no_screen_gives_the_answer_away_before_its_time(item: dict[str, Any]) -> None:
    check = once(item, SINGLE if item is not SINGLE else NUMERIC)
    assert not any(text in json.dumps(check.shown) for text in hidden(item))
    check.miss()
    chosen = {option["explanation"] for option in check.shown["item"].get("options", [])}
    told = {text for text in hidden(item) if text in json.dumps(check.shown, ensure_ascii=False)}
    assert told <= chosen
    assert '"right": true' not in json.dumps(check.shown["item"])
    check.do("reveal")
    told = {text for text in hidden(item) if text in json.dumps(check.shown, ensure_ascii=False)}
    assert told == hidden(item) - {"-"}


def test_true_or_false_is_shown_in_its_order_with_its_verdicts() -> None:
    check = once(TRUE_FALSE).miss()
    yes, no = check.shown["item"]["answers"]
    assert yes == {"value": True, "chosen": True, "verdict": "wrong", "right": None}
    assert no == {"value": False, "chosen": False, "verdict": None, "right": None}
    yes, no = check.do("reveal").shown["item"]["answers"]
    assert (yes["verdict"], yes["right"]) == ("wrong", False)
    assert (no["verdict"], no["right"]) == (None, True)


def test_a_right_side_that_fits_nowhere_explains_itself() -> None:
    check = once(MATCHING).miss()
    pairs = check.shown["item"]["pairs"]
    assert [pair["explanation"] for pair in pairs] == [None, "It fits none.", None]
    assert [pair["right"] for pair in pairs] == [None, None, None]
    assert sorted(side["text"] for side in check.shown["item"]["choices"]) == [
        "Right p",
        "Right q",
        "Right r",
        "Right s",
    ]
    pairs = check.do("reveal").shown["item"]["pairs"]
    assert [pair["right"] for pair in pairs] == ["Right p", "Right q", "Right r"]


def test_a_wrong_number_is_told_its_mistake() -> None:
    check = once(NUMERIC).answer("1,1")
    item = check.shown["item"]
    assert item["mistake"] == "The sign is turned round."
    assert item["value"] == "1,1"
    assert (item["right"], item["explanation"]) == (None, None)
    item = check.do("reveal").shown["item"]
    assert item["right"] == {"number": -1.1, "decimals": 1, "signed": False}
    assert item["explanation"] == "5.1 − 6.2 = −1.1."


def test_steps_stand_as_they_were_put() -> None:
    check = once(ORDERING)
    offered = [entry["id"] for entry in check.shown["item"]["steps"]]
    assert sorted(offered) == ["k", "l", "m", "n"]
    check.do("answer", value=["m"])
    assert check.shown["item"]["steps"][0]["id"] == "m"
    check.answer(["l", "k", "m", "n"])
    steps = check.shown["item"]["steps"]
    assert [entry["verdict"] for entry in steps] == ["early", "late", "right", "right"]
    assert [entry["right"] for entry in steps] == [None] * 4
    steps = check.do("reveal").shown["item"]["steps"]
    assert [entry["right"] for entry in steps] == [2, 1, 3, 4]


@pytest.mark.parametrize("item", ALL, ids=lambda item: item["type"])
def test_an_answer_may_be_shown_without_judging(item: dict[str, Any]) -> None:
    check = once(item, SINGLE if item is not SINGLE else NUMERIC)
    check.do("answer", value=WRONG[item["id"]]).do("reveal")
    shown = check.shown
    assert shown["phase"] == "told"
    assert (shown["item"]["status"], shown["item"]["parts"]) == ("revealed", None)
    assert '"verdict": "' not in json.dumps(shown["item"])
    assert check.said() == "The answer is shown. Nothing was judged."
    assert check.record["items"][item["id"]]["best"] == "revealed"
    # It was not missed, so it does not come back.
    assert len(check.run["visits"]) == 2
    assert check.do("next").hit().do("next").shown["results"]["revealed"] == 1


# Feedback at the end


def test_feedback_comes_at_the_end_and_answers_can_be_changed_until_then() -> None:
    check = at_the_end(SINGLE, MULTIPLE, NUMERIC)
    assert check.words == ["next", "finish", "reveal"]
    check.do("answer", value="b").do("check").do("next")
    assert check.words == ["back", "next", "finish", "reveal"]
    check.do("answer", value=["a", "c"]).do("back")
    assert [option["id"] for option in check.shown["item"]["options"] if option["chosen"]] == ["b"]
    assert check.record["items"] == {}
    check.do("answer", value="a").do("go", item="number").do("next")
    assert check.words == ["back", "finish", "reveal"]
    assert text_of(check.shown["note"]) == "1 question has no answer yet."
    check.do("answer", value="1.1")
    assert check.shown["note"] == []
    assert [entry["state"] for entry in check.shown["list"]] == ["answered"] * 3
    check.do("finish")
    assert check.shown["phase"] == "done"
    counts = check.shown["results"]
    assert (counts["asked"], counts["first"], counts["end"]) == (3, 2, 2)
    assert [entry["item"]["status"] for entry in check.shown["review"]] == [
        "right",
        "right",
        "wrong",
    ]
    assert [entry["event"] for entry in check.shown["review"]] == [
        None,
        None,
        {"kind": "reveal", "item": "number"},
    ]


def test_after_the_end_missed_answers_are_shown_on_demand() -> None:
    check = at_the_end(SINGLE, MULTIPLE).do("answer", value="b").do("finish")
    assert check.shown["progress"] == "begun"
    check.do("reveal")
    assert check.shown["progress"] == "begun"
    check.do("reveal", item="one").do("reveal", item="some").do("reveal", item="gone")
    assert [entry["item"]["key"] for entry in check.shown["review"]] == [True, True]
    assert check.record["items"]["one"]["history"] == ["wrong", "revealed"]
    counts = check.shown["results"]
    assert (counts["revealed"], counts["unanswered"]) == (2, 0)
    assert check.shown["progress"] == "done"


def test_missed_ones_make_a_new_run() -> None:
    check = at_the_end(SINGLE, MULTIPLE, NUMERIC).do("answer", value="a").do("next")
    check.do("answer", value=["b"]).do("finish").do("again", missed_only=True)
    assert check.run["mode"] == "end"
    assert [visit["item"] for visit in check.run["visits"]] == ["some", "number"]
    check.do("finish").do("again", missed_only=False, mode="once")
    assert check.run["mode"] == "once"
    assert [visit["item"] for visit in check.run["visits"]] == ["one", "some", "number"]
    check.hit().do("next").hit().do("next").hit().do("next")
    kept = check.record
    assert check.do("again", missed_only=True).record == kept


def test_progress_is_lost_only_where_an_answer_was_shown_and_then_missed() -> None:
    check = once(SINGLE, NUMERIC).do("reveal").do("next").hit().do("next")
    assert check.shown["progress"] == "done"
    check.do("again", missed_only=False)
    assert check.shown["progress"] == "done"
    check.miss()
    assert check.shown["progress"] == "begun"
    # What was right once stays right.
    check.do("next").miss().do("next").hit()
    assert check.shown["progress"] == "done"


def test_an_event_or_mode_that_does_not_exist_is_an_error() -> None:
    check = Check(ALL)
    with pytest.raises(ValueError, match="no event jump"):
        check.do("jump")
    with pytest.raises(ValueError, match="no mode both"):
        check.do("start", mode="both")


# Chance


def test_the_sequence_of_numbers_runs_through_all_of_them() -> None:
    # Hull and Dobell: an odd increment, and a factor that is 1 more than a multiple of four.
    increment = following(0)
    factor = (following(1) - increment) % 2**30
    assert increment % 2 == 1
    assert factor % 4 == 1
    seed = 0
    for _ in range(1000):
        seed = following(seed)
        assert 0 <= seed < 2**30


def test_every_order_is_about_as_likely() -> None:
    orders = Counter(tuple(shuffled([1, 2, 3, 4], seed)) for seed in range(24_000))
    assert len(orders) == 24
    # Chi square with 23 degrees of freedom: 49.7 is passed by one in a thousand.
    assert sum((count - 1000) ** 2 / 1000 for count in orders.values()) < 49.7


def test_one_order_says_nothing_about_the_next() -> None:
    both: Counter[tuple[int, int]] = Counter()
    seed = 1
    for _ in range(16_000):
        seed = following(seed)
        both[shuffled([1, 2, 3, 4], seed)[3], shuffled([1, 2, 3, 4], following(seed))[3]] += 1
    # Chi square with 15 degrees of freedom: 37.7 is passed by one in a thousand.
    assert sum((both[a, b] - 1000) ** 2 / 1000 for a in range(1, 5) for b in range(1, 5)) < 37.7
    assert len({tuple(shuffled([1, 2, 3, 4], seed)) for seed in range(40)}) > 15


def test_options_are_mixed_anew_for_each_visit_and_stay_while_it_lasts() -> None:
    check = once(SINGLE, MULTIPLE)
    orders = set()
    for _ in range(8):
        order = [option["id"] for option in check.shown["item"]["options"]]
        check.do("answer", value="b")
        assert [option["id"] for option in check.shown["item"]["options"]] == order
        check.do("check")
        assert [option["id"] for option in check.shown["item"]["options"]] == order
        orders.add(tuple(order))
        check.do("finish").do("again", missed_only=False)
    assert len(orders) > 3


def test_steps_never_stand_in_their_right_order() -> None:
    short = copy.deepcopy(ORDERING)
    short["steps"] = short["steps"][:3]
    orders = Counter(tuple(arranged(short, seed)) for seed in range(6000))
    assert ("k", "l", "m") not in orders
    assert len(orders) == 5


@pytest.mark.parametrize("item", [SINGLE, MULTIPLE, TRUE_FALSE, MATCHING], ids=str)
def test_everything_on_offer_is_there_and_each_may_stand_first(item: dict[str, Any]) -> None:
    orders = [arranged(item, seed) for seed in range(200)]
    assert {tuple(sorted(order)) for order in orders} == {tuple(sorted(orders[0]))}
    assert {order[0] for order in orders} == set(orders[0])
    assert arranged(NUMERIC, 1) == []


# The record


def test_two_self_checks_of_a_topic_share_one_record() -> None:
    first = Check([SINGLE, MULTIPLE], "one+some").do("start", mode="once").hit()
    second = Check([MULTIPLE, NUMERIC], "some+number")
    second.record = restored(first.record, second.spec, 3)["record"]
    assert second.record["runs"]["one+some"] == first.run
    assert second.shown["phase"] == "ready"
    second.do("start", mode="end").do("answer", value=["a", "c"])
    second.do("finish")
    assert second.record["runs"]["one+some"] == first.run
    assert second.record["items"]["one"] == first.record["items"]["one"]
    first.record = restored(second.record, first.spec, 3)["record"]
    assert first.shown["phase"] == "told"
    # The question that both ask was right in the other one.
    assert first.shown["progress"] == "done"
    assert second.shown["progress"] == "begun"
    whole = spec_of(ALL)
    assert progress(restored(second.record, whole, 3)["record"], whole) == "begun"


def test_two_tabs_records_become_one() -> None:
    first = Check([SINGLE, MULTIPLE], "one+some").do("start", mode="once").miss()
    other = Check([SINGLE, NUMERIC], "one+number").do("start", mode="once").hit()
    other.do("next", now=LATER).hit()
    both = merged(first.record, restored(other.record, first.spec, 1)["record"], first.spec)
    assert sorted(both["runs"]) == ["one+number", "one+some"]
    assert both["runs"]["one+some"] == first.run
    assert both["items"]["number"] == other.record["items"]["number"]
    assert both["items"]["one"]["history"] == ["wrong"]
    assert both["items"]["one"]["best"] == "right"
    first.do("finish").do("again").miss()
    both = merged(other.record, first.record, other.spec)
    assert both["items"]["one"]["history"] == ["wrong", "wrong"]
    assert both["items"]["one"]["count"] == 2
    assert both["items"]["one"]["best"] == "right"


def test_only_the_last_twelve_outcomes_are_kept() -> None:
    check = once(SINGLE)
    for _ in range(5):
        check.miss().do("next").miss().do("next").hit().do("next")
        check.do("again", missed_only=False, now=LATER)
    history = check.record["items"]["one"]
    assert history["count"] == 15
    assert len(history["history"]) == 12
    assert history["history"][-3:] == ["wrong", "wrong", "right"]
    assert (history["best"], history["when"]) == ("right", NOW)


def played(seed: int, events: int = 30) -> Check:
    """A self-check somewhere in the middle of its course."""
    draw = random.Random(seed)
    check = Check(ALL, seed=seed)
    for _ in range(events):
        kind = draw.choice([*EVENTS, "answer", "check", "next", "check", "next"])
        value = draw.choice([*(key_of(item) for item in ALL), *WRONG.values(), *PARTLY.values()])
        item = draw.choice(ALL)["id"]
        mode = draw.choice(["once", "end"])
        check.do(kind, value=value, item=item, mode=mode, missed_only=draw.random() < 0.5)
    return check


@pytest.mark.parametrize("seed", range(20))
def test_a_record_is_restored_as_it_was(seed: int) -> None:
    check = played(seed)
    found = restored(check.record, check.spec, 1)
    assert found == {"record": check.record, "dropped": []}
    assert len(json.dumps(check.record)) < 6000


def test_nothing_kept_is_a_start() -> None:
    spec = spec_of(ALL)
    assert restored(None, spec, 2**40 + 3) == {"record": start(spec, 3), "dropped": []}


def dropped(found: dict[str, Any]) -> list[tuple[str, str]]:
    for entry in found["dropped"]:
        assert entry["message"] in SELF_CHECK
    return [(entry["message"], entry["words"]["question"]) for entry in found["dropped"]]


def test_items_that_are_gone_are_left_out_and_named() -> None:
    check = once(SINGLE, MULTIPLE, NUMERIC).hit().do("next").miss().do("next")
    spec = spec_of([MULTIPLE, NUMERIC], known=["some", "number"])
    found = restored(check.record, spec, 1)
    assert dropped(found) == [("gone_item", "one")]
    record = found["record"]
    assert sorted(record["items"]) == ["some"]
    assert [visit["item"] for visit in record["runs"]["all"]["visits"]] == [
        "some",
        "number",
        "some",
    ]
    assert screen(record, spec)["item"]["id"] == "number"
    found = restored(check.record, spec_of([ORDERING], known=["steps"]), 1)
    assert found["record"]["runs"]["all"]["stage"] == "ready"
    assert dropped(found) == [("gone_item", "one"), ("gone_item", "some"), ("gone_item", "number")]


def test_an_item_that_another_self_check_asks_is_not_gone() -> None:
    check = once(SINGLE, NUMERIC).hit()
    found = restored(check.record, spec_of([MULTIPLE], "some"), 1)
    assert found["dropped"] == []
    assert found["record"]["items"] == check.record["items"]
    assert found["record"]["runs"]["all"] == check.run


def test_an_answer_whose_option_is_gone_is_to_be_given_anew() -> None:
    check = once(SINGLE, MULTIPLE).miss().do("next").do("answer", value=["a", "b"])
    changed = copy.deepcopy([SINGLE, MULTIPLE])
    for item in changed:
        item["options"] = [option for option in item["options"] if option["id"] != "b"]
    spec = spec_of(changed)
    found = restored(check.record, spec, 1)
    assert dropped(found) == [("gone_answer", "Question one?"), ("gone_answer", "Question some?")]
    visits = found["record"]["runs"]["all"]["visits"]
    assert (visits[0]["answer"], visits[0]["judged"]) == (None, False)
    assert visits[1]["answer"] == ["a"]
    # What came of it stays in the history.
    assert found["record"]["items"]["one"]["history"] == ["wrong"]


def test_a_corrected_key_judges_kept_answers_anew() -> None:
    check = once(SINGLE, MULTIPLE).miss()
    changed = copy.deepcopy(SINGLE)
    for option in changed["options"]:
        option.pop("right", None)
    changed["options"][1]["right"] = True
    spec = spec_of([changed, MULTIPLE])
    record = restored(check.record, spec, 1)["record"]
    assert screen(record, spec)["item"]["status"] == "right"
    assert results(record, spec)["first"] == 1


SPOILT: list[tuple[tuple[Any, ...], Any]] = [
    (("stage",), "paused"),
    (("mode",), "both"),
    (("seed",), -1),
    (("seed",), 2**30),
    (("seed",), True),
    (("at",), 99),
    (("at",), None),
    (("asked",), 0),
    (("visits",), {}),
    (("visits",), []),
    (("visits", 0), "one"),
    (("visits", 0, "item"), 5),
    (("visits", 0, "seed"), 1.5),
    (("visits", 0, "judged"), None),
    (("visits", 0, "shown"), "yes"),
    (("visits", 0, "more"), 1),
    (("more",), 1),
]


@pytest.mark.parametrize(("place", "value"), SPOILT, ids=str)
def test_a_damaged_run_starts_anew_and_the_rest_is_kept(place: tuple[Any, ...], value: Any) -> None:
    check = once(SINGLE, MULTIPLE).miss()
    record = copy.deepcopy(check.record)
    inner = record["runs"]["all"]
    for part in place[:-1]:
        inner = inner[part]
    inner[place[-1]] = value
    found = restored(record, check.spec, 5)
    assert dropped(found) == [("gone_run", "all")]
    assert found["record"]["items"] == check.record["items"]
    assert found["record"]["runs"] == {"all": start(check.spec, 5)["runs"]["all"]}


def test_a_run_with_more_visits_than_an_item_can_have_is_damaged() -> None:
    check = once(SINGLE, MULTIPLE).miss()
    check.run["visits"] += [dict(check.run["visits"][0]) for _ in range(3)]
    assert dropped(restored(check.record, check.spec, 5)) == [("gone_run", "all")]


@pytest.mark.parametrize(
    "history",
    [
        None,
        {},
        {"count": 1, "history": [], "best": "right", "when": None},
        {"count": 1, "history": ["right"] * 13, "best": "right", "when": None},
        {"count": 1, "history": ["fine"], "best": "right", "when": None},
        {"count": 1, "history": ["right"], "best": None, "when": None},
        {"count": 0, "history": ["right"], "best": "right", "when": None},
        {"count": True, "history": ["right"], "best": "right", "when": None},
        {"count": 1, "history": ["right"], "best": "right", "when": "yesterday"},
        {"count": 1, "history": ["right"], "best": "right"},
        {"count": 1, "history": [["right"]], "best": "right", "when": None},
    ],
    ids=str,
)
def test_a_damaged_history_is_left_out(history: Any) -> None:
    check = once(SINGLE, MULTIPLE).hit()
    record = {**check.record, "items": {**check.record["items"], "some": history}}
    found = restored(record, check.spec, 5)
    assert dropped(found) == [("gone_history", "Question some?")]
    assert found["record"] == check.record


@pytest.mark.parametrize(
    ("record", "message"),
    [
        ([], "record_damaged"),
        ("", "record_damaged"),
        ({}, "record_damaged"),
        ({"version": "1", "items": {}, "runs": {}}, "record_damaged"),
        ({"version": True, "items": {}, "runs": {}}, "record_damaged"),
        ({"version": 0, "items": {}, "runs": {}}, "record_damaged"),
        ({"version": 1, "items": [], "runs": {}}, "record_damaged"),
        ({"version": 1, "items": {}}, "record_damaged"),
        ({"version": 2}, "record_newer"),
    ],
    ids=str,
)
def test_a_record_that_cannot_be_used_is_a_fault(record: Any, message: str) -> None:
    with pytest.raises(Fault) as caught:
        restored(record, spec_of(ALL), 1)
    assert caught.value.message == message
    assert message in SELF_CHECK


def test_every_word_of_a_screen_is_there() -> None:
    needed = set()
    for seed in range(60):
        check = Check(random.Random(seed).sample(ALL, 3), seed=seed)
        draw = random.Random(seed)
        for _ in range(40):
            shown = check.shown
            needed |= {button["word"] for button in shown["buttons"]}
            needed |= {f"state_{entry['state']}" for entry in shown["list"]}
            needed |= {f"progress_{shown['progress']}"}
            if shown["item"]:
                needed |= {f"instruction_{shown['item']['type']}", shown["item"]["difficulty"]}
                for part in shown["item"].get("options", []) + shown["item"].get("steps", []):
                    if part["verdict"]:
                        needed.add(f"verdict_{part['verdict']}")
                if shown["item"]["locked"]:
                    needed.add(f"status_{shown['item']['status']}")
            # A reader who does what is on offer, and answers now and then.
            event = draw.choice(shown["buttons"])["event"]
            if shown["phase"] == "told":
                event = shown["buttons"][0]["event"]
            if shown["phase"] == "asking" and draw.random() < 0.7:
                (item,) = [item for item in ALL if item["id"] == shown["item"]["id"]]
                choice = draw.choice([key_of(item), WRONG[item["id"]], PARTLY.get(item["id"])])
                event = {"kind": "answer", "value": choice}
            check.do(**event)
            assert "{" not in check.said()
    assert needed <= set(SELF_CHECK), needed - set(SELF_CHECK)
    assert {"again_missed", "to_results", "back", "state_answered", "state_partly"} <= needed
