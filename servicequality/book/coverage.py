"""Which points of the source text the built pages teach.

A page teaches a point where an element carries its id in `data-src` and holds at least one full
sentence. A discussion question counts where its exercise stands with rubric and model answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from bs4 import BeautifulSoup, Tag

SENTENCE = re.compile(r"\w[^.!?]{15,}[.!?]")


def taught_on(html: str) -> set[str]:
    """The ids that a page teaches, given its HTML."""
    found = set()
    for element in BeautifulSoup(html, "html.parser").select("[data-src]"):
        for point in str(element["data-src"]).split():
            if teaches(element, point):
                found.add(point)
    return found


def teaches(element: Tag, point: str) -> bool:
    """Whether a marked element is enough to count as teaching a point."""
    if re.fullmatch(r"Q\d", point):
        return element.select_one(".sq-teaching [data-output=model_answer]") is not None
    text = element.get_text(" ", strip=True)
    return not element.has_attr("data-exercise") and SENTENCE.search(text) is not None


def taught_in(pages: Iterable[Path]) -> dict[str, list[str]]:
    """The names of the pages that teach each id, for all ids that are taught anywhere."""
    places: dict[str, list[str]] = {}
    for page in pages:
        for point in sorted(taught_on(page.read_text(encoding="utf-8"))):
            places.setdefault(point, []).append(page.stem)
    return places


def faults(places: dict[str, list[str]], chapters: Iterable[dict[str, list[str]]]) -> list[str]:
    """What is wrong with the coverage, one sentence each; an empty list if nothing is.

    `chapters` are the entries of `data/source-ids.yaml`.
    """
    found = []
    for chapter in chapters:
        where = f"chapter {chapter['chapter']}"
        for point in chapter["due"]:
            if point not in places:
                found.append(f"{point} ({where}) is due and taught nowhere.")
        for point in chapter["not_yet_due"]:
            if point in places:
                found.append(
                    f"{point} ({where}) is taught on {', '.join(places[point])}: move it to 'due' "
                    "in data/source-ids.yaml."
                )
    return found
