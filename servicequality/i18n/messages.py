"""All texts of the package that a reader may see, gathered from the declarations themselves.

Nobody marks a text for translation: whatever an exercise shows is asked for through `spec`, so
walking the specifications with a function that takes notes finds every one.
"""

from __future__ import annotations

from babel.messages.catalog import Catalog

from servicequality.book.words import BOOK
from servicequality.exercises import all_exercises
from servicequality.i18n.interface import INTERFACE
from servicequality.i18n.text import DOMAIN


def catalogue() -> Catalog:
    """The package's texts as a gettext template, each with the exercises that show it."""
    template = Catalog(project="Service Quality in Hospitality", domain=DOMAIN, fuzzy=False)
    for text in [*INTERFACE.values(), *BOOK.values()]:
        template.add(text, locations=[("interface", 0)])
    shared = set(INTERFACE.values())
    for exercise in all_exercises():
        seen: list[str] = []

        def note(text: str, seen: list[str] = seen) -> str:
            if text and text not in shared:
                seen.append(text)
            return text

        exercise.spec(note)
        for text in seen:
            template.add(text, locations=[(exercise.origin, 0)])
    return template
