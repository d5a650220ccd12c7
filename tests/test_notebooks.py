"""Stored outputs of notebooks: they are there, they are true, and a wrong formula shows in them."""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import nbformat
import pytest

from servicequality.core.answers import key_of
from servicequality.exercises import all_exercises, find
from servicequality.notebook.self_check import MIME as SELF_CHECK
from servicequality.notebook.show import MIME
from servicequality.practice import bank

ROOT = Path(__file__).parents[1]
CHAPTER = ROOT / "chapters" / "03-five-gap-model.ipynb"
QUESTION = ROOT / "exercises" / "q5-gap-one.ipynb"
NOTEBOOKS = sorted(
    path
    for name in ("chapters", "exercises", "practice", "teaching")
    for path in ROOT.glob(f"{name}/*.ipynb")
)


def exercises_shown(source: str) -> list[str]:
    """The ids of the exercises that a code cell shows."""
    return [
        str(node.args[0].value)
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call)
        and ast.unparse(node.func).split(".")[-1] == "exercise"
        and node.args
        and isinstance(node.args[0], ast.Constant)
    ]


def missing_outputs(notebook: Path) -> list[str]:
    """The exercises of which a notebook stores no output: for each, its cell and id."""
    missing = []
    for number, cell in enumerate(nbformat.read(notebook, as_version=4).cells, start=1):
        if cell.cell_type != "code":
            continue
        stored = [
            output.data[MIME]["id"] for output in cell.outputs if MIME in output.get("data", {})
        ]
        for shown in exercises_shown(cell.source):
            if shown not in stored:
                missing.append(f"{notebook.name}, cell {number}: no stored output of {shown!r}")
    return missing


def nbval(notebooks: list[Path], folder: Path) -> subprocess.CompletedProcess[str]:
    """What nbval, comparing all outputs, finds in notebooks; packages in `folder` come first."""
    packages = os.pathsep.join([str(folder), str(ROOT)])
    options = ["-p", "no:cacheprovider", "--nbval", "--nbval-cell-timeout=120"]
    return subprocess.run(
        [sys.executable, "-m", "pytest", *options, *map(str, notebooks)],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": packages},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda path: path.name)
def test_every_exercise_shown_has_a_stored_output(notebook: Path) -> None:
    assert missing_outputs(notebook) == []


def stored_outputs(notebook: Path) -> dict[str, dict[str, Any]]:
    """What a notebook stores about the exercises it shows, by id."""
    cells = nbformat.read(notebook, as_version=4).cells
    found = [
        output.data[MIME]
        for cell in cells
        if cell.cell_type == "code"
        for output in cell.outputs
        if MIME in output.get("data", {})
    ]
    return {stored["id"]: stored for stored in found}


@pytest.mark.parametrize(
    ("notebook", "ids"),
    [
        (CHAPTER, ["gap-model", "gap-explorer", "debate-small-gap", "diagnose-gaps"]),
        (QUESTION, ["guess-and-compare"]),
    ],
    ids=["chapter", "question"],
)
def test_pages_show_their_exercises(notebook: Path, ids: list[str]) -> None:
    cells = nbformat.read(notebook, as_version=4).cells
    code = [cell.source for cell in cells if cell.cell_type == "code"]
    assert [shown for source in code for shown in exercises_shown(source)] == ids
    assert list(stored_outputs(notebook)) == ids


def test_every_exercise_is_shown_somewhere() -> None:
    shown = {exercise for notebook in NOTEBOOKS for exercise in stored_outputs(notebook)}
    for page in [ROOT / "index.md", *ROOT.glob("book/*.md")]:
        # Its exercise is one that readers write.
        if page.name == "contributors-guide.md":
            continue
        shown |= set(re.findall(r'^exercise\("([\w-]+)"\)$', page.read_text(), re.MULTILINE))
    assert shown == {exercise.id for exercise in all_exercises()}


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda path: path.name)
def test_stored_outputs_are_what_is_computed(notebook: Path) -> None:
    for exercise_id, stored in stored_outputs(notebook).items():
        start = find(exercise_id).start(str)
        assert stored["values"] == start["values"]
        assert stored["result"] == start["result"]


def test_stored_outputs_hold_the_scores_of_the_check_in() -> None:
    rows = stored_outputs(CHAPTER)["gap-explorer"]["result"]["rows"]
    vector = {"G1": -0.3, "G2": 0.2, "G3": -1.5, "G4": -2.4, "G5": -1.4}
    assert {row["gap"]: row["score"] for row in rows} == pytest.approx(vector, abs=1e-9)


def test_stored_self_checks_hold_the_right_answers() -> None:
    """Of every topic all questions somewhere, each with its answer as the bank has it."""
    stored = [
        output.data[SELF_CHECK]
        for notebook in NOTEBOOKS
        for cell in nbformat.read(notebook, as_version=4).cells
        for output in cell.get("outputs", [])
        if SELF_CHECK in output.get("data", {})
    ]
    assert [one["topic"] for one in stored if one["only"] is None] == bank.topics()
    for one in stored:
        items = bank.items(one["topic"], one["only"])
        assert one["keys"] == {item["id"]: key_of(item) for item in items}
    assert any(one["only"] for one in stored)


def test_a_stripped_notebook_is_caught(tmp_path: Path) -> None:
    notebook = nbformat.read(CHAPTER, as_version=4)
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.outputs = []
    stripped = tmp_path / "stripped.ipynb"
    nbformat.write(notebook, stripped)
    found = missing_outputs(stripped)
    assert len(found) == 4
    for line, exercise in zip(found, stored_outputs(CHAPTER), strict=True):
        assert line.startswith("stripped.ipynb, cell ")
        assert line.endswith(f": no stored output of {exercise!r}")


def test_an_output_without_the_result_is_caught(tmp_path: Path) -> None:
    notebook = nbformat.read(CHAPTER, as_version=4)
    outputs = [output for cell in notebook.cells for output in cell.get("outputs", [])]
    [output.data for output in outputs if MIME in output.data][-1].pop(MIME)
    nbformat.write(notebook, tmp_path / "bare.ipynb")
    (found,) = missing_outputs(tmp_path / "bare.ipynb")
    assert found.endswith(": no stored output of 'diagnose-gaps'")


def test_running_the_notebooks_gives_the_stored_outputs(tmp_path: Path) -> None:
    run = nbval(NOTEBOOKS, tmp_path)
    assert run.returncode == 0, run.stdout
    assert " failed" not in run.stdout
    assert " passed" in run.stdout


@pytest.mark.parametrize(
    ("module", "right", "wrong", "notebook"),
    [
        ("model/gaps.py", '"G1": belief - expectation', '"G1": expectation - belief', CHAPTER),
        (
            "exercises/gap_explorer.py",
            'scores["G1"] + scores["G2"] + scores["G3"]',
            'scores["G1"] + scores["G2"] + 1.1 * scores["G3"]',
            CHAPTER,
        ),
        ("model/knowledge_gap.py", "weight * (1 - 2 **", "weight * (1 - 3 **", QUESTION),
    ],
    ids=["sign", "coefficient", "base"],
)
def test_a_changed_formula_shows(
    tmp_path: Path, module: str, right: str, wrong: str, notebook: Path
) -> None:
    ignored = shutil.ignore_patterns("__pycache__")
    for name in ("servicequality", "data", notebook.parent.name):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=ignored)
    path = tmp_path / "servicequality" / module
    source = path.read_text(encoding="utf-8")
    assert source.count(right) == 1
    path.write_text(source.replace(right, wrong), encoding="utf-8")
    run = nbval([tmp_path / notebook.parent.name / notebook.name], tmp_path)
    assert run.returncode == 1, run.stdout
    # Every cell that shows what the formula gives.
    assert re.search(r"\b[1-9]\d* failed", run.stdout)
    assert MIME in run.stdout
