"""The two real papers: every field as in their truth files, every paragraph whole, the right things left to review."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.importer.score import same, units_in
from trangtin.content.text import one_line
from trangtin.content.values.doctype import find_type
from trangtin.importer.draft import Draft, make_draft
from trangtin.importer.facts.foot import read_foot
from trangtin.importer.reading import read_paper
from trangtin.importer.surroundings import Surroundings
from trangtin.importer.zones import divide

SEEDS = Path(__file__).parents[2].parent / "shared" / "seeds"
NAMES = ["000_ee719ca00f6689df", "003_d2ba7340c43259c0"]

pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="the seed papers lie beside the repository, not in it")


@dataclass(frozen=True)
class Seed:
    name: str
    data: bytes
    truth: dict[str, Any]
    draft: Draft


@pytest.fixture(params=NAMES)
def seed(request: pytest.FixtureRequest) -> Seed:
    name = f"{request.param}.txt"
    data = (SEEDS / name).read_bytes()
    truth = json.loads((SEEDS / f"{request.param}.truth.json").read_text(encoding="utf-8"))
    return Seed(name, data, truth, make_draft(read_paper(data, name), name, Surroundings()))


def test_fields(seed: Seed) -> None:
    head, truth = seed.draft.head, seed.truth
    for key in ("number", "date", "place", "title", "issuer"):
        assert same(head.get(key), truth[key]), key
    assert head["type"] == truth["type_code"]
    assert head["recipients"] == [*truth["recipients"], truth["archive_line"]]
    signer = head["signer"]
    assert isinstance(signer, dict)
    assert (signer["name"], signer["position"]) == (truth["signer"], truth["signer_title"])
    assert signer.get("authority") == truth["authority"]


def test_bases(seed: Seed) -> None:
    bases = seed.draft.head["basis"]
    assert isinstance(bases, list)
    assert len(bases) == seed.truth["bases_count"]
    for got, wanted in zip(bases, seed.truth["bases"], strict=True):
        kind = find_type(got["type"])
        assert kind is not None
        assert kind.name == wanted["type"]
        for key in ("number", "date", "issuer"):
            assert same(got[key], wanted[key]), key
        assert one_line(got["title"]).startswith(wanted["subject"].removesuffix("...").strip()[:30])


def test_paragraphs(seed: Seed) -> None:
    zones = divide(read_paper(seed.data, seed.name))
    foot = read_foot(zones.foot)
    body = units_in(seed.draft.body)
    # Type, title, body, "Nơi nhận:", its lines, title and name of the signer.
    assert 2 + len(body) + 1 + len(foot.recipients) + 2 == seed.truth["paragraphs_after_reflow"]
    words = " ".join(body)
    printed = one_line(seed.data.decode("utf-8"))
    for unit in body:
        assert one_line(unit).split()[-1] in printed
    for section in seed.truth["sections"]:
        assert f"{section['n']}. {section['title']}" in words
    assert body[-1].endswith(seed.truth["ends_with"])


def test_review(seed: Seed) -> None:
    keys = {line.split(" (")[0] for line in seed.draft.review if " (" in line}
    assert {"number", "date", "place", "issuer"} <= keys
    assert keys <= {"number", "date", "place", "issuer", "tasks"}
    notes = [line for line in seed.draft.review if line.startswith("Nội dung")]
    assert len(notes) == 1
    assert ("mục V đứng sau mục II" in notes[0]) == ("section V follows II" in seed.truth["quirks"])
    assert ("đã nối" in notes[0]) == seed.name.startswith("000")


def test_what_asks_for_publication(seed: Seed) -> None:
    assert [line for line in seed.draft.news if line.endswith("đề nghị đăng tải")]


def test_tasks(seed: Seed) -> None:
    units = re.findall(r"đề xuất việc cho “(.+?)”", "\n".join(seed.draft.review))
    assert (
        units
        == {
            "000_ee719ca00f6689df.txt": ["Các khoa, phòng"],
            "003_d2ba7340c43259c0.txt": ["Các phòng, đơn vị trực thuộc Sở", "Văn phòng Sở", "Văn phòng Sở"],
        }[seed.name]
    )
