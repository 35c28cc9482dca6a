"""The register as the library's script gets it: the same documents, order and cuts as the plain lists."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.portal.drawing import portal_on
from tests.views.test_lists import AREAS, FORCE, LIBRARY
from trangtin.content.text import slug
from trangtin.portal.model import Portal
from trangtin.views import targets
from trangtin.views.awards import award_list_views
from trangtin.views.document import document_view
from trangtin.views.library import library_views
from trangtin.views.register import Register, register
from trangtin.views.unit import unit_view


def rows_with(found: Register, word: str, value: str) -> list[str]:
    facet = next(facet for facet in found["facets"] if facet["word"] == word)
    place = [name for name, _ in facet["values"]].index(value)
    fits = [place == row if isinstance(row, int) else place in row for row in facet["rows"]]
    return [title for title, fit in zip(found["title"], fits, strict=True) if fit]


@pytest.mark.parametrize("drawing", [LIBRARY, AREAS, FORCE])
def test_every_cut_holds_what_its_plain_list_holds(tmp_path: Path, drawing: str) -> None:
    portal = portal_on(tmp_path, "1/1/2023", drawing)
    views, found = dict(library_views(portal)), register(portal)

    assert [facet["word"] for facet in found["facets"]] == [facet.word for facet in views["list:library"].facets]
    for facet in views["list:library"].facets:
        for value in facet.values:
            plain = [row.title for row in views[value.link.target or ""].rows]
            assert rows_with(found, facet.word, value.value) == plain


def test_a_document_is_told_by_its_number_day_and_force_or_by_nothing(tmp_path: Path) -> None:
    drawing = (
        "== plans/2021/1.md\nnumber: 1/QC-TCT\ntype: QC\ndate: 5/11/2021\nexpires: 6/11/2021\n"
        "== plans/2021/2.md\nnumber: 2/QC-TCT\ntype: QC\ndate: 4/11/2021\n"
        "== plans/2021/3.md\nnumber: 3/KH-TCT\n== plans/2021/giay-moi.md\n"
    )
    found = register(portal_on(tmp_path, "1/1/2022", drawing))
    rows = sorted(zip(found["number"], found["day"], found["slug"], found["tag"], strict=True))
    assert rows == [
        ("", "", "giay-moi", -1),
        ("1/QC-TCT", "2021-11-05", "", 0),
        ("2/QC-TCT", "2021-11-04", "", -1),
        ("3/KH-TCT", "", "", -1),
    ]
    assert [text for text, _ in found["tags"]] == ["Hết hiệu lực"]


def test_columns_are_as_long_as_the_register(sample: Portal) -> None:
    found = register(sample)
    lengths = {len(found[name]) for name in ("number", "title", "day", "slug", "files", "tag")}
    lengths |= {len(facet["rows"]) for facet in found["facets"]}

    assert lengths == {len(sample.documents)}


def test_the_address_can_be_made_of_the_number_or_is_given(tmp_path: Path) -> None:
    drawing = """
        == plans/2021/a.md
        number: 08/QĐ-TCT
        type: QĐ
        date: 3/1/2021
        == plans/2021/ke-hoach-rieng.md
        date: 2/1/2021
        """
    portal = portal_on(tmp_path, "1/1/2023", drawing)
    found = register(portal)

    assert found["slug"] == ["", "ke-hoach-rieng"]
    assert slug(found["number"][0]) == portal.documents[0].slug == "08-qd-tct"


def test_marks_are_those_of_the_plain_lists(tmp_path: Path) -> None:
    portal = portal_on(tmp_path, "1/1/2023", FORCE)
    found, rows = register(portal), next(library_views(portal))[1].rows

    shown = [found["tags"][place] if place >= 0 else None for place in found["tag"]]
    assert shown == [(row.validity.text, row.validity.tone) if row.validity else None for row in rows]


def test_an_empty_portal_has_an_empty_register(tmp_path: Path) -> None:
    found = register(portal_on(tmp_path, "1/1/2023"))
    assert (found["facets"], found["number"], found["tags"]) == ([], [], [])


SPELLINGS = """
== plans/2022/1.md
number: 1/KH-UBND
date: 1/1/2022
issuer: UBND xã Mẫu
== plans/2022/2.md
number: 2/QĐ-UBND
type: QĐ
date: 2/1/2022
issuer: ỦY BAN NHÂN DÂN XÃ MẪU
awards: [{form: Giấy khen, to: Khoa A, kind: tap-the}]
== plans/2022/3.md
number: 3/KH-UBND
date: 3/1/2022
issuer: Uỷ ban nhân dân xã Mẫu
"""


def test_a_body_has_one_name_in_every_list_and_on_each_page_that_of_the_paper(tmp_path: Path) -> None:
    portal = portal_on(tmp_path, "1/1/2023", SPELLINGS)
    found, rows = register(portal), next(library_views(portal))[1].rows
    facet = next(each for each in found["facets"] if each["word"] == "co-quan")
    ((_, name),) = facet["values"]
    assert name in {"Ủy ban nhân dân xã Mẫu", "Uỷ ban nhân dân xã Mẫu"}
    assert [row.issuer for row in rows] == [name] * 3
    ((_, awards),) = [each for each in award_list_views(portal) if each[0] == targets.AWARDS]
    assert [group.issuer for group in awards.groups] == [name]
    own = [document_view(each, portal).issuer for each in portal.documents]
    assert own == [each.issuer for each in portal.documents]
    assert len(set(own)) == 3


def test_the_lists_of_a_sub_unit_s_former_names_bear_the_names_of_these_lists(tmp_path: Path) -> None:
    unit = "== site_src/don-vi/p.md\nunit: {name: Phòng Mới, names: [{name: Phòng Cũ, until: 31/12/2021}]}\n"
    names = ["Phòng Cũ"] * 10 + ["PHÒNG CŨ", "Phòng Mới"]
    papers = "".join(f"== plans/2022/{n}.md\ndate: {n + 1}/1/2022\nissuer: {name}\n" for n, name in enumerate(names))
    portal = portal_on(tmp_path, "1/1/2023", unit + papers)
    links = [link.text for link in unit_view(portal.units[0], portal).all_documents]
    assert links == ["Xem cả 1 văn bản của Phòng Mới", "Xem cả 11 văn bản của Phòng Cũ"]
