"""Texts in the reader's language."""

from __future__ import annotations

import gettext
import os
from collections.abc import Callable
from functools import cache
from pathlib import Path

DOMAIN = "servicequality"
LOCALE = Path(__file__).parents[1] / "locale"


@cache
def translator(language: str, folder: str | None = None) -> Callable[[str], str]:
    """The function that turns an English text of the package into `language`.

    English texts are returned as they are. `folder` holds compiled catalogues
    (`LANGUAGE/LC_MESSAGES/servicequality.mo`); without it, the environment variable
    `SERVICEQUALITY_LOCALE` or the package's own `locale` folder is used. Raises FileNotFoundError
    where there is no catalogue for the language.
    """
    if language == "en":
        return lambda text: text
    place = folder or os.environ.get("SERVICEQUALITY_LOCALE") or str(LOCALE)
    catalogue = gettext.translation(DOMAIN, place, [language])
    # An empty text is the catalogue's header in gettext, and nothing to translate here.
    return lambda text: catalogue.gettext(text) if text else text
