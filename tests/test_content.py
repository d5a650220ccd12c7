"""The course's data: read by name, checked by schema, faults told in one sentence."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from servicequality import load
from servicequality.content import DATA, DataError, names, schema_name

SCHEMA = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["id", "name"],
        "additionalProperties": False,
        "properties": {
            "id": {"type": "string"},
            "name": {"type": "string", "minLength": 1},
            "parts": {"type": "array", "items": {"type": "object"}},
        },
    },
}
RATINGS = {
    "type": "array",
    "minItems": 1,
    "items": {
        "type": "object",
        "properties": {
            "guest": {"type": "string", "minLength": 1},
            "rating": {"type": "integer", "minimum": 1, "maximum": 7},
            "share": {"type": "number"},
        },
    },
}
TABLE = "guest,rating,share\ng1,7,0.5\n"
GOOD = "- id: A1\n  name: first\n- id: A2\n  name: second\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder with two good files, `things` and `hotel/ratings`, and their schemas."""
    data = tmp_path / "data"
    (data / "schema" / "hotel").mkdir(parents=True)
    (data / "hotel").mkdir()
    (data / "schema" / "things.json").write_text(json.dumps(SCHEMA), encoding="utf-8")
    (data / "schema" / "hotel" / "ratings.json").write_text(json.dumps(RATINGS), encoding="utf-8")
    (data / "things.yaml").write_text(GOOD, encoding="utf-8")
    (data / "hotel" / "ratings.csv").write_text(TABLE, encoding="utf-8")
    return data


def fault(folder: Path, text: str | bytes) -> str:
    """What is said about this content of `things`."""
    path = folder / "things.yaml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(DataError) as caught:
        load("things", folder)
    return str(caught.value)


def test_good_data_are_read(folder: Path) -> None:
    assert load("things", folder) == [
        {"id": "A1", "name": "first"},
        {"id": "A2", "name": "second"},
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "- id: A1\n  name: first\n- id: A2\n  name: 5\n",
            "data/things.yaml, A2 › name: 5 is not of type 'string'.",
        ),
        ("- id: A1\n  name: ''\n", "data/things.yaml, A1 › name: '' should be non-empty."),
        ("- id: A1\n", "data/things.yaml, A1: 'name' is a required property."),
        ("- name: first\n", "data/things.yaml, 0: 'id' is a required property."),
        (
            "- id: A1\n  name: first\n  nmae: x\n",
            "data/things.yaml, A1: Additional properties are not allowed ('nmae' was unexpected).",
        ),
        (
            "- id: A1\n  name: first\n  parts:\n  - a: 1\n  - 5\n",
            "data/things.yaml, A1 › parts › 1: 5 is not of type 'object'.",
        ),
        ("", "data/things.yaml, at its top level: None is not of type 'array'."),
        ("id: A1\n", "data/things.yaml, at its top level: {'id': 'A1'} is not of type 'array'."),
        (
            "- id: A1\n  name: first\n- id: [A2\n",
            "data/things.yaml, line 4: not valid YAML: expected ',' or ']'",
        ),
        ("- id: A1\n\tname: first\n", "data/things.yaml, line 2: not valid YAML: "),
        (b"- id: A1\n  name: caf\xe9\n", "data/things.yaml: not UTF-8 at byte 20."),
    ],
)
def test_faulty_data_are_refused(folder: Path, text: str | bytes, said: str) -> None:
    found = fault(folder, text)
    assert found.startswith(said)
    assert found.endswith(".")
    assert "\n" not in found


MUST_HOLD = {
    **SCHEMA,
    "allOf": [
        {
            "contains": {"properties": {"id": {"const": entry}}, "required": ["id"]},
            "minContains": 1,
            "maxContains": 1,
        }
        for entry in ("A1", "A2")
    ],
}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("- id: A1\n  name: first\n", ", at its top level: there must be one entry with id 'A2'."),
        (
            GOOD + "- id: A2\n  name: x\n",
            ", at its top level: there must be one entry with id 'A2'.",
        ),
        # The missing entry is there, under a name that is at fault itself.
        ("- id: A1\n  name: first\n- id: 2\n  name: x\n", ", 2 › id: 2 is not of type 'string'."),
    ],
)
def test_an_entry_that_is_missing_or_repeated_is_named(folder: Path, text: str, said: str) -> None:
    schema = folder / "schema" / "things.json"
    schema.write_text(json.dumps(MUST_HOLD), encoding="utf-8")
    assert fault(folder, text) == "data/things.yaml" + said


def test_a_table_is_read_with_its_types(folder: Path) -> None:
    rows = load("hotel/ratings", folder)
    assert rows == [{"guest": "g1", "rating": 7, "share": 0.5}]
    assert [type(value) for value in rows[0].values()] == [str, int, float]


def table_fault(folder: Path, text: str | bytes) -> str:
    """What is said about this content of `hotel/ratings`."""
    path = folder / "hotel" / "ratings.csv"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(DataError) as caught:
        load("hotel/ratings", folder)
    return str(caught.value)


HEAD = "guest,rating,share\n"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", ": the columns must be guest, rating, share, not ."),
        (
            "guest,share,rating\n",
            ": the columns must be guest, rating, share, not guest, share, ra",
        ),
        ("guest,rating\n", ": the columns must be guest, rating, share, not guest, rating."),
        (
            "guest,rating,shares\n",
            ": the columns must be guest, rating, share, not guest, rating, ",
        ),
        (HEAD + "g1,7,0.5\ng2,6.5,1\n", ", line 3, rating: '6.5' is not of type 'integer'."),
        (HEAD + "g1,7,half\n", ", line 2, share: 'half' is not of type 'number'."),
        (HEAD + "g1,7,\n", ", line 2, share: '' is not of type 'number'."),
        (HEAD + "g1,7,nan\n", ", line 2, share: 'nan' is not of type 'number'."),
        (HEAD + "g1,7,inf\n", ", line 2, share: 'inf' is not of type 'number'."),
        (HEAD + "g1,7,0.5\n\n", ", line 3: 0 values for 3 columns."),
        (HEAD + "g1,7\n", ", line 2: 2 values for 3 columns."),
        (HEAD + "g1,7,0.5,more\n", ", line 2: 4 values for 3 columns."),
        (HEAD + "g1,7,1\ng2,8,1\n", ", line 3, rating: 8 is greater than the maximum of 7."),
        (HEAD + ",7,1\n", ", line 2, guest: '' should be non-empty."),
        # A line break inside quotes: the line is that of the file, not that of the row.
        (HEAD + '"g\n1",7,1\ng2,0,1\n', ", line 4, rating: 0 is less than the minimum of 1."),
        (HEAD, ", at its top level: [] should be non-empty."),
        (HEAD.encode() + b"caf\xe9,7,1\n", ": not UTF-8 at byte 22."),
    ],
)
def test_faulty_tables_are_refused(folder: Path, text: str | bytes, said: str) -> None:
    found = table_fault(folder, text)
    assert found.startswith("data/hotel/ratings.csv" + said)
    assert found.endswith(".")
    assert "\n" not in found


def test_a_table_without_a_schema_is_named(folder: Path) -> None:
    (folder / "schema" / "hotel" / "ratings.json").unlink()
    with pytest.raises(DataError, match=r"^data/schema/hotel/ratings\.json does not exist\.$"):
        load("hotel/ratings", folder)


def test_the_names_are_those_of_all_files_in_all_folders(folder: Path) -> None:
    (folder / "README.md").write_text("No data.", encoding="utf-8")
    assert names(folder) == ["hotel/ratings", "things"]


def test_a_python_object_in_a_data_file_is_refused(folder: Path) -> None:
    assert "data/things.yaml, line 1: not valid YAML" in fault(
        folder, "!!python/object/apply:os.getcwd []\n"
    )


def test_a_missing_file_is_named(folder: Path) -> None:
    with pytest.raises(DataError, match=r"^data/absent\.yaml does not exist\.$"):
        load("absent", folder)


def test_a_missing_schema_is_named(folder: Path) -> None:
    (folder / "schema" / "things.json").unlink()
    with pytest.raises(DataError, match=r"^data/schema/things\.json does not exist\.$"):
        load("things", folder)


def test_every_data_file_of_the_course_fits_its_schema() -> None:
    found = names()
    assert {"gaps", "terms", "hotel/profile", "hotel/guest_survey"} <= set(found)
    files = [path for path in DATA.rglob("*.*") if path.suffix in (".yaml", ".csv")]
    assert len(found) == len(files)
    for name in found:
        assert load(name)


def test_every_schema_has_its_file() -> None:
    schemas = (DATA / "schema").rglob("*.json")
    named = {path.relative_to(DATA / "schema").with_suffix("").as_posix() for path in schemas}
    assert named == {schema_name(name) for name in names()}


def test_the_five_gaps_have_the_formulae_of_the_course() -> None:
    assert [(gap["id"], gap["formula"]) for gap in load("gaps")] == [
        ("G1", "M − E"),
        ("G2", "S − M"),
        ("G3", "D − S"),
        ("G4", "D − A"),
        ("G5", "P − E"),
    ]
