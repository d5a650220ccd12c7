"""What a notebook cell that shows a figure returns."""

from __future__ import annotations

import json
import os
from typing import Any

import ipywidgets

from servicequality.figures import find
from servicequality.notebook.style import STYLE
from servicequality.page.figure import figure_html

MIME = "application/vnd.servicequality.figure+json"


class ShownFigure:
    """A figure on display.

    As with exercises, each surface picks the form that it can show: JupyterLab and Voilà a widget,
    which holds the same HTML as the page, the book the data, everything else the text. The data
    are the id and the rows, and no wording.
    """

    def __init__(self, figure_id: str, language: str | None = None) -> None:
        self.figure = find(figure_id)
        self.language = language or os.environ.get("SERVICEQUALITY_LANGUAGE", "en")
        rows = json.loads(json.dumps(self.figure.plain_rows, allow_nan=False))
        self.data = {"id": self.figure.id, "rows": rows}

    def __repr__(self) -> str:
        return f"Figure: {self.figure.id}"

    def _repr_mimebundle_(self, **kwargs: Any) -> dict[str, Any]:
        widget = ipywidgets.HTML(STYLE + figure_html(self.figure, self.language))
        # Notebooks give HTML in widgets a line height of its own.
        widget.add_class("sq-live-picture")
        return {**widget._repr_mimebundle_(**kwargs), "text/plain": repr(self), MIME: self.data}
