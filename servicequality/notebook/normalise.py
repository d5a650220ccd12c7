"""Notebooks in one normal form, so that running one again changes nothing in git.

`python -m servicequality.notebook.normalise FILE…` rewrites them; with `--check` it only names
those that are not normal, and fails. `--run` executes them first, so that stored outputs are new.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

import nbformat

WIDGET = "application/vnd.jupyter.widget-view+json"
# The start of every run differs; the page and nbval do not look at it.
MODEL_ID = "0" * 32


def normalise(notebook: dict[str, Any]) -> dict[str, Any]:
    """A notebook without what differs from run to run or from machine to machine.

    Kept are the cells, their ids, tags and outputs, and what a page says of itself (`myst`); code
    cells that have run are numbered from 1.
    """
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    runs = 0
    cells = []
    for cell in notebook["cells"]:
        tags = cell["metadata"].get("tags", [])
        clean = {**cell, "metadata": {"tags": tags} if tags else {}}
        if cell["cell_type"] == "code":
            runs += 1
            has_run = cell.get("execution_count") is not None
            clean["execution_count"] = runs if has_run else None
            clean["outputs"] = [normal_output(out, runs) for out in cell["outputs"]]
        cells.append(clean)
    said = {key: notebook["metadata"][key] for key in ("myst",) if key in notebook["metadata"]}
    return {
        "cells": cells,
        "metadata": {"kernelspec": kernel, "language_info": {"name": "python"}, **said},
        "nbformat": 4,
        "nbformat_minor": 5,
    }


def normal_output(output: dict[str, Any], run: int) -> dict[str, Any]:
    """An output with a constant run number and widget id, and without metadata."""
    clean = dict(output)
    if "execution_count" in clean:
        clean["execution_count"] = run
    if "data" in clean:
        clean["data"] = dict(clean["data"])
        clean["metadata"] = {}
        if WIDGET in clean["data"]:
            clean["data"][WIDGET] = {
                "model_id": MODEL_ID,
                "version_major": 2,
                "version_minor": 0,
            }
    return clean


def written(notebook: dict[str, Any]) -> str:
    """The text of a notebook's file in normal form."""
    return str(nbformat.writes(nbformat.from_dict(normalise(notebook)))) + "\n"


def run_again(path: Path) -> None:
    """Executes a notebook from top to bottom and stores its outputs."""
    from nbclient import NotebookClient

    notebook = nbformat.read(path, as_version=4)
    NotebookClient(notebook, resources={"metadata": {"path": str(path.parent)}}).execute()
    nbformat.write(notebook, path)


def main(arguments: list[str] | None = None) -> int:
    """The command line; gives the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--check", action="store_true", help="change nothing, only report")
    parser.add_argument("--run", action="store_true", help="execute the notebooks first")
    options = parser.parse_args(arguments)
    status = 0
    for path in options.files:
        if options.run:
            run_again(path)
        text = path.read_text(encoding="utf-8")
        normal = written(nbformat.reads(text, as_version=4))
        if text == normal:
            continue
        if options.check:
            print(f"{path} is not in normal form. Run 'make notebooks'.", file=sys.stderr)
            status = 1
        else:
            path.write_text(normal, encoding="utf-8")
    return status


if __name__ == "__main__":
    sys.exit(main())
