"""The exercise's style sheet as a notebook needs it: inside the widget itself."""

from __future__ import annotations

from pathlib import Path

SHEETS = Path(__file__).parents[1] / "page" / "styles"
PARTS = [
    SHEETS / "tokens.css",
    SHEETS / "exercise.css",
    SHEETS / "picture.css",
    Path(__file__).parent / "widgets.css",
]
STYLE = "<style>" + "".join(path.read_text(encoding="utf-8") for path in PARTS) + "</style>"
