"""Serves a class from this machine: `python -m servicequality.classroom`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from servicequality.book.build import BUILD, SITE
from servicequality.classmode.engines import StoreError
from servicequality.classmode.start import FILE
from servicequality.classroom.addresses import read_name
from servicequality.classroom.server import class_server


def own_name(text: str) -> str:
    """A name as the command line gives it."""
    try:
        return read_name(text)
    except ValueError:
        raise argparse.ArgumentTypeError(
            f"{text!r} is neither a name nor an address, such as class.local or 192.168.1.20"
        ) from None


def main() -> int:
    """The command line; gives the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, default=8866, help="the port wanted, 0 for any")
    parser.add_argument("--folder", type=Path, default=BUILD / "class", help="of the notebooks")
    parser.add_argument("--answers", type=Path, default=FILE, help="where answers are kept")
    parser.add_argument("--site", type=Path, default=SITE, help="the built book")
    parser.add_argument("--local", action="store_true", help="for this machine alone")
    help_ = "a name or an address of this machine, to be shown to students"
    parser.add_argument("--name", type=own_name, action="append", default=[], help=help_)
    options = parser.parse_args()
    try:
        server = class_server(
            options.folder,
            options.port,
            options.answers,
            site=options.site,
            local=options.local,
            names=options.name,
        )
    except StoreError as error:
        print(error, file=sys.stderr)
        return 1
    server.start()
    return 0


if __name__ == "__main__":
    sys.exit(main())
