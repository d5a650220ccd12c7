"""The question bank: `data/questions/TOPIC.yaml`, one file for each chapter, read and checked."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from servicequality.content import DATA, load, names
from servicequality.core.answers import checked, key_of, problem
from servicequality.practice.words import SELF_CHECK

FOLDER = "questions/"
WHOLE = "all"
# The lists that an item may have, and the texts that an item, or an entry of these, may have.
PARTS = ("options", "reasons", "pairs", "extra", "mistakes", "steps")
TEXTS = ("question", "explanation", "unit", "text", "left", "right")

Translate = Callable[[str], str]
Item = dict[str, Any]


class BankError(Exception):
    """Something is wrong with the question bank, or with what was asked of it; the text says what.

    It names the topic or file, and the item.
    """


def topics(folder: Path = DATA) -> list[str]:
    """The slugs of all topics, in the order of their chapters."""
    slugs = [name[len(FOLDER) :] for name in names(folder) if name.startswith(FOLDER)]
    return sorted(slugs, key=lambda slug: (load(FOLDER + slug, folder)["chapter"], slug))


def topic(slug: str, folder: Path = DATA) -> dict[str, Any]:
    """A topic's file: `topic`, `title`, `chapter`, `objectives` and `items`. Not to be changed.

    Raises BankError, with near misses, where there is no such topic, and DataError where its file
    breaks the schema.
    """
    known = topics(folder)
    if slug not in known:
        raise BankError(f"The question bank has no topic {slug!r}.{hint(slug, known)}")
    found: dict[str, Any] = load(FOLDER + slug, folder)
    return found


def items(slug: str, only: Sequence[str] | None = None, folder: Path = DATA) -> list[Item]:
    """The items of a topic, or those that `only` names, in its order.

    Raises BankError for an unknown topic, and where `only` is empty, names an item twice, or one
    that the topic does not have.
    """
    found: list[Item] = topic(slug, folder)["items"]
    if only is None:
        return found
    if not only:
        raise BankError(f"Topic {slug!r}: `only` names no item. Leave it out to ask them all.")
    by_id = {item["id"]: item for item in found}
    for name in only:
        if name not in by_id:
            raise BankError(
                f"Topic {slug!r} has no item {name!r}.{whereabouts(name, slug, folder)}"
            )
    if len(set(only)) < len(only):
        twice = next(name for name in only if list(only).count(name) > 1)
        raise BankError(f"Topic {slug!r}: `only` names item {twice!r} twice.")
    return [by_id[name] for name in only]


def whereabouts(name: str, slug: str, folder: Path) -> str:
    """Where an item that a topic lacks is to be found, or what may have been meant."""
    for other in topics(folder):
        if any(item["id"] == name for item in topic(other, folder)["items"]):
            return f" It belongs to topic {other!r}; a self-check asks items of one topic."
    return hint(name, [item["id"] for item in topic(slug, folder)["items"]])


def hint(name: str, known: Iterable[str]) -> str:
    """What may have been meant by a name that is not known, and what there is."""
    known = list(known)
    near = difflib.get_close_matches(name, known, n=3)
    if near:
        return f" Did you mean {' or '.join(repr(entry) for entry in near)}?"
    return f" There are: {', '.join(known) or 'none'}."


def every_item(folder: Path = DATA) -> list[Item]:
    """All items of the bank, each with the `topic` that it belongs to, in the order of chapters."""
    return [
        {**item, "topic": slug} for slug in topics(folder) for item in items(slug, None, folder)
    ]


def spec(
    slug: str,
    translate: Translate,
    only: Sequence[str] | None = None,
    folder: Path = DATA,
) -> dict[str, Any]:
    """The plain data that a surface needs for a self-check, its texts put through `translate`.

    A dict with

    - `topic`, `title`, `chapter`, and `objectives` (those of its items: `id`, `text`);
    - `name`: `"all"`, or the ids of `only` joined by `+`; the record keeps its run by this name;
    - `known`: the ids of all items of the topic;
    - `items`: as in the file, but every option has `right` (True or False) and every matching has
      `extra`;
    - `strings`: the texts of the interface by id, `servicequality.practice.words`.

    Raises BankError as `items` does.
    """
    whole = topic(slug, folder)
    asked = [shown(item, translate) for item in items(slug, only, folder)]
    meant = {item["objective"] for item in asked}
    return {
        "topic": slug,
        "title": translate(whole["title"]),
        "chapter": whole["chapter"],
        "name": WHOLE if only is None else "+".join(only),
        "known": [item["id"] for item in whole["items"]],
        "objectives": [
            {"id": objective["id"], "text": translate(objective["text"])}
            for objective in whole["objectives"]
            if objective["id"] in meant
        ],
        "items": asked,
        "strings": {name: translate(text) for name, text in SELF_CHECK.items()},
    }


def shown(item: Item, translate: Translate) -> Item:
    """An item with its texts translated and what it may leave out written out."""
    found = translated(item, translate)
    for part in PARTS:
        if part in item:
            found[part] = [translated(entry, translate) for entry in item[part]]
    for option in found.get("options", []) + found.get("reasons", []):
        option.setdefault("right", False)
    if item["type"] == "matching":
        found.setdefault("extra", [])
    return found


def translated(entry: dict[str, Any], translate: Translate) -> dict[str, Any]:
    """An item or an entry of it, its own texts translated; a text that is empty stays empty."""
    return {
        name: translate(value) if name in TEXTS and isinstance(value, str) and value else value
        for name, value in entry.items()
    }


def texts(slug: str, folder: Path = DATA) -> list[str]:
    """All texts of a topic that a reader may see, for the translators' template."""
    found: list[str] = []

    def note(text: str) -> str:
        found.append(text)
        return text

    whole = topic(slug, folder)
    note(whole["title"])
    for objective in whole["objectives"]:
        note(objective["text"])
    for item in whole["items"]:
        shown(item, note)
    return found


# What a schema cannot check


def check_bank(folder: Path = DATA) -> None:
    """Raises BankError, naming file and item, for the first fault that no schema finds.

    Raises DataError where a file breaks its schema.
    """
    for fault in faults(folder):
        raise BankError(fault)


def faults(folder: Path = DATA) -> list[str]:
    """All that is wrong with the bank beyond its schema: one sentence each, with file and item."""
    found = []
    seen: dict[str, str] = {}
    chapters: dict[int, str] = {}
    for slug in topics(folder):
        whole = topic(slug, folder)
        file = f"data/{FOLDER}{slug}.yaml"
        found += [f"{file}: {fault}." for fault in topic_faults(slug, whole)]
        if whole["chapter"] in chapters:
            found.append(f"{file}: {chapters[whole['chapter']]} is on the same chapter.")
        chapters.setdefault(whole["chapter"], slug)
        for item in whole["items"]:
            where = f"{file}, {item['id']}"
            if item["id"] in seen:
                found.append(f"{where}: {seen[item['id']]} has an item of the same id.")
            seen.setdefault(item["id"], file)
            found += [f"{where}: {fault}." for fault in item_faults(item, whole)]
    return found


def topic_faults(slug: str, whole: dict[str, Any]) -> Iterator[str]:
    """What is wrong with a topic as a whole."""
    if whole["topic"] != slug:
        yield f"its topic is {whole['topic']!r}, unlike its name"
    objectives = [objective["id"] for objective in whole["objectives"]]
    for name in repeated(objectives):
        yield f"two objectives have the id {name!r}"
    asked = {item["objective"] for item in whole["items"]}
    for name in objectives:
        if name not in asked:
            yield f"no item asks about the objective {name!r}"
    for text in [whole["title"], *(objective["text"] for objective in whole["objectives"])]:
        yield from text_faults(text)


def item_faults(item: Item, whole: dict[str, Any]) -> Iterator[str]:
    """What is wrong with one item of a topic."""
    if item["objective"] not in [objective["id"] for objective in whole["objectives"]]:
        yield f"the topic has no objective {item['objective']!r}"
    for name in item["teaches"]:
        if name not in source_ids():
            yield f"the course source has no id {name!r}"
    for name in item.get("misconceptions", []):
        if name not in misconceptions():
            yield f"data/misconceptions.yaml has no {name!r}"
    entries = [item, *(entry for part in PARTS for entry in item.get(part, []))]
    for entry in entries:
        for name in TEXTS:
            if isinstance(entry.get(name), str):
                yield from text_faults(entry[name])
    for text in repeated([entry["explanation"] for entry in entries if "explanation" in entry]):
        yield f"two explanations are the same: {text!r}"
    yield from CHOICES[item["type"]](item)
    key = key_of(item)
    if problem(item, key) is not None or checked(item, key)["status"] != "right":
        yield "its own answer is not judged right"


def text_faults(text: str) -> Iterator[str]:
    """What is wrong with a text: spaces or line breaks where none belong."""
    if text != " ".join(text.split()):
        yield f"a text has spaces or line breaks too many; fold it with '>-': {text[:40]!r}"


def option_faults(item: Item) -> Iterator[str]:
    """What is wrong with options or reasons."""
    entries = item["reasons"] if item["type"] == "true_false" else item["options"]
    names = [entry["id"] for entry in entries]
    for name in repeated(names):
        yield f"two options have the id {name!r}"
    for text in repeated([entry["text"] for entry in entries]):
        yield f"two options have the same text: {text!r}"
    if item["type"] == "true_false" and "answer" in names:
        yield "a reason must not have the id 'answer', which stands for true or false"


def pair_faults(item: Item) -> Iterator[str]:
    """What is wrong with pairs and right sides."""
    sides = item["pairs"] + item.get("extra", [])
    for name in repeated([side["id"] for side in sides]):
        yield f"two right sides have the id {name!r}"
    for text in repeated([side["right"] for side in sides]):
        yield f"two right sides are the same: {text!r}"
    for text in repeated([pair["left"] for pair in item["pairs"]]):
        yield f"two left sides are the same: {text!r}"


def step_faults(item: Item) -> Iterator[str]:
    """What is wrong with steps."""
    for name in repeated([step["id"] for step in item["steps"]]):
        yield f"two steps have the id {name!r}"
    for text in repeated([step["text"] for step in item["steps"]]):
        yield f"two steps have the same text: {text!r}"


def number_faults(item: Item) -> Iterator[str]:
    """What is wrong with a number and the mistakes listed with it."""
    # The reader sees and types numbers with so many decimals.
    if checked(item, round(item["answer"], item["decimals"]))["status"] != "right":
        yield f"{item['answer']} with {item['decimals']} decimals is beyond the tolerance"
    for place, mistake in enumerate(item["mistakes"]):
        value = mistake["value"]
        found = checked(item, value)
        # What a reader types who rounds it; that may well be another of the mistakes.
        typed = round(value, item["decimals"])
        rounded = checked(item, typed)
        if "right" in (found["status"], rounded["status"]):
            yield f"the mistake {value} is within the tolerance of the answer"
        elif found["mistake"] != place:
            other = item["mistakes"][found["mistake"]]["value"]
            yield f"the mistake {value} cannot be told from {other}"
        elif rounded["mistake"] is None:
            yield f"the mistake {value}, rounded to {typed}, is beyond the tolerance"
        # 1,250 can be read in two ways, and counts as right where either is.
        for factor in (1000, 1 / 1000):
            if checked(item, value * factor)["status"] == "right":
                yield f"the mistake {value} differs from the answer by a thousands mark only"


CHOICES: dict[str, Callable[[Item], Iterator[str]]] = {
    "single": option_faults,
    "multiple": option_faults,
    "true_false": option_faults,
    "matching": pair_faults,
    "numeric": number_faults,
    "ordering": step_faults,
}


def repeated(values: Iterable[str]) -> list[str]:
    """The values that occur more than once, each once."""
    seen: list[str] = []
    twice: list[str] = []
    for value in values:
        if value in seen and value not in twice:
            twice.append(value)
        seen.append(value)
    return twice


@cache
def source_ids() -> frozenset[str]:
    """All ids of the course's source."""
    chapters = load("source-ids")
    return frozenset(
        name for chapter in chapters for name in chapter["due"] + chapter["not_yet_due"]
    )


@cache
def misconceptions() -> frozenset[str]:
    """The ids of all misconceptions."""
    return frozenset(entry["id"] for entry in load("misconceptions"))
