"""The flashcards as HTML: how they work, a place for the cards, and all terms to read.

The contract that scripts and tests rely on: one `<section data-flashcards id="flashcards">` with
`data-state` (`static` as built, `live` once its buttons work, `failed` when the runtime could not
start). Without JavaScript, and on paper, the list of terms stands for the cards.

`runtime/practice/` fills in what has a `data-` name here, and shows and hides these parts; the
texts that it puts together itself come in a payload.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from servicequality.core.flashcards import NEW_A_DAY
from servicequality.core.memory import AGAIN, EASY, GOOD, HARD
from servicequality.i18n.numbers import format_number
from servicequality.i18n.text import translator
from servicequality.page.html import to_html
from servicequality.page.words import FLASHCARDS
from servicequality.practice.deck import deck, entries

Node = Any
Words = dict[str, str]
Translate = Callable[[str], str]

ID = "flashcards"
RATINGS = ((AGAIN, "again"), (HARD, "hard"), (GOOD, "good"), (EASY, "easy"))
# What of a card the page needs.
OF_CARD = ("id", "kind", "front", "back", "more", "english", "bulgarian", "own_proposal")


def flashcards_html(language: str = "en", level: int = 2) -> str:
    """The page form of the flashcards in a language; `level` is that of their heading."""
    translate = translator(language)
    cards = deck(translate)
    words = {key: translate(text) for key, text in FLASHCARDS.items()}
    numbers = {"terms": len(entries()), "cards": len(cards), "limit": NEW_A_DAY}
    for name, number in numbers.items():
        written = format_number(number, 0, False, language)
        for key in ("title", "daily", "list_title"):
            words[key] = words[key].replace("{" + name + "}", written)
    payload = {
        "language": language,
        "strings": words,
        "cards": [{key: card[key] for key in OF_CARD} for card in cards],
    }
    # "<" is written as an escape, so that no text can end the script element.
    text = json.dumps(payload, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    script = ["script", {"type": "application/json", "data-cards-payload": True}, {"html": text}]
    section = [
        "section",
        {
            "class": "sq-practice",
            "id": ID,
            "data-flashcards": True,
            "data-state": "static",
            "aria-labelledby": f"{ID}-title",
        },
        head(words, level),
        table(words),
        ["p", {"class": "sq-hidden", "role": "status", "data-announce": True}],
        *term_list(words, translate, level + 1),
        script,
    ]
    return to_html([section], language)


def head(words: Words, level: int) -> Node:
    """What this is, how it works in three sentences, and the places of notices."""
    steps = [["li", {}, words[key]] for key in ("how_read", "how_turn", "how_back")]
    return [
        "header",
        {"class": "sq-cards-head"},
        [f"h{level}", {"id": f"{ID}-title", "class": "sq-title"}, words["title"]],
        ["ol", {"class": "sq-cards-how"}, *steps],
        ["noscript", {}, ["p", {"class": "sq-notice"}, words["no_script"]]],
        ["p", {"class": "sq-notice", "data-notice": True, "hidden": True}],
    ]


def table(words: Words) -> Node:
    """Where cards are turned: counts above, the card, tools and what becomes of it below."""
    return [
        "div",
        {"class": "sq-cards", "data-cards": True, "role": "group",
         "aria-label": words["flashcards"]},
        ["p", {"class": "sq-cards-counts", "data-counts": True}, words["daily"]],
        ["div", {"class": "sq-flashcard", "data-card": True}, idle(words), front(words),
         back(words), ratings(words), end(words)],
        [
            "div",
            {"class": "sq-cards-tools"},
            button("undo", words["undo"], hidden=True),
            button("stop", words["stop"], hidden=True),
            ["p", {"class": "sq-note", "data-kept": True}, words["kept"]],
        ],
    ]  # fmt: skip


def button(action: str, text: str, name: str = "", hidden: bool = False) -> Node:
    """A button that does something with the cards."""
    attributes = {"type": "button", "class": name, "data-action": action, "hidden": hidden}
    return ["button", attributes, text]


def idle(words: Words) -> Node:
    """What stands in the place of a card before a session."""
    return [
        "div",
        {"class": "sq-card-idle", "data-part": "idle", "data-focus": "idle", "tabindex": "-1"},
        button("start", words["start"], "sq-primary"),
        ["p", {"class": "sq-card-next", "data-next": True, "hidden": True}],
    ]


def front(words: Words) -> Node:
    """The front of a card, and the button that turns it."""
    return [
        "div",
        {"class": "sq-card-front", "data-part": "front", "hidden": True},
        [
            "div",
            {"data-focus": "front", "tabindex": "-1", "role": "group",
             "aria-labelledby": f"{ID}-asks {ID}-front"},
            ["p", {"class": "sq-card-label", "id": f"{ID}-asks", "data-asks": True}],
            ["p", {"class": "sq-card-text", "id": f"{ID}-front", "data-front": True}],
        ],
        button("turn", words["show"], "sq-primary"),
    ]  # fmt: skip


def back(words: Words) -> Node:
    """The back of a card: the answer, the term in the other language, what explains it."""
    return [
        "div",
        {"class": "sq-card-back", "data-part": "back", "data-focus": "back", "tabindex": "-1",
         "role": "group", "aria-labelledby": f"{ID}-answer {ID}-back", "hidden": True},
        ["p", {"class": "sq-card-label", "id": f"{ID}-answer"}, words["answer"]],
        ["p", {"class": "sq-card-text", "id": f"{ID}-back", "data-answer": True}],
        [
            "dl",
            {},
            line({"data-english": True}, words["in_english"], ["span", {"lang": "en"}]),
            line(
                {"data-bulgarian": True},
                words["in_bulgarian"],
                ["span", {"lang": "bg"}],
                ["span", {"class": "sq-note", "data-proposal": True, "hidden": True},
                 f" ({words['own_proposal']})"],
            ),
            line({"data-more": True}, "", ["span", {}]),
        ],
    ]  # fmt: skip


def line(attributes: dict[str, Any], label: str, *values: Node) -> Node:
    """One line of the back: what it is about, and a place for it."""
    return ["div", attributes, ["dt", {}, label], ["dd", {}, *values]]


def ratings(words: Words) -> Node:
    """The four ratings, each with a place for the wait that it gives."""
    buttons = [
        [
            "button",
            {"type": "button", "class": f"sq-rate-{name}", "data-rating": rating,
             "aria-keyshortcuts": rating},
            ["span", {"class": "sq-rate-name"}, words[name]],
            " ",
            ["span", {"class": "sq-rate-wait", "data-wait": True}],
            ["kbd", {"aria-hidden": "true"}, str(rating)],
        ]
        for rating, name in RATINGS
    ]  # fmt: skip
    return [
        "div",
        {"class": "sq-card-ratings", "data-part": "ratings", "role": "group",
         "aria-labelledby": f"{ID}-rate", "hidden": True},
        ["p", {"id": f"{ID}-rate"}, words["rate"]],
        ["div", {"class": "sq-ratings"}, *buttons],
    ]  # fmt: skip


def end(words: Words) -> Node:
    """What stands in the place of a card when none is due."""
    return [
        "div",
        {"class": "sq-card-end", "data-part": "end", "data-focus": "end", "tabindex": "-1",
         "role": "group", "aria-labelledby": f"{ID}-end", "hidden": True},
        ["p", {"class": "sq-card-text", "id": f"{ID}-end", "data-end": True}],
        ["p", {"data-waiting": True, "hidden": True}, words["waiting_text"]],
        ["p", {"data-today": True}],
        ["p", {"class": "sq-card-next", "data-next": True, "hidden": True}],
        button("start", words["go_on"], "sq-primary", hidden=True),
    ]  # fmt: skip


def term_list(words: Words, translate: Translate, level: int) -> list[Node]:
    """All terms by name: in two languages, with meaning and example."""
    named = sorted(entries(), key=lambda entry: translate(entry["term"]).casefold())
    return [
        [f"h{level}", {"id": f"{ID}-terms"}, words["list_title"]],
        ["p", {"class": "sq-cards-paper"}, words["list_hint"]],
        ["p", {"class": "sq-note"}, words["list_star"]],
        ["dl", {"class": "sq-term-list"}, *[term_entry(entry, translate) for entry in named]],
    ]


def term_entry(entry: dict[str, Any], translate: Translate) -> Node:
    """One term of the list."""
    star = "*" if entry["own_proposal"] else ""
    bulgarian = ["span", {"lang": "bg"}, entry["bulgarian"] + star]
    return [
        "div",
        {},
        ["dt", {}, translate(entry["term"]), " ", bulgarian],
        ["dd", {}, translate(entry["definition"])],
        ["dd", {"class": "sq-term-example"}, translate(entry["example"])],
    ]
