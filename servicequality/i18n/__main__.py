"""Writes the template that translators start from: `python -m servicequality.i18n [FILE]`.

It is made from the declarations whenever it is wanted, and so is not kept in git.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from servicequality.i18n.messages import template_text
from servicequality.i18n.text import DOMAIN

DEFAULT = Path(__file__).parents[2] / "_build" / "gettext" / f"{DOMAIN}.pot"


def main(arguments: list[str] | None = None) -> int:
    """The command line; gives the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", nargs="?", type=Path, default=DEFAULT)
    path: Path = parser.parse_args(arguments).file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(template_text())
    print(path)
    return 0


if __name__ == "__main__":
    sys.exit(main())
