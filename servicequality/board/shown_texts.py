"""What students wrote, as nodes; whatever they wrote is shown as text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from servicequality.board.say import Node, Say, paragraph


def text_nodes(say: Say, label: str, texts: Sequence[dict[str, Any]]) -> list[Node]:
    """The texts that may be shown, under what was asked; a sentence where none may yet."""
    parts: list[Node] = [["p", {"class": "sq-board-title"}, ["strong", {}, label]]]
    if not texts:
        return [*parts, paragraph(say.strings["texts_none"], "sq-board-muted")]
    items = [["li", {}, *quoted(text["texts"])] for text in texts]
    return [*parts, ["ul", {"class": "sq-board-texts"}, *items]]


def quoted(texts: Sequence[str]) -> list[Node]:
    """The texts of one student in an entry; several in a table whose rows come and go."""
    return [["div", {"class": "sq-board-text"}, text] for text in texts]


def judged_so_far(say: Say, texts: Sequence[dict[str, Any]]) -> str:
    """How many texts there are, and what was judged of them."""
    shown = sum(text["shown"] is True for text in texts)
    hidden = sum(text["shown"] is False for text in texts)
    left = len(texts) - shown - hidden
    return say("judged_so_far", count=len(texts), shown=shown, hidden=hidden, left=left)
