"""Makes sure that there is a browser for the tests: `python -m tests.find_browser`.

Debian's Chromium where this is root on such a machine, Playwright's own elsewhere.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

from playwright.sync_api import sync_playwright


def own_browser_installed() -> bool:
    """Whether Playwright's own Chromium is on this machine."""
    with sync_playwright() as playwright:
        return os.path.exists(playwright.chromium.executable_path)


def install() -> bool:
    """Tries to install a browser; gives whether that went well."""
    if shutil.which("apt-get") and os.geteuid() == 0:
        commands = [["apt-get", "update"], ["apt-get", "install", "--yes", "chromium"]]
    else:
        commands = [[sys.executable, "-m", "playwright", "install", "chromium"]]
    return all(subprocess.run(command, check=False).returncode == 0 for command in commands)


def main() -> int:
    """The command line; gives the exit status."""
    if shutil.which("chromium") or own_browser_installed() or install():
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
