"""The notebooks that Voilà serves.

There is one for each exercise and self-check, one with the flashcards, and those of the course and
of teaching.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import nbformat

from servicequality.classroom.words import CLASSROOM
from servicequality.declare import Exercise
from servicequality.declare.fields import Translate
from servicequality.practice.bank import topic, topics
from servicequality.practice.words import SELF_CHECK

ROOT = Path(__file__).parents[2]
FLASHCARDS = "flashcards"
BOARD = "board"
SELF_CHECK_PREFIX = "self-check-"


def exercise_notebook(exercise: Exercise, translate: Translate) -> dict[str, Any]:
    """A notebook that shows an exercise and nothing else."""
    source = f"from servicequality import exercise\n\nexercise({exercise.id!r})"
    return notebook(source, translate(exercise.title), translate(CLASSROOM["exercises"]))


def practice_notebooks(translate: Translate) -> dict[str, dict[str, Any]]:
    """By name, the notebooks of the self-checks, one for each topic, and of the flashcards.

    A self-check asks what the page's address asks for, as `asked_items` reads it.
    """
    heading = translate(CLASSROOM["self_checks"])
    found = {}
    for slug in topics():
        title = f"{translate(topic(slug)['title'])} – {translate(SELF_CHECK['self_check'])}"
        source = (
            "from servicequality import self_check\n"
            "from servicequality.classroom.asked import asked_items\n\n"
            f"self_check({slug!r}, only=asked_items())"
        )
        found[self_check_name(slug)] = notebook(source, title, heading)
    heading = translate(CLASSROOM["flashcards"])
    source = "from servicequality import flashcards\n\nflashcards()"
    found[FLASHCARDS] = notebook(source, heading, heading)
    return found


def self_check_name(slug: str) -> str:
    """The name of the notebook with a topic's self-check."""
    return f"{SELF_CHECK_PREFIX}{slug}"


def notebook(source: str, title: str, heading: str) -> dict[str, Any]:
    """A notebook of one cell; its title is that of the page, its heading stands there unseen."""
    cell: dict[str, Any] = {
        "cell_type": "code",
        "id": "shown",
        "execution_count": None,
        "metadata": {},
        "outputs": [],
        "source": source,
    }
    metadata = {
        "title": title,
        "heading": heading,
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
    """Writes all notebooks into a folder, and removes others from it.

    These are `ID.ipynb` for each exercise, those of the self-checks and flashcards, and each page.
    """
    wanted = {f"{exercise.id}.ipynb": exercise_notebook(exercise, translate)
              for exercise in exercises}  # fmt: skip
    wanted |= {f"{name}.ipynb": made for name, made in practice_notebooks(translate).items()}
    wanted |= {path.name: page_notebook(path) for path in pages}
    folder.mkdir(parents=True, exist_ok=True)
    for path in folder.glob("*.ipynb"):
        if path.name not in wanted:
            path.unlink()
    for name, content in wanted.items():
        text = json.dumps(content, ensure_ascii=False, indent=1)
        (folder / name).write_text(text, encoding="utf-8")
