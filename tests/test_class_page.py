"""A student's page in a class: joining, sending, being cut off, and leaving."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from servicequality.book.words import BOOK
from servicequality.classmode.words import CLASS_MODE, ERRORS
from servicequality.page.words import CLASS_PAGE
from tests.class_api import Api
from tests.class_visit import (
    address_of,
    alive,
    answers,
    bar,
    class_site,
    cut_off,
    expect_state,
    join,
    line,
    look,
    reach_again,
    send_button,
)
from tests.pages import (
    CHAPTER,
    EXPLORER,
    Troubles,
    control,
    page_of,
    slid,
    the_exercise,
    touch,
)
from tests.test_requests import Requests

OTHER = "book/references.html"
KEPT = "servicequality/class"


@pytest.fixture(scope="module")
def api(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Api]:
    with class_site(site, tmp_path_factory.mktemp("class")) as api:
        yield api


@pytest.fixture
def code(api: Api) -> str:
    return api.room()


@pytest.fixture
def visit(browser: Browser) -> Iterator[BrowserContext]:
    """A student's browser, on a phone."""
    context = browser.new_context(
        viewport={"width": 375, "height": 812}, reduced_motion="reduce", accept_downloads=True
    )
    yield context
    context.close()


@pytest.fixture
def student(visit: BrowserContext) -> Page:
    return visit.new_page()


def joined(requests: list[str]) -> list[str]:
    """The requests that have to do with a class."""
    return [url for url in requests if re.search(r"/class/|/class-", url)]


# Without a code


def test_without_a_code_nothing_is_asked_for(student: Page, api: Api, site: Path) -> None:
    requests = Requests(student)
    for name in (CHAPTER, OTHER, "index.html", "search.html?q=room", f"{CHAPTER}#room=12345678"):
        student.goto(f"{address_of(api)}/{name}")
        student.wait_for_load_state("networkidle")
    student.goto(f"{site.as_uri()}/{CHAPTER}?room=12345678")
    student.wait_for_load_state("networkidle")
    assert len(requests) > 5
    assert joined(requests) == []
    expect(line(student)).to_have_count(0)


def test_what_is_no_code_is_said_and_nothing_is_asked_for(student: Page, api: Api) -> None:
    requests = Requests(student)
    student.goto(f"{address_of(api)}/{CHAPTER}?room=1234")
    expect(line(student)).to_contain_text(CLASS_PAGE["no_code"])
    assert [url for url in requests if "/class/api" in url] == []
    student.goto(f"{address_of(api)}/{OTHER}")
    student.wait_for_load_state("networkidle")
    expect(line(student)).to_have_count(0)


def test_a_code_of_no_class_is_said_and_forgotten(student: Page, api: Api) -> None:
    student.goto(f"{address_of(api)}/{CHAPTER}?room=0000 0000")
    expect(line(student)).to_contain_text(ERRORS["no_room"])
    requests = Requests(student)
    student.goto(f"{address_of(api)}/{OTHER}")
    student.wait_for_load_state("networkidle")
    assert joined(requests) == []


def test_where_there_is_no_class_mode_that_is_said(student: Page, address: str) -> None:
    student.goto(f"{address}/{CHAPTER}?room=12345678")
    expect(line(student)).to_contain_text(CLASS_PAGE["no_class_here"])
    line(student).get_by_role("button", name=CLASS_PAGE["close"]).click()
    expect(line(student)).to_have_count(0)


# Joining


def test_the_code_goes_from_the_address_into_the_visit(student: Page, api: Api, code: str) -> None:
    troubles = Troubles(student)
    student.goto(f"{address_of(api)}/{CHAPTER}?room={code}#exercise-gap-explorer")
    expect(line(student)).to_contain_text(CLASS_PAGE["none_open"])
    assert student.url == f"{address_of(api)}/{CHAPTER}#exercise-gap-explorer"
    student.goto(f"{address_of(api)}/{OTHER}")
    expect(line(student)).to_contain_text(f"{code[:4]} {code[4:]}")
    expect(line(student)).to_contain_text(CLASS_PAGE["none_open"])
    assert troubles == []


@pytest.mark.parametrize("promise", ["keep", "delete"])
def test_a_student_can_read_what_becomes_of_answers(student: Page, api: Api, promise: str) -> None:
    join(student, api, api.room(promise))
    told = line(student).locator("[data-class-told]")
    expect(told).to_be_hidden()
    line(student).locator("summary").click()
    expect(told).to_have_text(CLASS_MODE[f"promise_{promise}"])
    expect(told).to_be_visible()


def test_what_is_open_is_linked_to_wherever_the_student_is(
    student: Page, api: Api, code: str
) -> None:
    join(student, api, code, OTHER)
    expect(line(student)).to_contain_text(CLASS_PAGE["none_open"])
    api.round(code)
    look(student)
    expect(line(student).get_by_role("status")).to_have_text("Open now: Gap explorer")
    line(student).get_by_role("link", name="Gap explorer").click()
    student.wait_for_url(f"**/{CHAPTER}#exercise-gap-explorer")
    expect(bar(student)).to_be_visible()
    expect_state(student, "unsent")


def test_a_round_that_opens_is_seen_without_any_doing(student: Page, api: Api, code: str) -> None:
    join(student, api, code)
    expect(bar(student)).to_have_count(0)
    api.round(code)
    expect(bar(student)).to_be_visible()


def test_what_opens_is_led_to_where_the_line_is_out_of_sight(
    student: Page, api: Api, code: str
) -> None:
    join(student, api, code)
    news = line(student).locator("[data-class-news]")
    first = api.round(code)
    look(student)
    expect(bar(student)).to_be_visible()
    # The line itself says it.
    expect(news).to_be_hidden()
    api.teach("PATCH", f"/rooms/{code}/rounds/{first}", {"open": False})
    look(student)
    expect_state(student, "closed_unsent")
    student.evaluate("scrollTo(0, document.body.scrollHeight)")
    second = api.round(code)
    look(student)
    expect(news).to_be_visible()
    news.get_by_role("link").click()
    expect(news).to_be_hidden()
    expect(the_exercise(student)).to_be_in_viewport()
    api.teach("PATCH", f"/rooms/{code}/rounds/{second}", {"open": False})
    look(student)
    api.round(code)
    look(student)
    expect(news).to_be_visible()
    # Who has answered needs no link.
    send_button(student).click()
    expect_state(student, "sent")
    expect(news).to_be_hidden()


# Sending


def test_an_answer_is_sent_changed_and_sent_again(student: Page, api: Api, code: str) -> None:
    number = api.round(code)
    join(student, api, code)
    explorer = alive(student)
    touch(explorer, "perception", "ArrowRight")
    expect(send_button(student)).to_have_text(CLASS_PAGE["send"])
    send_button(student).click()
    expect_state(student, "sent")
    expect(bar(student)).to_contain_text("vote 1")
    expect(explorer.locator("[data-announce]")).to_contain_text("Sent at")
    assert [one["perception"] for one in answers(api, code, number)] == [slid("perception", 1)]

    touch(explorer, "perception", "ArrowRight")
    expect_state(student, "changed")
    expect(send_button(student)).to_have_text(CLASS_PAGE["send_again"])
    # What was not sent by the student is not sent.
    look(student)
    assert [one["perception"] for one in answers(api, code, number)] == [slid("perception", 1)]
    touch(explorer, "perception", "ArrowLeft")
    expect_state(student, "sent")

    touch(explorer, "perception", "ArrowLeft")
    send_button(student).press("Enter")
    expect_state(student, "sent")
    assert [one["perception"] for one in answers(api, code, number)] == [slid("perception", 0)]


def test_what_was_kept_is_sent_before_the_exercise_is_touched(
    student: Page, api: Api, code: str
) -> None:
    number = api.round(code)
    join(student, api, code)
    touch(alive(student), "perception", "ArrowRight")
    student.reload()
    expect_state(student, "unsent")
    send_button(student).click()
    expect_state(student, "sent")
    assert [one["perception"] for one in answers(api, code, number)] == [slid("perception", 1)]
    student.reload()
    expect_state(student, "sent")


def test_a_second_round_is_a_second_answer(student: Page, api: Api, code: str) -> None:
    first = api.round(code)
    join(student, api, code)
    explorer = alive(student)
    send_button(student).click()
    expect_state(student, "sent")
    api.teach("PATCH", f"/rooms/{code}/rounds/{first}", {"open": False})
    look(student)
    expect_state(student, "closed_sent")
    second = api.round(code)
    look(student)
    expect_state(student, "unsent_again")
    expect(bar(student)).to_contain_text("Vote 2")
    touch(explorer, "perception", "ArrowRight")
    send_button(student).click()
    expect_state(student, "sent")
    expect(bar(student)).to_contain_text("vote 2")
    sent = [[one["perception"] for one in answers(api, code, one)] for one in (first, second)]
    assert sent == [[slid("perception", 0)], [slid("perception", 1)]]


def test_a_text_that_is_too_long_is_refused_in_the_server_s_words(
    student: Page, api: Api, code: str
) -> None:
    number = api.round(code)
    join(student, api, code)
    explorer = alive(student)
    text = control(explorer, "conclusion")
    text.evaluate(
        """(field) => {
          field.value = "x".repeat(70_000);
          field.dispatchEvent(new Event("input", { bubbles: true }));
        }"""
    )
    send_button(student).click()
    expect_state(student, "refused")
    expect(bar(student)).to_contain_text("too large")
    text.evaluate(
        """(field) => {
          field.value = "x".repeat(9_000);
          field.dispatchEvent(new Event("input", { bubbles: true }));
        }"""
    )
    send_button(student).click()
    expect(bar(student)).to_contain_text("does not fit")
    assert answers(api, code, number) == []
    text.fill("short")
    send_button(student).click()
    expect_state(student, "sent")
    assert [one["conclusion"] for one in answers(api, code, number)] == ["short"]


def test_two_tabs_are_one_student(visit: BrowserContext, api: Api, code: str) -> None:
    number = api.round(code)
    one, other = visit.new_page(), visit.new_page()
    join(one, api, code)
    join(other, api, code)
    touch(alive(one), "perception", "ArrowRight")
    send_button(one).click()
    expect_state(one, "sent")
    explorer = alive(other)
    expect_state(other, "sent")
    touch(explorer, "perception", "ArrowRight")
    expect_state(other, "changed")
    send_button(other).click()
    expect_state(other, "sent")
    one.bring_to_front()
    expect_state(one, "sent")
    assert [one["perception"] for one in answers(api, code, number)] == [slid("perception", 2)]


def test_a_number_that_the_class_has_seen_is_not_used_again(
    student: Page, api: Api, code: str
) -> None:
    number = api.round(code)
    join(student, api, code)
    explorer = alive(student)
    send_button(student).click()
    expect_state(student, "sent")
    # What the browser kept of it is lost, but not who it is.
    student.evaluate(
        """(prefix) => Object.keys(localStorage)
          .filter((key) => key.startsWith(prefix))
          .forEach((key) => localStorage.removeItem(key))""",
        f"{KEPT}/answer/",
    )
    student.reload()
    expect(bar(student)).to_contain_text("Sent, vote 1")
    explorer = alive(student)
    touch(explorer, "perception", "ArrowRight")
    send_button(student).click()
    expect_state(student, "sent")
    assert [one["perception"] for one in answers(api, code, number)] == [slid("perception", 1)]


# Without a connection


def test_an_answer_waits_for_the_connection_and_outlives_the_page(
    student: Page, api: Api, code: str
) -> None:
    number = api.round(code)
    join(student, api, code)
    explorer = alive(student)
    touch(explorer, "perception", "ArrowRight")
    cut_off(student)
    send_button(student).click()
    expect_state(student, "waiting")
    expect(line(student)).to_contain_text(CLASS_PAGE["cut_off_waiting"])
    assert answers(api, code, number) == []
    touch(explorer, "perception", "ArrowRight")
    expect_state(student, "waiting_changed")
    student.goto(f"{address_of(api)}/{OTHER}")
    expect(line(student)).to_contain_text(f"{code[:4]} {code[4:]}")
    expect(line(student)).to_contain_text(CLASS_PAGE["cut_off_waiting"])
    reach_again(student)
    expect(line(student)).not_to_contain_text(CLASS_PAGE["cut_off_waiting"])
    # The answer as it was when send was pressed.
    assert [one["perception"] for one in answers(api, code, number)] == [slid("perception", 1)]
    student.goto(f"{address_of(api)}/{CHAPTER}")
    expect_state(student, "changed")


def test_a_browser_that_is_offline_sends_by_itself_when_it_is_back(
    visit: BrowserContext, student: Page, api: Api, code: str
) -> None:
    number = api.round(code)
    join(student, api, code)
    alive(student)
    visit.set_offline(True)
    send_button(student).click()
    expect_state(student, "waiting")
    visit.set_offline(False)
    expect_state(student, "sent")
    assert len(answers(api, code, number)) == 1


def test_a_connection_that_comes_back_without_a_word_is_found(
    student: Page, api: Api, code: str
) -> None:
    number = api.round(code)
    join(student, api, code)
    alive(student)
    cut_off(student)
    send_button(student).click()
    expect_state(student, "waiting")
    student.unroute("**/class/api/**")
    expect_state(student, "sent")
    assert len(answers(api, code, number)) == 1


def test_an_acknowledgement_that_got_lost_makes_no_second_answer(
    student: Page, api: Api, code: str
) -> None:
    number = api.round(code)
    join(student, api, code)
    alive(student)
    lost = []

    def lose(route: object) -> None:
        lost.append(route.fetch())  # type: ignore[attr-defined]
        route.abort()  # type: ignore[attr-defined]

    student.route("**/answer", lose)
    send_button(student).click()
    expect_state(student, "waiting")
    assert [reply.status for reply in lost][:1] == [200]
    student.unroute("**/answer")
    look(student)
    expect_state(student, "sent")
    assert len(answers(api, code, number)) == 1
    assert json.loads(lost[0].text()) == {"outcome": "stored", "sequence": 1}


def test_a_busy_store_is_said_and_tried_again(student: Page, api: Api, code: str) -> None:
    number = api.round(code)
    join(student, api, code)
    alive(student)
    error = {"error": {"code": "store_full", "message": ERRORS["store_full"]}}
    student.route(
        "**/answer",
        lambda route: route.fulfill(status=503, json=error, headers={"Retry-After": "1"}),
    )
    send_button(student).click()
    expect(bar(student)).to_contain_text(ERRORS["store_full"])
    student.unroute("**/answer")
    expect_state(student, "sent")
    assert len(answers(api, code, number)) == 1


# Closed and ended


def test_a_closed_round_takes_nothing(student: Page, api: Api, code: str) -> None:
    number = api.round(code)
    join(student, api, code)
    alive(student)
    expect_state(student, "unsent")
    # The page does not know yet.
    api.teach("PATCH", f"/rooms/{code}/rounds/{number}", {"open": False})
    send_button(student).click()
    expect_state(student, "refused")
    expect(bar(student)).to_contain_text(ERRORS["round_closed"])
    look(student)
    expect(send_button(student)).to_have_attribute("aria-disabled", "true")
    requests = Requests(student)
    send_button(student).click(force=True)
    student.wait_for_load_state("networkidle")
    assert [url for url in requests if url.endswith("/answer")] == []
    assert answers(api, code, number) == []
    # Opened once more, it takes the answer, when the student sends it.
    api.teach("PATCH", f"/rooms/{code}/rounds/{number}", {"open": True})
    look(student)
    expect_state(student, "unsent")
    send_button(student).click()
    expect_state(student, "sent")


@pytest.mark.parametrize("keep", [True, False])
def test_when_the_class_has_ended_the_work_goes_along(
    student: Page, api: Api, code: str, keep: bool
) -> None:
    api.round(code)
    join(student, api, code)
    touch(alive(student), "perception", "ArrowRight")
    send_button(student).click()
    expect_state(student, "sent")
    api.teach("POST", f"/rooms/{code}/end", {"keep": keep})
    look(student)
    expect(line(student)).to_contain_text("has ended")
    expect(line(student)).to_contain_text(CLASS_PAGE["ended_hint"])
    expect_state(student, "closed_sent")
    with student.expect_download() as download:
        line(student).get_by_role("button", name=CLASS_PAGE["take"]).click()
    file = json.loads(download.value.path().read_text(encoding="utf-8"))
    assert [one["id"] for one in file["exercises"]] == ["gap-explorer"]
    expect(line(student).get_by_role("status")).to_have_text(BOOK["taken"])
    # On the next page too, until it is closed.
    student.goto(f"{address_of(api)}/{OTHER}")
    expect(line(student)).to_contain_text("has ended")
    line(student).get_by_role("button", name=CLASS_PAGE["close"]).click()
    expect(line(student)).to_have_count(0)
    requests = Requests(student)
    student.goto(f"{address_of(api)}/{CHAPTER}")
    student.wait_for_load_state("networkidle")
    assert joined(requests) == []


# Leaving


def test_leaving_is_asked_about_and_then_nothing_is_asked_of_the_class(
    student: Page, api: Api, code: str
) -> None:
    api.round(code)
    join(student, api, code)
    leave = line(student).get_by_role("button", name=CLASS_PAGE["leave"])
    leave.click()
    dialog = student.get_by_role("dialog", name=CLASS_PAGE["leave_title"])
    expect(dialog).to_contain_text(CLASS_PAGE["leave_text"])
    student.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    expect(leave).to_be_focused()
    leave.click()
    with student.expect_download():
        dialog.get_by_role("button", name=CLASS_PAGE["take"]).click()
    expect(dialog.get_by_role("status")).to_have_text(CLASS_PAGE["taken"])
    dialog.get_by_role("button", name=CLASS_PAGE["leave"]).click()
    expect(line(student)).to_have_count(0)
    expect(bar(student)).to_have_count(0)
    expect(student.locator(".sq-site-name")).to_be_focused()
    requests = Requests(student)
    look(student)
    student.goto(f"{address_of(api)}/{OTHER}")
    student.wait_for_load_state("networkidle")
    assert joined(requests) == []


def test_who_leaves_while_an_answer_waits_is_told_and_it_is_never_sent(
    student: Page, api: Api, code: str
) -> None:
    number = api.round(code)
    join(student, api, code)
    alive(student)
    cut_off(student)
    send_button(student).click()
    expect_state(student, "waiting")
    line(student).get_by_role("button", name=CLASS_PAGE["leave"]).click()
    dialog = student.get_by_role("dialog")
    expect(dialog).to_contain_text(CLASS_PAGE["leave_waiting"])
    dialog.get_by_role("button", name=CLASS_PAGE["leave"]).click()
    expect(line(student)).to_have_count(0)
    student.unroute("**/class/api/**")
    join(student, api, code)
    expect_state(student, "unsent")
    assert answers(api, code, number) == []


def test_a_page_that_the_browser_goes_back_to_has_left_too(
    student: Page, api: Api, code: str
) -> None:
    join(student, api, code)
    student.goto(f"{address_of(api)}/{OTHER}")
    line(student).get_by_role("button", name=CLASS_PAGE["leave"]).click()
    student.get_by_role("dialog").get_by_role("button", name=CLASS_PAGE["leave"]).click()
    expect(line(student)).to_have_count(0)
    student.go_back()
    student.wait_for_load_state("networkidle")
    expect(line(student)).to_have_count(0)


# What is sent, and what is not


def test_a_class_hears_a_random_number_and_the_answer_and_no_more(
    student: Page, api: Api, code: str
) -> None:
    api.round(code)
    join(student, api, code)
    alive(student)
    with student.expect_request("**/answer") as request:
        send_button(student).click()
    body = json.loads(request.value.post_data or "")
    assert set(body) == {"client", "sequence", "values"}
    assert re.fullmatch(r"[A-Za-z0-9_-]{32}", body["client"])
    assert set(body["values"]) == {field["name"] for field in EXPLORER.spec(str)["fields"]}
    expect_state(student, "sent")
    # Erased with all else that the browser keeps.
    student.goto(f"{address_of(api)}/book/workbook.html")
    student.get_by_role("button", name="Erase everything here").click()
    student.get_by_role("dialog").get_by_role("button").nth(1).click()
    expect(student.get_by_role("dialog")).to_have_count(0)
    kept = "Object.keys(localStorage).filter((key) => /class/.test(key))"
    student.wait_for_function(f"{kept}.length === 0")
    # Nor is the number made again while the page goes on asking.
    with student.expect_response(lambda answer: answer.url.endswith(code)):
        student.evaluate("dispatchEvent(new Event('online'))")
    assert student.evaluate(kept) == []


def test_a_browser_that_keeps_nothing_sends_all_the_same(
    visit: BrowserContext, api: Api, code: str
) -> None:
    visit.add_init_script(
        """for (const name of ["localStorage", "sessionStorage"]) {
          Object.defineProperty(window, name, {
            get() { throw new DOMException("blocked", "SecurityError"); },
          });
        }"""
    )
    number = api.round(code)
    student = visit.new_page()
    student.goto(f"{address_of(api)}/{CHAPTER}?room={code}")
    expect(bar(student)).to_be_visible()
    # The code stays in the address: nothing else would know it after a reload.
    assert f"room={code}" in student.url
    alive(student)
    cut_off(student)
    send_button(student).click()
    expect_state(student, "waiting")
    expect(bar(student)).to_contain_text(CLASS_PAGE["not_kept"])
    reach_again(student)
    expect_state(student, "sent")
    send_button(student).click()
    expect_state(student, "sent")
    assert len(answers(api, code, number)) == 1


def test_an_exercise_that_cannot_start_is_sent_as_it_stands(
    student: Page, api: Api, code: str
) -> None:
    number = api.round(code)
    student.route("**/micropython-*.js*", lambda route: route.abort())
    join(student, api, code)
    send_button(student).click()
    expect_state(student, "sent")
    assert len(answers(api, code, number)) == 1


def test_exercises_of_the_course_can_be_sent_as_they_are_built(
    student: Page, api: Api, site: Path
) -> None:
    # One with tables, one with choices, one with rows that come and go.
    for name in ("gap-model", "sorting-board", "programme-audit"):
        path = page_of(site, name)
        code = api.room()
        number = api.round(code, f"exercise/{name}")
        join(student, api, code, path)
        send_button(student, f"exercise/{name}").click()
        expect_state(student, "sent", f"exercise/{name}")
        assert len(answers(api, code, number)) == 1
