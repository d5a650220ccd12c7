"""Formulae as MathML, which browsers draw and screen readers read without any script.

Temml converts them from LaTeX, under Node, once for each formula in the life of a process.

The MathML is all there is: no `alttext` and no annotation. Screen readers go by the elements of
MathML; LaTeX in `alttext` would be read out in their place ("G underscore five"), and as an
annotation it would double the bytes for nobody.
"""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterable
from html import escape
from pathlib import Path
from typing import NamedTuple

from servicequality.page.assets import ROOT, AssetError, node

PROGRAM = Path(__file__).with_name("temml.mjs")


class FormulaError(Exception):
    """A formula is faulty; the text names it and says what is wrong with it."""


class Formula(NamedTuple):
    """A formula in LaTeX, and whether it stands in a block of its own."""

    tex: str
    block: bool = False


# What Temml gave for each formula: {"mathml": …} or {"fault": …}.
_known: dict[Formula, dict[str, str]] = {}


def block_formula(tex: str, whole: bool = False) -> Formula:
    """A formula in a block of its own, from LaTeX as Sphinx reads it.

    Lines that `\\\\` or an empty line parts are aligned at their `&`, unless the LaTeX is `whole`
    or plainly an environment.
    """
    tex = tex.strip()
    parts = [part.strip() for part in tex.split("\n\n") if part.strip()]
    environment = re.fullmatch(r"\\begin\{(.+?)\}.*\\end\{\1\}", tex, re.DOTALL)
    if whole or environment or (len(parts) < 2 and r"\\" not in tex):
        return Formula(tex, block=True)
    return Formula(r"\begin{aligned}" + r" \\ ".join(parts) + r"\end{aligned}", block=True)


def prepare(formulae: Iterable[Formula]) -> None:
    """Converts all of the formulae that are not known yet in one run of Node.

    Raises AssetError where Node or Temml is missing.
    """
    new = [formula for formula in dict.fromkeys(formulae) if formula not in _known]
    if not new:
        return
    if not (ROOT / "node_modules" / "temml").is_dir():
        raise AssetError("The npm packages are missing. Run 'make setup', which installs them.")
    run = subprocess.run(
        [node(), str(PROGRAM)],
        input=json.dumps(new),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if run.returncode != 0:
        raise AssetError(f"Formulae could not be converted:\n{run.stderr}")
    _known.update(zip(new, json.loads(run.stdout), strict=True))


def mathml(formula: Formula) -> str:
    """The `math` element of a formula.

    Raises FormulaError where the formula is faulty, AssetError where Node or Temml is missing.
    """
    prepare([formula])
    found = _known[formula]
    if "fault" in found:
        tex = " ".join(formula.tex.split())
        raise FormulaError(f"The formula “{tex}” is faulty: {found['fault']}.")
    return found["mathml"]


def scroller(math: str, name: str) -> str:
    """The box of a block formula, in which it scrolls where the screen is too narrow for it.

    How wide the reader's screen and letters are is not known when the page is made, so the box can
    always be reached with the keyboard, and has a name to be called by there.
    """
    return (
        f'<div class="sq-formula-box" role="group" tabindex="0" aria-label="{escape(name)}">'
        f"{math}</div>"
    )
