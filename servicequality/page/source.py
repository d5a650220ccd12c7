"""What is sent to MicroPython: the source of `compute` and of the modules it may import.

The source that runs in the page is the source that runs here, less what MicroPython has no use
for: type annotations, docstrings and comments.
"""

from __future__ import annotations

import ast
import inspect
from pathlib import Path
from types import ModuleType

from servicequality import core, model
from servicequality.declare import Exercise

PORTABLE = ("servicequality.core", "servicequality.model")
DROPPED = {"typing", "__future__", "collections.abc"}


class Slim(ast.NodeTransformer):
    """Removes annotations, docstrings and the imports that only annotations need."""

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        node.returns = None
        for argument in [*node.args.args, *node.args.kwonlyargs, *node.args.posonlyargs]:
            argument.annotation = None
        for star in (node.args.vararg, node.args.kwarg):
            if star is not None:
                star.annotation = None
        return self.without_docstring(node)

    def visit_ClassDef(self, node: ast.ClassDef) -> ast.AST:
        return self.without_docstring(node)

    def visit_Module(self, node: ast.Module) -> ast.AST:
        return self.without_docstring(node)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> ast.AST | None:
        if node.value is None:
            return None
        return ast.copy_location(ast.Assign(targets=[node.target], value=node.value), node)

    def visit_ImportFrom(self, node: ast.ImportFrom) -> ast.AST | None:
        return None if node.module in DROPPED else node

    def without_docstring(self, node: ast.FunctionDef | ast.ClassDef | ast.Module) -> ast.AST:
        self.generic_visit(node)
        if ast.get_docstring(node, clean=False) is not None:
            node.body = node.body[1:]
        if not node.body and not isinstance(node, ast.Module):
            node.body = [ast.Pass()]
        return node


def slim(tree: ast.Module) -> str:
    """A module's source without annotations, docstrings and comments."""
    return ast.unparse(ast.fix_missing_locations(Slim().visit(tree))) + "\n"


def portable_modules() -> dict[str, str]:
    """The modules that pages may import, by path (`servicequality/core/numbers.py`), slimmed."""
    found = {"servicequality/__init__.py": ""}
    for package in (core, model):
        folder = Path(str(package.__file__)).parent
        for path in sorted(folder.glob("*.py")):
            name = f"servicequality/{folder.name}/{path.name}"
            found[name] = slim(ast.parse(path.read_text(encoding="utf-8")))
    return found


def compute_source(exercise: Exercise) -> str:
    """The source of an exercise's `compute` with all it uses from its own module, slimmed.

    Followed are functions, constants and imports at the module's top level. Raises
    DeclarationError where `compute` leans on an import that pages do not have (anything but
    `math`, `servicequality.core` and `servicequality.model`), or on a name that is defined inside
    another statement, such as an `if`.
    """
    module = inspect.getmodule(exercise.compute)
    if not isinstance(module, ModuleType) or exercise.compute.__name__ != "compute":
        raise exercise.fault("compute must be a function named 'compute' at its module's top level")
    definitions = top_level(ast.parse(inspect.getsource(module)))
    needed: list[ast.stmt] = []
    waiting = ["compute"]
    seen: set[str] = set()
    while waiting:
        name = waiting.pop()
        if name in seen:
            continue
        seen.add(name)
        if name not in definitions:
            if name in vars(module):
                raise exercise.fault(
                    f"compute uses {name!r}, which must be defined at its module's top level"
                )
            continue
        statement = definitions[name]
        if statement in needed:
            continue
        check_imports(exercise, statement)
        needed.append(statement)
        waiting.extend(used_names(statement))
    needed.sort(key=lambda statement: statement.lineno)
    return slim(ast.Module(body=[only(statement, seen) for statement in needed], type_ignores=[]))


def top_level(tree: ast.Module) -> dict[str, ast.stmt]:
    """The statements at a module's top level, by each name that they define."""
    found: dict[str, ast.stmt] = {}
    for statement in tree.body:
        if isinstance(statement, (ast.FunctionDef, ast.ClassDef)):
            found[statement.name] = statement
        elif isinstance(statement, (ast.Import, ast.ImportFrom)):
            for alias in statement.names:
                found[alias.asname or alias.name.split(".")[0]] = statement
        elif isinstance(statement, (ast.Assign, ast.AnnAssign)):
            targets = statement.targets if isinstance(statement, ast.Assign) else [statement.target]
            for part in (part for target in targets for part in ast.walk(target)):
                if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Store):
                    found[part.id] = statement
    return found


def used_names(statement: ast.stmt) -> list[str]:
    """The names that a statement reads, those in annotations left out."""
    bare = Slim().visit(ast.parse(ast.unparse(statement)))
    return [
        node.id
        for node in ast.walk(bare)
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)
    ]


def only(statement: ast.stmt, names: set[str]) -> ast.stmt:
    """An import cut down to the names in use; any other statement as it is."""
    if isinstance(statement, ast.ImportFrom):
        kept = [alias for alias in statement.names if (alias.asname or alias.name) in names]
        cut = ast.ImportFrom(module=statement.module, names=kept, level=statement.level)
        return ast.copy_location(cut, statement)
    return statement


def check_imports(exercise: Exercise, statement: ast.stmt) -> None:
    """Raises DeclarationError where a statement imports what is not to be had inside a page."""
    for node in ast.walk(statement):
        if isinstance(node, ast.ImportFrom):
            modules = ["." * node.level + (node.module or "")]
        elif isinstance(node, ast.Import):
            modules = [alias.name for alias in node.names]
        else:
            continue
        for module in modules:
            inside = any(f"{module}.".startswith(f"{package}.") for package in PORTABLE)
            if module != "math" and not inside:
                raise exercise.fault(
                    f"line {node.lineno}: compute imports {module!r}, which pages do not have; "
                    "it may use math, servicequality.core and servicequality.model"
                )
