"""The student's workbook as HTML: what stands on the page before its script fills it.

`runtime/workbook/` reads the names and attributes here. All but the note for readers without
JavaScript is hidden until the script has something to show.
"""

from __future__ import annotations

import json
from typing import Any

from servicequality.core.workbook import LONGEST_ALIAS
from servicequality.i18n.interface import INTERFACE
from servicequality.page.html import to_html
from servicequality.page.words import WORKBOOK
from servicequality.practice import bank, deck

Node = Any

# What of an exercise's specification the page needs: to show records, and to check files.
OF_SPEC = ("id", "title", "question", "done_with")
OF_GROUP = ("legend", "names", "teaching")
OF_TEACHING = ("answer", "reveal", "scores", "words", "pass_share")
NOT_OF_FIELD = ("help", "buttons", "words")
# What of a self-check's spec and items it needs: to tell what came of them, and to check files.
OF_TOPIC = ("topic", "title", "name", "known")
OF_ITEM = ("id", "type", "question", "unit")

# The texts of the interface that the page needs, beside its own: what is wrong with a file.
VALUE_FAULTS = (
    "missing", "not_a_number", "not_whole", "out_of_range", "not_an_option", "not_rows",
    "too_few_rows", "not_yes_or_no", "not_text", "too_long",
)  # fmt: skip
OF_INTERFACE = (
    "take_along", "your_answer", *VALUE_FAULTS, *(key for key in INTERFACE if key[:5] == "file_"),
)  # fmt: skip


def workbook_html(words: dict[str, str]) -> str:
    """The workbook in the language of its words (`workbook_words`)."""
    return to_html([frame(words)], "en")


def workbook_words(translate: Any) -> dict[str, str]:
    """All texts of the workbook, translated."""
    found = {key: translate(INTERFACE[key]) for key in OF_INTERFACE}
    found.update({key: translate(text) for key, text in WORKBOOK.items()})
    return found


def payload_html(payload: dict[str, Any]) -> str:
    """The script element of what the page's script reads."""
    attributes = {"type": "application/json", "data-workbook-payload": True}
    # "<" is written as an escape, so that no text can end the script element.
    text = json.dumps(payload, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return to_html([["script", attributes, {"html": text}]], "en")


def reduced(spec: dict[str, Any]) -> dict[str, Any]:
    """What the workbook needs of an exercise's specification."""
    teaching = spec["teaching"]
    return {
        **{key: spec[key] for key in OF_SPEC},
        "groups": [{key: group[key] for key in OF_GROUP} for group in spec["groups"]],
        "fields": [reduced_field(field) for field in spec["fields"]],
        "teaching": None if teaching is None else {key: teaching[key] for key in OF_TEACHING},
    }


def reduced_field(field: dict[str, Any]) -> dict[str, Any]:
    """What the workbook needs of a field's specification."""
    found = {key: value for key, value in field.items() if key not in NOT_OF_FIELD}
    if "columns" in found:
        found["columns"] = [reduced_field(column) for column in found["columns"]]
    return found


def practice_payload(translate: Any) -> dict[str, Any]:
    """What the workbook needs of self-checks and flashcards: all `topics` by name, and the `deck`.

    In the form of `core.workbook_practice`.
    """
    topics = {slug: reduced_topic(bank.spec(slug, translate)) for slug in bank.topics()}
    return {"topics": topics, "deck": deck.card_ids()}


def reduced_topic(spec: dict[str, Any]) -> dict[str, Any]:
    """What the workbook needs of a topic."""
    return {
        **{key: spec[key] for key in OF_TOPIC},
        "items": [reduced_item(item) for item in spec["items"]],
    }


def reduced_item(item: dict[str, Any]) -> dict[str, Any]:
    """What the workbook needs of a question: of all that it lists, the ids alone."""
    found = {key: item[key] for key in OF_ITEM if key in item}
    for part in bank.PARTS:
        if part in item and part != "mistakes":
            found[part] = [{"id": entry["id"]} for entry in item[part]]
    return found


def frame(words: dict[str, str]) -> Node:
    """The element of the workbook: notices, tools, progress, choices, document, dialogs."""
    hidden = {"data-live": True, "hidden": True}
    return [
        "div",
        {"class": "sq-workbook sq-wide", "data-workbook": True, "data-state": "static"},
        ["noscript", {}, ["p", {"class": "sq-notice"}, words["no_script"]]],
        ["p", {"class": "sq-notice", "data-storage": True, "hidden": True}],
        ["div", hidden, tools(words), progress(words), choices(words)],
        ["div", {"class": "sq-sheet", "data-document": True, "hidden": True}],
        ["div", {"class": "sq-beyond", "data-beyond": True, "hidden": True}],
        erase_dialog(words),
        conflict_dialog(words),
    ]


def tools(words: dict[str, str]) -> Node:
    """Alias and date, and all that can be done with the workbook as a whole."""
    return [
        "div",
        {"class": "sq-tools", "role": "group", "aria-labelledby": "workbook-take-title"},
        ["h2", {"id": "workbook-take-title"}, words["take_title"]],
        ["div", {"class": "sq-own"}, *alias(words), *date(words)],
        [
            "div",
            {"class": "sq-take", "data-exports": True},
            button("take-along", words["take_along"], "sq-primary"),
            ["p", {"class": "sq-note"}, words["take_hint"]],
        ],
        [
            "div",
            {"class": "sq-actions", "role": "group", "data-exports": True,
             "aria-label": words["formats"]},
            button("word", words["word"]),
            button("markdown", words["markdown"]),
            button("print", words["print"]),
        ],
        [
            "div",
            {"class": "sq-actions sq-other", "role": "group", "aria-label": words["other"]},
            [
                "label",
                {"class": "sq-file"},
                ["span", {}, words["load"]],
                ["input", {"type": "file", "multiple": True, "accept": ".json,application/json",
                           "data-load": True}],
            ],
            button("erase", words["erase"], "sq-danger"),
        ],
        ["p", {"class": "sq-said", "role": "status", "data-said": True}],
        ["div", {"class": "sq-refused", "role": "alert", "data-refused": True}],
    ]  # fmt: skip


def alias(words: dict[str, str]) -> list[Node]:
    """The field of the name that the student has chosen."""
    attributes = {
        "type": "text",
        "id": "workbook-alias",
        "maxlength": LONGEST_ALIAS,
        "autocomplete": "off",
        "spellcheck": "false",
        "aria-describedby": "workbook-alias-hint",
        "data-own": "alias",
    }
    return own_field(words, "alias", attributes)


def date(words: dict[str, str]) -> list[Node]:
    """The field of the date; years of five digits are none that a file can hold."""
    attributes = {
        "type": "date",
        "id": "workbook-date",
        "max": "9999-12-31",
        "aria-describedby": "workbook-date-hint",
        "data-own": "date",
    }
    return own_field(words, "date", attributes)


def own_field(words: dict[str, str], name: str, attributes: dict[str, Any]) -> list[Node]:
    """A field with label and hint."""
    own = f"workbook-{name}"
    hint = ["p", {"class": "sq-note", "id": f"{own}-hint"}, words[f"{name}_hint"]]
    return [
        ["div", {"class": "sq-own-field"}, ["label", {"for": own}, words[name]],
         ["input", attributes], hint],
    ]  # fmt: skip


def button(action: str, text: str, name: str = "") -> Node:
    """A button that does something with the workbook."""
    return ["button", {"type": "button", "class": name, "data-action": action}, text]


def progress(words: dict[str, str]) -> Node:
    """How many exercises and self-checks are done and begun, cards learnt, pages read."""
    return [
        "div",
        {"class": "sq-progress"},
        ["h2", {}, words["progress"]],
        *measure("exercises", ("done", "begun")),
        *measure("self_checks", ("done", "begun")),
        *measure("flashcards", ("learnt", "learning")),
        *measure("pages", ("read",)),
    ]


def measure(name: str, parts: tuple[str, ...]) -> list[Node]:
    """A sentence and, for the eye, a bar of the same meaning."""
    # What is not finished is begun, whatever it is called.
    names = {part: "begun" if part == "learning" else part for part in parts}
    bars = [["span", {"class": f"sq-bar-{names[part]}", "data-part": part}] for part in parts]
    return [
        ["p", {"data-count": name}],
        ["div", {"class": "sq-bar", "aria-hidden": "true", "data-bar": name}, *bars],
    ]


def choices(words: dict[str, str]) -> Node:
    """The place of the choice of what goes in."""
    return [
        "details",
        {"class": "sq-choices"},
        ["summary", {"data-chosen": True}],
        [
            "div",
            {"class": "sq-actions"},
            button("choose-all", words["choose_all"]),
            button("choose-none", words["choose_none"]),
        ],
        ["div", {"data-choices": True}],
    ]


def dialog(name: str, words: dict[str, str], text: str, buttons: list[Node]) -> Node:
    """A question that waits for an answer: the value of a button, or nothing for Escape."""
    title = f"workbook-{name}-title"
    return [
        "dialog",
        {"class": "sq-dialog", "data-dialog": name, "aria-labelledby": title,
         "aria-describedby": f"workbook-{name}-text"},
        [
            "form",
            {"method": "dialog"},
            ["h2", {"id": title}, words[f"{name}_title"]],
            ["div", {"id": f"workbook-{name}-text"}, ["p", {"data-text": True}, text],
             ["ul", {"data-names": True, "hidden": True}]],
            ["div", {"class": "sq-actions"}, *buttons,
             answer("", words["cancel"])],
        ],
    ]  # fmt: skip


def answer(value: str, text: str, name: str = "") -> Node:
    """A button that closes a dialog with a value."""
    return ["button", {"type": "submit", "class": name, "value": value}, text]


def erase_dialog(words: dict[str, str]) -> Node:
    """Asks before everything is erased."""
    take = answer("take", words["erase_take"], "sq-primary")
    erase = answer("erase", words["erase_only"], "sq-danger")
    return dialog("erase", words, words["erase_text"], [take, erase])


def conflict_dialog(words: dict[str, str]) -> Node:
    """Asks which entries to keep where a file has others."""
    use = answer("file", words["use_file"], "sq-primary")
    keep = answer("mine", words["keep_mine"])
    return dialog("conflict", words, "", [use, keep])
