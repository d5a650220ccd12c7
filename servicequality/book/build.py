"""Builds the book: `python -m servicequality.book.build`.

A second build without changes does nothing. Where only chapters changed, only their pages and
their results are made anew; where the package, the data or a lock file changed, everything is.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from filelock import FileLock

from servicequality.book.check import CourseError, check_course
from servicequality.book.heads.address import VARIABLE

ROOT = Path(__file__).parents[2]
BUILD = ROOT / "_build"
SITE = BUILD / "html"
STAMP = BUILD / "built-from"

# What every page depends on. A change here empties the cache of executed notebooks.
FOUNDATION = ["servicequality", "data", "requirements.txt", "package-lock.json", "_config.yml",
              "book/_static"]  # fmt: skip
PAGES = ["_toc.yml", "index.md", "book", "chapters", "exercises", "practice"]


def fingerprint(names: Iterable[str], setting: str = "") -> str:
    """A hash of the files of these names, of all files in folders of these names, and a setting."""
    digest = hashlib.sha256(f"{sys.version} {setting}".encode())
    for name in names:
        place = ROOT / name
        files = sorted(place.rglob("*")) if place.is_dir() else [place]
        for path in files:
            if path.is_file() and "__pycache__" not in path.parts:
                digest.update(path.relative_to(ROOT).as_posix().encode())
                digest.update(path.read_bytes())
    return digest.hexdigest()


def build() -> None:
    """Brings the site in `_build/html` up to date.

    Raises CourseError where course material is at fault, or where the book does not build without
    a warning. Where another process is building, waits until that is done.
    """
    BUILD.mkdir(exist_ok=True)
    with FileLock(BUILD / "lock"):
        bring_up_to_date()


def bring_up_to_date() -> None:
    """What `build` does, while no other process builds."""
    foundation, pages = fingerprint(FOUNDATION), fingerprint(PAGES, os.environ.get(VARIABLE, ""))
    before = STAMP.read_text().split() if STAMP.is_file() else ["", ""]
    if before == [foundation, pages] and (SITE / "index.html").is_file():
        print("The site is up to date.")
        return
    check_course()
    STAMP.unlink(missing_ok=True)
    everything = before[0] != foundation
    if everything:
        for folder in (SITE, BUILD / ".doctrees", BUILD / ".jupyter_cache"):
            shutil.rmtree(folder, ignore_errors=True)
    jupyter_book = Path(sys.executable).with_name("jupyter-book")
    command = [str(jupyter_book), "build", str(ROOT), "--warningiserror", "--keep-going"]
    run = subprocess.run(command + ["--all"] * everything, check=False)
    if run.returncode != 0:
        raise CourseError("The book did not build. The first error above says why.")
    STAMP.write_text(f"{foundation}\n{pages}\n")


def main() -> int:
    """The command line; gives the exit status."""
    try:
        build()
    except CourseError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
