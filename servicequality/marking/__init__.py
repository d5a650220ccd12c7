"""The instructor's marking page: many handed-in workbooks side by side, marks, a table of marks.

`from servicequality.marking import marking` and `marking()`, in JupyterLab or Voilà. Everything
stays in the kernel, on the machine where it runs.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from servicequality.marking.page import MarkingPage

__all__ = ["marking"]


def marking(folder: str | Path | None = None, language: str | None = None) -> MarkingPage:
    """The marking page, to stand as the last line of a notebook cell.

    With `folder`, all its files `*.json` are open from the start. Raises NotADirectoryError where
    there is no such folder.
    """
    # Imported late: reading files and tables do without ipywidgets.
    from servicequality.marking.page import MarkingPage

    return MarkingPage(folder, language)
