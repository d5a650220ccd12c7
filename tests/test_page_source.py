"""What is sent to pages: nothing but what MicroPython can use, and all of that."""

from __future__ import annotations

import ast
import importlib
import inspect
import sys
from pathlib import Path
from types import ModuleType

import pytest

from servicequality.declare import DeclarationError
from servicequality.exercises import all_exercises
from servicequality.page.source import PORTABLE, compute_source, portable_modules, slim
from tests.fixtures.both_pythons import honest
from tests.fixtures.small import small

ROOT = Path(__file__).parents[1]
NAME = "written_exercise"


@pytest.fixture
def written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty file that can be imported as `NAME`, and is forgotten after the test."""
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, NAME, raising=False)
    return tmp_path / f"{NAME}.py"


def source_of(written: Path, text: str) -> str:
    """What is sent for an exercise whose module holds this text."""
    written.write_text(inspect.cleandoc(text) + "\n", encoding="utf-8")
    return compute_source(small(compute=importlib.import_module(NAME).compute))


def fault_of(written: Path, text: str) -> str:
    """What is said about an exercise whose module holds this text."""
    with pytest.raises(DeclarationError) as caught:
        source_of(written, text)
    return str(caught.value)


def test_annotations_docstrings_and_comments_are_dropped() -> None:
    source = '''
"""A module."""
from __future__ import annotations
from collections.abc import Callable
from typing import Any
import math

LIMIT: float = 2.0  # comment
later: int

class Fault(Exception):
    """Only words."""

def outer(a: int, /, b: Any = 1, *rest: str, c: list[int], **more: Any) -> Callable[[], int]:
    """Words."""
    x: int = a
    y: str
    def inner(z: float) -> float:
        """More words."""
        return z
    return inner
'''
    assert (
        slim(ast.parse(source))
        == inspect.cleandoc("""
        import math
        LIMIT = 2.0

        class Fault(Exception):
            pass

        def outer(a, /, b=1, *rest, c, **more):
            x = a

            def inner(z):
                return z
            return inner
        """)
        + "\n"
    )


def test_a_function_of_only_a_docstring_still_has_a_body() -> None:
    assert slim(ast.parse('def nothing():\n    """Words."""\n')) == "def nothing():\n    pass\n"


def test_helpers_constants_and_imports_are_followed(written: Path) -> None:
    source = source_of(
        written,
        """
        from math import floor, sqrt
        import math as m
        import servicequality.model.gaps
        from servicequality.core.numbers import compare, mean, total
        from servicequality.model import gaps
        from typing import Any

        UNUSED = sqrt(4)
        FACTORS: dict[str, float] = {"low": 0.1}
        LOW, HIGH = 1, m.pi
        BASE = DEEPEST = 5

        class Step:
            size = BASE

        def deep(x):
            return mean([x, Step.size])

        def helper(x: float) -> float:
            return deep(x) * FACTORS["low"] + floor(HIGH)

        def unused():
            return total([UNUSED])

        def compute(values: dict[str, Any]) -> dict[str, Any]:
            scores = gaps.gap_scores(1, 2, 3, 4, 5, LOW)
            other = servicequality.model.gaps.largest_shortfall(scores)
            return {"word": "low", "n": helper(values["rating"]), "other": other}
        """,
    )
    space: dict[str, object] = {}
    exec(source, space)
    assert space["compute"]({"rating": 3})["n"] == 4 * 0.1 + 3
    names = set(space) - {"__builtins__"}
    assert names == {
        "floor", "m", "servicequality", "mean", "gaps", "FACTORS", "LOW", "HIGH", "BASE", "DEEPEST",
        "Step", "deep", "helper", "compute",
    }  # fmt: skip
    assert ": float" not in source


def test_the_source_keeps_the_order_of_the_module() -> None:
    source = compute_source(honest.EXERCISE)
    places = [source.index(part) for part in ("import math", "WEIGHTS", "spread", "def compute")]
    assert places == sorted(places)
    assert "EXERCISE" not in source
    assert "servicequality.declare" not in source


@pytest.mark.parametrize(
    ("line", "module"),
    [
        ("from statistics import mean", "statistics"),
        ("from statistics import fmean as mean", "statistics"),
        ("import xml.dom as mean", "xml.dom"),
        ("from servicequality.content import load as mean", "servicequality.content"),
        ("from servicequality.declare import Slider as mean", "servicequality.declare"),
        ("import math, json as mean", "json"),
    ],
)
def test_an_import_that_pages_lack_is_named(written: Path, line: str, module: str) -> None:
    text = f"# First line.\n{line}\ndef compute(values):\n    return mean(values)\n"
    assert fault_of(written, text) == (
        f"{NAME}.py: exercise 'small': line 2: compute imports {module!r}, which pages do not "
        "have; it may use math, servicequality.core and servicequality.model."
    )


def test_an_import_inside_a_function_is_seen(written: Path) -> None:
    text = """
        import math

        def helper(x):
            import random
            return random.random() * math.pi

        def compute(values):
            return helper(values)
        """
    assert "line 4: compute imports 'random', which pages do not have" in fault_of(written, text)


def test_an_import_that_compute_does_not_use_is_left_out(written: Path) -> None:
    text = "import json\nfrom math import pi, sqrt\ndef compute(values):\n    return pi\n"
    assert source_of(written, text).splitlines()[0] == "from math import pi"
    assert "json" not in written.read_text().replace("import json", "")


def test_a_name_defined_inside_another_statement_is_named(written: Path) -> None:
    text = "if True:\n    FACTOR = 2\ndef compute(values):\n    return FACTOR\n"
    assert "compute uses 'FACTOR', which must be defined at its module's top level" in fault_of(
        written, text
    )


def test_compute_must_be_called_compute() -> None:
    def other(values: dict[str, float]) -> dict[str, float]:
        return values

    with pytest.raises(DeclarationError, match="compute must be a function named 'compute'"):
        compute_source(small(compute=other))


@pytest.mark.parametrize("exercise", all_exercises(), ids=lambda exercise: exercise.id)
def test_the_source_of_every_exercise_computes_the_same(exercise: object) -> None:
    space: dict[str, object] = {}
    exec(compute_source(exercise), space)
    values = exercise.start(str)["values"]
    tables = exercise.tables
    more = [] if tables is None else [tables]
    here = exercise.compute(values, *more)
    assert space["compute"](values, *more) == here


PORTABLE_FILES = [
    ROOT / path.replace(".", "/") / file.name
    for path in PORTABLE
    for file in sorted((ROOT / path.replace(".", "/")).glob("*.py"))
]


def names_of(paths: list[Path]) -> list[str]:
    """Paths as they are written in the repository."""
    return [path.relative_to(ROOT).as_posix() for path in paths]


def test_all_portable_modules_are_sent() -> None:
    sent = set(portable_modules()) - {"servicequality/__init__.py"}
    assert sent == set(names_of(PORTABLE_FILES))
    assert {"servicequality/core/evaluate.py", "servicequality/model/gaps.py"} <= sent


@pytest.mark.parametrize("path", PORTABLE_FILES, ids=names_of(PORTABLE_FILES))
def test_portable_modules_import_only_what_pages_have(path: Path) -> None:
    allowed = ("math", "__future__", "typing", "collections.abc")
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        modules = []
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0
            modules = [str(node.module)]
        elif isinstance(node, ast.Import):
            modules = [alias.name for alias in node.names]
        for module in modules:
            assert module in allowed or module.startswith(PORTABLE), f"line {node.lineno}: {module}"


def portable_code() -> dict[str, str]:
    """All Python that is sent to pages, by a name for it."""
    sources = {exercise.id: compute_source(exercise) for exercise in all_exercises()}
    return {**portable_modules(), **sources}


@pytest.mark.parametrize("name", portable_code())
def test_nothing_sent_to_pages_sums_or_rounds_by_itself(name: str) -> None:
    # On CPython 3.11 the gate cannot see sum() differ: it compensates from 3.12 on.
    for node in ast.walk(ast.parse(portable_code()[name])):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            assert node.func.id not in {"sum", "round", "format"}, ast.unparse(node)
        assert not isinstance(node, (ast.JoinedStr, ast.Match)), ast.unparse(node)


def test_what_is_sent_is_free_of_annotations() -> None:
    for source in portable_code().values():
        for node in ast.walk(ast.parse(source)):
            assert not isinstance(node, ast.AnnAssign)
            if isinstance(node, ast.arg):
                assert node.annotation is None
            if isinstance(node, ast.FunctionDef):
                assert node.returns is None
                assert ast.get_docstring(node) is None


def test_the_modules_are_those_of_this_package() -> None:
    module = importlib.import_module("servicequality.core.numbers")
    assert isinstance(module, ModuleType)
    space: dict[str, object] = {}
    exec(portable_modules()["servicequality/core/numbers.py"], space)
    assert space["total"]([0.1, 0.2, 0.3]) == module.total([0.1, 0.2, 0.3])
