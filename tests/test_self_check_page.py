"""Self-checks on their pages: by keyboard, by ear, without scripts, kept, in two tabs.

What the page says is held against `core.self_check.screen` of the record that the browser keeps.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from servicequality.core.answers import key_of
from servicequality.core.self_check import screen, start
from servicequality.page.html import to_text
from servicequality.page.words import SELF_CHECK_PAGE
from servicequality.practice.bank import items, spec, topics
from tests.checked import (
    KEY,
    ONLY,
    SPEC,
    TOPIC,
    WHOLE_PAGE,
    WORDS,
    all_texts,
    asked,
    awake,
    button,
    expect_screen,
    give,
    heading,
    item,
    kept_screen,
    open_check,
    press,
    record,
    said,
    steps,
    the_check,
    type_in,
    wrong_answer,
)
from tests.opened import Opener, modes, on_phone
from tests.pages import CHAPTER, Troubles, put_kept
from tests.questions import tab_to
from tests.test_accessibility import violations
from tests.test_focus import walk
from tests.test_html_valid import ALIVE, errors
from tests.test_keeping import DEAF
from tests.test_page_alive import BLOCKED
from tests.test_page_start import Held
from tests.test_reflow import TOO_WIDE
from tests.test_targets import too_small

TYPES = ["single", "multiple", "true_false", "matching", "numeric", "ordering"]
PRACTICE_PAGES = [f"practice/self-checks-{number}" for number in (1, 2, 3)]


def begin(page: Page, place: str, mode: str = "once") -> Locator:
    """The chapter's self-check at its first question."""
    check = open_check(page, place)
    button(check, f"start_{mode}").click()
    expect(heading(check)).to_be_focused()
    return check


def go_to(check: Locator, name: str) -> None:
    """Goes to a question, by its id or type."""
    check.locator(".sq-stepper button").nth(SPEC["items"].index(item(name))).click()
    expect(check.locator(f'[data-item="{item(name)["id"]}"]')).to_be_visible()


def check_answer(check: Locator, value: Any) -> None:
    """Answers the question on the screen and has the answer judged."""
    give(check, value)
    button(check, "check").click()
    expect(check.locator(".sq-feedback")).to_be_visible()


# By keyboard alone


@pytest.mark.parametrize("kind", TYPES)
def test_a_question_of_each_type_by_keyboard_alone(page: Page, place: str, kind: str) -> None:
    troubles = Troubles(page)
    page.goto(f"{place}/{CHAPTER}")
    the_check(page).scroll_into_view_if_needed()
    check = the_check(page)
    # Come from the text above, as a reader does.
    page.locator("section#check-yourself a").first.focus()
    tab_to(page, '[data-self-check] [data-word="start_once"]')
    page.keyboard.press("Enter")
    expect(heading(check)).to_be_focused()
    expect(said(check)).to_have_text("Question 1 of 6.")
    place_of = ONLY.index(item(kind)["id"])
    tab_to(page, f'[data-go="{place_of}"]', backwards=True)
    page.keyboard.press("Enter")
    expect(said(check)).to_have_text(f"Question {place_of + 1} of 6.")
    assert expect_screen(check)["phase"] == "asking"
    # Nothing entered yet: what is missing is said, and the focus is where it can be entered.
    press(page, "check")
    shown = expect_screen(check)
    assert shown["problem"]
    expect(said(check)).to_have_text(to_text(shown["say"], "en"))
    expect(check.locator(".sq-asked :focus")).to_have_count(1)
    assert page.evaluate("document.activeElement.dataset.word") is None
    type_in(page, check, key_of(item(kind)))
    press(page, "check")
    expect(said(check)).to_have_text("Right.")
    expect(heading(check)).to_be_focused()
    shown = expect_screen(check)
    assert (shown["phase"], shown["item"]["status"]) == ("told", "right")
    press(page, "next")
    expect(heading(check)).to_be_focused()
    assert expect_screen(check)["phase"] == "asking"
    assert troubles == []


def test_the_focus_stays_on_a_button_whose_touch_has_started_the_self_check(
    page: Page, place: str
) -> None:
    page.goto(f"{place}/{CHAPTER}")
    check = the_check(page)
    expect(check).to_have_attribute("data-state", "static")
    for name in ("start_end", "start_once"):
        button(check, name).focus()
        expect(check).to_have_attribute("data-state", "live")
        expect(button(check, name)).to_be_focused()
    expect(check.locator("[data-stage]")).to_have_attribute("data-phase", "ready")


def test_the_focus_goes_to_the_question_where_a_round_was_begun_earlier(
    page: Page, address: str
) -> None:
    check = begin(page, address)
    # A page that is loaded again goes back to where it was, and starts what is there.
    page.goto(f"{address}/search.html")
    page.goto(f"{address}/{CHAPTER}")
    expect(check).to_have_attribute("data-state", "static")
    button(check, "start_once").focus()
    expect(heading(check)).to_be_focused()
    assert expect_screen(check)["phase"] == "asking"


def test_a_step_that_is_moved_keeps_the_focus_and_its_place_is_said(
    page: Page, address: str
) -> None:
    check = begin(page, address)
    go_to(check, "ordering")
    before = steps(check)
    texts = {step["id"]: step["text"] for step in item("ordering")["steps"]}
    name = before[1]
    mover = check.locator(f'[data-step="{name}"] [data-move=up]')
    expect(mover).to_have_accessible_name(f"Move up: {texts[name]}")
    mover.press("Enter")
    expect(mover).to_be_focused()
    expect(said(check)).to_have_text(f"{texts[name]}: now at place 1 of 5.")
    assert steps(check) == [name, before[0], *before[2:]] == kept_answer(page)
    # At the end there is no further: the button stays, and does nothing.
    expect(mover).to_have_attribute("aria-disabled", "true")
    mover.press("Enter")
    expect(mover).to_be_focused()
    assert kept_answer(page) == steps(check) == [name, before[0], *before[2:]]
    check.locator(f'[data-step="{name}"] [data-move=down]').press("Space")
    expect(said(check)).to_have_text(f"{texts[name]}: now at place 2 of 5.")
    assert steps(check) == before


def kept_answer(page: Page) -> Any:
    """The answer that is kept of the question on the screen."""
    run = record(page)["runs"][SPEC["name"]]
    return run["visits"][run["at"]]["answer"]


def test_what_cannot_be_read_as_a_number_is_said_at_its_field(page: Page, address: str) -> None:
    check = begin(page, address)
    go_to(check, "numeric")
    field = check.get_by_label("Your number (scale points)")
    # The keys that some phones show for decimals have no minus, and this number needs one.
    expect(field).to_have_attribute("inputmode", "text")
    field.fill("about one")
    field.press("Enter")
    expect(check.locator("[data-problem]")).to_be_visible()
    expect(field).to_be_focused()
    expect(field).to_have_attribute("aria-invalid", "true")
    shown = expect_screen(check)
    expect(said(check)).to_have_text(to_text(shown["problem"], "en"))
    assert check.locator("[data-problem]").get_attribute("id") in str(
        field.get_attribute("aria-describedby")
    )
    # The same again is said again.
    said(check).evaluate("(region) => (region.textContent = region.textContent)")
    field.press("Enter")
    expect(said(check)).to_have_text(to_text(shown["problem"], "en"))
    field.fill("−1,1")
    expect(check.locator("[data-problem]")).to_be_hidden()
    expect(field).to_have_attribute("aria-invalid", "false")
    field.press("Enter")
    expect(said(check)).to_have_text("Right.")


def test_a_number_that_cannot_be_negative_brings_the_keys_for_decimals(
    page: Page, address: str
) -> None:
    topic = "competitive-advantage"
    check = open_check(page, address, WHOLE_PAGE, topic)
    button(check, "start_once").click()
    number = [entry["type"] for entry in items(topic)].index("numeric")
    check.locator(".sq-stepper button").nth(number).click()
    expect(check.get_by_label("Your number (euros)")).to_have_attribute("inputmode", "decimal")


# The course of a round


def test_missed_questions_come_back_and_again_in_a_round_of_their_own(
    page: Page, place: str
) -> None:
    check = begin(page, place)
    missed = ["breakfast-from-seven", "surplus-in-the-lobby"]
    for number, name in enumerate(ONLY):
        entry = asked(check)
        assert entry["id"] == name
        check_answer(check, wrong_answer(entry) if name in missed else key_of(entry))
        shown = expect_screen(check)
        assert shown["item"]["status"] == {
            "breakfast-from-seven": "wrong",
            "surplus-in-the-lobby": "partly",
        }.get(name, "right")
        assert ("come" in to_text(shown["say"], "en")) == (name in missed)
        expect(said(check)).to_have_text(to_text(shown["say"], "en"))
        button(check, "next").click()
        if number + 1 < len(ONLY):
            expect(said(check)).to_have_text(to_text(kept_screen(page)["say"], "en"))
    # The two come back; one is missed again, and then left.
    expect(heading(check)).to_have_text("Question 7 of 8")
    expect(said(check)).to_have_text("Question 7 of 8. You missed this question before.")
    assert expect_screen(check)["position"]["try"] == 2
    check_answer(check, key_of(asked(check)))
    button(check, "next").click()
    check_answer(check, wrong_answer(asked(check)))
    button(check, "reveal").click()
    expect(said(check)).to_contain_text("The right answer is shown.")
    expect_screen(check)
    button(check, "stop").click()
    expect(heading(check)).to_be_focused()
    expect(said(check)).to_have_text(
        "Finished. Right at the first try: 4 of 6. Right in the end: 5 of 6."
    )
    shown = expect_screen(check)
    assert shown["results"]["revealed"] == 1
    # Feedback was given at each question, so it waits folded here.
    expect(check.locator("details.sq-review[open]")).to_have_count(0)
    assert check.locator(".sq-review .sq-note").all_text_contents() == [
        "Your tries: not right, right",
        "Your tries: partly right, partly right",
    ]
    button(check, "again_missed").click()
    shown = expect_screen(check)
    assert [entry["id"] for entry in shown["list"]] == ["surplus-in-the-lobby"]
    check_answer(check, key_of(asked(check)))
    button(check, "to_results").click()
    expect(said(check)).to_contain_text("Right at the first try: 1 of 1.")
    assert expect_screen(check)["progress"] == "done"
    assert check.locator("[data-word]").all_text_contents() == [WORDS["again_all"]]


def test_feedback_at_the_end(page: Page, address: str) -> None:
    check = begin(page, address, "end")
    give(check, wrong_answer(asked(check)))
    assert check.locator("[data-word]").all_text_contents() == [
        WORDS[word] for word in ("next", "finish", "reveal")
    ]
    button(check, "next").click()
    give(check, key_of(asked(check)))
    button(check, "back").click()
    shown = expect_screen(check)
    assert (shown["phase"], shown["position"]["at"]) == ("asking", 1)
    assert [entry["state"] for entry in shown["list"]][:3] == ["answered", "answered", "open"]
    # Nothing is judged yet.
    assert record(page)["items"] == {}
    expect(check.locator(".sq-feedback")).to_have_count(0)
    go_to(check, ONLY[-1])
    expect(check.locator("[data-unanswered]")).to_have_text("4 questions have no answer yet.")
    give(check, wrong_answer(asked(check)))
    expect(check.locator("[data-unanswered]")).to_have_text("3 questions have no answer yet.")
    expect_screen(check)
    button(check, "finish").click()
    expect(heading(check)).to_be_focused()
    shown = expect_screen(check)
    assert shown["results"]["unanswered"] == 3
    # Here the feedback is given, so what was missed is open.
    opened = check.locator("details.sq-review[open]")
    assert opened.evaluate_all("(all) => all.map((one) => one.dataset.item)") == [
        ONLY[0],
        ONLY[-1],
    ]
    opened.last.locator("[data-reveal]").click()
    expect(said(check)).to_have_text(WORDS["answer_shown"])
    last = check.locator(f'details[data-item="{ONLY[-1]}"]')
    expect(last.locator("summary")).to_be_focused()
    expect(opened).to_have_count(2)
    shown = expect_screen(check)
    assert shown["review"][-1]["item"]["key"]
    expect(last).to_contain_text(item(ONLY[-1])["explanation"])


def test_a_second_press_skips_nothing(page: Page, address: str) -> None:
    check = begin(page, address)
    go_to(check, "single")
    give(check, key_of(item("single")))
    button(check, "check").dblclick()
    assert expect_screen(check)["phase"] == "told"
    button(check, "next").click()
    assert expect_screen(check)["position"]["at"] == 3


# What the browser keeps


def test_a_round_goes_on_after_the_page_is_loaded_again(page: Page, place: str) -> None:
    check = begin(page, place)
    check_answer(check, wrong_answer(asked(check)))
    go_to(check, "numeric")
    check.locator(".sq-number-field").fill("−1,")
    before = record(page)
    page.reload()
    check = awake(page)
    assert record(page) == before
    assert expect_screen(check)["item"]["id"] == item("numeric")["id"]
    expect(check.locator(".sq-number-field")).to_have_value("−1,")
    # Nothing is said, and the focus is not taken, where nobody did anything.
    expect(said(check)).to_be_empty()
    go_to(check, "multiple")
    give(check, wrong_answer(item("multiple")))
    page.reload()
    check = awake(page)
    checked = check.locator("input:checked")
    assert [checked.nth(0).get_attribute("value")] == wrong_answer(item("multiple"))
    # One goes to the question that was missed, which waits to be asked again.
    go_to(check, ONLY[0])
    assert expect_screen(check)["position"] == {"at": 7, "of": 7, "try": 2}


def test_the_start_is_not_lost_while_python_is_on_its_way(page: Page, address: str) -> None:
    held = Held(page, "micropython")
    page.goto(f"{address}/{CHAPTER}")
    check = the_check(page)
    check.scroll_into_view_if_needed()
    button(check, "start_end").click()
    button(check, "start_once").click()
    held.wait(page)
    expect(check.locator("[data-starting] span")).to_be_visible()
    expect(check).to_have_attribute("data-state", "static")
    held.let_go()
    expect(heading(check)).to_be_focused()
    expect(check.locator("[data-starting] span")).to_be_hidden()
    shown = expect_screen(check)
    assert (shown["phase"], shown["mode"]) == ("asking", "end")


def test_another_tab_shows_what_this_one_does(desktop: BrowserContext, place: str) -> None:
    page, other = desktop.new_page(), desktop.new_page()
    here, there = begin(page, place), open_check(other, place)
    expect(there.locator("[data-stage]")).to_have_attribute("data-phase", "asking")
    check_answer(here, wrong_answer(asked(here)))
    expect(there.locator("[data-stage]")).to_have_attribute("data-phase", "told")
    expect_screen(there)
    button(there, "next").click()
    expect(here.locator(f'[data-item="{ONLY[1]}"]')).to_be_visible()
    expect_screen(here)
    # What is erased in one tab begins anew in the other.
    other.evaluate("localStorage.clear()")
    expect(here.locator("[data-stage]")).to_have_attribute("data-phase", "ready")


def test_two_tabs_that_do_not_hear_each_other_lose_no_history(
    desktop: BrowserContext, address: str
) -> None:
    page, other = desktop.new_page(), desktop.new_page()
    page.add_init_script(DEAF)
    other.add_init_script(DEAF)
    here, there = open_check(page, address), open_check(other, address)
    for check in (here, there):
        button(check, "start_once").click()
    check_answer(here, wrong_answer(asked(here)))
    go_to(there, "single")
    check_answer(there, key_of(item("single")))
    found = record(page)["items"]
    assert {name: found[name]["history"] for name in found} == {
        ONLY[0]: ["partly"],
        ONLY[1]: ["right"],
    }
    button(here, "next").click()
    assert set(record(page)["items"]) == {ONLY[0], ONLY[1]}
    # The tab that wrote last has its own round kept.
    expect_screen(here)


def test_self_checks_on_one_topic_share_what_came_of_a_question(page: Page, address: str) -> None:
    check = begin(page, address)
    check_answer(check, key_of(asked(check)))
    whole = spec(TOPIC, str)
    check = open_check(page, address, WHOLE_PAGE)
    assert kept_runs(page) == [SPEC["name"]]
    page.evaluate(
        """() => document.addEventListener("servicequality:kept", () => (globalThis.told = true))"""
    )
    button(check, "start_once").click()
    expect(heading(check)).to_have_text("Question 1 of 10")
    # What shows how far the reader is hears of it.
    assert page.evaluate("told")
    assert sorted(kept_runs(page)) == sorted([SPEC["name"], "all"])
    assert kept_screen(page, whole)["progress"] == "begun"
    assert record(page)["items"][ONLY[0]]["count"] == 1
    # On a page of four, each has its own place.
    others = page.locator('[data-self-check]:not([data-topic="five-gap-model"])')
    expect(others.locator("[data-heading]")).to_have_count(0)


def kept_runs(page: Page) -> list[str]:
    """The names of the rounds that are kept of the topic."""
    return list(record(page)["runs"])


@pytest.mark.parametrize("fault", ["record_newer", "record_damaged"])
def test_what_cannot_be_used_is_said_and_not_lost(page: Page, address: str, fault: str) -> None:
    texts = {
        "record_newer": json.dumps({"version": 9, "items": {}, "runs": {}, "more": 1}),
        "record_damaged": '{"version": 1, "items": ',
    }
    put_kept(page, address, {KEY: texts[fault]})
    check = begin(page, address)
    expect(check.locator("[data-notice]")).to_have_text(WORDS[fault])
    check_answer(check, key_of(asked(check)))
    button(check, "next").click()
    stored = "(key) => localStorage.getItem(key)"
    if fault == "record_newer":
        assert page.evaluate(stored, KEY) == texts[fault]
        expect(check.locator("[data-kept]")).to_be_hidden()
    else:
        aside = f"servicequality/aside/self-check/{TOPIC}"
        assert page.evaluate(stored, aside) == texts[fault]
        assert record(page)["items"][ONLY[0]]["best"] == "right"


def test_a_question_that_is_gone_is_left_out_and_said(page: Page, address: str) -> None:
    check = begin(page, address)
    check_answer(check, key_of(asked(check)))
    kept = record(page)
    visits = kept["runs"][SPEC["name"]]["visits"]
    visits[1]["item"] = "question-of-old"
    visits[0]["answer"] = {"fine-lobby": "gone"}
    put_kept(page, address, {KEY: json.dumps(kept)})
    check = open_check(page, address)
    notice = check.locator("[data-notice]")
    expect(notice).to_contain_text(WORDS["gone_item"].format(question="question-of-old"))
    expect(notice).to_contain_text(WORDS["gone_answer"].format(question=item(ONLY[0])["question"]))
    expect(check.locator(".sq-stepper button")).to_have_count(5)


def test_where_the_browser_keeps_nothing_the_self_check_works_and_says_so(
    page: Page, place: str
) -> None:
    troubles = Troubles(page)
    page.add_init_script(BLOCKED)
    check = begin(page, place)
    expect(check.locator("[data-kept]")).to_have_text(SELF_CHECK_PAGE["not_kept"])
    check_answer(check, key_of(asked(check)))
    expect(said(check)).to_have_text("Right.")
    button(check, "next").click()
    expect(heading(check)).to_have_text("Question 2 of 6")
    assert troubles == []


# Without scripts, on paper, and where the start fails


def topics_of(name: str) -> list[str]:
    """The topics of one of the practice pages."""
    return topics()[4 * int(name[-1]) - 4 : 4 * int(name[-1])]


@pytest.mark.parametrize("name", PRACTICE_PAGES)
def test_pages_hold_all_questions_and_answers_without_scripts(
    browser: Browser, site: Path, name: str
) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto((site / f"{name}.html").as_uri())
        assert page.locator("[data-self-check]").evaluate_all(
            "(all) => all.map(({ dataset }) => dataset.topic)"
        ) == topics_of(name)
        for topic in topics_of(name):
            check = the_check(page, topic)
            expect(check.locator("form")).to_be_hidden()
            expect(check.locator("[data-kept]")).to_be_hidden()
            notice = check.locator("noscript .sq-notice")
            expect(notice).to_have_text(WORDS["no_script"])
            expect(notice).to_be_visible()
            questions = check.locator(".sq-sheet-questions")
            expect(questions).to_be_visible()
            expect(questions.locator("> li")).to_have_count(len(items(topic)))
            before = " ".join(questions.inner_text().split())
            key = check.locator("details")
            expect(key.locator("ol").first).to_be_hidden()
            key.locator("summary").click()
            after = " ".join(key.inner_text().split())
            for entry in items(topic):
                assert entry["question"] in before
                chosen = entry.get("options", []) + entry.get("reasons", [])
                parts = chosen + entry.get("steps", [])
                assert all(part["text"] in before for part in parts), entry["id"]
                sides = entry.get("pairs", []) + entry.get("extra", [])
                assert all(side["right"] in before for side in sides), entry["id"]
                assert all(pair["left"] in before for pair in entry.get("pairs", []))
                explained = [entry, *parts, *sides, *entry.get("mistakes", [])]
                for part in explained:
                    assert part.get("explanation", "") in after, entry["id"]
                    # No answer stands among the questions.
                    assert "explanation" not in part or part["explanation"] not in before


def test_the_letters_of_the_answers_are_those_of_the_questions(site: Path) -> None:
    page = BeautifulSoup((site / WHOLE_PAGE).read_text(encoding="utf-8"), "html.parser")
    for topic in topics_of(PRACTICE_PAGES[0]):
        (check,) = page.select(f'[data-topic="{topic}"]')
        asked_ = check.select(".sq-sheet-questions > li")
        answers = check.select(".sq-sheet-key > ol > li")
        assert len(asked_) == len(answers) == len(items(topic))
        for entry, question, answer in zip(items(topic), asked_, answers, strict=True):
            if entry["type"] == "numeric":
                continue
            offered = [li.get_text() for li in question.select('ol[type="a"] > li')]
            if entry["type"] in ("matching", "ordering"):
                said_ = [strong.get_text() for strong in answer.select("li > strong")]
                letters = {f"{chr(97 + place)}: {text}" for place, text in enumerate(offered)}
                assert {text.removesuffix(".") for text in said_} == {
                    text.removesuffix(".") for text in letters
                }
                continue
            options = entry.get("options") or entry["reasons"]
            right = {option["text"] for option in options if option.get("right")}
            marked = [strong.get_text() for strong in answer.select('ol[type="a"] > li > strong')]
            found = {
                text
                for text, mark in zip(offered, marked, strict=True)
                if mark.removesuffix(".") == WORDS["verdict_right"]
            }
            assert found == right, entry["id"]


def test_on_paper_there_are_all_questions_and_answers(page: Page, address: str) -> None:
    check = begin(page, address)
    expect(check.locator("[data-sheet]")).to_be_hidden()
    page.emulate_media(media="print")
    expect(check.locator("form")).to_be_hidden()
    expect(check.locator(".sq-sheet-questions")).to_be_visible()
    # Unfolded, though nobody has opened it.
    shown = check.locator(".sq-sheet-key > ol > li").first
    assert shown.evaluate("(element) => element.checkVisibility({ contentVisibilityAuto: true })")
    assert shown.bounding_box()["height"] > 20


def test_where_python_cannot_start_the_questions_can_be_read(page: Page, place: str) -> None:
    page.route("**/micropython-*.js*", lambda route: route.abort())
    page.goto(f"{place}/{CHAPTER}")
    check = the_check(page)
    # A click would come too late: its pointer starts Python as it comes near.
    button(check, "start_once").focus()
    expect(check).to_have_attribute("data-state", "failed")
    expect(check.locator("[data-notice]")).to_have_text(SELF_CHECK_PAGE["failed"])
    expect(check.locator("form")).to_be_hidden()
    expect(check.locator(".sq-sheet-questions")).to_be_visible()
    assert violations(page) == []


def test_the_screen_before_the_start_is_that_of_python(site: Path) -> None:
    page = BeautifulSoup((site / CHAPTER).read_text(encoding="utf-8"), "html.parser")
    (check,) = page.select("[data-self-check]")
    assert check["data-self-check"] == SPEC["name"]
    assert check["id"] == f"self-check-{ONLY[0]}"
    shown = screen(start(SPEC, 0), SPEC)
    words = [WORDS[entry["word"]] for entry in shown["buttons"]]
    stage = check.select_one("[data-stage]")
    assert [entry.get_text() for entry in stage.select("button")] == words
    assert stage.get_text() == WORDS["intro"] + "".join(words)
    assert not all_texts(SPEC["items"]) & set(stage.stripped_strings)


# For everyone


@modes
def test_no_phase_breaks_a_rule(opened: Opener, mode: str) -> None:
    page = opened(CHAPTER, mode)
    check = awake(page)
    assert violations(page) == [], "ready"
    button(check, "start_once").click()
    # Half of the types each time: every type in both modes and on both screens.
    for name in ONLY[(mode == "dark") ^ on_phone(page) :: 2]:
        kind = item(name)["type"]
        go_to(check, name)
        if kind in ("matching", "numeric"):
            button(check, "check").click()
            expect(check.locator("[data-problem]")).to_be_visible()
        assert violations(page) == [], f"asking {kind}"
        value = key_of(item(name)) if kind == "single" else wrong_answer(item(name))
        check_answer(check, value)
        if kind in ("matching", "multiple", "true_false"):
            button(check, "reveal").click()
        assert violations(page) == [], f"told {kind}"
    button(check, "stop").click()
    unfold(check)
    assert violations(page) == [], "done"


def unfold(check: Locator) -> None:
    """Opens all questions of the result."""
    for review in check.locator("details.sq-review").all():
        review.locator("summary").click()
        expect(review).to_have_attribute("open", "")


def test_every_screen_is_valid_and_its_targets_are_large_enough(
    page: Page, address: str, tmp_path: Path
) -> None:
    check = begin(page, address)
    paths: list[Path] = []

    def look() -> None:
        phase = check.locator("[data-stage]").get_attribute("data-phase")
        assert too_small(page) == [], phase
        paths.append(tmp_path / f"{len(paths)}-{phase}.html")
        html = page.evaluate(ALIVE).replace(f"{address}/", "")
        paths[-1].write_text(html, encoding="utf-8")

    for name in ONLY:
        look()
        check_answer(check, wrong_answer(item(name)))
        look()
        button(check, "next").click()
    button(check, "stop").click()
    unfold(check)
    look()
    assert errors(paths) == []


@pytest.mark.parametrize("kind", ["ordering", "true_false"])
def test_the_focus_is_seen_at_every_stop(opened: Opener, kind: str) -> None:
    page = opened(CHAPTER, "light" if kind == "ordering" else "dark")
    check = awake(page)
    button(check, "start_once").click()
    go_to(check, kind)
    assert walk(page, "Tab") == []
    check_answer(check, wrong_answer(item(kind)))
    assert walk(page, "Shift+Tab") == []


def test_every_question_fits_where_there_is_little_room(small: Page, address: str) -> None:
    check = begin(small, address)
    for name in ONLY:
        assert small.evaluate(TOO_WIDE) == [], name
        check_answer(check, wrong_answer(item(name)))
        button(check, "reveal").click()
        assert small.evaluate(TOO_WIDE) == [], name
        button(check, "next").click()
    button(check, "stop").click()
    unfold(check)
    assert small.evaluate(TOO_WIDE) == []
