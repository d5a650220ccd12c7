"""The normal form of notebooks: running one again changes nothing, and every stray is caught."""

from __future__ import annotations

import copy
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import nbformat
import pytest

from servicequality.notebook.normalise import MODEL_ID, WIDGET, main, written

ROOT = Path(__file__).parents[1]
CHAPTER = ROOT / "chapters" / "03-five-gap-model.ipynb"
NOTEBOOKS = sorted(
    path
    for name in ("chapters", "exercises", "practice", "teaching")
    for path in ROOT.glob(f"{name}/*.ipynb")
)


@pytest.fixture
def chapter(tmp_path: Path) -> Path:
    """A copy of the chapter on gaps, to be broken."""
    return Path(shutil.copy(CHAPTER, tmp_path / CHAPTER.name))


def code_cells(notebook: Any) -> list[Any]:
    """The cells with code."""
    return [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]


def widget(notebook: Any) -> dict[str, Any]:
    """The first widget view that is stored."""
    found: dict[str, Any] = next(
        output["data"][WIDGET]
        for cell in code_cells(notebook)
        for output in cell["outputs"]
        if WIDGET in output.get("data", {})
    )
    return found


def widget_state(notebook: Any) -> None:
    state = {"version_major": 2, "version_minor": 0, "state": {"a" * 32: {"model_name": "X"}}}
    notebook["metadata"]["widgets"] = {"application/vnd.jupyter.widget-state+json": state}


def kernel_of_a_machine(notebook: Any) -> None:
    notebook["metadata"]["kernelspec"]["display_name"] = "my venv (3.12.4)"


def version_of_a_machine(notebook: Any) -> None:
    notebook["metadata"]["language_info"]["version"] = "3.12.4"


def metadata_of_an_editor(notebook: Any) -> None:
    notebook["metadata"]["colab"] = {"provenance": []}


def cell_metadata(notebook: Any) -> None:
    code_cells(notebook)[0]["metadata"]["execution"] = {"iopub.execute_input": "2026-01-01"}


def markdown_cell_metadata(notebook: Any) -> None:
    notebook["cells"][0]["metadata"]["jp-MarkdownHeadingCollapsed"] = True


def collapsed_cell(notebook: Any) -> None:
    code_cells(notebook)[-1]["metadata"]["collapsed"] = False


def random_model_id(notebook: Any) -> None:
    widget(notebook)["model_id"] = "0f3c1d2e4b5a69788796a5b4c3d2e1f0"


def execution_counts(notebook: Any) -> None:
    for cell in code_cells(notebook):
        cell["execution_count"] += 7
        for output in cell["outputs"]:
            output["execution_count"] += 7


def output_metadata(notebook: Any) -> None:
    for cell in code_cells(notebook):
        for output in cell["outputs"]:
            output["metadata"] = {"isolated": True}


STRAYS = [
    widget_state,
    kernel_of_a_machine,
    version_of_a_machine,
    metadata_of_an_editor,
    cell_metadata,
    markdown_cell_metadata,
    collapsed_cell,
    random_model_id,
    execution_counts,
    output_metadata,
]


@pytest.mark.parametrize("break_it", STRAYS, ids=lambda change: change.__name__)
def test_a_stray_is_reported_and_repaired(
    break_it: Callable[[Any], None], chapter: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    normal = chapter.read_bytes()
    notebook = nbformat.read(chapter, as_version=4)
    break_it(notebook)
    nbformat.write(notebook, chapter)
    broken = chapter.read_bytes()
    assert broken != normal

    assert main(["--check", str(chapter)]) == 1
    assert f"{chapter} is not in normal form. Run 'make notebooks'." in capsys.readouterr().err
    assert chapter.read_bytes() == broken

    assert main([str(chapter)]) == 0
    assert chapter.read_bytes() == normal
    assert main(["--check", str(chapter)]) == 0


def test_another_layout_of_the_file_is_reported_and_repaired(chapter: Path) -> None:
    normal = chapter.read_text(encoding="utf-8")
    chapter.write_text(normal.replace('\n "', '\n    "').rstrip("\n"), encoding="utf-8")
    assert main(["--check", str(chapter)]) == 1
    assert main([str(chapter)]) == 0
    assert chapter.read_text(encoding="utf-8") == normal


def test_running_a_notebook_again_changes_nothing(chapter: Path) -> None:
    normal = chapter.read_bytes()
    # So that it is seen to run: without outputs it would be another file.
    notebook = nbformat.read(chapter, as_version=4)
    for cell in code_cells(notebook):
        cell["outputs"], cell["execution_count"] = [], None
    nbformat.write(notebook, chapter)
    assert main(["--run", str(chapter)]) == 0
    assert chapter.read_bytes() == normal


def test_every_notebook_of_the_course_is_normal() -> None:
    assert CHAPTER in NOTEBOOKS
    assert main(["--check", *map(str, NOTEBOOKS)]) == 0


def test_normalising_twice_is_normalising_once(chapter: Path) -> None:
    notebook = nbformat.read(chapter, as_version=4)
    for break_it in STRAYS:
        break_it(notebook)
    once = written(notebook)
    assert written(nbformat.reads(once, as_version=4)) == once


def test_what_matters_is_kept(chapter: Path) -> None:
    before = nbformat.read(chapter, as_version=4)
    after = nbformat.reads(written(copy.deepcopy(before)), as_version=4)
    for old, new in zip(before.cells, after.cells, strict=True):
        assert (old.id, old.source, old.cell_type) == (new.id, new.source, new.cell_type)
        assert old.metadata.get("tags") == new.metadata.get("tags")
        assert old.get("outputs") == new.get("outputs")
    assert widget(after)["model_id"] == MODEL_ID


def test_a_cell_that_has_not_run_is_not_numbered(chapter: Path) -> None:
    notebook = nbformat.read(chapter, as_version=4)
    first, *rest = code_cells(notebook)
    first["execution_count"], first["outputs"] = None, []
    for cell in rest:
        cell["execution_count"] = 1
    after = code_cells(nbformat.reads(written(notebook), as_version=4))
    assert [cell["execution_count"] for cell in after][:2] == [None, 2]


def test_one_stray_among_many_is_the_one_that_is_named(
    chapter: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good = tmp_path / "good.ipynb"
    shutil.copy(chapter, good)
    notebook = nbformat.read(chapter, as_version=4)
    widget_state(notebook)
    nbformat.write(notebook, chapter)
    assert main(["--check", str(good), str(chapter)]) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith(str(chapter))
