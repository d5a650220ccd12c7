"""The words of the board in the reader's language, and nodes as HTML."""

from __future__ import annotations

import os
from typing import Any

from servicequality.board.words import BOARD
from servicequality.core.views import fill
from servicequality.i18n.text import translator
from servicequality.page.html import to_html, to_text

Node = Any
NONE = "–"


class Say:
    """The board's texts. `strings` has them by name, `translate` turns any text of the package."""

    def __init__(self, language: str | None = None) -> None:
        self.language = language or os.environ.get("SERVICEQUALITY_LANGUAGE", "en")
        self.translate = translator(self.language)
        self.strings = {name: self.translate(text) for name, text in BOARD.items()}

    def __call__(self, name: str, **words: Any) -> str:
        """A text filled with words, whole numbers, or number nodes."""
        nodes = {
            key: word if isinstance(word, (str, dict)) else whole(word)
            for key, word in words.items()
        }
        return to_text(fill(self.strings[name], nodes), self.language)

    def percent(self, share: float) -> str:
        """A share from 0 to 1 in per cent."""
        return self("percent", share=whole(share * 100))

    def number(self, value: float | None, decimals: int, unit: str = "") -> str:
        """A number with its unit; a dash where there is none."""
        if value is None:
            return NONE
        node = decimal(value, decimals)
        return self("with_unit", number=node, unit=unit) if unit else self("plain", number=node)

    def html(self, nodes: list[Node]) -> str:
        """Nodes as HTML, every text escaped."""
        return to_html(nodes, self.language)


def whole(number: float) -> dict[str, Any]:
    """The node of a number without decimals."""
    return decimal(number, 0)


def decimal(number: float, decimals: int, signed: bool = False) -> dict[str, Any]:
    """The node of a number."""
    return {"number": number, "decimals": decimals, "signed": signed}


def paragraph(text: str, name: str = "") -> Node:
    """A paragraph of plain text."""
    return ["p", {"class": name}, text]
