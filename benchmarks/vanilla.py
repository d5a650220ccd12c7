"""A Jupyter Book as it comes: one chapter with one slider, everything else by default."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

PAGE = "slider.html"
INTRODUCTION = "# A book\n\nOne chapter follows.\n"
CONFIG = "title: A book\n"
CONTENTS = "format: jb-book\nroot: index\nchapters:\n  - file: slider\n"
CODE = """\
from ipywidgets import IntSlider, interact


@interact(x=IntSlider(value=3, min=0, max=10))
def square(x):
    print(x * x)
"""


def build(folder: Path) -> Path:
    """Builds the book in an empty folder; gives the folder of its site."""
    (folder / "_config.yml").write_text(CONFIG, encoding="utf-8")
    (folder / "_toc.yml").write_text(CONTENTS, encoding="utf-8")
    (folder / "index.md").write_text(INTRODUCTION, encoding="utf-8")
    cells = [new_markdown_cell("# One slider"), new_code_cell(CODE)]
    nbformat.write(new_notebook(cells=cells), folder / "slider.ipynb")
    program = Path(sys.executable).with_name("jupyter-book")
    run = subprocess.run(
        [str(program), "build", str(folder)], capture_output=True, text=True, check=False
    )
    if run.returncode != 0:
        raise RuntimeError(f"The vanilla book did not build:\n{run.stdout}\n{run.stderr}")
    return folder / "_build" / "html"
