"""A language that nobody speaks, for proving that every text can be translated.

Each message becomes a text that is plainly not English and can still be read: "Gap" becomes
"⟦Ĝåþ⟧". What a translator must leave alone stays: placeholders, code, addresses, formulae.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import sphinx
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from servicequality.i18n.messages import catalogue
from servicequality.i18n.text import DOMAIN

ROOT = Path(__file__).parents[1]
# Babel and Intl, which do not know it, write numbers as in English.
LANGUAGE = "en_XA"

PLAIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
ACCENTED = "ÅƁÇĐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽåƀçđéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýž"
ACCENTS = str.maketrans(PLAIN, ACCENTED)

KEPT = re.compile(
    r"""
    \{term\}`(?P<term>[^`<]+?)(?:\s*<(?P<entry>[^`>]+)>)?`  # the glossary's entry is translated
    | \{(?P<role>ref|doc|teaches)\}`(?P<text>[^`<]+?)\s*(?P<target><[^`>]+>)`
    | (?:\{[\w:-]+\})?(?P<ticks>`+)(?:(?!(?P=ticks)).)+(?P=ticks)  # code, and any other role
    | \]\([^)]*\) | \]\[[^\]]*\] | \[\^[^\]]+\]  # where a link or a footnote points
    | </?[A-Za-z][^<>]*>                         # an address or a tag
    | \{[^{}]*\}                                 # a placeholder, or attributes
    | \$[^$]+\$                                  # a formula
    | %\(\w+\)[sd] | %[sd]                       # placeholders of Sphinx's own texts
    | &\#?\w+;
    | https?://[^\s)>\]]+
    """,
    re.VERBOSE,
)


def pseudo(text: str) -> str:
    """A text in the language."""
    parts = []
    rest = 0
    for kept in KEPT.finditer(text):
        parts.append(text[rest : kept.start()].translate(ACCENTS))
        if kept["term"]:
            entry = f" <{pseudo(kept['entry'])}>" if kept["entry"] else ""
            parts.append("{term}`" + pseudo(kept["term"]) + entry + "`")
        elif kept["role"]:
            parts.append("{" + kept["role"] + "}`" + pseudo(kept["text"]) + f" {kept['target']}`")
        else:
            parts.append(kept[0])
        rest = kept.end()
    parts.append(text[rest:].translate(ACCENTS))
    return f"⟦{''.join(parts)}⟧"


def translate_template(template: Catalog, folder: Path, domain: str) -> Path:
    """Writes the translation of a template where gettext looks for it; gives the file's path."""
    translation = Catalog(locale=LANGUAGE, domain=domain, fuzzy=False)
    for message in template:
        if isinstance(message.id, tuple):
            translation.add(message.id, tuple(pseudo(text) for text in message.id))
        elif message.id:
            translation.add(message.id, pseudo(message.id), context=message.context)
    path = folder / LANGUAGE / "LC_MESSAGES" / f"{domain}.po"
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        write_po(file, translation)
    return path


def translate_package(folder: Path) -> Path:
    """Writes the translation of the package's texts; gives the file's path."""
    return translate_template(catalogue(), folder, DOMAIN)


def copy_sources(target: Path) -> None:
    """Copies what the book is made of, without what was built or installed."""
    others = [".*", "_build", "node_modules", "servicequality", "tests"]
    shutil.copytree(ROOT, target, ignore=shutil.ignore_patterns(*others))
    run("jupyter-book", "config", "sphinx", str(target))


def translate_book(source: Path, folder: Path) -> None:
    """Writes the translation of all chapters, and of the words that Sphinx adds to them."""
    templates = folder.parent / "templates"
    sphinx_build("gettext", source, templates)
    sphinx_own = Path(sphinx.__file__).parent / "locale" / "sphinx.pot"
    for path in [*templates.glob("*.pot"), sphinx_own]:
        with path.open("rb") as file:
            translate_template(read_po(file), folder, path.stem)


def build_book(source: Path, folder: Path, site: Path, language: str = LANGUAGE) -> str:
    """Builds the book in a language, with the catalogues of a folder; gives what was printed.

    Raises RuntimeError, with what was printed, where the build fails or warns.
    """
    settings = ["-D", f"language={language}", "-D", f"locale_dirs={folder}"]
    return sphinx_build("html", source, site, *settings, SERVICEQUALITY_LOCALE=str(folder))


def sphinx_build(builder: str, source: Path, target: Path, *options: str, **variables: str) -> str:
    """Runs a builder of Sphinx over a copy of the sources; gives what was printed."""
    # Exercises are drawn from their declarations, so the notebooks need not run.
    fixed = ["-W", "--keep-going", "-D", "nb_execution_mode=off"]
    command = ["-b", builder, *fixed, *options, str(source), str(target)]
    return run("sphinx-build", *command, **variables)


def run(command: str, *arguments: str, **variables: str) -> str:
    """Runs one of the commands installed beside Python; gives what it printed."""
    done = subprocess.run(
        [str(Path(sys.executable).with_name(command)), *arguments],
        env={**os.environ, **variables},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    if done.returncode != 0:
        raise RuntimeError(f"{command} {' '.join(arguments)} failed:\n{done.stdout}")
    return done.stdout
