"""Self-checks on the pages of the built site: opening, answering and reading them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

from playwright.sync_api import Locator, Page, expect

from servicequality.core.answers import key_of
from servicequality.core.self_check import screen
from servicequality.page.html import to_text
from servicequality.practice.bank import PARTS, TEXTS, spec
from tests.pages import CHAPTER, show_interest
from tests.questions import tab_to

Item = dict[str, Any]
Screen = dict[str, Any]

# The self-check of the chapter: one question of each type.
TOPIC = "five-gap-model"
ONLY = [
    "heard-at-the-hotel",
    "breakfast-from-seven",
    "lake-hotel-promise",
    "follow-one-expectation",
    "surplus-in-the-lobby",
    "four-scores-added",
]
SPEC = spec(TOPIC, str, ONLY)
WORDS = SPEC["strings"]
KEY = f"servicequality/self-check/{TOPIC}"
WHOLE_PAGE = "practice/self-checks-1.html"

# Everything that is written in the stage, one text for each text node.
WRITTEN = """(stage) => {
  const walker = document.createTreeWalker(stage, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) found.push(walker.currentNode.textContent);
  return found;
}"""


def the_check(page: Page, topic: str = TOPIC) -> Locator:
    """The element of a self-check on the page that is open."""
    return page.locator(f'[data-self-check][data-topic="{topic}"]')


def open_check(page: Page, place: str, name: str = CHAPTER, topic: str = TOPIC) -> Locator:
    """The self-check of a page, alive."""
    # A page that glides to a place keeps each click waiting.
    page.emulate_media(reduced_motion="reduce")
    page.goto(f"{place}/{name}")
    return awake(page, topic)


def awake(page: Page, topic: str = TOPIC) -> Locator:
    """The self-check of the page that is open, alive."""
    check = the_check(page, topic)
    show_interest(check)
    expect(check).to_have_attribute("data-state", "live")
    return check


def record(page: Page, key: str = KEY) -> Any:
    """What the browser keeps of the topic, or None."""
    text = page.evaluate("(key) => localStorage.getItem(key)", key)
    return None if text is None else json.loads(text)


def kept_screen(page: Page, check: dict[str, Any] = SPEC) -> Screen:
    """What Python shows for the record that the browser keeps."""
    return screen(record(page, f"servicequality/self-check/{check['topic']}"), check)


def item(name: str) -> Item:
    """An item of the chapter's self-check, by its id or its type."""
    return next(entry for entry in SPEC["items"] if name in (entry["id"], entry["type"]))


def asked(check: Locator) -> Item:
    """The item that is on the screen."""
    name = check.locator(".sq-asked").get_attribute("data-item")
    return item(str(name))


def button(check: Locator, word: str) -> Locator:
    """A button of the screen."""
    return check.locator(f'[data-word="{word}"]')


def said(check: Locator) -> Locator:
    """The live region."""
    return check.get_by_role("status")


def heading(check: Locator) -> Locator:
    """The heading of the screen."""
    return check.locator("[data-heading]")


# Answers


def wrong_answer(entry: Item) -> Any:
    """An answer to an item that is not right, and of which parts are, where it has parts."""
    key = key_of(entry)
    kind = entry["type"]
    if kind == "single":
        return next(option["id"] for option in entry["options"] if option["id"] != key)
    if kind == "multiple":
        return key[:1]
    if kind == "true_false":
        return {**key, "answer": not key["answer"]}
    if kind == "matching":
        names = list(key)
        return {**key, names[0]: names[1]}
    if kind == "numeric":
        return entry["mistakes"][0]["value"]
    return [key[1], key[0], *key[2:]]


def give(check: Locator, value: Any) -> None:
    """Enters an answer to the question on the screen, by mouse."""
    entry = asked(check)
    kind = entry["type"]
    if kind == "single":
        check.locator(f'input[value="{value}"]').check()
    elif kind == "multiple":
        for name in value:
            check.locator(f'input[value="{name}"]').check()
    elif kind == "true_false":
        check.locator(f'[data-group=answer] input[value="{str(value["answer"]).lower()}"]').check()
        check.locator(f'[data-group=reason] input[value="{value["reason"]}"]').check()
    elif kind == "matching":
        for left, right in value.items():
            check.locator(f'[data-pair="{left}"]').select_option(right)
    elif kind == "numeric":
        check.locator(".sq-number-field").fill(str(value))
    else:
        put_in_order(check, value, lambda mover: mover.click())


def steps(check: Locator) -> list[str]:
    """The ids of the steps as they stand."""
    found: list[str] = check.locator("[data-step]").evaluate_all(
        "(steps) => steps.map((step) => step.dataset.step)"
    )
    return found


def put_in_order(check: Locator, wanted: list[str], press: Callable[[Locator], None]) -> None:
    """Moves steps up until they stand in an order."""
    for place, name in enumerate(wanted):
        while steps(check).index(name) > place:
            press(check.locator(f'[data-step="{name}"] [data-move=up]'))


def type_in(page: Page, check: Locator, value: Any) -> None:
    """Enters an answer to the question on the screen, by keyboard alone."""
    entry = asked(check)
    kind = entry["type"]
    if kind == "single":
        choose_radio(page, "answer", value)
    elif kind == "multiple":
        inputs = check.locator("[data-group=answer] input")
        for name in inputs.evaluate_all("(inputs) => inputs.map(({ value }) => value)"):
            if name in value:
                tab_to(page, f'[data-group=answer] input[value="{name}"]')
                page.keyboard.press("Space")
    elif kind == "true_false":
        choose_radio(page, "answer", str(value["answer"]).lower())
        choose_radio(page, "reason", value["reason"])
    elif kind == "matching":
        for left, right in value.items():
            tab_to(page, f'[data-pair="{left}"]')
            for _ in entry["pairs"] + entry["extra"]:
                page.keyboard.press("ArrowDown")
                if check.locator(f'[data-pair="{left}"]').input_value() == right:
                    break
    elif kind == "numeric":
        tab_to(page, ".sq-number-field")
        page.keyboard.type(str(value))
    else:
        put_in_order(check, value, press_mover)


def press_mover(mover: Locator) -> None:
    """Presses a button that moves a step by keyboard: to it by Tab, then Enter."""
    # The step may stand above the one that was moved last.
    backwards = mover.evaluate(
        "(button) => Boolean(document.activeElement.compareDocumentPosition(button)"
        " & Node.DOCUMENT_POSITION_PRECEDING)"
    )
    step = mover.locator("xpath=ancestor::li").get_attribute("data-step")
    tab_to(mover.page, f'[data-step="{step}"] [data-move=up]', backwards)
    mover.page.keyboard.press("Enter")


def choose_radio(page: Page, group: str, value: str) -> None:
    """Chooses one of a group of radio buttons, none of which is chosen."""
    tab_to(page, f"[data-group={group}] input")
    page.keyboard.press("Space")
    for _ in range(10):
        if page.evaluate("document.activeElement.value") == value:
            return
        page.keyboard.press("ArrowDown")
    raise AssertionError(f"no radio button of {group} is {value}")


def press(page: Page, word: str) -> None:
    """Presses a button of the screen by keyboard."""
    tab_to(page, f'[data-self-check] [data-word="{word}"]')
    page.keyboard.press("Enter")


# What the page must say


def texts_of(value: Any) -> Iterator[str]:
    """All texts in plain data."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, (list, dict)):
        for entry in value.values() if isinstance(value, dict) else value:
            yield from texts_of(entry)


def all_texts(entries: list[Item]) -> set[str]:
    """All texts of items, due or not: questions, options, explanations."""
    found = set()
    for entry in entries:
        for part in [entry, *(inner for name in PARTS for inner in entry.get(name, []))]:
            found |= {part[name] for name in TEXTS if part.get(name) and name != "unit"}
    return found


def due(shown: Item) -> set[str]:
    """The texts of an item's screen that a reader is to see."""
    found = dict(shown)
    choices = {choice["id"]: choice["text"] for choice in found.get("choices", [])}
    if shown["locked"] and choices:
        # Of what could be chosen there is left what was, and what belongs where that is wrong.
        del found["choices"]
        chosen = {choices[pair["chosen"]] for pair in found["pairs"] if pair["chosen"]}
        return set(texts_of(found)) | chosen
    return set(texts_of(found))


def expect_screen(check: Locator, spec: dict[str, Any] = SPEC) -> Screen:
    """Fails unless the page says what Python's screen of the kept record says; gives that."""
    shown = kept_screen(check.page, spec)
    expect(check.locator("[data-stage]")).to_have_attribute("data-phase", shown["phase"])
    written = check.locator("[data-stage]").evaluate(WRITTEN)
    items = [shown["item"]] if shown["item"] else [entry["item"] for entry in shown["review"]]
    wanted = set().union(*(due(entry) for entry in items))
    universe = all_texts(spec["items"])
    assert set(written) & universe == wanted & universe
    words = [WORDS[entry["word"]] for entry in shown["buttons"]]
    assert check.locator("[data-word]").all_text_contents() == words
    if shown["phase"] in ("asking", "told"):
        expect_question(check, shown)
    if shown["phase"] == "done":
        expect_result(check, shown)
    return shown


def expect_question(check: Locator, shown: Screen) -> None:
    """Fails unless the head of a question, its feedback and the row of questions are right."""
    position, entry = shown["position"], shown["item"]
    expect(heading(check)).to_have_text(WORDS["question_at"].format(**position))
    again = check.locator(".sq-asked-head").get_by_text(WORDS["second_try"])
    expect(again).to_have_count(1 if position["try"] > 1 else 0)
    feedback = check.locator(".sq-feedback")
    if shown["phase"] == "told":
        expect(feedback).to_have_text(to_text(shown["say"], "en"))
        expect(feedback).to_have_attribute("data-state", entry["status"])
    else:
        expect(feedback).to_have_count(0)
    names = check.locator(".sq-stepper button").evaluate_all(
        "(steps) => steps.map((step) => step.getAttribute('aria-label'))"
    )
    assert names == [
        WORDS["list_entry"].format(at=place, state=WORDS[f"state_{one['state']}"])
        for place, one in enumerate(shown["list"], start=1)
    ]
    problem = check.locator("[data-problem]")
    expect(problem).to_have_text(to_text(shown["problem"] or [], "en"))
    if shown["problem"] is None:
        expect(problem).to_be_hidden()
    else:
        expect(problem).to_be_visible()
    expect(check.locator("[data-unanswered]")).to_have_text(to_text(shown["note"], "en"))


def expect_result(check: Locator, shown: Screen) -> None:
    """Fails unless the counts and the states of the questions are right."""
    counts = shown["results"]
    lines = [WORDS["results_first"], WORDS["results_end"]]
    lines += [WORDS[f"results_{name}"] for name in ("revealed", "unanswered") if counts[name]]
    wanted = [line.format(**counts) for line in lines]
    assert check.locator(".sq-counts li").all_text_contents() == wanted
    expect(heading(check)).to_have_text(WORDS["results"])
    states = [WORDS[f"state_{entry['item']['status']}"] for entry in shown["review"]]
    assert check.locator(".sq-review-state").all_text_contents() == states
    buttons = [entry["event"] for entry in shown["review"] if entry["event"]]
    expect(check.locator("[data-reveal]")).to_have_count(len(buttons))
