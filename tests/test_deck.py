"""The deck of flashcards: what its cards show, and that their ids stay."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

import pytest

from servicequality.content import DataError, load
from servicequality.practice import deck as deck_module
from servicequality.practice.deck import KINDS, card_ids, chapters_by_id, deck, entries, home, texts

DECK = deck(str)
# Browsers keep what a student has learned under these names: they stay, though others may join.
SLUGS = """
    appraisal-costs assurance back-office customer-delivered-value customer-lifetime-value
    customer-satisfaction distributive-justice double-deviation empathy empowerment expected-service
    external-failure-costs five-gap-model freedom-factor freedom-from-deficiencies
    functional-quality gap-score importance-performance-analysis interactional-justice
    internal-failure-costs internal-marketing line-of-visibility moment-of-truth mystery-shopping
    perceived-service prevention-costs procedural-justice product-features recovery-paradox
    relationship-marketing reliability responsiveness retention-rate service-blueprint
    service-profit-chain service-recovery service-standard servperf servqual societal-quality
    tangibles technical-quality total-customer-cost total-customer-value word-of-mouth
    zone-of-tolerance
"""
# Too common to give an answer away.
COMMON = {"service", "quality", "customer", "from"}


def test_every_term_has_its_three_cards() -> None:
    assert len(load("terms")) == 14
    assert len(load("concepts")) == 32
    assert len(DECK) == 3 * 46
    assert card_ids() == [card["id"] for card in DECK]
    assert len(set(card_ids())) == len(DECK)
    for card in DECK:
        assert card["id"] == f"{card['term_id']}.{card['kind']}"
        assert card["kind"] in KINDS
    assert set(Counter(card["term_id"] for card in DECK).values()) == {3}


def test_the_ids_stay() -> None:
    wanted = {f"{slug}.{kind}" for slug in SLUGS.split() for kind in ("meaning", "term", "example")}
    assert len(wanted) == 138
    assert wanted <= set(card_ids())


def test_what_the_three_cards_of_a_term_ask() -> None:
    cards = {card["kind"]: card for card in DECK if card["term_id"] == "functional-quality"}
    term = next(entry for entry in load("terms") if entry["id"] == "T13")
    front = next(entry for entry in load("term-cards") if entry["id"] == "T13")
    assert cards["meaning"]["front"] == "Functional quality"
    assert cards["meaning"]["back"] == term["definition"].strip()
    assert cards["term"]["front"] == front["meaning"].strip()
    assert cards["term"]["back"] == "Functional quality"
    assert cards["example"]["front"] == front["example"].strip()
    assert cards["example"]["back"] == "Functional quality"
    assert cards["example"]["more"] == term["definition"].strip()
    for card in cards.values():
        assert card["english"] == "Functional quality"
        assert card["bulgarian"] == "функционално качество"
        assert card["chapter"] == 2
        assert card["own_proposal"] is False


def test_bulgarian_terms_of_our_own_say_so() -> None:
    marked = {card["term_id"] for card in DECK if card["own_proposal"]}
    # That of the five-gap model is to be checked with a textbook.
    assert marked == {concept["id"] for concept in load("concepts")} | {"five-gap-model"}
    for card in DECK:
        assert re.search(r"[а-я]{4}", card["bulgarian"]), card["id"]


def given_away(term: str, front: str) -> list[str]:
    """The words of a term that a front holds, in any form: a word's first five letters count."""
    words = [word for word in re.findall(r"[a-z]+", term.lower()) if len(word) >= 4]
    return [
        word for word in words if word not in COMMON and re.search(rf"\b{word[:5]}", front.lower())
    ]


@pytest.mark.parametrize("card", DECK, ids=[card["id"] for card in DECK])
def test_no_front_gives_its_answer_away(card: dict[str, Any]) -> None:
    if card["kind"] == "meaning":
        assert card["front"] == card["english"]
        return
    assert card["back"] == card["english"]
    assert given_away(card["english"], card["front"]) == []


def test_what_gives_an_answer_away() -> None:
    assert given_away("Product features", "The pool is a feature.") == ["features"]
    assert given_away("Line of visibility", "It is visible from the street.") == ["visibility"]
    assert given_away("Service recovery", "The hotel serves well.") == []


def test_no_two_fronts_are_alike() -> None:
    fronts = Counter(card["front"] for card in DECK)
    assert [front for front, count in fronts.items() if count > 1] == []


def test_new_cards_come_chapter_by_chapter_and_never_two_of_a_term_in_a_row() -> None:
    places = [(card["chapter"], KINDS.index(card["kind"])) for card in DECK]
    assert places == sorted(places)
    assert places[0][0] == 2
    last: dict[str, int] = {}
    for place, card in enumerate(DECK):
        assert place - last.get(card["term_id"], -3) >= 3, card["id"]
        last[card["term_id"]] = place


def test_every_key_term_has_one_entry_of_its_own_for_cards() -> None:
    named = Counter(entry["id"] for entry in load("term-cards"))
    assert named == Counter(term["id"] for term in load("terms"))


def test_no_concept_repeats_a_term() -> None:
    names = Counter(entry["term"].lower() for entry in entries())
    assert [name for name, count in names.items() if count > 1] == []


def test_concepts_teach_what_the_course_has() -> None:
    homes = chapters_by_id()
    assert len(homes) == 244
    for concept in load("concepts"):
        assert [point for point in concept["teaches"] if point not in homes] == []


def test_a_term_without_a_chapter_is_named() -> None:
    with pytest.raises(DataError, match=r"no chapter is home to Z9, which a term teaches\.$"):
        home("Z9", {"T1": 6})


def test_a_slug_that_is_taken_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    doubled = [{**load("concepts")[0], "id": "expected-service"}]
    monkeypatch.setattr(
        deck_module, "load", lambda name: doubled if name == "concepts" else load(name)
    )
    with pytest.raises(DataError, match="already a term with the id 'expected-service'"):
        entries.__wrapped__()


def test_all_texts_of_cards_are_translated_and_nothing_else() -> None:
    asked: list[str] = []

    def note(text: str) -> str:
        asked.append(text)
        return f"«{text}»"

    for card in deck(note):
        for side in ("front", "back", "more"):
            assert card[side].startswith("«")
            assert card[side].endswith("»")
        # Both languages stand on every card, whatever the edition's own is.
        assert not card["english"].startswith("«")
        assert not card["bulgarian"].startswith("«")
    own = [text for each in texts().values() for text in each]
    shared = [
        entry[part].strip() for entry in load("terms") for part in ("term", "definition", "example")
    ]
    assert set(asked) <= set(own) | set(shared)
    # A translator gets nothing that no card shows.
    assert set(own) <= set(asked)
