"""The gate for self-checks: the same events give the same records and screens on both Pythons.

Questions of all six types and a few of the bank's are worked through by readers who click at
random, in one process of the Python of pages. After each event both Pythons give record and screen.
"""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from servicequality.core.answers import TYPES, key_of
from servicequality.core.self_check import EVENTS, arranged, merged, restored, screen, step
from servicequality.core.typed_numbers import read_number
from servicequality.core.values import Problem
from servicequality.practice.bank import every_item, spec
from tests.page_python import PagePython
from tests.questions_of_all_types import ALL, PARTLY, WRONG, spec_of
from tests.same_answers import differences

SEQUENCES = 1000
EVENTS_EACH = 20
NOW = "2026-11-24T09:30:00.000Z"

# What the Python of pages runs: one line of JSON in, one out.
SOURCE = """
import json
from servicequality.core.chance import shuffled
from servicequality.core.self_check import arranged, merged, restored, screen, step
from servicequality.core.typed_numbers import read_number
from servicequality.core.values import Problem

def numbers(text, unit):
    try:
        return read_number(text, unit)
    except Problem as problem:
        return problem.message

def compute(values, data):
    asked = json.loads(values["asked"])
    if asked["do"] == "numbers":
        return {"found": [numbers(text, unit) for text, unit in asked["texts"]]}
    spec = data["specs"][asked["spec"]]
    if asked["do"] == "restore":
        return restored(asked["kept"], spec, asked["seed"])
    if asked["do"] == "merge":
        return merged(asked["record"], asked["other"], spec)
    if asked["do"] == "arrange":
        return {"orders": [[arranged(item, seed) for item in spec["items"]]
                           for seed in asked["seeds"]]}
    record = restored(asked["kept"], spec, asked["seed"])["record"]
    seen = []
    for event in asked["events"]:
        record = step(record, event, asked["now"], spec)
        seen.append([record["runs"][spec["name"]], screen(record, spec)])
    return {"seen": seen, "record": record}
"""

OF_BANK = ["five-gap-model", "benefits-and-costs"]


def specs() -> list[dict[str, Any]]:
    """Self-checks to be worked through: made-up ones, and the first items of two topics."""
    found = [spec_of(ALL), spec_of(ALL[:3], "first"), spec_of(ALL[2:5], "middle")]
    for slug in OF_BANK:
        names = [item["id"] for item in every_item() if item["topic"] == slug]
        found.append(spec(slug, str, names[:5]))
    return found


SPECS = specs()


class Pages:
    """The Python of pages with the self-checks' specifications in it."""

    def __init__(self, python: PagePython) -> None:
        self.python = python
        field = {
            "name": "asked",
            "kind": "long_text",
            "label": "Asked",
            "default": "",
            "maximum_length": 10**9,
        }
        exercise = {
            "id": "self-checks",
            "fields": [field],
            "views": [],
            "teaching": None,
            "done_with": [],
            "strings": {"cannot_compute": "It failed."},
        }
        python.ask(spec=exercise, source=SOURCE, data={"specs": SPECS})

    def ask(self, do: str, **asked: Any) -> Any:
        """What the Python of pages gives for one request."""
        text = json.dumps({"do": do, **asked})
        answer = self.python.evaluate("self-checks", {"asked": text})
        assert answer["status"] == "ok", answer
        return answer["result"]


@pytest.fixture(scope="module")
def pages() -> Iterator[Pages]:
    with PagePython() as python:
        yield Pages(python)


def carried(value: Any) -> Any:
    """A value as JSON carries it."""
    return json.loads(json.dumps(value, allow_nan=False))


def entered(draw: random.Random, items: list[dict[str, Any]], asked: str | None) -> Any:
    """An answer: right, wrong, half, foreign to the question that is asked, or damaged."""
    by_id = {item["id"]: item for item in items}
    item = by_id[asked] if asked and draw.random() < 0.85 else draw.choice(items)
    chance = draw.random()
    if chance < 0.4:
        return key_of(item)
    if chance < 0.5:
        return draw.choice([None, "", [], {}, 5, True, ["gone"], {"p": "gone"}, "x" * 100])
    if item["id"] in WRONG and chance < 0.6:
        return PARTLY.get(item["id"], WRONG[item["id"]])
    if item["type"] == "numeric":
        mistakes = [mistake["value"] for mistake in item["mistakes"]]
        number = draw.choice([*mistakes, round(draw.uniform(-9, 2000), 2)])
        written = draw.choice([str(number), f"{number:,.2f}", str(number).replace(".", ",")])
        return written.replace("-", "−") + draw.choice(["", " %", " " + item["unit"], " !"])
    mixed = arranged(item, draw.randrange(2**30))
    if item["type"] == "single":
        return mixed[0]
    if item["type"] == "multiple":
        return mixed[: draw.randint(0, len(mixed))]
    if item["type"] == "true_false":
        return {"answer": draw.choice([True, False, None]), "reason": mixed[0]}
    if item["type"] == "ordering":
        return mixed[: draw.randint(len(mixed) - 1, len(mixed))]
    return dict(zip([pair["id"] for pair in item["pairs"]], mixed, strict=False))


def drawn(draw: random.Random, shown: dict[str, Any], items: list[dict[str, Any]]) -> Any:
    """The next event: mostly what a reader of this screen does, now and then anything at all."""
    chance = draw.random()
    answered = any(entry["current"] and entry["state"] == "answered" for entry in shown["list"])
    if shown["phase"] == "asking" and chance < (0.15 if answered else 0.75):
        return {"kind": "answer", "value": entered(draw, items, shown["item"]["id"])}
    if chance < 0.9:
        main = [button["event"] for button in shown["buttons"] if button["main"]]
        others = [button["event"] for button in shown["buttons"]]
        return draw.choice(main if main and draw.random() < 0.7 else others)
    return {
        "kind": draw.choice(sorted(EVENTS)),
        "value": entered(draw, items, None),
        "item": draw.choice([*(item["id"] for item in items), "gone"]),
        "mode": draw.choice(["once", "end"]),
        "missed_only": draw.random() < 0.5,
    }


def sequence(number: int, kept: Any) -> tuple[dict[str, Any], dict[str, Any]]:
    """A course of events, as it is asked for, and what this Python gives for it."""
    draw = random.Random(number)
    place = number % len(SPECS)
    own = SPECS[place]
    record = restored(kept, own, number)["record"]
    events: list[Any] = []
    seen: list[Any] = []
    for _ in range(EVENTS_EACH):
        event = drawn(draw, screen(record, own), own["items"])
        record = step(record, event, NOW, own)
        events.append(event)
        seen.append([record["runs"][own["name"]], screen(record, own)])
    asked = {"spec": place, "seed": number, "kept": kept, "events": events, "now": NOW}
    return asked, {"seen": seen, "record": record}


def test_the_same_course_on_both_pythons(pages: Pages, record_property: Any) -> None:
    steps = 0
    phases: Counter[str] = Counter()
    statuses: Counter[str] = Counter()
    types: Counter[str] = Counter()
    kept: dict[str, Any] = {}
    for number in range(SEQUENCES):
        topic = SPECS[number % len(SPECS)]["topic"]
        # Two of three go on with what the self-check before left, be it another on this topic.
        asked, here = sequence(number, kept.get(topic) if number % 3 else None)
        there = pages.ask("steps", **asked)
        here = carried(here)
        if here != there:
            found = differences(here, there)
            assert found == [], (number, found[:3])
        kept[topic] = here["record"]
        steps += len(here["seen"])
        for _, shown in here["seen"]:
            phases[f"{shown['mode']} {shown['phase']}"] += 1
            if shown["phase"] == "told":
                statuses[shown["item"]["status"]] += 1
                types[shown["item"]["type"]] += 1
    print(f"{SEQUENCES} sequences, {steps} steps, 0 differences")
    print(f"phases {dict(phases)}, told {dict(statuses)}, of types {dict(types)}")
    record_property("steps", steps)
    assert steps == SEQUENCES * EVENTS_EACH
    modes = {f"{mode} {phase}" for mode in ("once", "end") for phase in ("asking", "told", "done")}
    assert modes | {"once ready"} == set(phases)
    assert set(statuses) == {"right", "partly", "wrong", "revealed"}
    assert set(types) == set(TYPES)
    assert min([*phases.values(), *statuses.values(), *types.values()]) >= 50


def test_damaged_records_are_restored_alike(pages: Pages) -> None:
    draw = random.Random(1)
    said: Counter[str] = Counter()
    for number in range(200):
        record = carried(sequence(number, None)[1]["record"])
        place = draw.choice([number % len(SPECS), draw.randrange(len(SPECS))])
        for visit in record["runs"][SPECS[number % len(SPECS)]["name"]]["visits"]:
            if draw.random() < 0.1:
                visit["answer"] = draw.choice(["gone", ["a", "gone"], {"reason": 5}, 7, "k"])
        for _ in range(draw.randint(0, 2)):
            spoil(draw, record)
        here = restored(record, SPECS[place], number)
        there = pages.ask("restore", spec=place, kept=record, seed=number)
        assert differences(carried(here), there) == []
        said.update(entry["message"] for entry in here["dropped"])
        other = restored(sequence(number + 5, None)[1]["record"], SPECS[place], 1)["record"]
        both = merged(here["record"], other, SPECS[place])
        there = pages.ask("merge", spec=place, record=here["record"], other=carried(other))
        assert differences(carried(both), there) == []
    print(dict(said))
    assert set(said) == {"gone_item", "gone_answer", "gone_run", "gone_history"}


def spoil(draw: random.Random, record: dict[str, Any]) -> None:
    """Damages one thing in a record, below its two parts."""
    inner: Any = draw.choice([record["items"], record["runs"], record["runs"]])
    while inner:
        key = draw.choice(sorted(inner)) if isinstance(inner, dict) else draw.randrange(len(inner))
        if draw.random() < 0.3 or not isinstance(inner[key], (dict, list)) or not inner[key]:
            inner[key] = draw.choice([None, -1, 1.5, "strange", [], {}, True])
            return
        inner = inner[key]


def test_orders_are_the_same(pages: Pages) -> None:
    seeds = [0, 1, 2**30 - 1, *random.Random(2).sample(range(2**30), 200)]
    for place, own in enumerate(SPECS):
        here = [[arranged(item, seed) for item in own["items"]] for seed in seeds]
        assert pages.ask("arrange", spec=place, seeds=seeds)["orders"] == here


def test_typed_numbers_are_read_alike(pages: Pages) -> None:
    draw = random.Random(3)
    texts = []
    for _ in range(3000):
        value = draw.uniform(-1, 1) * 10 ** draw.randint(-3, 9)
        text = draw.choice([f"{value:.{draw.randint(0, 5)}f}", f"{value:,.2f}"])
        if draw.random() < 0.5:
            swapped = {",": draw.choice(". \u202f"), ".": ",", "-": draw.choice("-−–")}
            text = "".join(swapped.get(character, character) for character in text)
        if draw.random() < 0.3:
            noise = draw.choice([" ", "%", "€", ",", "-", "x", "\u00a0", "Я", " scale points"])
            at = draw.randint(0, len(text))
            text = text[:at] + noise + text[at:]
        texts.append([text, draw.choice(["", "%", "€", "scale points"])])
    here = [numbers(text, unit) for text, unit in texts]
    there = pages.ask("numbers", texts=texts)["found"]
    # Exactly the same, to the last digit.
    assert carried(here) == there
    messages = {found for found in here if isinstance(found, str)}
    assert {"number_extra", "number_unreadable"} <= messages
    assert sum(isinstance(found, list) and len(found) == 2 for found in here) > 20
    assert sum(isinstance(found, list) for found in here) > 2000


def numbers(text: str, unit: str) -> Any:
    """The readings of a text, or the message about it."""
    try:
        return read_number(text, unit)
    except Problem as problem:
        return problem.message
