"""What a notebook cell that shows an exercise returns."""

from __future__ import annotations

import json
import os
from typing import Any

from servicequality.exercises import find
from servicequality.i18n.text import translator
from servicequality.notebook.widgets import LiveExercise

MIME = "application/vnd.servicequality.exercise+json"


class Shown:
    """An exercise on display.

    Each surface picks the form it can show: JupyterLab and Voilà the widgets, the book the data
    (which `servicequality.book` turns into the page form), everything else the text. The data are
    the id, the start values and the result of `compute`, and no wording: so a stored output checks
    what is computed, and changes only when that changes.
    """

    def __init__(self, exercise_id: str, language: str | None = None) -> None:
        self.exercise = find(exercise_id)
        self.language = language or os.environ.get("SERVICEQUALITY_LANGUAGE", "en")
        start = self.exercise.start(translator(self.language))
        self.data = {
            "id": self.exercise.id,
            "values": start["values"],
            # Through JSON, as it is stored: tuples become lists, keys become strings.
            "result": json.loads(json.dumps(start["result"], allow_nan=False)),
        }

    def __repr__(self) -> str:
        return f"Exercise: {self.exercise.id}"

    def _repr_mimebundle_(self, **kwargs: Any) -> dict[str, Any]:
        live = LiveExercise(self.exercise, self.language)
        bundle = live.widget._repr_mimebundle_(**kwargs)
        return {**bundle, "text/plain": repr(self), MIME: self.data}
