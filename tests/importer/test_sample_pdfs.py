"""The signed and printed files of the sample portal, held against the Markdown that was typed beside them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.importer.score import same, units_in
from trangtin.content.document import Document
from trangtin.content.reading.file_reader import read_file
from trangtin.importer.draft import make_draft
from trangtin.importer.reading import read_paper
from trangtin.importer.surroundings import Surroundings

ROOT = Path(__file__).parents[2]
PAPERS = [file for file in sorted((ROOT / "plans").rglob("*.pdf")) if file.with_suffix(".md").is_file()]
UNIT = "Trường Chính trị tỉnh Mẫu"


@pytest.mark.parametrize("file", PAPERS, ids=[file.stem for file in PAPERS])
def test_agrees_with_its_markdown(file: Path) -> None:
    entry, _ = read_file(file.with_suffix(".md"), file.name, Document)
    assert entry is not None
    head = entry.head
    draft = make_draft(read_paper(file.read_bytes(), file.name), file.name, Surroundings(own_names=(UNIT,)))
    assert draft.head["type"] == (head.type.code or head.type.name)
    for key, wanted in {
        "number": head.number.text if head.number else None,
        "date": head.date,
        "place": head.place,
        "issuer": head.issuer or UNIT,
        "title": head.title,
        "recipients": [line.rstrip(".;") for line in head.recipients],
    }.items():
        assert same(draft.head.get(key), wanted), key
    signer = draft.head["signer"]
    assert isinstance(signer, dict)
    assert head.signer is not None
    assert (signer["name"], signer["position"]) == (head.signer.name, head.signer.position)
    assert signer.get("authority") == (head.signer.authority.value if head.signer.authority else None)
    typed, read = units_in(entry.body), set(units_in(draft.body))
    # What the editor put on one line ("Chương I. QUY ĐỊNH CHUNG") is printed on two.
    assert [unit for unit in typed if unit not in read and not unit.startswith("Chương ")] == []


def test_the_annex_in_a_file_of_its_own() -> None:
    file = ROOT / "plans/2021/bau-cu-2021/12-kh-tct-phu-luc.pdf"
    draft = make_draft(read_paper(file.read_bytes(), file.name), file.name, Surroundings())
    assert draft.is_annex
    assert any("phu-luc" in line for line in draft.review)
