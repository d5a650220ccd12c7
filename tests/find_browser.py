"""Makes sure that there is a browser for the tests: `python -m tests.find_browser`.

Debian's Chromium where this is root on such a machine, Playwright's own elsewhere. The one without
windows is the same browser, and opens a page in half the time.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

from playwright.sync_api import sync_playwright

# The first that is found is taken.
COMMANDS = ["chromium-headless-shell", "chromium"]


def found() -> str | None:
    """The path of the machine's own Chromium; None where it has none."""
    return next(filter(None, map(shutil.which, COMMANDS)), None)


def own_browser_installed() -> bool:
    """Whether Playwright's own Chromium is on this machine."""
    with sync_playwright() as playwright:
        return os.path.exists(playwright.chromium.executable_path)


def run(*command: str) -> bool:
    """Runs a command; gives whether that went well."""
    return subprocess.run(command, check=False).returncode == 0


def installed_from_debian() -> bool:
    """Whether Debian's browser without windows is here, or can be installed."""
    if shutil.which(COMMANDS[0]):
        return True
    may_install = shutil.which("apt-get") and os.geteuid() == 0
    return bool(
        may_install and run("apt-get", "update") and run("apt-get", "install", "-y", COMMANDS[0])
    )


def main() -> int:
    """The command line; gives the exit status."""
    if (
        installed_from_debian()
        or found()
        or own_browser_installed()
        or run(sys.executable, "-m", "playwright", "install", "chromium")
    ):
        return 0
    print(
        "No browser was found for the tests, and none could be installed. Install Chromium so that "
        "the command 'chromium' works, or run 'playwright install chromium' where the network "
        "allows it.",
        file=sys.stderr,
    )
    return 1


if __name__ == "__main__":
    sys.exit(main())
