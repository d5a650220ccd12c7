"""Formulae of a Voilà page: LaTeX while its Markdown becomes HTML, then converted all at once."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from html import escape, unescape

from servicequality.book.words import BOOK
from servicequality.page.mathml import Formula, mathml, prepare, scroller

MARKED = re.compile(r'<math data-tex="([^"]*)"( display="block")?></math>')


def marked(formula: Formula) -> str:
    """The place of a formula: an element that holds its LaTeX, for `with_formulae` to replace."""
    # No end of a line: an empty one would end the block of HTML.
    tex = escape(formula.tex).replace("\n", "&#10;")
    block = ' display="block"' if formula.block else ""
    return f'<math data-tex="{tex}"{block}></math>'


def marked_inline(tex: str) -> str:
    """A formula in a line of text, `marked`."""
    return marked(Formula(tex.strip()))


def marked_block(formula: Formula, label: str, translate: Callable[[str], str]) -> str:
    """A formula of its own, `marked`, in its box; its number, which the book knows, is left out."""
    anchor = f' id="equation-{escape(label)}"' if label else ""
    box = scroller(marked(formula), translate(BOOK["formula"]))
    return f'<div class="sq-formula"{anchor}>{box}</div>\n'


def with_formulae(parts: Sequence[str]) -> list[str]:
    """Pieces of HTML with MathML where `marked` has left LaTeX, all converted in one go.

    Raises FormulaError where a formula is faulty.
    """

    def found(match: re.Match[str]) -> Formula:
        return Formula(unescape(match[1]), block=match[2] is not None)

    prepare(found(match) for part in parts for match in MARKED.finditer(part))
    return [MARKED.sub(lambda match: mathml(found(match)), part) for part in parts]
