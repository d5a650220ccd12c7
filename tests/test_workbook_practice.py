"""Self-checks and flashcards in the workbook, its files and exports, and in marks of progress."""

from __future__ import annotations

import copy
import json
import random
import shutil
import subprocess
import threading
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from docutils import nodes
from docutils.utils import new_document
from playwright.sync_api import Browser, FilePayload, Page, expect

from servicequality.book.layout import mark_steps
from servicequality.book.pages import CoursePage, SelfCheck, items_asked, practice_in
from servicequality.book.serve import server
from servicequality.core.self_check import progress
from servicequality.core.workbook import FILE_VERSION, read_workbook
from servicequality.core.workbook_practice import joined, read_practice
from servicequality.marking.course import Course
from servicequality.marking.files import Handed
from servicequality.page.assets import node
from servicequality.page.words import WORKBOOK as WORDS
from servicequality.practice import bank
from tests import test_practice_both_pythons as drawing
from tests.page_python import PagePython
from tests.pages import Troubles
from tests.practised import (
    EARLY,
    EARLY_MOMENT,
    IDS,
    OTHER,
    PRACTICE,
    QUESTIONS,
    TOPIC,
    cards_record,
    keys_of,
    practice,
    topic_record,
)
from tests.progress import (
    ALL,
    ALL_DONE,
    GAP_MODEL,
    MOMENT,
    TERMS,
    expect_nothing,
    expect_state,
    put,
)
from tests.same_answers import differences
from tests.test_accessibility import violations
from tests.test_core_workbook import COURSE
from tests.test_page_alive import BLOCKED
from tests.test_reflow import TOO_WIDE
from tests.test_targets import too_small
from tests.test_workbook_exports import markdown_of, rendered, saved, word_of
from tests.test_workbook_files import answer, load, payload
from tests.test_workbook_page import item, press, said, sheet
from tests.worked import PREFIX, WORKBOOK, file_text, keep, kept, record, some_work, workbook

DRIVER = Path(__file__).with_name("practice_kept.mjs")
TOPICS, DECK = PRACTICE["topics"], PRACTICE["deck"]
TITLES = {slug: spec["title"] for slug, spec in TOPICS.items()}
FILE = "handed-in.json"


def read(held: Any) -> dict[str, Any]:
    """What a file that holds this is read as."""
    return read_practice(TOPICS, DECK, held)


def joined_with(mine: Any, theirs: Any, first: str = "file") -> dict[str, Any]:
    """What a browser and a file hold, put together."""
    own = {"self_checks": {}, "flashcards": None, **mine}
    return joined(TOPICS, DECK, own, read(theirs), first)


def name_of(topic: str) -> str:
    """What the page calls the self-checks of a topic."""
    return WORDS["self_check_on"].format(title=TITLES.get(topic, topic))


# Files, read


def test_what_was_practised_is_read_as_it_was() -> None:
    held = practice()
    assert read(held) == {**held, "left_out": []}
    # Nothing is added of self-checks that were not begun.
    part = {"self_checks": {TOPIC: topic_record({IDS[0]: "right"}, IDS[:2])}}
    assert read(part)["self_checks"] == part["self_checks"]
    assert joined_with(part, part)["self_checks"] == part["self_checks"]
    file = workbook(some_work(), **held)
    assert file["version"] == FILE_VERSION
    # Who reads exercises alone is not in the way of it, nor it in theirs.
    alone = read_workbook(COURSE, workbook(some_work()))
    assert read_workbook(COURSE, file) == alone


def test_a_file_of_an_older_edition_holds_no_practice() -> None:
    old = {**workbook(some_work()), "version": 1}
    assert len(read_workbook(COURSE, old)["exercises"]) == 4
    assert read(old) == {"self_checks": {}, "flashcards": None, "left_out": []}


def left(part: str, why: str, topic: str | None = None) -> dict[str, Any]:
    return {"part": part, "topic": topic, "why": why}


def test_what_cannot_be_used_is_left_out_and_named() -> None:
    record = practice()["self_checks"][TOPIC]
    strange = copy.deepcopy(record)
    strange["items"]["gone"] = record["items"][IDS[0]]
    strange["runs"]["+".join(IDS[:2])] = {**record["runs"]["all"], "at": 99}
    draft = copy.deepcopy(record)
    draft["runs"][IDS[1]] = copy.deepcopy(record["runs"]["all"])
    # The question of another self-check, an answer to which is not known.
    draft["runs"][IDS[1]]["visits"][1]["answer"] = ["no such step"]
    cards = practice()["flashcards"]
    checks = {
        "a-new-topic": record,
        "five-gap-model": strange,
        "language-of-quality": {"version": 2, "anything": 1},
        "measuring-service": ["a", "list"],
        "processes": {"version": 1, "items": []},
    }
    found = read({"self_checks": checks, "flashcards": {**cards, "version": 9}})
    assert found["left_out"] == [
        left("self_checks", "gone", "a-new-topic"),
        left("self_checks", "some", TOPIC),
        left("self_checks", "newer", "language-of-quality"),
        left("self_checks", "damaged", "measuring-service"),
        left("self_checks", "damaged", "processes"),
        left("flashcards", "newer"),
    ]
    assert found["self_checks"] == {TOPIC: record}
    assert found["flashcards"] is None
    assert read({"self_checks": {TOPIC: draft}})["left_out"] == [left("self_checks", "some", TOPIC)]
    for damage in ([], "text", 7, {"version": 1}):
        both = read({"self_checks": 7, "flashcards": damage})
        assert both["left_out"] == [left("self_checks", "damaged"), left("flashcards", "damaged")]
    gone = {**cards, "cards": {**cards["cards"], "gone.meaning": cards["cards"][DECK[0]]}}
    assert read({"flashcards": gone})["left_out"] == [left("flashcards", "some")]
    assert read({"flashcards": gone})["flashcards"] == cards


# Two devices


def test_self_checks_of_two_devices_are_put_together_question_by_question() -> None:
    part = IDS[:2]
    mine = topic_record({IDS[0]: "right", IDS[1]: "missed"}, now=EARLY)
    theirs = topic_record({IDS[1]: "late", IDS[2]: "right"})
    # Another self-check on the same topic, which only the other device knows.
    theirs = topic_record({IDS[0]: "missed"}, part, kept=theirs)
    own, other = {TOPIC: mine}, {TOPIC: theirs}
    for first, run in (("mine", mine), ("file", theirs)):
        found = joined_with({"self_checks": own}, {"self_checks": other}, first)
        record = found["self_checks"][TOPIC]
        histories = {name: story["history"] for name, story in record["items"].items()}
        assert histories == {
            # As many events on both: that of the device that goes first.
            IDS[0]: ["right"] if first == "mine" else ["revealed"],
            IDS[1]: ["revealed", "right"],
            IDS[2]: ["right"],
        }
        assert record["items"][IDS[0]]["best"] == "right"
        assert record["runs"]["all"] == run["runs"]["all"]
        assert record["runs"]["+".join(part)] == theirs["runs"]["+".join(part)]
        # Loaded once more, the file changes nothing.
        again = {"self_checks": found["self_checks"]}
        assert joined_with(again, {"self_checks": other}, first)["self_checks"] == {TOPIC: record}


def test_a_run_that_was_not_begun_gives_way() -> None:
    begun = topic_record({IDS[0]: "right"})
    ready = {"version": 1, "items": {}, "runs": {"all": {**begun["runs"]["all"], "stage": "ready",
             "visits": [], "at": 0}}}  # fmt: skip
    for first in ("mine", "file"):
        for mine, theirs in ((begun, ready), (ready, begun)):
            held = [{"self_checks": {TOPIC: one}} for one in (mine, theirs)]
            assert joined_with(*held, first)["self_checks"][TOPIC] == begun


def test_cards_of_two_devices_are_put_together_card_by_card() -> None:
    mine = cards_record({0: [3], 1: [1], 2: [4]}, now=EARLY_MOMENT)
    theirs = cards_record({1: [3, 3], 2: [1], 3: [3]})
    found = joined_with({"flashcards": mine}, {"flashcards": theirs})["flashcards"]
    origin = {0: mine, 1: theirs, 2: theirs, 3: theirs}
    assert found["cards"] == {DECK[at]: one["cards"][DECK[at]] for at, one in origin.items()}
    # One that this edition does not have waits for another.
    other = {**mine, "cards": {**mine["cards"], "gone.term": {"of": "another edition"}}}
    again = joined_with({"flashcards": other}, {"flashcards": theirs})["flashcards"]
    assert again["cards"] == {**found["cards"], "gone.term": {"of": "another edition"}}
    # The counts of the later day; of one day no sum, or loading twice would count twice.
    assert found["today"] == theirs["today"]
    same_day = {**theirs, "today": {**theirs["today"], "new": 9}}
    found = joined_with({"flashcards": same_day}, {"flashcards": theirs})["flashcards"]
    assert found["today"] == same_day["today"]


def test_what_a_newer_edition_keeps_here_is_not_touched() -> None:
    newer = {"self_checks": {TOPIC: {"version": 9}}, "flashcards": {"version": 9}}
    found = joined_with(newer, practice())
    assert found["untouched"] == [
        left("self_checks", "newer", TOPIC),
        left("flashcards", "newer"),
    ]
    assert list(found["self_checks"]) == [OTHER]
    assert found["flashcards"] is None
    damaged = {"self_checks": {TOPIC: {"version": 1}}, "flashcards": {"version": 1}}
    found = joined_with(damaged, practice())
    assert (found["self_checks"], found["flashcards"]) == tuple(practice().values())


# Both Pythons, and JavaScript


@pytest.fixture(scope="module")
def page_python() -> Iterator[PagePython]:
    with PagePython() as python:
        yield python


def drawn_practice(draw: random.Random) -> dict[str, Any]:
    """What a file may hold: records and cards, some of them damaged."""
    checks = {}
    for topic in draw.sample(sorted(TOPICS), 3):
        ids = TOPICS[topic]["known"]
        found = None
        for only in (None, draw.sample(ids, 3)):
            outcomes = {name: draw.choice(["right", "missed", "late"]) for name in only or ids}
            found = topic_record(outcomes, only, topic=topic, kept=found, end=draw.random() < 0.5)
            for visit in found["runs"]["all"]["visits"]:
                if draw.random() < 0.1:
                    visit["answer"] = draw.choice(["a", ["gone"], {"reason": 5}, 7, "x"])
        if draw.random() < 0.4:
            drawing.spoil(draw, found)
        checks[topic] = found
    ratings = {draw.randrange(30): [draw.randint(1, 4)] * draw.randint(1, 3) for _ in range(5)}
    cards = cards_record(ratings, draw.choice([EARLY_MOMENT, EARLY_MOMENT + 10**9]))
    if draw.random() < 0.3:
        drawing.spoil(draw, {"items": cards["cards"], "runs": cards["cards"]})
    return {"self_checks": checks, "flashcards": draw.choice([cards, cards, cards, None, {}])}


def test_files_are_read_and_joined_alike_on_both_pythons(page_python: PagePython) -> None:
    draw = random.Random(7)
    # Pages have less of each question than Python here: it must be enough.
    whole = {slug: bank.spec(slug, str) for slug in TOPICS}
    reasons: Counter[str] = Counter()
    for _ in range(30):
        theirs, mine = drawn_practice(draw), drawn_practice(draw)
        file = {**workbook({}), **theirs}
        asked = page_python.ask(specs=[], strings={}, workbook=file, practice=PRACTICE)
        here = read_practice(whole, DECK, theirs)
        assert differences(drawing.carried(here), asked["workbook"]["practice"]) == []
        first = draw.choice(["mine", "file"])
        together = page_python.ask(practice=PRACTICE, mine=mine, theirs=here, first=first)
        assert differences(drawing.carried(joined(whole, DECK, mine, here, first)), together) == []
        reasons.update(entry["why"] for entry in here["left_out"])
    print(dict(reasons))
    assert {"some", "damaged"} <= set(reasons)


PROGRESS = """
import json
from servicequality.core.self_check import progress

def compute(values, data):
    return {"found": [progress(*call) for call in json.loads(values["asked"])]}
"""


def test_pages_say_how_far_a_self_check_is_as_both_pythons_do(page_python: PagePython) -> None:
    calls: list[list[Any]] = []
    kept: dict[str, Any] = {}
    for number in range(100):
        own = drawing.SPECS[number % len(drawing.SPECS)]
        _, found = drawing.sequence(number, kept.get(own["topic"]) if number % 3 else None)
        kept[own["topic"]] = found["record"]
        ids = [entry["id"] for entry in own["items"]]
        for only in (ids, ids[:1], ids[1:3]):
            name = own["name"] if only == ids else "+".join(only)
            spec = {"name": name, "items": [{"id": one} for one in only]}
            record = copy.deepcopy(found["record"])
            # As a reader has it who has come through some of the questions.
            for one in ids[number % 7 :]:
                record["items"].pop(one, None)
            record["runs"].setdefault(name, {"stage": "ready"})
            calls.append([record, spec])
    here = [progress(record, spec) for record, spec in calls]
    field = {"name": "asked", "kind": "long_text", "label": "Asked", "default": "",
             "maximum_length": 10**9}  # fmt: skip
    page_python.ask(
        spec={"id": "progress", "fields": [field], "views": [], "teaching": None, "done_with": [],
              "strings": {"cannot_compute": "It failed."}},
        source=PROGRESS,
        data={"none": 0},
    )  # fmt: skip
    found = page_python.evaluate("progress", {"asked": json.dumps(calls)})
    assert found["result"]["found"] == here
    texts = [
        [record, {"name": spec["name"], "items": [entry["id"] for entry in spec["items"]]}]
        for record, spec in calls
    ]
    run = subprocess.run(
        [node(), str(DRIVER)], input=json.dumps(texts) + "\n", capture_output=True, text=True,
        check=True,
    )  # fmt: skip
    assert json.loads(run.stdout) == here
    counts = Counter(here)
    print(dict(counts))
    assert min(counts[state] for state in ("open", "begun", "done")) >= 20


# What the build knows of pages


def test_the_contents_name_the_self_checks_of_each_page() -> None:
    part = "+".join(IDS[:2])
    html = (
        f'<section id="a" class="x" data-topic="{TOPIC}" data-self-check="{part}">…</section>'
        f'<section data-self-check="all" data-topic="{TOPIC}" id="b"><p data-flashcards></section>'
    )
    document = new_document("a page")
    document += [nodes.raw("", one, format="html") for one in (html, "<p>data-flashcards")]
    assert practice_in(document) == {
        "self_checks": [(TOPIC, part, "a"), (TOPIC, "all", "b")], "flashcards": "",
    }  # fmt: skip
    document += nodes.raw("", '<section data-flashcards id="cards">', format="html")
    assert practice_in(document)["flashcards"] == "cards"
    checks = [SelfCheck(TOPIC, name, items_asked(TOPIC, name)) for name in (part, "all")]
    steps = {"one.html": CoursePage("one", "One", (), tuple(checks)),
             "two.html": CoursePage("two", "Two", ())}  # fmt: skip
    links = '<a href="one.html">One</a><a href="two.html">Two</a>'
    one, two = BeautifulSoup(mark_steps(links, steps, ""), "html.parser").select("a")
    assert one["data-self-checks"] == f"{TOPIC}/{part} {TOPIC}/all/{'+'.join(IDS)}"
    assert not two.has_attr("data-self-checks")
    with pytest.raises(bank.BankError, match="gone"):
        items_asked(TOPIC, "gone")


# The page of the workbook


@pytest.fixture
def filled(page: Page, place: str) -> Page:
    """The workbook of a student who practised, from a server and from a folder."""
    keep(page, place, {**keys_of(practice()), "exercise/gap-model": record("gap-model", gap="G3")})
    page.reload()
    return page


def expect_told(page: Page) -> None:
    """Waits until the document tells what `practice` came to."""
    expect(sheet(page).locator("h3")).to_contain_text(["Self-checks", "Flashcards"])
    expect(item(page, WORDS["right_first"])).to_have_text(f"{WORDS['right_first']}1 of 3")
    expect(item(page, WORDS["right_end"])).to_have_text(f"{WORDS['right_end']}2 of 3")
    expect(sheet(page)).to_contain_text(WORDS["missed"])
    expect(sheet(page).locator("li")).to_have_text([QUESTIONS[IDS[1]]])
    expect(item(page, WORDS["cards_learnt"])).to_contain_text(f"1 of {len(DECK)}")
    expect(item(page, WORDS["cards_learning"])).to_contain_text("2")


def test_the_document_tells_what_came_of_it(filled: Page) -> None:
    expect_told(filled)
    # In the order of the chapters; what was only begun is named too.
    titles = sheet(filled).locator("h4").all_inner_texts()
    assert titles == ["The model, gap by gap", TITLES[TOPIC], TITLES[OTHER]]
    notes = sheet(filled).locator(".sq-sheet-note")
    begun = f"{WORDS['begun']} · {WORDS['changed'].format(date='24 November 2026')}"
    expect(notes).to_have_text(["Done · last changed 24 November 2026", begun, WORDS["begun"],
                                WORDS["none_checked"]])  # fmt: skip
    expect(filled.locator('[data-count="flashcards"]')).to_contain_text("1 of ")
    filled.emulate_media(media="print")
    expect(item(filled, WORDS["right_first"])).to_be_visible()
    expect(filled.locator("[data-choices]")).to_be_hidden()


def test_due_cards_are_counted_at_the_moment(page: Page, address: str) -> None:
    page.clock.set_fixed_time(MOMENT)
    due = cards_record({0: [3, 3], 1: [1], 2: [3]}, now=EARLY_MOMENT)
    # The learnt one rests for days, the others for minutes.
    keep(page, address, {"flashcards": due})
    page.reload()
    expect(item(page, WORDS["cards_due"])).to_have_text(f"{WORDS['cards_due']}3")
    page.clock.set_fixed_time(EARLY)
    page.reload()
    expect(item(page, WORDS["cards_due"])).to_have_text(f"{WORDS['cards_due']}0")


def test_first_tries_that_are_no_longer_kept_are_not_guessed(page: Page, address: str) -> None:
    found = topic_record(dict.fromkeys(IDS[:2], "right"))
    found["items"][IDS[0]] |= {"count": 13, "history": ["right"] * 12}
    keep(page, address, {f"self-check/{TOPIC}": found})
    page.reload()
    expect(item(page, WORDS["right_first"])).to_contain_text("1 of 1")
    expect(item(page, WORDS["right_end"])).to_contain_text("2 of 2")
    expect(sheet(page)).not_to_contain_text(WORDS["missed"])


def test_word_and_markdown_hold_it(filled: Page) -> None:
    document, _content = word_of(filled)
    texts = [paragraph.text for paragraph in document.paragraphs]
    headings = [(one.style.name, one.text) for one in document.paragraphs]
    assert ("Heading 1", "Self-checks") in headings
    assert ("Heading 2", TITLES[TOPIC]) in headings
    assert f"{WORDS['right_first']}: 1 of 3" in texts
    assert texts[texts.index(WORDS["missed"]) + 1] == QUESTIONS[IDS[1]]
    assert f"{WORDS['cards_learnt']}: 1 of {len(DECK)}" in texts
    shown = rendered(markdown_of(filled))
    assert "Flashcards" in [heading.get_text() for heading in shown.select("h2")]
    items = [one.get_text() for one in shown.select("li")]
    assert f"{WORDS['right_end']}: 2 of 3" in items
    assert QUESTIONS[IDS[1]] in items


def test_a_file_brings_it_to_another_browser(
    filled: Page, browser: Browser, place: str, tmp_path: Path
) -> None:
    filled.locator("[data-own=alias]").fill("Heron")
    filled.locator("[data-own=date]").fill("2026-11-24")
    name, content = saved(filled, "take-along")
    records = {"gap-model": record("gap-model", gap="G3")}
    file = json.loads(content)
    assert file == json.loads(file_text(workbook(records, alias="Heron", **practice())))
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{place}/{WORKBOOK}")
        (tmp_path / name).write_bytes(content)
        load(page, tmp_path / name)
        expect(said(page)).to_have_text(WORDS["loaded"].format(files=name))
        expect(page.get_by_role("alert")).to_be_empty()
        expect_told(page)
        there = {key: json.loads(text) for key, text in kept(page).items()}
        for key, found in keys_of(practice()).items():
            assert differences(found, there[PREFIX + key]) == []
        # The same work, the same bytes.
        assert saved(page, "take-along")[1] == content


def test_what_is_left_out_is_in_no_file(filled: Page) -> None:
    filled.locator(".sq-choices summary").click()
    expect(filled.locator("[data-chosen]")).to_have_text(
        f"Choose what goes in: {ALL + 2} of {ALL + 2}"
    )
    group = filled.get_by_role("group", name=WORDS["practice"], description=WORDS["practice_note"])
    group.get_by_role("checkbox", name=WORDS["self_checks"]).uncheck()
    expect(filled.locator("[data-chosen]")).to_have_text(
        f"Choose what goes in: {ALL + 1} of {ALL + 2}"
    )
    expect(sheet(filled).locator("h3")).to_have_text(["The five-gap model", "Flashcards"])
    file = json.loads(saved(filled, "take-along")[1])
    assert ("self_checks" in file, "flashcards" in file) == (False, True)
    group.get_by_role("checkbox", name=WORDS["flashcards"]).uncheck()
    expect(sheet(filled).locator("h3")).to_have_text(["The five-gap model"])
    assert "flashcards" not in json.loads(saved(filled, "take-along")[1])
    press(filled, "choose-none")
    expect(sheet(filled)).to_be_hidden()
    expect(filled.locator("[data-beyond]")).to_contain_text(WORDS["nothing_chosen"])
    # Before all is erased, all of it can be taken along.
    press(filled, "erase")
    with filled.expect_download() as download:
        filled.get_by_role("button", name=WORDS["erase_take"]).click()
    file = json.loads(download.value.path().read_text(encoding="utf-8"))
    assert set(file["self_checks"]) == {TOPIC, OTHER}
    assert "flashcards" in file
    expect(said(filled)).to_have_text(WORDS["erased"])
    assert kept(filled) == {}
    # What is not there cannot be chosen.
    expect(group).to_be_hidden()
    expect(filled.locator("[data-beyond] h2")).to_have_text(WORDS["empty_title"])


def test_practice_alone_is_a_workbook(page: Page, address: str) -> None:
    keep(page, address, {"flashcards": cards_record({0: [3]})})
    page.reload()
    expect(sheet(page).locator("h3")).to_have_text(["Flashcards"])
    expect(page.locator('[data-action="take-along"]')).to_be_visible()
    # Another tab puts it back into the state before.
    other = page.context.new_page()
    other.goto(f"{address}/{WORKBOOK}")
    other.evaluate("localStorage.removeItem('servicequality/flashcards')")
    expect(page.locator("[data-beyond] h2")).to_have_text(WORDS["empty_title"])


def test_newer_and_damaged_records_are_told_and_not_touched(page: Page, address: str) -> None:
    troubles = Troubles(page)
    held = {f"self-check/{TOPIC}": {"version": 9}, f"self-check/{OTHER}": {"version": 1, "runs": 1},
            "self-check/gone": 5, "flashcards": ["a", "list"]}  # fmt: skip
    keep(page, address, held)
    page.reload()
    notes = sheet(page).locator(".sq-sheet-note")
    expect(notes).to_have_text([WORDS["newer"], WORDS["damaged"], WORDS["damaged"]])
    assert {key: json.loads(text) for key, text in kept(page).items()} == {
        PREFIX + key: one for key, one in held.items()
    }
    # In the file is what another edition may read.
    file = json.loads(saved(page, "take-along")[1])
    assert file["self_checks"] == {TOPIC: {"version": 9}}
    assert "flashcards" not in file
    assert troubles == []


# Files that meet other work


def file_with(**held: Any) -> FilePayload:
    """A file to load that holds practice alone."""
    return payload(FILE, workbook({}, **held))


@pytest.mark.parametrize("choice", ["use_file", "keep_mine"])
def test_it_asks_whose_run_goes_on_and_loses_no_answer(
    page: Page, address: str, choice: str
) -> None:
    mine = topic_record({IDS[0]: "right"}, end=False)
    theirs = topic_record({IDS[1]: "missed"})
    keep(page, address, {f"self-check/{TOPIC}": mine, "flashcards": cards_record({0: [3]})})
    load(page, file_with(self_checks={TOPIC: theirs}, flashcards=cards_record({1: [4]})))
    expect(page.get_by_role("dialog").locator("li")).to_have_text([name_of(TOPIC)])
    answer(page, choice)
    key = "loaded" if choice == "use_file" else "loaded_rest"
    expect(said(page)).to_have_text(WORDS[key].format(files=FILE))
    found = {name: json.loads(text) for name, text in kept(page).items()}
    record = found[f"{PREFIX}self-check/{TOPIC}"]
    run = theirs if choice == "use_file" else mine
    assert record["runs"] == run["runs"]
    assert set(record["items"]) == {IDS[0], IDS[1]}
    # Cards are put together without a question.
    assert set(found[f"{PREFIX}flashcards"]["cards"]) == {DECK[0], DECK[1]}
    # The same once more: nothing to ask where the file's run is here now.
    load(page, file_with(self_checks={TOPIC: theirs}))
    dialog = page.get_by_role("dialog")
    if choice == "keep_mine":
        expect(dialog).to_be_visible()
        answer(page, "cancel")
    expect(said(page)).not_to_be_empty()
    expect(dialog).to_be_hidden()


def test_what_a_file_holds_in_vain_is_told(page: Page, address: str) -> None:
    keep(page, address, {"self-check/processes": {"version": 9}})
    good = topic_record({IDS[0]: "right"})
    good["items"]["gone"] = good["items"][IDS[0]]
    other = topic_record({}, topic=OTHER, end=False)
    checks = {TOPIC: good, "weather": good, OTHER: other, "relationships": 5,
              "quality-programme": {"version": 2}}  # fmt: skip
    load(page, file_with(self_checks=checks, flashcards={"version": 1, "cards": 0}))
    named = {
        "left_out": [name_of("weather")],
        "left_newer": [name_of("quality-programme"), name_of(OTHER)],
        "left_damaged": [name_of("relationships"), WORDS["flashcards"]],
        "left_some": [name_of(TOPIC)],
    }
    told = [WORDS[key].format(file=FILE, names=", ".join(names)) for key, names in named.items()]
    expect(page.get_by_role("alert")).to_have_text(" ".join(told))
    expect(said(page)).to_have_text(WORDS["loaded"].format(files=FILE))
    expect(item(page, WORDS["right_first"])).to_contain_text("1 of 1")
    assert json.loads(kept(page)[f"{PREFIX}self-check/{OTHER}"]) == {"version": 9}


# How far readers are


@pytest.fixture(scope="module")
def practised_site(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site with two self-checks on the chapter of the five gaps: one on part, one on all."""
    copied = tmp_path_factory.mktemp("site") / "html"
    shutil.copytree(site, copied)
    checks = [SelfCheck(TOPIC, name, items_asked(TOPIC, name), "here") for name in (PART, "all")]
    for name in (TERMS, WORKBOOK):
        page = BeautifulSoup((copied / name).read_text(encoding="utf-8"), "html.parser")
        for link in page.select("#contents a[data-page]"):
            step = CoursePage(link["data-page"], "", (), tuple(checks))
            here = link["data-page"] == GAP_MODEL
            del link["data-self-checks"]
            if here:
                marked = BeautifulSoup(mark_steps('<a href="x">', {"x": step}, ""), "html.parser")
                link["data-self-checks"] = marked.a["data-self-checks"]
        script = page.select_one("[data-workbook-payload]")
        if script is not None:
            course = json.loads(script.get_text())
            for one in course["pages"]:
                one["self_checks"] = [vars(check) for check in checks if one["name"] == GAP_MODEL]
            course["flashcards"] = "cards.html#flashcards"
            script.string = json.dumps(course).replace("<", "\\u003c")
        (copied / name).write_text(str(page), encoding="utf-8")
    return copied


PART = "+".join(IDS[:2])


@pytest.fixture(params=["http", "file"])
def practised_place(request: pytest.FixtureRequest, practised_site: Path) -> Iterator[str]:
    """Where that site is read from."""
    if request.param == "file":
        yield practised_site.as_uri()
        return
    httpd = server(practised_site)
    threading.Thread(target=httpd.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{httpd.server_address[1]}"
    httpd.shutdown()


READ = {"pages": {"version": 1, "read": {GAP_MODEL: MOMENT}}}


def test_a_page_is_done_when_its_self_checks_are_too(page: Page, practised_place: str) -> None:
    keep(page, practised_place, {**ALL_DONE, **READ})
    key = f"self-check/{TOPIC}"
    # Of the part one is right and one was shown; of the whole, eight are not.
    steps = [
        (None, "begun", "0 of 2 self-checks done, 0 begun"),
        (topic_record({IDS[0]: "right"}, IDS[:2], end=False), "begun",
         "0 of 2 self-checks done, 2 begun"),
        (topic_record({IDS[0]: "right", IDS[1]: "missed"}, IDS[:2]), "begun",
         "1 of 2 self-checks done, 1 begun"),
        (topic_record(dict.fromkeys(IDS, "right")), "done", "2 of 2 self-checks done, 0 begun"),
        ({"version": 9}, "begun", "0 of 2 self-checks done, 2 begun"),
    ]  # fmt: skip
    for found, state, counts in steps:
        if found is not None:
            put(page, **{key: found})
        page.reload()
        expect_state(page, GAP_MODEL, state)
        expect(page.locator('[data-count="self_checks"]')).to_have_text(counts)
    # A self-check alone is work begun, and leads to where it stands.
    page.evaluate("localStorage.clear()")
    put(page, **{key: topic_record({IDS[0]: "right"})})
    page.goto(f"{practised_place}/{TERMS}")
    expect_state(page, GAP_MODEL, "begun")
    page.goto(f"{practised_place}/{WORKBOOK}")
    link = sheet(page).get_by_role("link", name=TITLES[TOPIC])
    expect(link).to_have_attribute("href", f"../{GAP_MODEL}.html#here")


def test_flashcards_mark_no_page_but_can_be_taken_along(page: Page, practised_place: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(f"{practised_place}/{TERMS}")
    expect_nothing(page)
    keep(page, practised_place, {"flashcards": cards_record({0: [3]})})
    page.goto(f"{practised_place}/{TERMS}")
    expect_state(page, GAP_MODEL, "open")
    with page.expect_download() as download:
        page.locator("[data-take]").click()
    file = json.loads(download.value.path().read_text(encoding="utf-8"))
    assert file["flashcards"] == cards_record({0: [3]})
    assert "self_checks" not in file


# Where the browser keeps nothing; everyone; who marks


def test_nothing_is_promised_where_the_browser_keeps_nothing(page: Page, address: str) -> None:
    troubles = Troubles(page)
    page.add_init_script(BLOCKED)
    page.goto(f"{address}/{WORKBOOK}")
    notice = page.locator("[data-storage]")
    expect(notice).to_contain_text("Self-checks and flashcards have no such file")
    load(page, file_with(**practice()))
    refused = WORDS["refused"].format(file=FILE, message=WORDS["load_blocked"])
    expect(page.get_by_role("alert")).to_have_text(refused)
    assert troubles == []


def test_what_is_shown_of_practice_breaks_no_rule(page: Page, address: str) -> None:
    keep(page, address, keys_of(practice()))
    for mode in ("light", "dark"):
        page.emulate_media(color_scheme=mode, reduced_motion="reduce")
        page.reload()
        page.locator(".sq-choices summary").click()
        expect_told(page)
        assert violations(page) == []
        assert too_small(page) == []
        assert page.evaluate(TOO_WIDE) == []


def test_the_marking_page_opens_such_files_and_shows_nothing_of_it() -> None:
    course = Course("en")
    tables = []
    for held in ({}, practice(), {"self_checks": 7, "flashcards": {"version": 99}}):
        handed = Handed(course)
        content = file_text(workbook(some_work(), **held)).encode()
        handed.add([("a.json", content)])
        assert (handed.broken, handed.notes(), len(handed.workbooks)) == ([], [], 1)
        tables.append([handed.workbooks[0].records, handed.workbooks[0].left_out])
    assert tables[0] == tables[1] == tables[2]
