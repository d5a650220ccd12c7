"""Mathematics on the pages: `$…$`, `$$…$$` and Sphinx's `math` role and directive as MathML.

Sphinx finds the renderer under the name `mathml`, so no page loads MathJax. A faulty formula is a
warning, which names page and formula.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.locale import _
from sphinx.transforms import SphinxTransform
from sphinx.util import logging
from sphinx.util.math import get_node_equation_number
from sphinx.writers.html5 import HTML5Translator

from servicequality.book.words import BOOK
from servicequality.i18n.text import translator
from servicequality.page.mathml import (
    Formula,
    FormulaError,
    block_formula,
    mathml,
    prepare,
    scroller,
)

logger = logging.getLogger(__name__)


def connect(app: Sphinx) -> None:
    """Registers the renderer and what goes with it; called by the extension's setup."""
    app.add_html_math_renderer("mathml", (show_inline, None), (show_block, None))
    app.add_transform(KeepBlocks)
    app.connect("doctree-resolved", convert_page)


class KeepBlocks(SphinxTransform):
    """Keeps blocks of mathematics from translators: formulae are the same in all languages.

    Inside a sentence a formula stands in the message as it is written. A block would be a message
    of its own, and Sphinx cannot put a translated one back where the text is Markdown.
    """

    # Before Sphinx notes the messages, and long before it replaces them.
    default_priority = 5

    def apply(self, **_: Any) -> None:
        """Marks all blocks of a document."""
        for block in self.document.findall(nodes.math_block):
            block["translatable"] = False


def formula_of(node: nodes.math | nodes.math_block) -> Formula:
    """The formula that a node of the text holds."""
    if isinstance(node, nodes.math):
        return Formula(node.astext().strip())
    return block_formula(node.astext(), whole=node.get("nowrap", False))


def formulae_in(doctree: nodes.document) -> Iterator[nodes.math | nodes.math_block]:
    """The nodes of a page that hold a formula."""
    yield from doctree.findall(lambda node: isinstance(node, nodes.math | nodes.math_block))


def convert_page(app: Sphinx, doctree: nodes.document, _page: str) -> None:
    """Converts all formulae of a page at once, before it is written, and warns of faulty ones.

    This runs in Sphinx's main process, so that processes that write pages find all formulae done.
    """
    if app.builder.format != "html":
        return
    found = list(formulae_in(doctree))
    prepare(formula_of(node) for node in found)
    for node in found:
        try:
            mathml(formula_of(node))
        except FormulaError as error:
            logger.warning("%s", error, location=node)
    for element in doctree.findall(has_stray_dollars):
        logger.warning(
            "$$ stands in a line of text. A formula of its own begins and ends with a line of $$, "
            "with an empty line before and after.",
            location=element,
        )


def has_stray_dollars(node: nodes.Node) -> bool:
    """Whether an element of the text shows `$$`, or a formula between single ones, as it stands."""
    if not isinstance(node, nodes.TextElement) or isinstance(
        node, nodes.literal | nodes.FixedTextElement
    ):
        return False
    written = [f"${part.astext()}$" if isinstance(part, nodes.math) else part for part in node]
    return "$$" in "".join(part if isinstance(part, str) else " " for part in written)


def markup(node: nodes.math | nodes.math_block) -> str:
    """The `math` element of a node; a faulty formula, of which the page has warned, as written."""
    try:
        return mathml(formula_of(node))
    except FormulaError:
        return f"<code>{escape(node.astext())}</code>"


def show_inline(page: HTML5Translator, node: nodes.math) -> None:
    """Writes a formula in a line of text."""
    page.body.append(markup(node))
    raise nodes.SkipNode


def show_block(page: HTML5Translator, node: nodes.math_block) -> None:
    """Writes a formula of its own, with its number where it has one."""
    number = f"({get_node_equation_number(page, node)})" if node.get("number") else ""
    name = translator(page.builder.config.language)(BOOK["formula"])
    page.body.append(page.starttag(node, "div", CLASS="sq-formula"))
    page.body.append(scroller(markup(node), f"{name} {number}".strip()))
    if number:
        page.body.append(f'<span class="sq-formula-number">{number}')
        page.add_permalink_ref(node, _("Link to this equation"))
        page.body.append("</span>")
    page.body.append("</div>\n")
    raise nodes.SkipNode
