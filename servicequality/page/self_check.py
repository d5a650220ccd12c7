"""A whole self-check as HTML: readable before any script runs, and without one.

The contract that scripts, tests and tools rely on: one element with `data-self-check="NAME"` (the
spec's `name`), `data-topic` and `data-state` (`static` as built, `live` once it works, `failed`
when the runtime could not start), whose id `element_id` gives. It holds two forms of the same
questions:

- the sheet, `[data-sheet]`: all questions, and the answers folded away below them. It is there for
  readers without JavaScript, on paper, and where the self-check could not start;
- the stage, `[data-stage]`: what `core.self_check.screen` shows, one question at a time. As built
  it is the screen before the start. `page/runtime/practice/` brings it to life.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from servicequality.core.self_check import screen, start
from servicequality.core.views import fill
from servicequality.i18n.text import translator
from servicequality.page.html import to_html
from servicequality.page.items import order_of, sheet_answer, sheet_question
from servicequality.page.words import SELF_CHECK_PAGE
from servicequality.practice.bank import WHOLE, spec

Node = Any

# What no step and no screen looks at.
UNUSED = ("title", "chapter", "objectives")
UNUSED_OF_ITEMS = ("objective", "teaches", "misconceptions")


def element_id(check: dict[str, Any]) -> str:
    """The HTML id of a self-check, given its specification.

    It is made of the topic, or of the first question where only some are asked: a page may have
    self-checks on several topics, and several on one.
    """
    own: str = check["topic"] if check["name"] == WHOLE else check["items"][0]["id"]
    return f"self-check-{own}"


def self_check_html(
    topic: str, only: Sequence[str] | None = None, language: str = "en", level: int = 3
) -> str:
    """The page form of a self-check in a language.

    `only` are the ids of the questions that it asks, all of the topic's where it is None; `level`
    is that of its heading. Raises BankError where there is no such topic or question.
    """
    translate = translator(language)
    check = spec(topic, translate, only)
    words = {name: translate(text) for name, text in SELF_CHECK_PAGE.items()}
    element = frame(check, words, level)
    payload = {"language": language, "level": level, "spec": needed(check), "words": words}
    text = json.dumps(payload, ensure_ascii=False, separators=(",", ":"))
    script = [
        "script",
        {"type": "application/json", "data-self-check-payload": True},
        # "<" is written as an escape, so that no text can end the script element.
        {"html": text.replace("<", "\\u003c")},
    ]
    return to_html([[*element, script]], language)


def needed(check: dict[str, Any]) -> dict[str, Any]:
    """A specification without what the page has no use for."""
    items = [
        {name: part for name, part in item.items() if name not in UNUSED_OF_ITEMS}
        for item in check["items"]
    ]
    return {**{name: part for name, part in check.items() if name not in UNUSED}, "items": items}


def frame(check: dict[str, Any], words: dict[str, str], level: int) -> list[Any]:
    """The element of a self-check, without its script."""
    strings, own = check["strings"], element_id(check)
    return [
        "section",
        {
            "class": "sq-exercise sq-practice",
            "id": own,
            "data-self-check": check["name"],
            "data-topic": check["topic"],
            "data-state": "static",
            "aria-labelledby": f"{own}-title",
        },
        head(check, f"{own}-title", level),
        # Without a dialog round it, method="dialog" sends nothing: Enter must not reload the page.
        [
            "form",
            {"class": "sq-practice-form", "method": "dialog", "autocomplete": "off"},
            ["div", {"data-stage": True, "data-phase": "ready"}, *ready(check)],
        ],
        sheet(check),
        ["p", {"class": "sq-note", "data-kept": True}, strings["kept"]],
        ["p", {"class": "sq-hidden", "role": "status", "data-announce": True}],
        [
            "p",
            {"class": "sq-starting", "data-starting": True, "hidden": True},
            ["span", {}, words["starting"]],
        ],
    ]


def head(check: dict[str, Any], title_id: str, level: int) -> Node:
    """What it is, its title, what it is good for, and the place of notices."""
    strings, count = check["strings"], len(check["items"])
    number = {"number": count, "decimals": 0, "signed": False}
    counted = fill(strings["questions_one" if count == 1 else "questions"], {"count": number})
    return [
        "header",
        {"class": "sq-head"},
        ["p", {"class": "sq-kicker"}, strings["self_check"], " · ", *counted],
        [f"h{level}", {"id": title_id, "class": "sq-title"}, check["title"]],
        ["noscript", {}, ["p", {"class": "sq-notice"}, strings["no_script"]]],
        ["p", {"class": "sq-notice", "data-notice": True, "hidden": True}],
    ]


def ready(check: dict[str, Any]) -> list[Node]:
    """The screen before the start; `runtime/practice/self-check.js` draws the same."""
    strings = check["strings"]
    shown = screen(start(check, 0), check)
    return [
        ["p", {"class": "sq-practice-intro"}, strings["intro"]],
        ["div", {"class": "sq-practice-buttons"}, *[button(b, strings) for b in shown["buttons"]]],
    ]


def button(shown: dict[str, Any], strings: dict[str, str]) -> Node:
    """One button of a screen. The one that is meant to come next answers the Enter key."""
    attributes = {"type": "submit" if shown["main"] else "button", "data-word": shown["word"]}
    return ["button", attributes, strings[shown["word"]]]


def sheet(check: dict[str, Any]) -> Node:
    """All questions, and below them all answers."""
    strings = check["strings"]
    questions, answers = [], []
    for number, item in enumerate(check["items"], start=1):
        order = order_of(item, number)
        questions.append(["li", {}, *sheet_question(item, order, strings)])
        answers.append(["li", {}, *sheet_answer(item, order, strings)])
    return [
        "div",
        {"class": "sq-questions", "data-sheet": True},
        ["ol", {"class": "sq-sheet-questions"}, *questions],
        [
            "details",
            {"class": "sq-sheet-key"},
            ["summary", {}, strings["key_title"]],
            ["ol", {}, *answers],
        ],
    ]
