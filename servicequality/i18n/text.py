"""Texts in the reader's language, from gettext catalogues.

A catalogue is a `.po` file, read as it is: nothing needs to be compiled, and no compiled file can
be out of date.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

from babel.messages.pofile import PoFileError, read_po

DOMAIN = "servicequality"
LOCALE = Path(__file__).parents[1] / "locale"
PLACEHOLDER = re.compile(r"\{[^{}]*\}")


class LanguageError(Exception):
    """A language has no catalogue, or a faulty one; the text names language, file and fault."""


def translator(language: str, folder: str | None = None) -> Callable[[str], str]:
    """The function that turns an English text of the package into `language`.

    English texts are returned as they are; so is a text that the catalogue does not translate.
    `folder` holds catalogues (`LANGUAGE/LC_MESSAGES/servicequality.po`); without it, the
    environment variable `SERVICEQUALITY_LOCALE` or the package's own `locale` folder is used.
    Raises LanguageError where there is no catalogue for the language, or a faulty one.
    """
    if language == "en":
        return lambda text: text
    texts = translations(catalogue_path(language, folder), language)
    return lambda text: texts.get(text, text)


def catalogue_path(language: str, folder: str | None = None) -> Path:
    """The file that translates the package's texts into a language, whether or not it exists."""
    place = folder or os.environ.get("SERVICEQUALITY_LOCALE") or LOCALE
    return Path(place) / language / "LC_MESSAGES" / f"{DOMAIN}.po"


@cache
def translations(path: Path, language: str) -> dict[str, str]:
    """The translated texts of a catalogue, by English text; those marked fuzzy are left out.

    Raises LanguageError where the file is missing or cannot be read, belongs to another language,
    or where a translation does not keep its placeholders.
    """
    where = f"Language {language!r}: {path}"
    try:
        with path.open("rb") as file:
            catalogue = read_po(file, abort_invalid=True)
    except FileNotFoundError:
        raise LanguageError(f"{where} does not exist.") from None
    except (UnicodeDecodeError, LookupError) as error:
        raise LanguageError(f"{where} cannot be read as text: {error}.") from None
    except PoFileError as error:
        raise LanguageError(f"{where}, line {error.lineno + 1}: {error}.") from None
    if catalogue.locale_identifier not in (None, language.replace("-", "_")):
        raise LanguageError(f"{where} says that its language is {catalogue.locale_identifier!r}.")
    texts = {}
    for message in catalogue:
        if not message.id or not message.string or message.fuzzy:
            continue
        english, text = str(message.id), str(message.string)
        wanted, found = set(PLACEHOLDER.findall(english)), set(PLACEHOLDER.findall(text))
        if wanted != found:
            odd = ", ".join(sorted(wanted ^ found))
            raise LanguageError(
                f"{where}, line {message.lineno}: {english!r} and its translation must have the "
                f"same placeholders; they differ in {odd}."
            )
        texts[english] = text
    return texts
