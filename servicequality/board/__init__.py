"""The board: a page on which an instructor runs a class and shows the class its own answers.

`from servicequality.board import board` and `board()`, on the class server's page. It runs in a
kernel and asks the class server, another process, over HTTP (`client`). What is shown of a result
is worked out by pure functions (the modules `shown_…`, `simulate`, `pictures`); the widgets around
them stand in `page` and the modules `…_part`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from servicequality.board.page import BoardPage

__all__ = ["board"]


def board(language: str | None = None) -> BoardPage:
    """The board, to stand as the last line of a notebook cell.

    Where the class server is cannot be asked, the page says why, and what to do.
    """
    # Imported late: client and figures do without ipywidgets.
    from servicequality.board.page import BoardPage

    return BoardPage(language)
