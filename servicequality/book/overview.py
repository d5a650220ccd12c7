"""What an overview of all pages rests on: what was found on each page, and where it is shown.

Pages are read one by one, and at a second build only those that changed. So what was found on them
is kept in the environment, and the pages that show an overview are written at every build.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

Found = TypeVar("Found")


@dataclass(frozen=True)
class Place:
    """Where something stands: the page, the place on it, and the heading above that place."""

    page: str
    anchor: str
    heading: str


class Overview(Generic[Found]):
    """What was found on each page, under a name of its own in the environment."""

    def __init__(self, name: str) -> None:
        self.name = f"servicequality_{name}"

    def kept(self, environment: BuildEnvironment) -> tuple[dict[str, Found], set[str]]:
        """What is kept from one build to the next."""
        if not hasattr(environment, self.name):
            setattr(environment, self.name, ({}, set()))
        kept: tuple[dict[str, Found], set[str]] = getattr(environment, self.name)
        return kept

    def found(self, environment: BuildEnvironment) -> dict[str, Found]:
        """What was found, by page."""
        return self.kept(environment)[0]

    def shown_on(self, environment: BuildEnvironment) -> set[str]:
        """The pages that show the overview."""
        return self.kept(environment)[1]

    def forget(self, _app: Sphinx, environment: BuildEnvironment, page: str) -> None:
        """Drops what is known of a page that is read anew or gone."""
        self.found(environment).pop(page, None)
        self.shown_on(environment).discard(page)

    def merge(
        self, _app: Sphinx, environment: BuildEnvironment, pages: set[str], other: Any
    ) -> None:
        """Takes over what a parallel reader has found."""
        for page in pages:
            self.found(environment)[page] = self.found(other)[page]
        self.shown_on(environment).update(self.shown_on(other) & pages)

    def write_again(self, _app: Sphinx, environment: BuildEnvironment) -> list[str]:
        """The pages to write at every build, whatever has changed."""
        return sorted(self.shown_on(environment) & environment.found_docs)

    def connect(self, app: Sphinx) -> None:
        """Keeps the book as pages come, go and are read by others."""
        app.connect("env-purge-doc", self.forget)
        app.connect("env-merge-info", self.merge)
        app.connect("env-updated", self.write_again)


def link_to(app: Sphinx, page: str, place: Place, text: str) -> nodes.reference:
    """A link from a page to a place."""
    address = app.builder.get_relative_uri(page, place.page)
    return nodes.reference("", text, internal=True, refuri=f"{address}#{place.anchor}")
