"""The flashcards on their page: by keyboard alone, as the core has it, kept, and for everyone."""

from __future__ import annotations

import gzip
import json
import random
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, Route, expect

from servicequality.book.words import BOOK
from servicequality.core.flashcards import KEPT_VERSION, due_count, restored
from servicequality.core.memory import DAY, MINUTE
from servicequality.page.assets import RUNTIME, node
from servicequality.page.words import FLASHCARDS
from servicequality.practice.deck import card_ids, entries
from tests.flashcards import (
    CARDS_PAGE,
    DECK,
    KEY,
    NOW,
    RATINGS,
    SOFIA,
    START,
    STOP,
    TURN,
    UNDO,
    Session,
    at,
    come_alive,
    expect_said,
    kept_record,
    open_cards,
    press,
    rated,
    said,
    seen,
    wait_text,
)
from tests.opened import LARGER, WIDTHS, Opener, modes, opener
from tests.pages import Troubles, put_kept
from tests.progress import FRONT, PLACES
from tests.same_answers import differences
from tests.test_accessibility import violations
from tests.test_continue import MOVED
from tests.test_focus import walk
from tests.test_html_valid import ALIVE, errors
from tests.test_page_alive import BLOCKED, NO_ROOM
from tests.test_reflow import TOO_WIDE
from tests.test_targets import too_small

ASIDE = "servicequality/aside/flashcards"
COME_BACK = "document.dispatchEvent(new Event('visibilitychange'))"


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A profile of its own on a phone, in Sofia."""
    context = browser.new_context(
        viewport={"width": 375, "height": 812}, timezone_id=SOFIA, reduced_motion="reduce"
    )
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """An empty page in that profile."""
    return context.new_page()


def focused(page: Page) -> str:
    """What has the focus: the name of an action, a rating, or a place in the card."""
    found: str = page.evaluate(
        """() => {
          const { action, rating, focus } = document.activeElement.dataset;
          return action ?? rating ?? focus ?? document.activeElement.tagName;
        }"""
    )
    return found


def tab_to(page: Page, goal: str) -> None:
    """Presses Tab until something has the focus."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if focused(page) == goal:
            return
    raise AssertionError(f"Tab does not lead to {goal}")


def play(cards: Locator, session: Session, *events: dict[str, Any]) -> None:
    """Does events on the page and by the core."""
    for event in events:
        press(cards, event)
        session.do(event)


def finish(cards: Locator, session: Session) -> None:
    """Rates all cards of the first day as easy, by key."""
    while session.screen["card"]:
        for key, event in (("Enter", TURN), ("4", rated(4))):
            cards.page.keyboard.press(key)
            session.do(event)


# A session


def test_a_session_by_keyboard_alone(page: Page, place: str) -> None:
    troubles, session = Troubles(page), Session()
    cards = open_cards(page, place)
    tab_to(page, "start")
    page.keyboard.press("Enter")
    session.do(START)
    assert focused(page) == "front"
    expect_said(cards, said("say_counts", due=0, new=10))
    assert seen(cards) == session.seen()
    # The button, by Tab and Space; the answer is read next, then the ratings are reached.
    tab_to(page, "turn")
    page.keyboard.press("Space")
    session.do(TURN)
    assert focused(page) == "back"
    expect_said(cards, FLASHCARDS["say_turned"])
    assert seen(cards) == session.seen()
    for rating in "123":
        page.keyboard.press("Tab")
        assert focused(page) == rating
    page.keyboard.press("Enter")
    session.do(rated(3))
    assert focused(page) == "front"
    expect_said(cards, said("say_rated", rating="Good", wait="10 min"))
    assert seen(cards) == session.seen()
    # The next one by keys alone, on the card itself.
    page.keyboard.press("Enter")
    page.keyboard.press("1")
    session.do(TURN, rated(1))
    expect_said(cards, said("say_rated", rating="Again", wait="1 min"))
    tab_to(page, "undo")
    page.keyboard.press("Enter")
    session.do(UNDO)
    assert focused(page) == "back"
    expect_said(cards, FLASHCARDS["say_undone"])
    assert seen(cards) == session.seen()
    page.keyboard.press("4")
    session.do(rated(4))
    finish(cards, session)
    assert focused(page) == "end"
    end = {"title": FLASHCARDS["waiting_title"], "next": said("next_today", time="09:40")}
    expect_said(cards, said("say_end", **end))
    assert seen(cards) == session.seen()
    tab_to(page, "stop")
    page.keyboard.press("Space")
    session.do(STOP)
    assert focused(page) == "idle"
    expect_said(cards, FLASHCARDS["say_stopped"])
    assert seen(cards) == session.seen()
    assert troubles == []


def test_keys_count_inside_the_card_alone(page: Page, address: str) -> None:
    session = Session()
    cards = open_cards(page, address)
    play(cards, session, START, TURN)
    page.locator("[data-menu-open]").focus()
    page.keyboard.press("3")
    assert seen(cards) == session.seen()
    # Nor with a key that means something to the browser, nor one that is held down.
    cards.locator("[data-focus=back]").focus()
    for key in ("Control+3", "Alt+3", "5", "Enter"):
        page.keyboard.press(key)
    assert seen(cards) == session.seen()
    page.keyboard.down("3")
    session.do(rated(3))
    for _ in range(3):
        page.keyboard.down("3")
    assert seen(cards) == session.seen()
    # A key on a button is the button's own.
    tab_to(page, "turn")
    page.keyboard.press("Enter")
    session.do(TURN)
    assert seen(cards) == session.seen()


def test_a_page_shows_what_the_core_has(page: Page, address: str) -> None:
    troubles, session, source = Troubles(page), Session(), random.Random(8)
    cards = open_cards(page, address)
    ways = set()
    for _ in range(120):
        status = session.screen["status"]
        ways.add(status)
        can = {
            "idle": [START],
            "front": [TURN, TURN, TURN, STOP],
            "back": [rated(rating) for rating in (1, 2, 3, 4, 4, 4, 4, 4)],
            "ready": [START],
        }.get(status, [STOP])
        if session.screen["can_undo"]:
            can = [*can, UNDO]
        event = source.choice(can)
        if session.screen["card"] is None and (event != START or not session.seen()["start"]):
            # Minutes, hours or days later, when the reader comes back to the page.
            session.now += source.choice([MINUTE, 11 * MINUTE, 13 * 60 * MINUTE, 3 * DAY])
            at(page, session.now)
            page.evaluate(COME_BACK)
        else:
            play(cards, session, event)
        assert seen(cards) == session.seen()
        if event["kind"] in ("rate", "undo"):
            as_kept = json.loads(json.dumps(session.record))
            found = kept_record(page)
            assert found["today"] == as_kept["today"]
            assert found["cards"].keys() == as_kept["cards"].keys()
            for name, card in found["cards"].items():
                assert differences(card, as_kept["cards"][name]) == [], name
    assert ways == {"idle", "front", "back", "ready", "waiting", "done"}
    assert troubles == []


def test_a_card_comes_back_by_itself(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    context.clock.install(time=NOW / 1000)
    page.goto(f"{address}/{CARDS_PAGE}")
    cards = come_alive(page)
    cards.locator("[data-part=idle] button").click()
    for _ in range(9):
        page.keyboard.press("Enter")
        page.keyboard.press("4")
    page.keyboard.press("Enter")
    page.keyboard.press("3")
    expect(cards.locator("[data-end]")).to_have_text(FLASHCARDS["waiting_title"])
    assert focused(page) == "end"
    context.clock.fast_forward("10:01")
    expect(cards.locator("[data-end]")).to_have_text(FLASHCARDS["ready_title"])
    context.clock.run_for(200)
    expect_said(cards, FLASHCARDS["ready_title"] + ".")
    assert focused(page) == "end"
    tab_to(page, "start")
    page.keyboard.press("Enter")
    expect(cards.locator("[data-front]")).to_be_visible()
    page.keyboard.press("Enter")
    page.keyboard.press("4")
    expect(cards.locator("[data-end]")).to_have_text(FLASHCARDS["done_title"])
    # New ones come with the next day.
    context.clock.fast_forward("15:00:00")
    expect(cards.locator("[data-end]")).to_have_text(FLASHCARDS["ready_title"])
    expect(cards.locator("[data-counts]")).to_have_text(said("counts", due=0, new=10))


def test_waits_are_worded_as_the_language_does() -> None:
    waits = [MINUTE, 330000, 10 * MINUTE, 5 * 60 * MINUTE]
    waits += [days * DAY for days in (1, 4, 31, 59, 60, 75, 364, 729, 740, 36500)]
    calls = [[wait, language] for language in ("en", "bg", "de") for wait in waits]
    script = f"""
      import {{ waitText }} from {json.dumps((RUNTIME / "practice/wording.js").as_uri())};
      console.log(JSON.stringify({json.dumps(calls)}.map((call) => waitText(...call))));
    """
    found = json.loads(run_node(script))
    assert found[:4] == ["1 min", "6 min", "10 min", "5 hours"]
    assert found[5] == "4 days"
    assert found == [wait_text(wait, language) for wait, language in calls]


def run_node(script: str) -> str:
    """What a module prints that runs in Node."""
    run = subprocess.run(
        [node(), "--input-type=module", "-"],
        input=script, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    return run.stdout


# What is kept


def test_what_is_learned_is_kept(page: Page, place: str) -> None:
    troubles, session = Troubles(page), Session()
    cards = open_cards(page, place)
    assert kept_record(page) is None
    play(cards, session, START, TURN, rated(3), TURN, rated(4), TURN)
    assert kept_record(page) == session.record
    page.reload()
    cards = come_alive(page)
    # The card that was turned was not rated.
    session.do(STOP)
    assert seen(cards) == session.seen()
    session.now += 11 * MINUTE
    at(page, session.now)
    play(cards, session, START, TURN, rated(3))
    assert seen(cards) == session.seen()
    assert kept_record(page)["cards"].keys() == session.record["cards"].keys()
    assert troubles == []


def test_two_tabs_become_one_card_by_card(context: BrowserContext, address: str) -> None:
    page, other, session = context.new_page(), context.new_page(), Session()
    there = open_cards(other, address)
    here = open_cards(page, address)
    play(here, session, START, TURN, rated(4))
    # The other tab knows, and goes on with the next card.
    counts = said("counts", due=0, new=9)
    expect(there.locator("[data-counts]")).to_have_text(counts)
    other.bring_to_front()
    press(there, START)
    play(there, session, TURN)
    # Here the same card is shown; it was rated there, so the next one comes.
    expect(here.locator("[data-front]")).to_have_text(session.screen["card"]["front"])
    play(there, session, rated(3))
    expect(here.locator("[data-front]")).to_have_text(session.screen["card"]["front"])
    expect_said(here, FLASHCARDS["tab_moved"])
    expect(here.locator("[data-action=undo]")).to_be_hidden()
    assert kept_record(page) == session.record
    # A rating that is taken back there is gone here too.
    play(there, session, UNDO)
    expect(here.locator("[data-counts]")).to_have_text(counts)
    page.bring_to_front()
    press(here, TURN)
    press(here, rated(2))
    names = sorted(kept_record(page)["cards"])
    assert len(names) == 2
    assert session.screen["card"]["id"] not in names
    # All is erased there.
    other.evaluate("localStorage.clear()")
    expect(here.locator("[data-notice]")).to_have_text(FLASHCARDS["tab_erased"])
    expect(here.locator("[data-counts]")).to_have_text(said("counts", due=0, new=10))


def test_each_write_looks_first_at_what_is_there(page: Page, address: str) -> None:
    session = Session()
    cards = open_cards(page, address)
    play(cards, session, START, TURN)
    # As another tab keeps something of which this one has not heard yet.
    elsewhere = Session()
    elsewhere.do(START, TURN, rated(4), TURN, rated(4), TURN, rated(1), TURN, rated(2))
    record = elsewhere.record
    first, second = list(record["cards"])[:2]
    del record["cards"][first]
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, json.dumps(record)])
    press(cards, rated(3))
    after = kept_record(page)
    assert set(after["cards"]) == {first, *record["cards"]}
    assert after["cards"][second] == record["cards"][second]
    assert after["today"]["reviews"] == record["today"]["reviews"] + 1


# In 2020 and 2100: due, and not due, by any clock.
LONG_AGO, LATER = 1577836800000, 4102444800000
GOOD_CARD = {
    "state": "review", "step": None, "stability": 8.2956, "difficulty": 1.0,
    "due": LONG_AGO, "reviewed": LONG_AGO - 8 * DAY, "reviews": 1,
}  # fmt: skip
TODAY = {"day": 20000, "new": 0, "reviews": 3}


@pytest.mark.parametrize(
    ("text", "told", "aside"),
    [
        (json.dumps({"version": 9, "cards": 7}), "record_newer", False),
        ('{"version": 1, "car', "record_damaged", True),
        (
            json.dumps({"version": 1, "today": TODAY, "cards": {
                "assurance.term": GOOD_CARD, "empathy.term": {**GOOD_CARD, "due": "soon"},
            }}),
            "some_damaged",
            True,
        ),
    ],
    ids=["newer", "damaged", "in part"],
)  # fmt: skip
def test_what_cannot_be_read_is_not_lost(
    page: Page, address: str, text: str, told: str, aside: bool
) -> None:
    put_kept(page, address, {KEY: text})
    cards = open_cards(page, address)
    expect(cards.locator("[data-notice]")).to_have_text(FLASHCARDS[told])
    due = 1 if told == "some_damaged" else 0
    expect(cards.locator("[data-counts]")).to_have_text(said("counts", due=due, new=10))
    for event in (START, TURN, rated(4)):
        press(cards, event)
    read = "(key) => localStorage.getItem(key)"
    assert page.evaluate(read, ASIDE) == (text if aside else None)
    assert (page.evaluate(read, KEY) == text) == (told == "record_newer")
    expect(cards.locator("[data-kept]")).to_be_visible(visible=told != "record_newer")


def test_cards_of_another_edition_stay(page: Page, address: str) -> None:
    record = {"version": KEPT_VERSION, "today": TODAY, "cards": {"gone.term": GOOD_CARD}}
    put_kept(page, address, {KEY: json.dumps(record)})
    cards = open_cards(page, address)
    expect(cards.locator("[data-counts]")).to_have_text(said("counts", due=0, new=10))
    expect(cards.locator("[data-notice]")).to_be_hidden()
    for event in (START, TURN, rated(4)):
        press(cards, event)
    assert kept_record(page)["cards"]["gone.term"] == GOOD_CARD
    assert len(kept_record(page)["cards"]) == 2


@pytest.mark.parametrize(
    ("fault", "told"), [(BLOCKED, "not_kept"), (NO_ROOM, "kept_full")], ids=["blocked", "no room"]
)
def test_where_nothing_can_be_kept_the_page_says_so(
    page: Page, address: str, fault: str, told: str
) -> None:
    troubles, session = Troubles(page), Session()
    page.add_init_script(fault)
    cards = open_cards(page, address)
    expect(cards.locator("[data-kept]")).to_have_text(FLASHCARDS[told])
    play(cards, session, START, TURN, rated(3), TURN, rated(1), UNDO)
    assert seen(cards) == session.seen()
    assert troubles == []


def test_what_is_pressed_before_the_storage_is_ready_counts(page: Page, site: Path) -> None:
    put_kept(page, site.as_uri(), {KEY: due_record(3)})
    # The browser's answer is kept back until told.
    page.add_init_script(
        """const held = new Promise((resolve) => { globalThis.answer = resolve; });
        LockManager.prototype.query = () => held.then(() => ({}));"""
    )
    at(page, NOW)
    page.goto(f"{site.as_uri()}/{CARDS_PAGE}")
    cards = page.locator("[data-flashcards]")
    cards.locator("[data-part=idle] button").click()
    expect(cards.locator("[data-counts]")).to_have_text(FLASHCARDS["starting"])
    page.evaluate("answer()")
    expect(cards.locator("[data-counts]")).to_have_text(said("counts", due=3, new=10))
    assert focused(page) == "front"


def test_where_the_cards_cannot_start_the_terms_can_be_read(page: Page, address: str) -> None:
    page.route("**/micropython-*.js", lambda route: route.abort())
    page.goto(f"{address}/{CARDS_PAGE}")
    cards = page.locator("[data-flashcards]")
    cards.locator("[data-part=idle] button").click()
    expect(cards.locator("[data-notice]")).to_have_text(FLASHCARDS["failed"])
    expect_said(cards, FLASHCARDS["failed"])
    expect(cards.locator("[data-cards]")).to_be_hidden()
    expect(cards.locator(".sq-term-list")).to_be_visible()


# What the page is before it is used


def test_without_scripts_all_terms_stand_there_in_both_languages(
    browser: Browser, address: str
) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{address}/{CARDS_PAGE}")
        expect(page.locator("[data-flashcards] .sq-notice").first).to_have_text(
            FLASHCARDS["no_script"]
        )
        expect(page.locator("[data-flashcards] button:visible")).to_have_count(0)
        found = page.locator(".sq-term-list > div").evaluate_all(
            """(items) => items.map((item) => {
              const [name, meaning, example] = item.children;
              const bulgarian = name.querySelector("[lang=bg]").textContent;
              const term = name.firstChild.textContent.trim();
              return [term, bulgarian, meaning.textContent, example.textContent];
            })"""
        )
    wanted = [
        [
            entry["term"],
            entry["bulgarian"] + ("*" if entry["own_proposal"] else ""),
            entry["definition"],
            entry["example"],
        ]
        for entry in sorted(entries(), key=lambda entry: entry["term"].lower())
    ]
    assert len(found) == 46
    assert found == wanted
    assert sum(bulgarian.endswith("*") for _, bulgarian, *_ in found) == 33


def test_paper_shows_the_terms_and_nothing_to_press(page: Page, address: str) -> None:
    cards = open_cards(page, address)
    for event in (START, TURN):
        press(cards, event)
    page.emulate_media(media="print")
    expect(cards.locator("button:visible")).to_have_count(0)
    expect(cards.locator(".sq-term-list > div:visible")).to_have_count(46)
    expect(cards.locator("[data-front]")).to_be_hidden()


def test_nothing_is_fetched_before_a_sign_of_life(browser: Browser, address: str) -> None:
    with browser.new_context(viewport={"width": 1280, "height": 900}) as context:
        page = context.new_page()
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(f"{address}/{CARDS_PAGE}", wait_until="networkidle")
        assert scripts(asked) == ["site", "flashcards"]
        # Contents longer than the screen show where one is, and move nothing else.
        expect(page.locator("#contents [aria-current]")).to_be_in_viewport(ratio=1)
        assert page.evaluate("scrollY") == 0
        expect(page.locator("[data-flashcards]")).to_have_attribute("data-state", "static")
        page.keyboard.press("Shift")
        expect(page.locator("[data-flashcards]")).to_have_attribute("data-state", "live")
        assert scripts(asked) == ["site", "flashcards", "micropython"]


def scripts(addresses: list[str]) -> list[str]:
    """The names of scripts among addresses, without the hash of what they hold."""
    return re.findall(r"/(\w+)-\w+\.js", " ".join(addresses))


def test_the_page_carries_the_cards_and_no_more_than_it_needs(site: Path) -> None:
    html = (site / CARDS_PAGE).read_text(encoding="utf-8")
    (text,) = re.findall(r"<script[^>]*data-cards-payload>(.*?)</script>", html, re.DOTALL)
    payload = json.loads(text)
    assert [card["id"] for card in payload["cards"]] == card_ids()
    for card, whole in zip(payload["cards"], DECK, strict=True):
        assert card == {key: whole[key] for key in card}
    assert len(gzip.compress(html.encode(), 6)) < 25_000


@pytest.mark.parametrize("motion", ["reduce", "no-preference"])
def test_nothing_moves_for_readers_who_asked_for_that(
    browser: Browser, address: str, motion: Any
) -> None:
    with browser.new_context(reduced_motion=motion) as context:
        page = context.new_page()
        cards = open_cards(page, address)
        for event in (START, TURN):
            press(cards, event)
        styles = cards.locator("*").evaluate_all(
            """(all) => all.map((one) => getComputedStyle(one)).filter((style) =>
              style.animationName !== "none" || style.transitionDuration !== "0s").length"""
        )
        assert (styles > 0) == (motion == "no-preference")


# For everyone


def phases(cards: Locator) -> Iterator[str]:
    """Takes the flashcards through all that they can show."""
    yield "idle"
    press(cards, START)
    yield "front"
    press(cards, TURN)
    yield "back"
    for rating in (1, 4, 4, 4, 4, 4, 4):
        cards.page.keyboard.press(str(rating))
        cards.page.keyboard.press("Enter")
    yield "a sentence and its back"
    for _ in range(3):
        cards.page.keyboard.press("4")
        cards.page.keyboard.press("Enter")
    cards.page.keyboard.press("4")
    expect(cards.locator("[data-end]")).to_have_text(FLASHCARDS["waiting_title"])
    yield "waiting"
    at(cards.page, NOW + 2 * MINUTE)
    cards.page.evaluate(COME_BACK)
    expect(cards.locator("[data-end]")).to_have_text(FLASHCARDS["ready_title"])
    yield "ready"


@modes
def test_every_phase_breaks_no_rule(opened: Opener, address: str, mode: str) -> None:
    page = opened(CARDS_PAGE, mode)
    cards = open_cards(page, address)
    for phase in phases(cards):
        assert violations(page) == [], phase
        assert too_small(page) == [], phase
        assert page.evaluate(TOO_WIDE) == [], phase


@modes
def test_the_focus_is_seen_at_every_stop(browser: Browser, address: str, mode: str) -> None:
    size = {"width": WIDTHS["desktop"], "height": 900}
    with browser.new_context(viewport=size, reduced_motion="reduce") as context:
        page = opener(context, address)(CARDS_PAGE, mode)
        cards = open_cards(page, address)
        for event in (START, TURN, rated(4), TURN):
            press(cards, event)
        assert walk(page, "Tab") == []
        # What a script gives the focus to is no stop, but shows it to those who use keys.
        cards.locator("[data-focus=back]").focus()
        page.keyboard.press("Shift")
        page.keyboard.press("3")
        assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"


@pytest.mark.parametrize(("width", "size"), [(320, "100%"), (640, "200%")])
def test_every_phase_fits_where_there_is_little_room(
    browser: Browser, address: str, width: int, size: str
) -> None:
    with browser.new_context(viewport={"width": width, "height": 640}) as context:
        context.add_init_script(LARGER % size)
        page = context.new_page()
        cards = open_cards(page, address)
        for phase in phases(cards):
            assert page.evaluate(TOO_WIDE) == [], phase


def test_every_phase_is_valid_html(page: Page, address: str, tmp_path: Path) -> None:
    cards = open_cards(page, address)
    paths = []
    for phase in phases(cards):
        paths.append(tmp_path / f"{phase}.html")
        html = page.evaluate(ALIVE).replace(f"{address}/", "")
        paths[-1].write_text(html, encoding="utf-8")
    assert errors(paths) == []


def test_ratings_are_large_and_in_sight(page: Page, address: str) -> None:
    cards = open_cards(page, address)
    for event in (START, TURN):
        press(cards, event)
    for name, button in zip(RATINGS, cards.locator("[data-rating]").all(), strict=True):
        expect(button).to_have_text(re.compile(f"^{FLASHCARDS[name]} "))
        expect(button).to_be_in_viewport(ratio=1)
        box = button.bounding_box()
        assert box is not None
        assert box["height"] >= 60
        assert box["width"] >= 120


# On the front page


def due_record(count: int) -> str:
    """A kept record with some cards that are due and one that is not."""
    cards = dict.fromkeys(card_ids()[:count], GOOD_CARD)
    cards[card_ids()[-1]] = {**GOOD_CARD, "due": LATER}
    cards["gone.term"] = GOOD_CARD
    return json.dumps({"version": KEPT_VERSION, "today": TODAY, "cards": cards})


def test_the_front_page_says_how_many_are_due(page: Page, place: str) -> None:
    troubles = Troubles(page)
    at(page, NOW)
    for count, text in ((0, None), (1, BOOK["due_one"]), (7, BOOK["due"])):
        put_kept(page, place, {KEY: due_record(count)})
        page.goto(f"{place}/{FRONT}")
        expect(page.locator("html:not([data-due])")).to_have_count(1)
        line = page.locator(".sq-due")
        expect(line).to_have_count(1 if text else 0)
        if text:
            expect(line.get_by_role("link")).to_have_text(text.format(count=count))
    page.locator(".sq-due a").click()
    expect(page).to_have_url(f"{place}/{CARDS_PAGE}")
    expect(come_alive(page).locator("[data-counts]")).to_have_text(said("counts", due=7, new=10))
    page.evaluate("localStorage.clear()")
    page.goto(f"{place}/{FRONT}")
    expect(page.locator(".sq-due")).to_have_count(0)
    assert troubles == []


@pytest.mark.parametrize("width", [375, 1280])
@pytest.mark.parametrize("back", [False, True])
def test_what_is_due_moves_nothing(browser: Browser, address: str, width: int, back: bool) -> None:
    with browser.new_context(viewport={"width": width, "height": 812}) as context:
        page = context.new_page()
        # By the machine's own clock: with another, browsers tell nothing of what they have drawn.
        texts = {KEY: due_record(7)}
        if back:
            texts["servicequality/pages"] = json.dumps(PLACES)
        put_kept(page, address, texts)
        held: list[Route] = []
        page.route(re.compile(r"/site-\w+\.js"), lambda route: held.append(route))
        page.goto(f"{address}/{FRONT}", wait_until="commit")
        page.wait_for_function(
            "performance.getEntriesByName('first-contentful-paint').length > 0"
            " && document.querySelector('footer')"
        )
        top = "(link) => link.getBoundingClientRect().top"
        before = page.locator(".sq-begin a").evaluate(top)
        held[0].continue_()
        page.wait_for_load_state("load")
        expect(page.locator(".sq-due")).to_have_count(1)
        assert abs(page.locator(".sq-begin a").evaluate(top) - before) < 1
        assert page.evaluate(MOVED) < 0.02
        assert violations(page) == []
        assert too_small(page) == []


def test_the_front_page_counts_as_the_core_does() -> None:
    source = random.Random(11)
    names = [*card_ids(), "gone.term", "constructor"]
    records: list[Any] = []
    for _ in range(300):
        cards = {
            name: {**GOOD_CARD, "due": NOW + source.choice([-DAY, -1, 0, 1, DAY])}
            for name in source.sample(names, source.randint(0, 60))
        }
        records.append({"version": KEPT_VERSION, "today": TODAY, "cards": cards})
    odd = [None, [], 3, {}, {"version": 1}, {"version": 1, "cards": []}]
    odd += [{"version": 2, "cards": records[0]["cards"]}, {"version": 1, "cards": {names[0]: None}}]
    script = f"""
      import {{ dueCount }} from {json.dumps((RUNTIME / "practice/due.js").as_uri())};
      const records = {json.dumps(records + odd)};
      const ids = {json.dumps(card_ids())};
      console.log(JSON.stringify(records.map((record) => dueCount(record, ids, {NOW}))));
    """
    found = json.loads(run_node(script))
    wanted = [due_count(restored(one, card_ids())["cards"], card_ids(), NOW) for one in records]
    assert len(set(wanted)) > 10
    assert found == wanted + [0] * len(odd)
