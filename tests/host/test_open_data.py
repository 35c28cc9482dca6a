"""The open data of a built site: valid by its own schemas, openable, described, with nothing that is held back."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

BASE = "https://truongchinhtri.mau.example/"
JSON_FILES = ("van-ban", "phong-trao", "tin-tuc", "viec", "khen-thuong")


def load(site: Path, path: str) -> Any:
    return json.loads((site / path).read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", JSON_FILES)
def test_files_are_valid_by_their_own_schemas(sample: Path, name: str) -> None:
    schema = load(sample, f"du-lieu/{name}.schema.json")
    jsonschema.Draft202012Validator.check_schema(schema)
    data = load(sample, f"{name}.json")
    jsonschema.validate(data, schema, jsonschema.Draft202012Validator)
    (records,) = (value for value in data.values() if isinstance(value, list))
    assert data["count"] == len(records) > 0
    assert data["licence"]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**data, "count": "x"}, schema)


def test_the_catalogue_leads_to_every_file_and_schema(sample: Path) -> None:
    catalogue = load(sample, "data.json")
    named = []
    for dataset in catalogue["dcat:dataset"]:
        assert dataset["dct:title"] and dataset["dct:license"] and dataset["dct:publisher"]["foaf:name"]
        assert (sample / dataset["dcat:landingPage"]["@id"].removeprefix(BASE) / "index.html").is_file()
        for form in dataset["dcat:distribution"]:
            named.append(form["dcat:downloadURL"]["@id"].removeprefix(BASE))
            assert (sample / named[-1]).is_file()
            assert form["dcat:accessURL"] == form["dcat:downloadURL"]
            if "dct:conformsTo" in form:
                assert (sample / form["dct:conformsTo"]["@id"].removeprefix(BASE)).is_file()
    assert sorted(named) == sorted(
        [
            *(f"{name}.json" for name in JSON_FILES),
            "van-ban.csv",
            "khen-thuong.csv",
            "tiep-can-thong-tin/danh-muc.csv",
            "van-ban/kip-thoi/so-lieu.csv",
        ]
    )


def test_a_reader_finds_the_catalogue(sample: Path) -> None:
    assert 'href="../data.json"' in (sample / "tiep-can-thong-tin/index.html").read_text(encoding="utf-8")


def rows(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("name", ["van-ban.csv", "khen-thuong.csv", "tiep-can-thong-tin/danh-muc.csv"])
def test_tables_say_that_they_are_utf_8_and_are_whole(sample: Path, name: str) -> None:
    data = (sample / name).read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\n") == data.count(b"\r\n") == len(rows(data))
    assert len({len(row) for row in rows(data)}) == 1
