"""Document types against the state's own table, kept beside the repository as `shared/domain/doctypes.json`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from trangtin.content.values.doctype import PARTY_BY_CODE, TypeGroup, find_type, nearest_type
from trangtin.content.values.vocabulary import Authority

TABLE = Path(__file__).parents[3] / "shared" / "domain" / "doctypes.json"


@pytest.fixture(scope="module")
def table() -> dict[str, Any]:
    if not TABLE.exists():
        pytest.skip(f"the table of Phụ lục III lies outside the repository, and not here: {TABLE}")
    read: dict[str, Any] = json.loads(TABLE.read_text(encoding="utf-8"))
    return read


def test_every_administrative_type_is_found_by_name_and_code(table: dict[str, Any]) -> None:
    for row in [*table["administrative"], *table["copies"]]:
        name = row["name"].removesuffix(" (cá biệt)")
        kind = find_type(name)
        assert kind is not None, name
        assert (kind.name, kind.code, kind.group) == (name, row["code"], TypeGroup.ADMINISTRATIVE)
        if row["code"]:
            assert find_type(row["code"]) is kind


def test_every_party_type_is_found_by_name_and_its_code_known(table: dict[str, Any]) -> None:
    for code, name in table["party_36_HD_VPTW"].items():
        assert PARTY_BY_CODE[code] is find_type(name if code != "QĐi" else code), name


def test_every_signing_authority_is_known(table: dict[str, Any]) -> None:
    assert set(table["authority"]) <= {str(member.value) for member in Authority}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("KH", "Kế hoạch"),
        ("Kế hoạch", "Kế hoạch"),
        ("KẾ HOẠCH", "Kế hoạch"),
        ("ke hoach", "Kế hoạch"),
        (" kế  hoạch ", "Kế hoạch"),
        ("kh", "Kế hoạch"),
        ("QĐ", "Quyết định"),
        ("Q\u00d0", "Quyết định"),
        ("QyĐ", "Quy định"),
        ("QĐi", "Quy định"),
        ("Quy định", "Quy định"),
        ("CV", "Công văn"),
        ("Công văn", "Công văn"),
        ("Giấy uỷ quyền", "Giấy ủy quyền"),
        ("Bản thoả thuận", "Bản thỏa thuận"),
        ("NĐ", "Nghị định"),
        ("Luật", "Luật"),
        ("TT", "Thông tư"),
        ("Thông tri", "Thông tri"),
        ("KL", "Kết luận"),
    ],
)
def test_found(text: str, name: str) -> None:
    kind = find_type(text)
    assert kind is not None
    assert kind.name == name


def test_the_states_rule_and_the_partys_have_codes_of_their_own() -> None:
    state, party = find_type("QyĐ"), find_type("QĐi")
    assert state is not None and party is not None
    assert (state.group, party.group) == (TypeGroup.ADMINISTRATIVE, TypeGroup.PARTY)


@pytest.mark.parametrize("text", ["", "XYZ", "Kế hoạch thi đua", "12/KH-TCT"])
def test_not_found(text: str) -> None:
    assert find_type(text) is None


@pytest.mark.parametrize(
    ("text", "near"), [("Kế hoạh", "Kế hoạch"), ("quyet dinhh", "Quyết định"), ("Thông bao!", "Thông báo"), ("XYZ", "")]
)
def test_did_you_mean(text: str, near: str) -> None:
    assert nearest_type(text) == near
