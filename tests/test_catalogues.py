"""Where translations start and what happens when one is missing or wrong."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from servicequality.content import load
from servicequality.exercises import find
from servicequality.i18n.__main__ import main as write_template
from servicequality.i18n.interface import INTERFACE
from servicequality.i18n.messages import catalogue
from servicequality.i18n.text import DOMAIN, LanguageError, translator
from tests.pseudo import (
    LANGUAGE,
    build_book,
    copy_sources,
    pseudo,
    translate_package,
    translate_template,
)


def test_template_holds_the_texts_of_exercise_chart_interface_and_titles() -> None:
    found = {message.id: [file for file, _ in message.locations] for message in catalogue()}
    explorer = "servicequality/exercises/gap_explorer.py"
    assert found["Gap score in scale points"] == [explorer]
    assert explorer in found["Gap 1: knowledge gap"]
    assert found["Service you rate"] == [explorer]
    assert "_config.yml" in found["Service Quality in Hospitality"]
    for text in INTERFACE.values():
        assert "servicequality/i18n/interface.py" in found[text]


def test_template_holds_what_the_cards_of_key_terms_show() -> None:
    found = {message.id: [file for file, _ in message.locations] for message in catalogue()}
    for entry in load("terms"):
        for part in ("term", "definition", "example"):
            assert "data/terms.yaml" in found[entry[part].strip()]


def test_template_holds_the_texts_of_drawings_cards_and_written_answers() -> None:
    found = {message.id for message in catalogue()}
    assert {"Expected service", "Gap", "Choose a gap"} <= found
    assert "What causes it" in found
    teaching = find("guess-and-compare").teaching
    assert {teaching.prompt, teaching.honesty, *teaching.model_answer} <= found
    assert {part for pair in teaching.misconceptions for part in pair} <= found


def test_template_is_written_where_it_says_and_the_same_each_time(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first, second = tmp_path / "new" / "one.pot", tmp_path / "two.pot"
    assert write_template([str(first)]) == 0
    assert capsys.readouterr().out.strip() == str(first)
    assert write_template([str(second)]) == 0
    assert first.read_bytes() == second.read_bytes()
    assert not re.search(rb"20\d\d-\d\d-\d\d", first.read_bytes())
    with first.open("rb") as file:
        assert {m.id for m in read_po(file)} == {m.id for m in catalogue()}


def test_a_missing_language_is_named_with_the_file_that_it_needs(tmp_path: Path) -> None:
    with pytest.raises(LanguageError) as raised:
        translator("bg", str(tmp_path))
    expected = tmp_path / "bg" / "LC_MESSAGES" / "servicequality.po"
    assert str(raised.value) == f"Language 'bg': {expected} does not exist."


HEAD = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n'


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"\xde\x12\x04\x95\x00\x00\x00\x00", "cannot be read as text"),
        (HEAD.encode() + b'msgid "a"\nmsgstr "\xff"\n', "cannot be read as text"),
        (HEAD.encode() + b"<html>\n", "line 4: "),
        (
            HEAD.replace("utf-8", "utf-9").encode() + b'\nmsgid "a"\nmsgstr "b"\n',
            "cannot be read as text: unknown encoding: utf-9",
        ),
        (HEAD.encode() + b'"Language: de\\n"\n', "says that its language is 'de'"),
        (
            HEAD.encode() + b'\nmsgid "about {minutes} minutes"\nmsgstr "about {minuti} minuti"\n',
            "line 5: 'about {minutes} minutes' and its translation must have the same "
            "placeholders; they differ in {minutes}, {minuti}.",
        ),
    ],
)
def test_a_faulty_catalogue_is_named_with_its_fault(
    tmp_path: Path, content: bytes, fault: str
) -> None:
    path = tmp_path / "bg" / "LC_MESSAGES" / "servicequality.po"
    path.parent.mkdir(parents=True)
    path.write_bytes(content)
    with pytest.raises(LanguageError) as raised:
        translator("bg", str(tmp_path))
    assert str(raised.value).startswith(f"Language 'bg': {path}")
    assert fault in str(raised.value)


def test_unfinished_and_fuzzy_translations_are_left_in_english(tmp_path: Path) -> None:
    path = tmp_path / "bg" / "LC_MESSAGES" / "servicequality.po"
    path.parent.mkdir(parents=True)
    entries = ['msgid "Result"\nmsgstr "Резултат"', 'msgid "Exercise"\nmsgstr ""',
               '#, fuzzy\nmsgid "Try this"\nmsgstr "Опитай"']  # fmt: skip
    path.write_text("\n\n".join([HEAD, *entries]))
    translate = translator("bg", str(tmp_path))
    assert [translate(text) for text in ("Result", "Exercise", "Try this", "")] == [
        "Резултат", "Exercise", "Try this", "",
    ]  # fmt: skip


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of what the book is made of."""
    folder = tmp_path_factory.mktemp("book") / "source"
    copy_sources(folder)
    return folder


def refusal(source: Path, folder: Path) -> str:
    """What a build of the book says that has only the catalogues in `folder`."""
    with pytest.raises(RuntimeError) as raised:
        build_book(source, folder / "locale", folder / "site")
    return str(raised.value)


def test_a_build_without_the_packages_catalogue_says_which_file_is_missing(
    source: Path, tmp_path: Path
) -> None:
    missing = tmp_path / "locale" / LANGUAGE / "LC_MESSAGES" / f"{DOMAIN}.po"
    assert f"Language '{LANGUAGE}': {missing} does not exist." in refusal(source, tmp_path)


def test_a_build_without_a_pages_catalogue_says_which_file_is_missing(
    source: Path, tmp_path: Path
) -> None:
    missing = translate_package(tmp_path / "locale").with_name("book.po")
    fault = f"Language '{LANGUAGE}': {missing} does not exist; book/about needs it."
    assert fault in refusal(source, tmp_path)


def test_a_build_with_an_unfinished_catalogue_warns_and_names_a_text(
    source: Path, tmp_path: Path
) -> None:
    unfinished = catalogue()
    unfinished.delete("Gap score in scale points")
    path = translate_template(unfinished, tmp_path / "locale", DOMAIN)
    warning = f"WARNING: Language '{LANGUAGE}': {path} does not translate all texts."
    count = "Missing are 1, first 'Gap score in scale points'."
    assert f"{warning} {count}" in refusal(source, tmp_path)


@pytest.mark.parametrize(
    ("text", "translation"),
    [
        ("Gap", "⟦Ĝåþ⟧"),
        ("about {minutes} minutes", "⟦åƀöûţ {minutes} ɱîñûţéš⟧"),
        ("**Start:** [here](a/b.md), `x = 1`", "⟦**Šţåŕţ:** [ĥéŕé](a/b.md), `x = 1`⟧"),
        ("a {term}`gap` and {term}`it <gap>`",
         "⟦å {term}`⟦ĝåþ⟧` åñđ {term}`⟦îţ⟧ <⟦ĝåþ⟧>`⟧"),
        ("see {doc}`there <a-b>` {cite}`key1985`", "⟦šéé {doc}`⟦ţĥéŕé⟧ <a-b>` {cite}`key1985`⟧"),
        ("$E + P$ <br> &nbsp; https://a.example/b.", "⟦$E + P$ <br> &nbsp; https://a.example/b.⟧"),
    ],
)  # fmt: skip
def test_the_invented_language_keeps_what_translators_keep(text: str, translation: str) -> None:
    assert pseudo(text) == translation
