"""The pages around the chapters: what they say of the course is so."""

from __future__ import annotations

import importlib.util
import json
import re
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from bs4 import BeautifulSoup

from servicequality.book.chapters import all_chapters, read_chapter
from servicequality.content import load
from servicequality.core.evaluate import evaluate
from tests.conftest import ROOT
from tests.page_python import PagePython
from tests.same_answers import differences

BOOK = ROOT / "book"
# Careful reading in a second language; a question of a self-check with its explanations.
WORDS_A_MINUTE, MINUTES_A_QUESTION = 150, 1.5
CLOSE = 10  # minutes


def text(name: str) -> str:
    """A page of the book as it is written."""
    return (BOOK / f"{name}.md").read_text(encoding="utf-8")


def test_every_page_of_the_book_is_in_the_contents() -> None:
    contents = (ROOT / "_toc.yml").read_text(encoding="utf-8")
    for path in BOOK.glob("*.md"):
        assert f"file: book/{path.stem}\n" in contents, path.name


def test_each_chapter_takes_about_as_long_as_the_page_says() -> None:
    said = dict(re.findall(r"^\| (\d+) \| (\d+) minutes \|$", text("how-to-use"), re.M))
    assert list(said) == [str(number) for number in range(1, 13)]
    for path in all_chapters():
        chapter = read_chapter(path)
        number = str(int(path.name[:2]))
        minutes = sum(exercise.minutes for exercise in chapter.exercises)
        minutes += chapter.words / WORDS_A_MINUTE + MINUTES_A_QUESTION * chapter.items
        assert abs(minutes - int(said[number])) <= CLOSE, (path.name, minutes)


def test_each_discussion_question_takes_about_half_an_hour() -> None:
    paths = sorted((ROOT / "exercises").glob("q*.ipynb"))
    shown = [exercise for path in paths for exercise in read_chapter(path).exercises]
    assert len(shown) == len(paths) == 7
    assert all(25 <= exercise.minutes <= 30 for exercise in shown)


def test_the_guide_has_every_chapter_and_every_question_once() -> None:
    chapters = re.findall(r"^## (\d+) ", text("teaching-chapters"), re.M)
    assert chapters == [str(number) for number in range(1, 13)]
    questions = re.findall(r"^## (\d) \[.*\]\(\.\./(.*)\)$", text("teaching-questions"), re.M)
    pages = sorted(path.stem for path in (ROOT / "exercises").glob("q*.ipynb"))
    assert [target for _number, target in questions] == [
        f"exercises/{page}.ipynb" for page in pages
    ]
    assert [number for number, _target in questions] == list("1234567")


@pytest.mark.parametrize("name", ["teaching-chapters", "teaching-questions"])
def test_the_lessons_show_the_misconceptions_of_the_data(site: Path, name: str) -> None:
    page = BeautifulSoup((site / f"book/{name}.html").read_text(encoding="utf-8"), "html.parser")
    asked = " ".join(re.findall(r"^:::\{misconceptions\} (.*)$", text(name), re.M)).split()
    known = {entry["id"]: entry for entry in load("misconceptions")}
    shown = [item.get_text() for item in page.select(".sq-misconceptions li")]
    assert shown == [
        f"“{known[one]['claim'].strip()}” {known[one]['correction'].strip()}" for one in asked
    ]


def test_what_the_page_on_privacy_lists_is_what_browsers_keep() -> None:
    kept = (ROOT / "servicequality" / "page" / "runtime" / "kept.js").read_text(encoding="utf-8")
    keys = list(dict.fromkeys(re.findall(r"^// (servicequality/[a-z-]+)", kept, re.M)))
    assert len(keys) == 8
    told = re.findall(r"^`(servicequality/[a-z-]+)", text("privacy"), re.M)
    assert told == keys


def test_licences_of_packages_are_named_as_the_packages_say() -> None:
    wanted = {
        "@fontsource/lora": ("OFL-1.1", "SIL Open Font License 1.1"),
        "@micropython/micropython-webassembly-pyscript": ("MIT", "MIT"),
        "temml": ("MIT", "MIT"),
        "docx": ("MIT", "MIT"),
        "vega": ("BSD-3-Clause", "BSD, three clauses"),
    }
    for name, (licence, words) in wanted.items():
        package = json.loads((ROOT / "node_modules" / name / "package.json").read_text("utf-8"))
        assert package["license"] == licence
        assert words in text("about")


# The example of the contributors’ guide.

VALUES = {"guests": 10, "fee": 20, "needed": 30, "cost": 90}


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> ModuleType:
    """The exercise that the guide has its readers copy, as a module."""
    (source,) = re.findall(r"^```python\n(\"\"\".*?)^```$", text("contributors-guide"), re.M | re.S)
    path = tmp_path_factory.mktemp("example") / "late_checkout.py"
    path.write_text(source, encoding="utf-8")
    spec = importlib.util.spec_from_file_location("late_checkout", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["late_checkout"] = module
    spec.loader.exec_module(module)
    return module


def at(example: ModuleType, **changed: Any) -> dict[str, Any]:
    """What the example computes for its start values with some of them changed."""
    found: dict[str, Any] = example.compute({**VALUES, **changed})
    return found


def test_the_example_can_be_copied_and_says_what_the_guide_says(example: ModuleType) -> None:
    started = example.EXERCISE.start(str)
    assert started
    assert at(example) == {
        "income": 200, "waiting": 3, "lost": 270, "left": -70, "verdict": "loses",
    }  # fmt: skip
    assert at(example, needed=22)["verdict"] == "pays"
    assert at(example, needed=22)["lost"] == pytest.approx(198)
    assert at(example, needed=23)["verdict"] == "loses"
    assert at(example, cost=100, needed=20)["verdict"] == "even"


def test_the_example_gives_the_same_on_both_pythons(example: ModuleType) -> None:
    one = example.EXERCISE
    with PagePython() as python:
        python.load(one)
        for changed in ({}, {"needed": 0}, {"fee": 0, "guests": 40}, {"cost": 95, "needed": 21}):
            raw = {**VALUES, **changed}
            here = evaluate(one.spec(str), one.compute, raw, one.tables)
            assert here["status"] == "ok"
            assert differences(here, python.evaluate(one.id, raw)) == []


def test_the_guides_commands_exist() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M))
    for page in ("contributors-guide", "instructors-guide"):
        assert set(re.findall(r"^make ([a-z]+)$", text(page), re.M)) <= targets
