"""The notebooks that Voilà serves: one for each exercise, those of the course and of teaching."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import nbformat

from servicequality.declare import Exercise
from servicequality.declare.fields import Translate

ROOT = Path(__file__).parents[2]


def notebook(exercise: Exercise, translate: Translate) -> dict[str, Any]:
    """A notebook that shows an exercise and nothing else; its title is that of the page."""
    cell: dict[str, Any] = {
        "cell_type": "code",
        "id": "exercise",
        "execution_count": None,
        "metadata": {},
        "outputs": [],
        "source": f"from servicequality import exercise\n\nexercise({exercise.id!r})",
    }
    metadata = {
        "title": translate(exercise.title),
        "exercise": exercise.id,
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
    }
    return {"cells": [cell], "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}


def course_notebooks(root: Path = ROOT) -> list[Path]:
    """The chapters and exercise pages of the course, in the order of their names."""
    return [*sorted(root.glob("chapters/*.ipynb")), *sorted(root.glob("exercises/*.ipynb"))]


def teaching_notebooks(root: Path = ROOT) -> list[Path]:
    """The notebooks for the instructor, in the order of their names."""
    return sorted(root.glob("teaching/*.ipynb"))


def title_of(page: dict[str, Any]) -> str:
    """The first heading of a notebook; empty where it has none."""
    for cell in page["cells"]:
        for line in str(cell["source"]).splitlines():
            if cell["cell_type"] == "markdown" and line.startswith("# "):
                return line[2:].strip()
    return ""


def page_notebook(path: Path) -> dict[str, Any]:
    """A notebook of the course without its stored outputs, its title that of the page."""
    page: dict[str, Any] = nbformat.read(path, as_version=4)
    for cell in page["cells"]:
        if cell["cell_type"] == "code":
            cell["outputs"] = []
            cell["execution_count"] = None
    page["metadata"]["title"] = title_of(page)
    return page


def write_notebooks(
    exercises: Iterable[Exercise], pages: Iterable[Path], folder: Path, translate: Translate
) -> None:
    """Writes `ID.ipynb` for each exercise, and each page, into a folder; others are removed."""
    wanted = {f"{exercise.id}.ipynb": notebook(exercise, translate) for exercise in exercises}
    wanted |= {path.name: page_notebook(path) for path in pages}
    folder.mkdir(parents=True, exist_ok=True)
    for path in folder.glob("*.ipynb"):
        if path.name not in wanted:
            path.unlink()
    for name, content in wanted.items():
        text = json.dumps(content, ensure_ascii=False, indent=1)
        (folder / name).write_text(text, encoding="utf-8")
