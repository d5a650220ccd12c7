"""All texts of the package that a reader may see, gathered from where they stand.

Nobody marks a text for translation. Whatever an exercise shows is asked for through `spec`, so
walking the specifications with a function that takes notes finds every one. What the course says
outside exercises stands in dictionaries with upper-case names in modules called `words`, and the
key terms, the questions, the flashcards and the titles of chapters in their data files.
"""

from __future__ import annotations

import importlib
from io import BytesIO
from pathlib import Path

import yaml
from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po

from servicequality.content import load
from servicequality.declare import Exercise, Picture
from servicequality.exercises import all_exercises
from servicequality.figures import origins
from servicequality.i18n.interface import INTERFACE
from servicequality.i18n.text import DOMAIN
from servicequality.practice import bank, deck

PACKAGE = Path(__file__).parents[1]
CONFIG = PACKAGE.parent / "_config.yml"
CONTENTS = PACKAGE.parent / "_toc.yml"
HEADER = """\
# Texts of the course Service Quality in Hospitality: exercises, charts, interface and titles.
# The chapters have templates of their own, which Sphinx writes.
# What stands in {braces} is replaced by a value: keep it as it is.
#"""


def catalogue() -> Catalog:
    """The package's texts as a gettext template, each with the files that it comes from."""
    template = Catalog(
        project="Service Quality in Hospitality",
        domain=DOMAIN,
        header_comment=HEADER,
        fuzzy=False,
    )
    sources = {
        CONFIG.name: titles(),
        CONTENTS.name: captions(),
        "data/source-ids.yaml": [chapter["title"] for chapter in load("source-ids")],
        "data/terms.yaml": terms(),
        "data/misconceptions.yaml": misconceptions(),
        **{f"data/questions/{topic}.yaml": bank.texts(topic) for topic in bank.topics()},
        **deck.texts(),
        "servicequality/i18n/interface.py": list(INTERFACE.values()),
        **words(),
    }
    for exercise in all_exercises():
        # Every exercise carries the texts of the interface; they have an origin of their own.
        own = [text for text in texts_of(exercise) if text not in INTERFACE.values()]
        sources.setdefault(exercise.origin, []).extend(own)
    for origin, picture in origins().items():
        sources[origin] = texts_of(picture)
    for origin, texts in sources.items():
        for text in dict.fromkeys(texts):
            template.add(text, locations=[(origin, 0)])
    return template


def texts_of(declared: Exercise | Picture) -> list[str]:
    """All texts of an exercise, those of the interface included, or of a figure."""
    seen: list[str] = []

    def note(text: str) -> str:
        if text:
            seen.append(text)
        return text

    declared.spec(note)
    if isinstance(declared, Exercise):
        declared.revealed_values(note)
    return seen


def words() -> dict[str, list[str]]:
    """The texts of all modules called `words`, by their files."""
    found: dict[str, list[str]] = {}
    for path in sorted(PACKAGE.rglob("words.py")):
        file = path.relative_to(PACKAGE.parent)
        module = importlib.import_module(".".join(file.with_suffix("").parts))
        tables = [table for name, table in vars(module).items() if name.isupper()]
        found[file.as_posix()] = [text for table in tables for text in table.values()]
    return found


def misconceptions() -> list[str]:
    """The texts of the misconceptions that the instructor's pages list."""
    return [
        entry[key].strip() for entry in load("misconceptions") for key in ("claim", "correction")
    ]


def terms() -> list[str]:
    """What the cards of the key terms show of each: its name, definition and example."""
    shown = ("term", "definition", "example")
    return [entry[part].strip() for entry in load("terms") for part in shown]


def titles() -> list[str]:
    """The title of the book and its authors, as every page shows them."""
    config = yaml.safe_load(CONFIG.read_text(encoding="utf-8"))
    return [config["title"], config["author"]]


def captions() -> list[str]:
    """The headings of the contents."""
    contents = yaml.safe_load(CONTENTS.read_text(encoding="utf-8"))
    return [part["caption"] for part in contents["parts"]]


def template_text() -> bytes:
    """The template's file: the same texts always give the same bytes."""
    file = BytesIO()
    write_po(file, catalogue(), width=100, include_lineno=False)
    lines = file.getvalue().splitlines(keepends=True)
    return b"".join(line for line in lines if not line.startswith(b'"POT-Creation-Date'))
