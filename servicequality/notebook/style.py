"""The exercise's style sheet as a notebook needs it: inside the widget itself."""

from __future__ import annotations

from pathlib import Path

SHEETS = Path(__file__).parents[1] / "page" / "styles"
STYLE = "<style>" + (SHEETS / "tokens.css").read_text() + (SHEETS / "exercise.css").read_text()
STYLE += "</style>"
