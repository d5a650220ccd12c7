"""What a page does in a class without looking at the page: codes, replies, records, states."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest

from servicequality.book.class_words import class_words
from servicequality.classmode.codes import read_code, spoken
from servicequality.classmode.messages import STATUS, RefusedError
from servicequality.core.answers import is_complete, key_of
from servicequality.core.self_check_screen import arranged, shown_item
from servicequality.page.assets import node
from servicequality.page.words import CLASS_PAGE
from servicequality.practice import bank

ROOT = Path(__file__).parents[1]
DRIVER = Path(__file__).with_name("class_page.mjs")


def asked(*calls: list[Any]) -> list[Any]:
    """What the page's functions give, each called as `[name, *arguments]`."""
    lines = "".join(json.dumps(call) + "\n" for call in calls)
    run = subprocess.run(
        [node(), str(DRIVER)], input=lines, capture_output=True, text=True, encoding="utf-8",
        check=False,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    return [json.loads(line) for line in run.stdout.splitlines()]


def one(*call: Any) -> Any:
    """What one call gives."""
    return asked(list(call))[0]


# Codes

TYPED = ["12345678", "1234 5678", " 1234-5678 ", "1234\u20115678", "1234.5678", "1234567",
         "123456789", "1234567a", "", "12 34 56 78", "1234/5678", "-12345678"]  # fmt: skip


def test_a_code_is_read_as_the_server_reads_it() -> None:
    assert asked(*[["readCode", text] for text in TYPED]) == [read_code(text) for text in TYPED]
    assert one("spokenCode", "01234567") == spoken("01234567")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("http://10.0.0.5/a.html?room=12345678", "http://10.0.0.5/a.html"),
        ("http://10.0.0.5/?room=1234%205678#exercise-x?v=%7B%7D",
         "http://10.0.0.5/#exercise-x?v=%7B%7D"),
        ("http://10.0.0.5/search.html?q=room&room=1&x=%2B",
         "http://10.0.0.5/search.html?q=room&x=%2B"),
        ("http://10.0.0.5/?q=a%20b", "http://10.0.0.5/?q=a%20b"),
        ("http://10.0.0.5/?rooms=1&room", "http://10.0.0.5/?rooms=1"),
    ],
)  # fmt: skip
def test_the_code_leaves_the_address_and_nothing_else_does(before: str, after: str) -> None:
    assert one("withoutCode", before) == after


# Replies


def reply(status: int, json: Any = None, wait: float = 0) -> Any:
    """What the page makes of an answer of the server."""
    return one("readReply", {"status": status, "json": json, "wait": wait})


def test_each_refusal_of_the_server_is_for_good_or_for_later() -> None:
    for code in STATUS:
        error = RefusedError(code)
        found = reply(error.status, {"error": {"code": code, "message": "Why."}})
        if error.status == 429 or error.status >= 500:
            assert (found["kind"], found["message"]) == ("later", "Why."), code
        else:
            assert found == {"kind": "refused", "code": code, "message": "Why."}


def test_the_server_says_when_to_try_again() -> None:
    busy = {"error": {"code": "store_busy", "message": "Busy."}}
    assert reply(503, busy, 2)["wait"] == 2000
    assert "wait" not in reply(503, busy, 0)


@pytest.mark.parametrize("status", [404, 405])
def test_a_server_without_class_mode_is_known_as_one(status: int) -> None:
    assert reply(status)["kind"] == "absent"


def test_a_page_of_something_in_between_is_no_answer() -> None:
    # A network that wants to be signed in to answers with a page of its own.
    assert reply(200)["kind"] == "later"
    assert reply(200, [1])["kind"] == "later"
    assert reply(403, {"detail": "no"})["kind"] == "later"
    assert reply(200, {"room": {}}) == {"kind": "done", "json": {"room": {}}}


def test_pauses_grow_up_to_half_a_minute_and_differ_between_students() -> None:
    middle = asked(*[["pauseAfter", failures, 0.5] for failures in range(1, 9)])
    assert middle == [1000, 2000, 4000, 8000, 16000, 30000, 30000, 30000]
    assert asked(["pauseAfter", 3, 0], ["pauseAfter", 3, 1]) == [3000, 5000]


def test_what_the_server_asks_for_is_waited_and_a_class_does_not_come_at_once() -> None:
    assert asked(["nextTry", 2000, 1, 0], ["nextTry", 2000, 1, 1]) == [2000, 3250]
    assert asked(["nextTry", 2000, 4, 1]) == [12000]


def test_what_is_repeated_is_never_done_twice_at_a_time_nor_forgotten() -> None:
    # Asked for three times while it is done once, it is done once more, and never when stopped.
    assert one("repeated", 4) == {"done": 2, "most": 1, "after": 2}


# Records

EMPTY = {"version": 1, "sequence": 0, "sent": None, "waiting": None, "refused": None}
FIRST, SECOND = {"a": 1}, {"a": 2}
AT = "2026-11-30T09:00:00.000Z"


def test_what_is_sent_again_goes_under_a_higher_number() -> None:
    once = one("pressed", EMPTY, FIRST)
    assert once == {**EMPTY, "sequence": 1, "waiting": {"values": FIRST}}
    twice = one("pressed", once, SECOND)
    assert (twice["sequence"], twice["waiting"]) == (2, {"values": SECOND})
    # The class knows of a later one than this browser does.
    assert one("pressed", EMPTY, FIRST, 7)["sequence"] == 8


def test_an_answer_that_was_taken_waits_no_longer() -> None:
    found = one("taken", one("pressed", EMPTY, FIRST), 1, FIRST, AT)
    assert found["waiting"] is None
    assert found["sent"] == {"values": FIRST, "at": AT, "sequence": 1}


def test_a_later_answer_waits_on_when_an_earlier_one_is_taken_or_refused() -> None:
    twice = one("pressed", one("pressed", EMPTY, FIRST), SECOND)
    found = one("taken", twice, 1, FIRST, AT)
    assert (found["sent"]["values"], found["waiting"]) == (FIRST, {"values": SECOND})
    assert one("refused", twice, 1, FIRST, {"code": "does_not_fit", "message": "No."}) == twice
    assert one("raised", twice, 1, 1) == twice


def test_what_two_tabs_sent_in_one_moment_is_not_taken_for_one() -> None:
    other = one("pressed", EMPTY, SECOND)
    found = one("taken", other, 1, FIRST, AT)
    assert (found["sent"]["values"], found["waiting"]) == (FIRST, {"values": SECOND})
    assert one("refused", other, 1, FIRST, {"code": "does_not_fit", "message": "No."}) == other


def test_what_was_refused_keeps_the_words_of_the_server_until_it_is_sent_anew() -> None:
    found = one(
        "refused",
        one("pressed", EMPTY, FIRST),
        1,
        FIRST,
        {"code": "does_not_fit", "message": "No."},
    )
    assert found["waiting"] is None
    assert found["refused"] == {"values": FIRST, "code": "does_not_fit", "message": "No."}
    again = one("pressed", found, SECOND)
    assert (again["refused"], again["sequence"]) == (None, 2)


def test_a_number_that_another_tab_has_used_is_given_up() -> None:
    once = one("pressed", EMPTY, FIRST)
    assert one("raised", once, 1, 1)["sequence"] == 2
    assert one("raised", once, 1, 5)["sequence"] == 6
    assert one("raised", once, 1, 5)["waiting"] == {"values": FIRST}


@pytest.mark.parametrize(
    "kept",
    [None, {}, {"version": 2, "sequence": 3}, {"version": 1, "sequence": "3"},
     {"version": 1, "sequence": 0}],
)  # fmt: skip
def test_a_record_that_cannot_be_read_counts_as_none(kept: Any) -> None:
    assert one("readRecord", kept) == EMPTY


def test_a_part_of_a_record_that_is_damaged_counts_as_none() -> None:
    kept = {"version": 1, "sequence": 3, "sent": 5, "waiting": {"values": []}, "refused": {}}
    assert one("readRecord", kept) == {**EMPTY, "sequence": 3}


# States


def state(
    record: dict[str, Any] | None = None, *, number: int = 1, is_open: bool = True, **more: Any
) -> tuple[str, bool]:
    """How an answer stands, and whether sending would replace one."""
    given = {"round": {"number": number, "open": is_open}, "record": {**EMPTY, **(record or {})},
             "failing": False, "ended": False, **more}  # fmt: skip
    found = one("stateOf", given)
    assert found["name"] in CLASS_PAGE
    return found["name"], found["again"]


SENT = {"sequence": 1, "sent": {"values": FIRST, "at": AT, "sequence": 1}}
WAITING = {"sequence": 1, "waiting": {"values": FIRST}}
REFUSED = {"sequence": 1, "refused": {"values": FIRST, "code": "does_not_fit", "message": "No."}}
LATE = {"sequence": 1, "refused": {"values": FIRST, "code": "round_closed", "message": "Closed."}}


def test_what_was_not_sent() -> None:
    assert state() == ("unsent", False)
    assert state(number=2) == ("unsent_again", False)
    assert state(is_open=False) == ("closed_unsent", False)


def test_what_waits() -> None:
    assert state(WAITING, values=FIRST) == ("sending", True)
    assert state(WAITING, values=FIRST, failing=True) == ("waiting", True)
    assert state(WAITING, values=SECOND, failing=True) == ("waiting_changed", True)
    # It is still tried: that the round was closed, the server says.
    assert state(WAITING, values=FIRST, failing=True, is_open=False) == ("waiting", True)


def test_what_was_sent() -> None:
    assert state(SENT, values=FIRST) == ("sent", True)
    assert state(SENT, values={"a": 1.5}) == ("changed", True)
    # Until the form can be read, nobody knows better.
    assert state(SENT) == ("sent", True)
    assert state(SENT, values=SECOND, is_open=False) == ("closed_sent", True)
    assert state(SENT, values=SECOND, ended=True) == ("closed_sent", True)
    # This browser has lost what it kept, but not its id.
    assert state(values=FIRST, standing=4) == ("sent", True)


def test_the_order_of_names_is_no_change() -> None:
    sent = {"sequence": 1, "sent": {"values": {"a": 1, "b": {"c": 2, "d": 3}}, "sequence": 1}}
    assert state(sent, values={"b": {"d": 3, "c": 2}, "a": 1})[0] == "sent"


def test_what_was_refused() -> None:
    assert state(REFUSED, values=FIRST) == ("refused", False)
    assert state({**SENT, **REFUSED}, values=FIRST) == ("refused_earlier", True)
    assert state(LATE, is_open=False) == ("refused", False)
    assert state(REFUSED, is_open=False) == ("closed_unsent", False)
    assert state({**SENT, **REFUSED}, is_open=False) == ("closed_sent", True)
    # The round was opened again, and the answer is not at fault.
    assert state(LATE) == ("unsent", False)


def test_the_latest_round_of_a_subject_counts() -> None:
    rounds = [{"subject": "a", "number": 1}, {"subject": "b", "number": 1},
              {"subject": "a", "number": 2}]  # fmt: skip
    assert one("latestRounds", rounds) == {"a": rounds[2], "b": rounds[1]}


# Questions of the bank

ITEMS = [bank.shown(item, str) for topic in bank.topics() for item in bank.items(topic)]


def visit(seed: int, answer: Any) -> dict[str, Any]:
    """A question that is asked, as a self-check keeps it."""
    return {"item": "", "seed": seed, "answer": answer, "judged": False, "shown": False}


def part_of(found: Any, wanted: Any) -> Any:
    """What of `wanted` the page has, in the same shape."""
    if isinstance(found, dict):
        return {name: part_of(part, wanted[name]) for name, part in found.items()}
    if isinstance(found, list):
        return [part_of(one, other) for one, other in zip(found, wanted, strict=True)]
    return wanted


def test_every_question_is_asked_as_its_self_check_asks_it() -> None:
    seeds = (0, 7, 2**30 - 1)
    cases = [(item, seed, answer) for item in ITEMS for seed in seeds
             for answer in (None, key_of(item))]  # fmt: skip
    found = asked(*[["askedItem", *case] for case in cases])
    for (item, seed, answer), shown in zip(cases, found, strict=True):
        wanted = shown_item(item, visit(seed, answer))
        if item["type"] == "numeric" and answer is not None:
            shown["value"] = wanted["value"]
        assert shown == part_of(shown, wanted), item["id"]


def test_damaged_answers_leave_a_question_as_it_is_asked_first() -> None:
    orderings = [item for item in ITEMS if item["type"] == "ordering"]
    for item, shown in zip(
        orderings, asked(*[["askedItem", item, 3, ["gone"]] for item in orderings]), strict=True
    ):
        assert [step["id"] for step in shown["steps"]] == arranged(item, 3)


EMPTY_ANSWERS: dict[str, Any] = {
    "single": None, "multiple": [], "true_false": {"answer": True, "reason": None}, "numeric": " ",
    "ordering": [],
}  # fmt: skip


def test_an_answer_is_complete_where_the_server_takes_it() -> None:
    keys = [key_of(item) for item in ITEMS]
    typed = [str(key) if item["type"] == "numeric" else key
             for item, key in zip(ITEMS, keys, strict=True)]  # fmt: skip
    pairs = list(zip(ITEMS, typed, strict=True))
    assert all(asked(*[["isComplete", item, answer] for item, answer in pairs]))
    assert all(is_complete(item, answer) for item, answer in pairs)
    empty = [
        EMPTY_ANSWERS.get(item["type"], {pair["id"]: None for pair in item.get("pairs", [])})
        for item in ITEMS
    ]
    open_pairs = list(zip(ITEMS, empty, strict=True))
    assert not any(asked(*[["isComplete", item, answer] for item, answer in open_pairs]))
    assert not any(is_complete(item, answer) for item, answer in open_pairs)


# Words

RUNTIME = ROOT / "servicequality" / "page" / "runtime" / "classmode"


def test_every_word_is_used_and_every_word_that_is_used_is_there() -> None:
    sources = "\n".join(path.read_text(encoding="utf-8") for path in RUNTIME.glob("*.js"))
    assert set(re.findall(r"""words\.of\(\s*"(\w+)\"""", sources)) <= set(CLASS_PAGE)
    assert {name for name in CLASS_PAGE if f'"{name}"' not in sources} == set()


def test_the_words_of_an_edition_are_those_that_the_page_reads() -> None:
    assert json.loads(class_words("en")) == {"language": "en", "strings": CLASS_PAGE}
