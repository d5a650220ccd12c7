"""The deck of flashcards: three cards for each term of `data/terms.yaml` and `data/concepts.yaml`.

One asks for the meaning of a term, one for the term that has a meaning, one for the term that an
example shows. Cards keep their ids (`SLUG.meaning`, `SLUG.term`, `SLUG.example`) for good: under
them browsers keep what a student has learned.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

from servicequality.content import DataError, load

KINDS = ("meaning", "term", "example")
OWN_PROPOSAL = "own proposal"


def deck(translate: Callable[[str], str]) -> list[dict[str, Any]]:
    """All cards in the order in which new ones come, their texts passed through `translate`.

    Chapter by chapter; inside a chapter first the cards that ask for meanings, then those that ask
    for terms, then the examples, so that one card does not answer the next. A card has

    - `id`; `term_id`: the slug of its term; `kind`: one of `KINDS`; `chapter`: a number;
    - `front` and `back`: texts; `more`: a text for the back that explains the answer;
    - `english` and `bulgarian`: the term in both languages, for the back, never translated;
    - `own_proposal`: whether the Bulgarian term is ours or to be checked, which the card says.

    Raises DataError where two terms have one slug, or a term teaches what no chapter is home to.
    """
    return [face(entry, kind, translate) for entry, kind in ordered()]


def card_ids() -> list[str]:
    """The ids of all cards, in the order of the deck."""
    return [card_id(entry, kind) for entry, kind in ordered()]


def texts() -> dict[str, list[str]]:
    """The texts of the cards that stand in no other data file, by file, for translators."""
    shown = ("term", "definition", "example")
    parts = ("meaning", "example")
    return {
        "data/concepts.yaml": [entry[part].strip() for entry in load("concepts") for part in shown],
        "data/term-cards.yaml": [
            entry[part].strip() for entry in load("term-cards") for part in parts if part in entry
        ],
    }


def face(entry: dict[str, Any], kind: str, translate: Callable[[str], str]) -> dict[str, Any]:
    """One card of a term, as `deck` gives it."""
    term, definition = translate(entry["term"]), translate(entry["definition"])
    example = translate(entry["example"])
    sides = {
        "meaning": (term, definition, example),
        "term": (translate(entry["meaning"]), term, example),
        "example": (example, term, definition),
    }
    front, back, more = sides[kind]
    return {
        "id": card_id(entry, kind),
        "term_id": entry["slug"],
        "kind": kind,
        "chapter": entry["chapter"],
        "front": front,
        "back": back,
        "more": more,
        "english": entry["term"],
        "bulgarian": entry["bulgarian"],
        "own_proposal": entry["own_proposal"],
    }


def card_id(entry: dict[str, Any], kind: str) -> str:
    """The id of a term's card."""
    return f"{entry['slug']}.{kind}"


def ordered() -> list[tuple[dict[str, Any], str]]:
    """Every term with every kind of card, in the order of the deck."""
    chapters = sorted({entry["chapter"] for entry in entries()})
    return [
        (entry, kind)
        for chapter in chapters
        for kind in KINDS
        for entry in entries()
        if entry["chapter"] == chapter
    ]


@cache
def entries() -> list[dict[str, Any]]:
    """All terms, the key terms first, each in one shape. Raises DataError as `deck` does.

    An entry has `slug`, `term`, `bulgarian`, `own_proposal`, `chapter` and three texts:
    `definition`, `meaning` (the definition in words that do not name the term) and `example`.
    """
    fronts = {card["id"]: card for card in load("term-cards")}
    homes = chapters_by_id()
    found = [term_entry(term, fronts[term["id"]], homes) for term in load("terms")]
    found += [concept_entry(concept, homes) for concept in load("concepts")]
    slugs = [entry["slug"] for entry in found]
    for slug in slugs:
        if slugs.count(slug) > 1:
            raise DataError(f"data/concepts.yaml: there is already a term with the id {slug!r}.")
    return found


def term_entry(
    term: dict[str, Any], front: dict[str, Any], homes: dict[str, int]
) -> dict[str, Any]:
    """A key term in the shape of `entries`; `front` is its entry in `data/term-cards.yaml`."""
    return {
        "slug": term["slug"],
        "term": term["term"],
        "bulgarian": term["bulgarian"],
        "own_proposal": "bulgarian_status" in term,
        "chapter": home(term["teaches"][0], homes),
        "definition": term["definition"].strip(),
        "meaning": front["meaning"].strip(),
        "example": front.get("example", term["example"]).strip(),
    }


def concept_entry(concept: dict[str, Any], homes: dict[str, int]) -> dict[str, Any]:
    """A further term in the shape of `entries`."""
    return {
        "slug": concept["id"],
        "term": concept["term"],
        "bulgarian": concept["bulgarian"],
        "own_proposal": concept["bulgarian_status"] == OWN_PROPOSAL,
        "chapter": home(concept["teaches"][0], homes),
        "definition": concept["definition"].strip(),
        "meaning": concept["definition"].strip(),
        "example": concept["example"].strip(),
    }


def chapters_by_id() -> dict[str, int]:
    """The number of the chapter that is home to each id of the course's source."""
    return {
        point: entry["chapter"]
        for entry in load("source-ids")
        for point in [*entry["due"], *entry["not_yet_due"]]
    }


def home(point: str, homes: dict[str, int]) -> int:
    """The chapter that is home to an id. Raises DataError where there is none."""
    if point not in homes:
        raise DataError(
            f"data/source-ids.yaml: no chapter is home to {point}, which a term teaches."
        )
    return homes[point]
