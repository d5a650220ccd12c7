"""The look over the course before it is built: one sentence for what is wrong."""

from __future__ import annotations

import shutil
from pathlib import Path

import nbformat
import pytest

from servicequality import exercises
from servicequality.book import check
from servicequality.book.check import CourseError, check_course
from servicequality.content import load, names
from servicequality.declare import Exercise
from tests.fixtures.both_pythons import faulty
from tests.fixtures.small import small

ROOT = Path(__file__).parents[1]


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """A copy of the course's notebooks, to be broken."""
    for name in ("chapters", "exercises", "practice"):
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, tmp_path / name)
    return tmp_path


def add_cell(course: Path, source: str) -> None:
    """Writes a chapter of one code cell, after a cell of text."""
    notebook = nbformat.v4.new_notebook(
        cells=[nbformat.v4.new_markdown_cell("# Text"), nbformat.v4.new_code_cell(source)]
    )
    nbformat.write(notebook, course / "chapters" / "99-broken.ipynb")


def fault(course: Path) -> str:
    """What is said about a course."""
    with pytest.raises(CourseError) as caught:
        check_course(course)
    return str(caught.value)


def test_the_course_is_in_order() -> None:
    check_course(ROOT)


def test_an_unknown_exercise_is_named_with_notebook_cell_and_near_miss(course: Path) -> None:
    add_cell(course, 'exercise("gap-exporer")')
    found = fault(course)
    assert found.startswith(
        "chapters/99-broken.ipynb, cell 2: There is no exercise 'gap-exporer'. "
        "Did you mean 'gap-explorer'?"
    )


def test_an_unknown_exercise_on_an_exercise_page_is_named(course: Path) -> None:
    add_cell(course, "x = 1\nshown = [exercise('nothing-like-it')]")
    (course / "exercises").mkdir(exist_ok=True)
    shutil.move(course / "chapters" / "99-broken.ipynb", course / "exercises" / "q9.ipynb")
    assert "exercises/q9.ipynb, cell 2: There is no exercise 'nothing-like-it'." in fault(course)


def test_a_cell_that_is_no_python_is_named(course: Path) -> None:
    add_cell(course, "exercise('gap-explorer'")
    assert fault(course).startswith("chapters/99-broken.ipynb, cell 2: not valid Python: ")


@pytest.mark.parametrize(
    ("call", "said"),
    [
        ("self_check('five-gaps')", "The question bank has no topic 'five-gaps'. Did you mean"),
        (
            "self_check('five-gap-model', only=['five-name'])",
            "Topic 'five-gap-model' has no item 'five-name'. Did you mean 'five-names'?",
        ),
    ],
)
def test_a_self_check_that_does_not_exist_is_named(course: Path, call: str, said: str) -> None:
    add_cell(course, call)
    assert fault(course).startswith(f"chapters/99-broken.ipynb, cell 2: {said}")


def test_other_calls_are_left_alone(course: Path) -> None:
    add_cell(course, "name = 'x'\nprint('gap-exporer')\nexercise(name)\nexercise()")
    check_course(course)


def use(monkeypatch: pytest.MonkeyPatch, *found: Exercise) -> None:
    """Makes these the exercises of the course."""
    monkeypatch.setattr(exercises, "all_exercises", lambda: list(found))


def test_a_compute_that_raises_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch, faulty.EXERCISE)
    assert fault(ROOT) == (
        "tests/fixtures/both_pythons/faulty.py: exercise 'probe-faulty': "
        "compute raised ValueError: as asked."
    )


def test_a_compute_that_pages_cannot_run_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def renamed(_values: dict[str, float]) -> dict[str, str]:
        return {"word": "low"}

    use(monkeypatch, small(compute=renamed))
    assert fault(ROOT) == (
        "tests/test_course_check.py: exercise 'small': "
        "compute must be a function named 'compute' at its module's top level."
    )


def test_a_revealed_value_that_does_not_fit_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch, small(revealed={"rating": 9}))
    assert fault(ROOT) == (
        "tests/fixtures/small.py: exercise 'small': "
        "values are refused: Rating: 9 does not lie between 1 and 5."
    )


@pytest.mark.parametrize(
    ("file", "right", "wrong", "said"),
    [
        ("gaps.yaml", "M − E", "E minus M", "data/gaps.yaml, G1 › formula: 'E minus M' does not"),
        ("terms.yaml", "slug: expected-service", "slug: x y", "data/terms.yaml, T2 › slug: 'x y' "),
        (
            "gaps.yaml",
            "formula: S − M",
            "formula: M − S",
            "data/gaps.yaml, at its top level: there must be one entry with id 'G2', number 2, "
            "name 'standards gap', formula 'S − M'.",
        ),
        (
            "hotel/guest_survey.csv",
            "g001,tour_group,wifi,5,6,5",
            "g001,tour_group,wifi,5,6,8",
            "data/hotel/guest_survey.csv, line 3, perception: 8 is greater than the maximum of 7.",
        ),
        (
            "hotel/audit.csv",
            "v1,2026-02-13,wifi,4",
            "v1,2026-02-13,wifi,four",
            "data/hotel/audit.csv, line 3, delivered_level: 'four' is not of type 'integer'.",
        ),
    ],
)
def test_a_faulty_data_file_is_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, file: str, right: str, wrong: str, said: str
) -> None:
    data = tmp_path / "data"
    shutil.copytree(ROOT / "data", data)
    text = (data / file).read_text(encoding="utf-8")
    assert text.count(right) >= 1
    (data / file).write_text(text.replace(right, wrong, 1), encoding="utf-8")
    monkeypatch.setattr(check, "names", lambda: names(data))
    monkeypatch.setattr(check, "load", lambda name: load(name, data))
    found = fault(ROOT)
    assert found.startswith(said)
    assert "\n" not in found


def test_the_build_stops_with_that_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from servicequality.book import build

    def refuse() -> None:
        raise CourseError("chapters/99-broken.ipynb, cell 2: at fault.")

    monkeypatch.setattr(build, "check_course", refuse)
    monkeypatch.setattr(build, "fingerprint", lambda *_: "changed")
    assert build.main() == 1
    assert capsys.readouterr().err == "chapters/99-broken.ipynb, cell 2: at fault.\n"
