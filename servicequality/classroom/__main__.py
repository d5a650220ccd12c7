"""Serves the exercises for the projector: `python -m servicequality.classroom`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from servicequality.book.build import BUILD
from servicequality.classroom.server import class_server


def main() -> int:
    """The command line; gives the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, default=8866, help="the port wanted, 0 for any")
    parser.add_argument("--folder", type=Path, default=BUILD / "class", help="of the notebooks")
    options = parser.parse_args()
    class_server(options.folder, options.port).start()
    return 0


if __name__ == "__main__":
    sys.exit(main())
