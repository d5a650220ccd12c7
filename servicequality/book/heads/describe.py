"""What a page is about, in the one or two sentences that search engines show.

A page's own description stands in its front matter (`myst: html_meta: description: …`), in a
notebook's metadata under the same keys. A page without one is described by its first paragraph.
Both are translated with the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from docutils import nodes
from docutils.transforms.components import Filter
from sphinx.application import Sphinx
from sphinx.transforms import SphinxTransform
from sphinx.util import logging

from servicequality.book.teaches import TeachesBlock

# Search engines cut longer texts and make up others in place of shorter ones.
SHORTEST, LONGEST = 50, 160
SENTENCE_END = re.compile(r"[.!?…][”’\"')]*(?= |$)")
# What paragraphs of the running text stand in, and what cannot be read out of one.
AROUND = (nodes.document, nodes.section, TeachesBlock)
UNREADABLE = (nodes.math, nodes.raw, nodes.image, nodes.problematic)

logger = logging.getLogger(__name__)


def connect(app: Sphinx) -> None:
    """Has descriptions translated."""
    app.add_transform(EarlyMetas)


class EarlyMetas(SphinxTransform):
    """Puts what a page's front matter says for its head into place before it is translated.

    MyST leaves it pending until all else is done, where Sphinx's translation does not see it.
    """

    default_priority = 5

    def apply(self, **_settings: Any) -> None:
        """Moves the elements out of what is pending, which then becomes nothing."""
        for pending in list(self.document.findall(nodes.pending)):
            if pending.transform is Filter and pending.details.get("format") == "html":
                at = pending.parent.index(pending)
                pending.parent[at:at] = pending.details["nodes"]
                pending.details["nodes"] = []


def description(page: str, doctree: nodes.document) -> str:
    """The description of a page: its own, else its beginning; empty where it has no text.

    Warns of a page's own description that is too short or too long to be shown.
    """
    own = own_description(doctree)
    if own is None:
        return beginning(doctree)
    text, translated = own
    # Translators need not count letters.
    if translated:
        return shortened(text)
    if not SHORTEST <= len(text) <= LONGEST:
        logger.warning(
            "the description of this page has %d characters; write %d to %d",
            len(text), SHORTEST, LONGEST, location=page,
        )  # fmt: skip
    return text


def own_description(doctree: nodes.document) -> tuple[str, bool] | None:
    """A page's own description, and whether it is translated; None where there is none."""
    for node in doctree.findall(nodes.meta):
        if node.get("name") == "description":
            return plain(node["content"]), bool(node.get("translated"))
    return None


def beginning(doctree: nodes.document) -> str:
    """As many paragraphs from a page's start as a description needs, cut to its length."""
    text = ""
    for passage in passages(doctree):
        text = f"{text} {passage}".strip()
        if len(text) >= SHORTEST:
            break
    return shortened(text)


def passages(doctree: nodes.document) -> Iterator[str]:
    """The paragraphs of the running text that can be read without their page."""
    for paragraph in doctree.findall(nodes.paragraph):
        running = all(isinstance(node, AROUND) for node in ancestors(paragraph))
        if running and not any(isinstance(part, UNREADABLE) for part in paragraph.findall()):
            yield plain(paragraph.astext())


def ancestors(node: nodes.Node) -> Iterator[nodes.Node]:
    """What a node stands in, from the inside out."""
    while node.parent is not None:
        node = node.parent
        yield node


def shortened(text: str) -> str:
    """A text cut to the length of a description: after a sentence, else after a word."""
    if len(text) <= LONGEST:
        return text
    ends = [match.end() for match in SENTENCE_END.finditer(text)]
    fitting = [end for end in ends if SHORTEST <= end <= LONGEST]
    if fitting:
        return text[: fitting[-1]]
    return text[: text.rindex(" ", 0, LONGEST)].rstrip(",;:–— ") + "…"


def plain(text: str) -> str:
    """A text in one line."""
    return " ".join(text.split())
