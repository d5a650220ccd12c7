"""What self-checks and flashcards share as ipywidgets."""

from __future__ import annotations

from pathlib import Path

import ipywidgets

from servicequality.notebook.style import STYLE

SHEET = Path(__file__).parent / "practice.css"
PRACTICE_STYLE = f"{STYLE}<style>{SHEET.read_text(encoding='utf-8')}</style>"


def visible(widget: ipywidgets.Widget, seen: bool) -> None:
    """Shows or hides a widget."""
    widget.layout.display = None if seen else "none"


def classes(widget: ipywidgets.Widget, *names: str) -> None:
    """Gives a widget these classes, empty ones left out, in the place of those it had."""
    widget._dom_classes = [name for name in names if name]


def close(widget: ipywidgets.Widget) -> None:
    """Ends a widget that is no longer shown, with all inside it."""
    for child in getattr(widget, "children", ()):
        close(child)
    widget.close()
