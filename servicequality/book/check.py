"""Looks over the course before it is built: one sentence for the first thing that is wrong."""

from __future__ import annotations

import ast
from pathlib import Path

import nbformat

from servicequality.content import DataError, load, names
from servicequality.declare import DeclarationError
from servicequality.i18n.text import translator
from servicequality.practice.bank import BankError, items

ROOT = Path(__file__).parents[2]


class CourseError(Exception):
    """Something in the course material is wrong; the text names the file and the fault."""


def check_course(root: Path = ROOT) -> None:
    """Checks data files, exercises, figures and the notebooks that show them.

    Raises CourseError with the file and the fault named.
    """
    try:
        for name in names():
            load(name)
        # Declarations are checked as they are imported, so a faulty one raises here.
        from servicequality.exercises import all_exercises
        from servicequality.figures import all_figures
        from servicequality.page.figure import figure_html
        from servicequality.page.source import compute_source

        for picture in all_figures():
            figure_html(picture)
        for exercise in all_exercises():
            exercise.start(translator("en"))
            exercise.start(translator("en"), exercise.revealed)
            compute_source(exercise)
    except (DataError, DeclarationError) as error:
        raise CourseError(str(error)) from None
    folders = ("chapters", "exercises", "practice")
    for path in sorted(path for name in folders for path in root.glob(f"{name}/*.ipynb")):
        check_notebook(path, root)


def check_notebook(path: Path, root: Path) -> None:
    """Checks that a notebook shows only what exists. Raises CourseError."""
    from servicequality.exercises import UnknownExerciseError
    from servicequality.figures import UnknownFigureError

    for number, cell in enumerate(nbformat.read(path, as_version=4).cells, start=1):
        if cell.cell_type != "code":
            continue
        where = f"{path.relative_to(root).as_posix()}, cell {number}"
        try:
            tree = ast.parse(cell.source)
        except SyntaxError as error:
            raise CourseError(f"{where}: not valid Python: {error.msg}.") from None
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                try:
                    check_call(node.func.id, node)
                except (UnknownExerciseError, UnknownFigureError, BankError) as error:
                    raise CourseError(f"{where}: {error}") from None


def check_call(function: str, call: ast.Call) -> None:
    """Checks that what a call shows exists, where its arguments are written out.

    Raises UnknownExerciseError, UnknownFigureError or BankError. Other calls are left alone.
    """
    from servicequality.exercises import find
    from servicequality.figures import find as find_figure

    given = call.args + [keyword.value for keyword in call.keywords]
    try:
        values = [ast.literal_eval(value) for value in given]
    except ValueError:
        return
    if function == "exercise" and values:
        find(str(values[0]))
    elif function == "figure" and values:
        find_figure(str(values[0]))
    elif function == "self_check" and values:
        items(*values[:2])
