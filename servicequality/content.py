"""The course's data, read by name: `load("gaps")`, `load("hotel/attributes")`, never by path."""

from __future__ import annotations

import csv
import io
import json
import math
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import yaml

# Where this package is installed, jsonschema builds its grammar of international addresses as it is
# imported: over a second for every kernel, and no schema here asks for that format.
sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]
import jsonschema  # noqa: E402

if sys.modules["rfc3987_syntax"] is None:
    del sys.modules["rfc3987_syntax"]

DATA = Path(__file__).parents[1] / "data"


class DataError(Exception):
    """A data file is missing, unreadable or breaks its schema; the text names file and fault."""


@cache
def load(name: str, folder: Path = DATA) -> Any:
    """The content of `data/NAME.yaml` or `data/NAME.csv`, checked against `data/schema/NAME.json`.

    Where all files of a folder share a schema, it has the folder's name: `questions/processes` is
    checked against `data/schema/questions.json`. A CSV file comes as a list of dicts by column, its
    numbers as the schema types them. Callers share what is returned and must not change it. Raises
    DataError where the file or its schema is missing or not readable, or where the content breaks
    the schema.
    """
    schema_path = folder / "schema" / f"{schema_name(name, folder)}.json"
    path = folder / f"{name}.csv"
    if not path.is_file():
        path = folder / f"{name}.yaml"
    for needed in (path, schema_path):
        if not needed.is_file():
            raise DataError(f"{shown(needed, folder)} does not exist.")
    schema = json.loads(schema_path.read_text(encoding="utf-8"))
    lines = None
    if path.suffix == ".csv":
        content, lines = read_csv(path, schema["items"]["properties"], folder)
    else:
        content = read_yaml(path, folder)
    found = jsonschema.Draft202012Validator(schema).iter_errors(content)
    faults = [part for fault in found for part in narrowed(fault)]
    if faults:
        # A fault inside an entry says more than what the list then lacks.
        depth = max(len(fault.absolute_path) for fault in faults)
        deepest = [fault for fault in faults if len(fault.absolute_path) == depth]
        fault = jsonschema.exceptions.best_match(deepest)
        where = place(list(fault.absolute_path), content, lines)
        raise DataError(f"{shown(path, folder)}, {where}: {told(fault)}.")
    return content


def schema_name(name: str, folder: Path = DATA) -> str:
    """The name of a data file's schema: its own, or that of its folder where it has none itself."""
    shared = name.rpartition("/")[0]
    own = folder / "schema" / f"{name}.json"
    if shared and not own.is_file() and (folder / "schema" / f"{shared}.json").is_file():
        return shared
    return name


def names(folder: Path = DATA) -> list[str]:
    """The names of all data files, as `load` takes them."""
    files = [*folder.rglob("*.yaml"), *folder.rglob("*.csv")]
    return sorted(path.relative_to(folder).with_suffix("").as_posix() for path in files)


def read_text(path: Path, folder: Path) -> str:
    """The text of a data file. Raises DataError where it is not UTF-8."""
    try:
        return path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        raise DataError(f"{shown(path, folder)}: not UTF-8 at byte {error.start}.") from None


def read_yaml(path: Path, folder: Path) -> Any:
    """The content of a YAML file. Raises DataError, with the line, where it is not valid."""
    try:
        return yaml.safe_load(read_text(path, folder))
    except yaml.YAMLError as error:
        line = getattr(error, "problem_mark", None)
        where = f", line {line.line + 1}" if line else ""
        problem = getattr(error, "problem", None) or "it cannot be read"
        raise DataError(f"{shown(path, folder)}{where}: not valid YAML: {problem}.") from None


def read_csv(
    path: Path, columns: dict[str, Any], folder: Path
) -> tuple[list[dict[str, Any]], list[int]]:
    """The rows of a CSV file, each value as its column's type in the schema, and their lines.

    Raises DataError where the header differs from the schema, a row has more or fewer values than
    columns, or a value is not of its type.
    """
    reader = csv.reader(io.StringIO(read_text(path, folder), newline=""))
    header = next(reader, [])
    if header != list(columns):
        wanted, found = ", ".join(columns), ", ".join(header)
        raise DataError(f"{shown(path, folder)}: the columns must be {wanted}, not {found}.")
    rows, lines = [], []
    for texts in reader:
        where = f"{shown(path, folder)}, line {reader.line_num}"
        if len(texts) != len(columns):
            raise DataError(f"{where}: {len(texts)} values for {len(columns)} columns.")
        row = {}
        for column, text in zip(columns, texts, strict=True):
            kind = columns[column].get("type", "string")
            try:
                row[column] = CONVERT[kind](text)
            except ValueError:
                raise DataError(f"{where}, {column}: {text!r} is not of type {kind!r}.") from None
        rows.append(row)
        lines.append(reader.line_num)
    return rows, lines


def finite(text: str) -> float:
    """The number that a text holds. Raises ValueError for anything else, "nan" and "inf" too."""
    value = float(text)
    if not math.isfinite(value):
        raise ValueError(text)
    return value


CONVERT: dict[str, Callable[[str], Any]] = {"integer": int, "number": finite, "string": str}


def shown(path: Path, folder: Path) -> str:
    """A data file's path as a contributor knows it: `data/gaps.yaml`."""
    return path.relative_to(folder.parent).as_posix()


def narrowed(fault: Any) -> list[Any]:
    """The faults within an entry that may be of several types, by the schema of the type it says.

    Where the type itself is at fault, that; every other fault as it is.
    """
    if fault.validator != "oneOf":
        return [fault]
    types = [part for part in fault.context if part.schema_path[-1] == "const"]
    types = [part for part in types if list(part.relative_path) == ["type"]]
    others = {part.schema_path[0] for part in types}
    if len(others) < len(fault.validator_value):
        return [part for part in fault.context if part.schema_path[0] not in others]
    unknown = types[0]
    known = ", ".join(str(part.validator_value) for part in types)
    unknown.message = f"{unknown.instance!r} is not one of {known}"
    return [unknown]


def told(fault: Any) -> str:
    """What a schema finds wrong; without the whole list where an entry is missing or repeated."""
    if fault.validator not in ("contains", "minContains", "maxContains"):
        return str(fault.message)
    wanted = fault.schema["contains"]
    parts = [f"{name} {rule['const']!r}" for name, rule in wanted.get("properties", {}).items()]
    parts = parts or [repr(name) for name in wanted["required"]]
    return f"there must be one entry with {', '.join(parts)}"


def place(path: list[Any], content: Any, lines: list[int] | None = None) -> str:
    """Where in a data file a fault lies, with the id of the entry instead of its position.

    `lines`, for a CSV file, are those of its rows.
    """
    if lines is not None and path:
        return ", ".join([f"line {lines[path[0]]}", *map(str, path[1:])])
    steps = []
    for step in path:
        content = content[step]
        named = isinstance(step, int) and isinstance(content, dict) and "id" in content
        steps.append(str(content["id"]) if named else str(step))
    return " › ".join(steps) or "at its top level"
