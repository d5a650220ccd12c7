"""Questions of the bank that a class is asked: a card of their own, answered and sent."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from servicequality.core.answers import key_of
from servicequality.page.words import CLASS_PAGE
from tests.checked import SPEC, give, put_in_order, steps, wrong_answer
from tests.class_api import Api
from tests.class_visit import (
    address_of,
    answers,
    class_site,
    cut_off,
    expect_state,
    join,
    line,
    look,
    reach_again,
    send_button,
)
from tests.pages import CHAPTER

# One of each type that the chapter asks.
ITEMS = list({item["type"]: item for item in SPEC["items"]}.values())


@pytest.fixture(scope="module")
def api(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Api]:
    with class_site(site, tmp_path_factory.mktemp("class")) as api:
        yield api


def card(page: Page, item: dict[str, Any]) -> Locator:
    """The card of a question."""
    return page.locator(f'[data-class-question="{item["id"]}"]')


def subject_of(item: dict[str, Any]) -> str:
    """What rounds call a question."""
    return f"item/{item['id']}"


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: item["type"])
def test_a_question_is_answered_and_sent_again(page: Page, api: Api, item: dict[str, Any]) -> None:
    code, subject = api.room(), subject_of(item)
    number = api.round(code, subject)
    join(page, api, code, CHAPTER)
    expect(card(page, item).locator(".sq-question")).to_have_text(item["question"])
    give(card(page, item), wrong_answer(item))
    send_button(page, subject).click()
    expect_state(page, "sent", subject)
    right = key_of(item)
    if item["type"] == "multiple":
        # One is chosen already.
        right = right[1:]
    give(card(page, item), right)
    expect_state(page, "changed", subject)
    send_button(page, subject).click()
    expect_state(page, "sent", subject)
    (stored,) = answers(api, code, number)
    if item["type"] == "numeric":
        assert float(stored["answer"]) == key_of(item)
    elif item["type"] == "multiple":
        assert set(stored["answer"]) == set(key_of(item))
    else:
        assert stored["answer"] == key_of(item)
    # Reloaded, the card holds what was sent.
    page.reload()
    expect_state(page, "sent", subject)
    # Nothing of the right answer is told.
    expect(card(page, item).locator("[data-state=right], .sq-feedback")).to_have_count(0)


def test_an_answer_outlives_a_look_at_another_page(page: Page, api: Api) -> None:
    item = next(item for item in ITEMS if item["type"] == "true_false")
    code, subject = api.room(), subject_of(item)
    api.round(code, subject)
    join(page, api, code, CHAPTER)
    card(page, item).locator("[data-group=reason] input").nth(1).check()
    page.goto(f"{address_of(api)}/index.html")
    expect(line(page)).to_be_visible()
    page.goto(f"{address_of(api)}/{CHAPTER}")
    expect_state(page, "unsent", subject)
    expect(card(page, item).locator("[data-group=reason] input").nth(1)).to_be_checked()
    expect(card(page, item).locator("[data-group=answer] input:checked")).to_have_count(0)


def test_an_answer_that_is_not_complete_is_not_sent(page: Page, api: Api) -> None:
    item = next(item for item in ITEMS if item["type"] == "matching")
    code, subject = api.room(), subject_of(item)
    number = api.round(code, subject)
    join(page, api, code, CHAPTER)
    first, *rest = key_of(item).items()
    give_pairs = card(page, item)
    give_pairs.locator(f'[data-pair="{first[0]}"]').select_option(first[1])
    send_button(page, subject).click()
    expect(card(page, item).get_by_text(CLASS_PAGE["incomplete"]).first).to_be_visible()
    expect(card(page, item).get_by_role("status")).to_have_text(CLASS_PAGE["incomplete"])
    expect(give_pairs.locator(f'[data-pair="{rest[0][0]}"]')).to_be_focused()
    assert answers(api, code, number) == []
    for left, right in rest:
        give_pairs.locator(f'[data-pair="{left}"]').select_option(right)
    expect(card(page, item).locator(".sq-notice")).to_be_hidden()
    send_button(page, subject).click()
    expect_state(page, "sent", subject)


def test_the_line_leads_to_the_card(page: Page, api: Api) -> None:
    item = ITEMS[0]
    code = api.room()
    api.round(code, subject_of(item))
    join(page, api, code, "book/references.html")
    line(page).get_by_role("link").click()
    expect(card(page, item)).to_be_in_viewport()
    expect(card(page, item).locator(".sq-title")).to_be_focused()
    expect(page).to_have_url(f"{address_of(api)}/{page.url.split('/', 3)[3]}")
    assert page.url.endswith(f"#class-question-{item['id']}")


def test_enter_in_the_field_of_a_number_sends_nothing_by_accident(page: Page, api: Api) -> None:
    item = next(item for item in ITEMS if item["type"] == "numeric")
    code, subject = api.room(), subject_of(item)
    number = api.round(code, subject)
    join(page, api, code, CHAPTER)
    field = card(page, item).locator(".sq-number-field")
    field.fill("3")
    field.press("Enter")
    expect_state(page, "unsent", subject)
    assert answers(api, code, number) == []
    field.fill("many")
    send_button(page, subject).click()
    expect_state(page, "refused", subject)


def test_a_vote_waits_and_is_discussed_and_taken_again(page: Page, api: Api) -> None:
    item = next(item for item in ITEMS if item["type"] == "ordering")
    code, subject = api.room(), subject_of(item)
    first = api.round(code, subject)
    join(page, api, code, CHAPTER)
    cut_off(page)
    wrong = wrong_answer(item)
    put_in_order(card(page, item), wrong, lambda mover: mover.click())
    send_button(page, subject).click()
    expect_state(page, "waiting", subject)
    page.reload()
    assert answers(api, code, first) == []
    # The answer comes back with the class, whose rounds the page has to hear of first.
    reach_again(page)
    expect_state(page, "sent", subject)
    assert steps(card(page, item)) == wrong
    api.teach("PATCH", f"/rooms/{code}/rounds/{first}", {"open": False})
    second = api.round(code, subject)
    look(page)
    expect_state(page, "unsent_again", subject)
    assert steps(card(page, item)) == wrong
    put_in_order(card(page, item), key_of(item), lambda mover: mover.click())
    send_button(page, subject).click()
    expect_state(page, "sent", subject)
    assert answers(api, code, first) == [{"answer": wrong}]
    assert answers(api, code, second) == [{"answer": key_of(item)}]
