"""Handed-in workbook files, made from the declared exercises: the same seed, the same files."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from servicequality.core.progress import progress, start_values
from servicequality.core.workbook import FILE_VERSION
from servicequality.exercises import all_exercises

SPECS = {exercise.id: exercise.spec(str) for exercise in all_exercises()}
QUESTIONS = [name for name, spec in SPECS.items() if spec["teaching"] is not None]
TEXT = (
    "guests expect promise delivery quality because standard staff manager hotel room check-in "
    "breakfast noise survey recovery apology loyalty value gap cause remedy therefore example"
)
WORDS = TEXT.split()
COLOURS = ["Blue", "Green", "Grey", "Red", "White", "Black", "Silver"]
BIRDS = ["Heron", "Finch", "Swallow", "Robin", "Stork"]
# 30 aliases, all different: “Blue Heron”, “Green Finch” …
ALIASES = [f"{COLOURS[number % 7]} {BIRDS[number % 5]}" for number in range(30)]


def good_files(count: int = 26, seed: int = 6) -> dict[str, bytes]:
    """Workbooks by the names of their files, one a student."""
    files = {}
    for number in range(count):
        alias = ALIASES[number]
        workbook = workbook_of(alias, random.Random(f"{seed} {alias}"))
        files[file_name(alias)] = written(workbook)
    return files


def broken_files(count: int = 4) -> dict[str, bytes]:
    """Files that cannot be used, each in a way of its own: cut off, a Word document, of a newer
    edition, with a number where a text belongs."""
    aliases = ALIASES[-count:]
    newer = workbook_of(aliases[2], random.Random(2)) | {"version": 99}
    damaged = workbook_of(aliases[3], random.Random(3), exercises=["gap-explorer"])
    damaged["exercises"][0]["values"]["conclusion"] = 12
    contents = [
        written(workbook_of(aliases[0], random.Random(0)))[:700],
        b"PK\x03\x04\x14\x00\x06\x00\x08\x00\xff\xfe" * 40,
        written(newer),
        written(damaged),
    ]
    names = map(file_name, aliases)
    return dict(zip(names, contents[:count], strict=True))


def handed_in() -> dict[str, bytes]:
    """Thirty files, four of them broken, sorted by name."""
    return dict(sorted({**good_files(), **broken_files()}.items()))


def save(files: dict[str, bytes], folder: Path) -> list[Path]:
    """Writes files into a folder; gives their paths."""
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return [folder / name for name in files]


def file_name(alias: str) -> str:
    """What the workbook page calls the file of an alias."""
    return f"workbook-{alias.replace(' ', '-')}-2026-11-24.json"


def written(workbook: dict[str, Any]) -> bytes:
    """A workbook as the page writes it."""
    return (json.dumps(workbook, ensure_ascii=False, indent=2) + "\n").encode()


def workbook_of(
    alias: str, chance: random.Random, exercises: list[str] | None = None
) -> dict[str, Any]:
    """A workbook: some exercises open, some begun, some done, or those that are named."""
    chosen = exercises or [name for name in SPECS if chance.random() < 0.85]
    return {
        "format": "service-quality-workbook",
        "version": FILE_VERSION,
        "alias": alias,
        "date": "2026-11-24",
        "pages": [{"page": "index", "read": "2026-11-20T08:00:00.000Z"}],
        "exercises": [record(name, chance) for name in chosen],
    }


def record(exercise: str, chance: random.Random) -> dict[str, Any]:
    """What a browser keeps of an exercise."""
    spec = SPECS[exercise]
    values = start_values(spec)
    teaching = [name for group in spec["groups"] if group["teaching"] for name in group["names"]]
    if chance.random() < 0.9:
        for field in spec["fields"]:
            if field["name"] not in teaching:
                values[field["name"]] = ENTER[field["kind"]](field, chance)
        if spec["teaching"] is not None:
            values.update(teaching_values(spec, chance))
    day, minute = chance.randint(10, 24), chance.randint(0, 59)
    return {
        "id": exercise,
        "version": 2,
        "changed": f"2026-11-{day}T10:{minute:02}:30.000Z",
        "progress": progress(spec, values),
        "values": values,
    }


def teaching_values(spec: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    """A written answer, the model answer opened, own scores; some only begun."""
    teaching = spec["teaching"]
    finished = chance.random() < 0.8
    length = chance.randint(60, 140) if finished else chance.randint(0, 50)
    scores = {name: chance.choice("0122333") if finished else "open" for name in teaching["scores"]}
    return {teaching["answer"]: prose(length, chance), teaching["reveal"]: finished, **scores}


def prose(length: int, chance: random.Random) -> str:
    """A text of so many words, in paragraphs."""
    return "".join(sentences(length, chance)).strip()


def sentences(length: int, chance: random.Random) -> Iterator[str]:
    """Its words, with what stands between them."""
    for place in range(length):
        yield chance.choice(WORDS)
        yield "\n\n" if place % 40 == 39 else ". " if place % 11 == 10 else " "


def steps(field: dict[str, Any], chance: random.Random) -> float:
    """A number on a step."""
    count = int((field["maximum"] - field["minimum"]) / field["step"] + 1e-9)
    number = field["minimum"] + field["step"] * chance.randint(0, count)
    return round(number) if field["whole"] else round(number, 6)


def rows(field: dict[str, Any], chance: random.Random) -> list[dict[str, Any]]:
    """Rows of a table: all, or where they come and go some."""
    there = field["rows"]
    if field["blank"] is not None:
        there = there[: chance.randint(field["minimum"], len(there))]
    return [
        {"id": row["id"]}
        | {column["name"]: ENTER[column["kind"]](column, chance) for column in field["columns"]}
        for row in there
    ]


ENTER: dict[str, Any] = {
    "slider": steps,
    "choice": lambda field, chance: chance.choice(field["options"])["id"],
    "multiple_choice": lambda field, chance: [
        option["id"] for option in field["options"] if chance.random() < 0.4
    ],
    "yes_no": lambda _field, chance: chance.random() < 0.5,
    "short_text": lambda field, chance: prose(3, chance)[: field["maximum_length"]],
    "long_text": lambda _field, chance: prose(chance.randint(0, 30), chance),
    "rows": rows,
}
