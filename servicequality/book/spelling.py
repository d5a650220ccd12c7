"""Spelling of all that readers see: British English, and the words of `data/words.txt`.

`python -m servicequality.book.spelling` names every word that is in neither, and where it stands.
The dictionary is Hunspell's, from npm; nothing is fetched when it runs.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import nbformat

from servicequality.i18n.messages import catalogue
from servicequality.page.assets import node

ROOT = Path(__file__).parents[2]
OWN_WORDS = ROOT / "data" / "words.txt"
SCRIPT = Path(__file__).with_name("spelling.mjs")
NOTEBOOKS = ("chapters", "exercises", "practice", "teaching")
# All but the licence, whose words are not ours.
PAGES = ("[!L]*.md", "book/*.md", "benchmarks/*.md", "data/*/README.md")
# What is not prose: code, formulae, addresses, names of roles, ids, what works are cited by.
LEFT_OUT = [
    re.compile(r"^```.*?^```", re.M | re.S),
    re.compile(r"^---\n.*?\n---$", re.M | re.S),
    re.compile(r"\$\$.*?\$\$|\$[^$\n]*\$", re.S),
    re.compile(r"^:[\w-]+:.*$", re.M),
    re.compile(r"`[^`]*`"),
    re.compile(r"(?<=\]\()[^)]*|https?://\S+|<[^<>]*>|\{[^{}]*\}"),
    re.compile(r"^:{3,}.*?\}(?: *[A-Z]+\d.*$)?", re.M),
]
CITATION = re.compile(r"\{cite:[a-z]+\}`[^`]*`")
ROLE = re.compile(r"\{[a-z:-]+\}`([^`]*)`")
WORD = re.compile(r"[A-Za-zÀ-ž]+(?:[’'][A-Za-zÀ-ž]+)*")
# A word with a digit in it, or letters of two alphabets, is a name or a formula.
ODD = re.compile(r"\w*[\d_Ѐ-ӿ]\w*")


def words_of(text: str) -> Iterator[str]:
    """The words of prose, as the dictionary writes them; single letters are symbols."""
    # Where long words may break.
    text = text.replace("\u00ad", "")
    # A citation is a key; any other role holds words of the text.
    text = ROLE.sub(r" \1 ", CITATION.sub(" ", text))
    for pattern in LEFT_OUT:
        text = pattern.sub(" ", text)
    for found in WORD.findall(ODD.sub(" ", text)):
        word = found.replace("’", "'").removesuffix("'s")
        if len(word) > 1:
            yield word


def texts(root: Path = ROOT) -> Iterator[tuple[str, str]]:
    """All prose, with where it stands: pages, notebooks and the texts of the package."""
    for pattern in PAGES:
        for path in sorted(root.glob(pattern)):
            yield path.relative_to(root).as_posix(), path.read_text(encoding="utf-8")
    for folder in NOTEBOOKS:
        for path in sorted(root.glob(f"{folder}/*.ipynb")):
            for cell in nbformat.read(path, as_version=4).cells:
                if cell.cell_type == "markdown":
                    yield path.relative_to(root).as_posix(), cell.source
    for message in catalogue():
        if isinstance(message.id, str) and message.id:
            yield message.locations[0][0], message.id


def own_words() -> list[str]:
    """The words of the course that no dictionary has."""
    lines = OWN_WORDS.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def unknown(parts: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """The words that are in no list, each with where it stands."""
    places: dict[str, list[str]] = {}
    for where, text in parts:
        for word in words_of(text):
            there = places.setdefault(word, [])
            if where not in there:
                there.append(where)
    asked = json.dumps({"words": sorted(places), "own": own_words()})
    run = subprocess.run(
        [node(), SCRIPT], input=asked, capture_output=True, text=True, encoding="utf-8", check=True
    )
    return {word: places[word] for word in json.loads(run.stdout)}


def main() -> int:
    """Names what is not spelt right; gives the exit status."""
    found = unknown(texts())
    for word, where in found.items():
        print(f"{word}: {', '.join(where)}", file=sys.stderr)
    if found:
        print("Mend these words, or add what is right to data/words.txt.", file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
