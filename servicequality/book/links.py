"""Links of the built book: pages, places on pages and files that they lead to are there.

`python -m servicequality.book.links` names every one that is not. Nothing is fetched: of addresses
on other hosts only the form is looked at.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

from bs4 import BeautifulSoup

from servicequality.book.build import SITE

# Where pages lead to: attributes and what they hold.
ATTRIBUTES = ("href", "src", "action", "poster", "data")
HOST = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,}(?::\d+)?", re.I)
MAIL = re.compile(r"[^@\s]+@(?:[\w-]+\.)+[a-z]{2,}", re.I)
DOI = re.compile(r"/10\.\d{4,9}/\S+")
# What follows "?" in a fragment belongs to an exercise: values that the page reads.
CARRIED = re.compile(r"\?.*")


@cache
def parsed(path: Path) -> BeautifulSoup:
    """A page."""
    return BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")


@cache
def anchors(path: Path) -> set[str]:
    """The places on a page that a link may lead to."""
    page = parsed(path)
    ids = {str(element["id"]) for element in page.find_all(id=True)}
    return ids | {str(element["name"]) for element in page.select("a[name]")}


def targets(path: Path) -> Iterator[str]:
    """Where a page leads to and what it loads."""
    for attribute in ATTRIBUTES:
        for element in parsed(path).select(f"[{attribute}]"):
            if element.name != "object" and attribute == "data":
                continue
            yield str(element[attribute])


def fault_of(target: str, path: Path, site: Path) -> str | None:
    """What is wrong with a link on a page; None where nothing is."""
    try:
        parts = urlsplit(target)
    except ValueError:
        return "is no address"
    if parts.scheme == "data":
        return None
    if parts.scheme == "mailto":
        return None if MAIL.fullmatch(parts.path) else "is no mail address"
    if parts.scheme or parts.netloc:
        return outside(target)
    if parts.path.startswith("/"):
        return "begins at the root of the host: the book may stand in a folder"
    page = path
    if parts.path:
        page = (path.parent / unquote(parts.path)).resolve()
        if page.is_dir():
            page = page / "index.html"
        if not page.is_relative_to(site.resolve()):
            return "leads out of the book"
        if not page.is_file():
            return "leads to a file that is not there"
    fragment = CARRIED.sub("", unquote(parts.fragment))
    if fragment and page.suffix == ".html" and fragment not in anchors(page):
        return "leads to a place that is not on that page"
    return None


def outside(target: str) -> str | None:
    """What is wrong with the form of an address on another host; None where nothing is."""
    parts = urlsplit(target)
    if parts.scheme not in ("http", "https"):
        return "has a scheme that browsers do not follow"
    if not HOST.fullmatch(parts.netloc):
        return "has no host"
    if re.search(r"\s", target):
        return "has a space in it"
    if parts.netloc == "doi.org" and not DOI.fullmatch(parts.path):
        return "is no DOI"
    return None


def faults(site: Path = SITE) -> list[str]:
    """All that is wrong with the links of a built book, one sentence each."""
    return [
        f"{path.relative_to(site).as_posix()}: {target!r} {fault}."
        for path in sorted(site.rglob("*.html"))
        for target in dict.fromkeys(targets(path))
        if (fault := fault_of(target, path, site)) is not None
    ]


def main() -> int:
    """Names the links that lead nowhere; gives the exit status."""
    found = faults()
    for fault in found:
        print(fault, file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
