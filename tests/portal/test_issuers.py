"""Bodies that issue papers: one list for one body however it is spelt, two lists for two that look alike."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.portal.drawing import document, portal_on, told
from trangtin.portal.issuers import Issuers


def test_one_body_in_many_spellings_is_named_as_most_papers_name_it_in_full() -> None:
    issuers = Issuers(
        ["ỦY BAN NHÂN DÂN TỈNH MẪU", "UBND tỉnh Mẫu", "Ủy ban nhân dân tỉnh Mẫu", "Uỷ ban nhân dân tỉnh Mẫu"]
    )
    found = {issuers.of(name) for name in ("UBND tỉnh Mẫu", "Uỷ ban nhân dân tỉnh Mẫu", "ỦY BAN NHÂN DÂN TỈNH MẪU")}
    (one,) = found
    assert (one.name, one.slug) == ("Ủy ban nhân dân tỉnh Mẫu", "uy-ban-nhan-dan-tinh-mau")


def test_what_only_capitals_tell_stays_in_capitals() -> None:
    assert Issuers(["SỞ NỘI VỤ"]).of("Sở Nội vụ").name == "SỞ NỘI VỤ"


TWINS = """
== plans/2026/a.md
number: 77/KH-UBND
date: 1/2/2026
issuer: Ủy ban nhân dân xã Mường Bang
== plans/2026/b.md
number: 77/KH-UBND
date: 1/3/2026
issuer: Ủy ban nhân dân xã Mường Bằng
"""


def test_two_bodies_whose_names_differ_in_accents_alone_have_a_list_and_addresses_each(tmp_path: Path) -> None:
    portal = portal_on(tmp_path, "1/6/2026", TWINS)
    one, other = document(portal, "a"), document(portal, "b")
    assert one.issued_by.slug != other.issued_by.slug
    assert {each.issued_by.name for each in (one, other)} == {each.issuer for each in (one, other)}
    assert one.slug != other.slug
    assert not [each for each in portal.problems if each.code.value in {"TT301", "TT313"}]


def test_drafts_hold_the_address_and_leave_the_name_to_what_is_public(tmp_path: Path) -> None:
    two = "== plans/2026/a.md\ndate: 1/2/2026\nissuer: Sở Mẫu, Tỉnh Thử\n"
    typed = "".join(f"== plans/2026/d{n}.md\nissuer: Sở mẫu, tỉnh Thử\ndraft: true\n" for n in range(3))
    shown = document(portal_on(tmp_path / "b", "1/6/2026", two + typed), "a").issued_by
    assert shown.name == "Sở Mẫu, Tỉnh Thử"
    out = portal_on(tmp_path / "c", "1/6/2026", two + typed.replace("draft: true", "date: 2/2/2026"))
    assert document(out, "a").issued_by == document(out, "d0").issued_by
    assert (document(out, "a").issued_by.name, document(out, "a").issued_by.slug) == ("Sở mẫu, tỉnh Thử", shown.slug)


def test_a_body_that_only_drafts_name_is_named_by_them() -> None:
    assert Issuers([], ["SỞ NỘI VỤ", "Sở Nội vụ"]).of("Sở Nội Vụ").name == "Sở Nội vụ"
    both = Issuers(["SỞ NỘI VỤ"], ["Sở Nội vụ", "Sở Nội vụ"]).of("Sở Nội vụ")
    assert (both.name, both.slug) == ("SỞ NỘI VỤ", "so-noi-vu")


def test_the_unit_is_called_what_it_calls_itself() -> None:
    own = Issuers(["UBND xã Mẫu", "Ủy ban nhân dân xã Mẫu"], own="UBND xã Mẫu").of("Ủy ban nhân dân xã Mẫu")
    assert (own.name, own.slug) == ("UBND xã Mẫu", "uy-ban-nhan-dan-xa-mau")


OTHERS = """
== plans/2026/a.md
date: 1/2/2026
issuer: Sở Y tế
== plans/2026/b.md
date: 2/2/2026
issuer: SỞ Y TẾ
== plans/2026/c.md
date: 2/2/2026
issuer: Khoa Dân vận
== site_src/don-vi/khoa-dv.md
unit: {name: Khoa Dân vận}
"""


def test_papers_of_another_body_that_say_no_level_are_told_once(tmp_path: Path) -> None:
    (line,) = told(portal_on(tmp_path / "a", "1/6/2026", OTHERS), "TT214")
    assert line.startswith("plans/2026/a.md:3: TT214 văn bản của 'Sở Y tế' (và 1 văn bản khác")
    assert "ghi cấp của cơ quan ấy (trung-uong, tinh, xa); " in line
    assert line.endswith("'level: don-vi'")
    for quiet in ("issuer: Sở Y tế\nlevel: don-vi", "issuer: Sở Y tế\ndraft: true"):
        drawing = OTHERS.replace("issuer: Sở Y tế", quiet).replace("issuer: SỞ Y TẾ", "level: tinh\nissuer: SỞ Y TẾ")
        assert told(portal_on(tmp_path / quiet[-4:], "1/6/2026", drawing), "TT214") == []


@pytest.mark.parametrize(
    ("issuer", "level"),
    [("Ủy ban nhân dân xã Mẫu", "xa"), ("UBND tỉnh Mẫu", "tinh"), ("Bộ Nội vụ", "trung-uong")],
)
def test_the_level_that_a_name_shows_is_proposed(tmp_path: Path, issuer: str, level: str) -> None:
    drawing = f"== plans/2026/a.md\ndate: 1/2/2026\nissuer: {issuer}\n"
    (line,) = told(portal_on(tmp_path, "1/6/2026", drawing), "TT214")
    assert line.endswith(f"(ví dụ: level: {level})")
