"""The course's data, read by name: `load("gaps")`, never by path."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import yaml

DATA = Path(__file__).parents[1] / "data"


class DataError(Exception):
    """A data file is missing, unreadable or breaks its schema; the text names file and fault."""


@cache
def load(name: str, folder: Path = DATA) -> Any:
    """The content of `data/NAME.yaml`, checked against `data/schema/NAME.json`.

    Callers share what is returned and must not change it. Raises DataError where the file or its
    schema is missing, is not readable, or where the content breaks the schema.
    """
    path = folder / f"{name}.yaml"
    schema_path = folder / "schema" / f"{name}.json"
    for needed in (path, schema_path):
        if not needed.is_file():
            raise DataError(f"{shown(needed, folder)} does not exist.")
    try:
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
    except yaml.YAMLError as error:
        line = getattr(error, "problem_mark", None)
        where = f", line {line.line + 1}" if line else ""
        problem = getattr(error, "problem", None) or "it cannot be read"
        raise DataError(f"{shown(path, folder)}{where}: not valid YAML: {problem}.") from None
    schema = json.loads(schema_path.read_text(encoding="utf-8"))
    validator = jsonschema.Draft202012Validator(schema)
    fault = jsonschema.exceptions.best_match(validator.iter_errors(content))
    if fault is not None:
        where = place(fault.absolute_path, content)
        raise DataError(f"{shown(path, folder)}, {where}: {fault.message}.")
    return content


def shown(path: Path, folder: Path) -> str:
    """A data file's path as a contributor knows it: `data/gaps.yaml`."""
    return path.relative_to(folder.parent).as_posix()


def place(path: Any, content: Any) -> str:
    """Where in a data file a fault lies, with the id of the entry instead of its position."""
    steps = []
    for step in path:
        content = content[step]
        named = isinstance(step, int) and isinstance(content, dict) and "id" in content
        steps.append(str(content["id"]) if named else str(step))
    return " › ".join(steps) or "at its top level"
