"""Installs PostgreSQL for the tests of the class's store: `python -m tests.find_database`.

Debian's where this is root on such a machine. Without it those tests are skipped and say why, so
that this never fails.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

from tests.class_stores import PROGRAMS, SERVER

COMMANDS = [["apt-get", "update"], ["apt-get", "install", "--yes", "postgresql"]]


def main() -> int:
    """The command line; gives the exit status."""
    if os.environ.get(SERVER) or any(PROGRAMS.glob("*/bin/postgres")):
        return 0
    possible = shutil.which("apt-get") is not None and os.geteuid() == 0
    if not (possible and all(subprocess.run(c, check=False).returncode == 0 for c in COMMANDS)):
        print(
            "No PostgreSQL was found, so the tests of class mode's store run on SQLite alone. "
            f"To run them on both, install it (apt-get install postgresql) or name a server in "
            f"{SERVER}.",
            file=sys.stderr,
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
