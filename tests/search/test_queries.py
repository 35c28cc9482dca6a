"""What a reader types, and which of a few pages come first."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.search.asking import Script
from tests.search.pages import page, publish
from trangtin.content.text import slug
from trangtin.search.record import FacetValue, Field, SearchRecord

PAGES = (
    page("Phát động đợt thi đua chào mừng bầu cử", "Hội đồng nhân dân tỉnh giao", "959/KH-UBND", name="bau-cu"),
    page(
        "Thực hiện kế hoạch", "Căn cứ Kế hoạch số 959/KH-UBND của Ủy ban nhân dân tỉnh", "12/KH-TCT", name="thuc-hien"
    ),
    page("Trồng nấm rơm", "ba tháng", name="nam-rom"),
    page("Trồng cây đầu năm", "năm nay trồng năm cây nấm", name="dau-nam"),
    page("Tổ hòa giải ở cơ sở", "khóa tập huấn của HĐND", name="hoa-giai"),
    page("Đường dây điện", "dòng điện", name="duong-day"),
    page("Duong day nong", "so dien thoai", name="khong-dau"),
    page("Sở Xây dựng họp", "đồng chí Giám đốc Sở", name="so-xay-dung"),
    page("Số liệu xây lắp", "dựng rạp, sổ sách", name="so-lieu"),
    page("Quy chế công vụ", "điều 959", "8/QC-TCT", name="quy-che"),
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return publish(tmp_path_factory.mktemp("pages"), PAGES)


def names(asked: Script, folder: Path, query: str, pages: Sequence[SearchRecord] = PAGES) -> list[str]:
    found = asked.answers([folder], query)
    return [pages[page].target.removeprefix("plans/").removesuffix(".md") for _, page, _ in found]


FIRST = {
    # with, without and with some accents
    "nấm rơm": "nam-rom",
    "nam rom": "nam-rom",
    "nấm rom": "nam-rom",
    "Sở Xây dựng": "so-xay-dung",
    "so xay dung": "so-xay-dung",
    "NẤM RƠM": "nam-rom",
    # đ
    "duong day dien": "duong-day",
    "đường dây điện": "duong-day",
    "ðường dây điện": "duong-day",
    # tone placement
    "hoà giải": "hoa-giai",
    "hòa giải": "hoa-giai",
    "khoá tập huấn": "hoa-giai",
    # abbreviations
    "hội đồng nhân dân tập huấn": "hoa-giai",
    "HĐND tỉnh giao": "bau-cu",
    "hdnd tinh": "bau-cu",
    "ubnd tinh 12": "thuc-hien",
    # numbers
    "959/KH-UBND": "bau-cu",
    "959 kh ubnd": "bau-cu",
    "959khubnd": "bau-cu",
    "959-KH-UBND": "bau-cu",
    "959": "bau-cu",
    "số 959": "bau-cu",
    "so 959": "bau-cu",
    "0959": "bau-cu",
    "12 kh": "thuc-hien",
    "8/QC": "quy-che",
    # phrases
    '"hội đồng nhân dân tỉnh"': "bau-cu",
    '"hoi dong nhan dan tinh"': "bau-cu",
    "“dây điện”": "duong-day",
    '"nấm"': "nam-rom",
    # begun words
    "trồng nấm r": "nam-rom",
    "hoa gi": "hoa-giai",
    "đợt thi đ": "bau-cu",
    "quy ch": "quy-che",
    # a slip of one accent
    "trồng nẩm rơm": "nam-rom",
    "hòa giái": "hoa-giai",
    "bầu cữ": "bau-cu",
    # a word too many
    "trồng nấm rơm xuất khẩu": "nam-rom",
}


@pytest.mark.parametrize(("query", "first"), FIRST.items())
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_first_answer(asked: Script, folder: Path, query: str, first: str, form: str) -> None:
    typed = unicodedata.normalize("NFC" if form == "NFC" else "NFD", query)
    assert names(asked, folder, typed)[:1] == [first]


def test_exact_accents_before_others(asked: Script, folder: Path) -> None:
    assert names(asked, folder, "nấm")[:2] == ["nam-rom", "dau-nam"]
    assert names(asked, folder, "năm")[0] == "dau-nam"
    assert names(asked, folder, "số")[0] == "so-lieu"


@pytest.mark.parametrize(
    ("text", "queries"),
    [
        ("văn bản của TW", ("trung ương", "trung uong", "tw", "T.Ư")),
        ("Ban Bí thư T.Ư Đoàn", ("trung ương đoàn", "tw đoàn", '"TW Đoàn"')),
        ("Trung ương chỉ đạo", ("TW", "T.Ư", "tw chi dao")),
        ("kỳ họp của QH khóa XV", ("quốc hội khóa XV", '"Quốc hội khóa"', "qh")),
        ("Sở GD&ĐT", ("gddt", "GDĐT", "sở gd và đt", "giao duc va dao tao")),
        ("KT-XH, TĐKT", ("ktxh", "tđ-kt", "kinh tế - xã hội")),
        ("TP. Hồ Chí Minh", ("thành phố Hồ Chí Minh", '"thành phố Hồ Chí Minh"')),
    ],
)
def test_short_and_full_forms_find_each_other(asked: Script, tmp_path: Path, text: str, queries: Sequence[str]) -> None:
    folder = publish(tmp_path, [page("Trang khác"), page("Trang này", text)])
    for query in queries:
        assert [number for _, number, _ in asked.answers([folder], query)] == [1], query


def test_who_wrote_a_paper_by_its_number_is_not_what_it_is_about(asked: Script, tmp_path: Path) -> None:
    papers = [page("Giảm nghèo bền vững", "đời sống văn hóa", f"{n}/UBND-VHXH", name=f"{n}") for n in range(6)]
    pages = [page("Văn hóa ứng xử trên mạng", "văn bản " * 9, name="van-hoa"), *papers]
    folder = publish(tmp_path, pages)
    for query in ("văn hóa", "van hoa"):
        found = names(asked, folder, query, pages)
        assert found[0] == "van-hoa", query
        assert len(found) == len(pages)


def test_what_holds_the_words_stands_before_what_holds_their_likes(asked: Script, tmp_path: Path) -> None:
    """`hiến máu` is in the plan alone; the notices have all words of the query, but for two accents."""
    likes = [page(f"Thông báo việc {n}", "thực hiện nghiêm, gương mẫu", name=f"{n}") for n in range(6)]
    pages = [*likes, page("Tổ chức ngày hội hiến máu tình nguyện", "hiến máu cứu người", name="hien-mau")]
    folder = publish(tmp_path, pages)
    for query in ("thông báo hiến máu", "thông báo hiến máu ", "thong bao hiến máu"):
        found = names(asked, folder, query, pages)
        assert found[0] == "hien-mau", query
        assert len(found) == len(pages)


def test_a_word_with_another_accent_is_still_found_behind(asked: Script, tmp_path: Path) -> None:
    pages = [*(page(f"Trồng nấm {n}", name="nam") for n in range(6)), page("Trồng năm cây", name="nam-cay")]
    assert names(asked, publish(tmp_path, pages), "nấm", pages) == ["nam"] * 6 + ["nam-cay"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ('"thi đua yêu nước"', [2, 1, 0]),
        ('"thi dua yeu nuoc"', [2, 1, 0]),
        ('"thi đua yêu nước" phong trào', [2, 1, 0]),
        ('"thi đua" yêu nước', [0, 2, 1]),
    ],
)
def test_a_phrase_stands_in_the_first_answers_word_for_word(
    asked: Script, tmp_path: Path, query: str, found: Sequence[int]
) -> None:
    """The index knows that each two of its words are neighbours; the text tells whether all of them are."""
    apart = page("Thi đua yêu thương", "yêu nước, thi đua yêu, phong trào", name="apart")
    long = "\n\n".join([*(f"Đoạn {n} nói về việc khác ở nơi khác" for n in range(400)), "Phong trào thi đua yêu nước"])
    inside = page("Việc một", "phong trào thi đua yêu nước " + "việc khác " * 60, name="inside")
    folder = publish(tmp_path, [apart, page("Việc dài", long, name="long"), inside])
    assert asked.answers([folder], query)[0][1] == 0
    assert [number for _, number, _ in asked.answers([folder], query, is_shown=True)] == found


@pytest.mark.parametrize("query", ['"nhân dân hội đồng"', '"nằm"', "zzz", "🌾", '""', "…"])
def test_no_answer(asked: Script, folder: Path, query: str) -> None:
    assert names(asked, folder, query) == []


def test_of_equals_the_newer_comes_first(asked: Script, tmp_path: Path) -> None:
    pages = [replace(page("Hội nghị", name=f"{day}"), day=date(2021, 1, day)) for day in (1, 5, 9)]
    assert names(asked, publish(tmp_path, pages), "hội nghị", pages) == ["9", "5", "1"]


def test_what_no_longer_holds_stands_behind_what_does(asked: Script, tmp_path: Path) -> None:
    pages = [
        page("Quy chế quản lý trang thông tin", "nội dung dài hơn " * 20, "17/QC-TCT", name="in-force"),
        replace(page("Quy chế quản lý trang thông tin", "nội dung", "08/QC-TCT", name="replaced"), is_over=True),
        page("Về quản lý", "quy chế trang thông tin", name="other"),
    ]
    folder = publish(tmp_path, pages)
    assert names(asked, folder, "quy chế quản lý trang thông tin", pages) == ["in-force", "replaced", "other"]
    assert names(asked, folder, "quy che trang", pages)[:2] == ["in-force", "replaced"]
    for query in ("08/QC-TCT", "8 qc tct", "quy chế 08"):
        assert names(asked, folder, query, pages)[0] == "replaced"


def of_kind(kind: str, title: str, body: str, *, name: str, is_paper: bool = True) -> SearchRecord:
    made = page(title, body, name=name)
    field, state = (Field.NUMBER, FacetValue("con-hieu-luc", "Còn hiệu lực")) if is_paper else (Field.NAMES, None)
    facets = (FacetValue(slug(kind), kind), *made.facets[1:-1], state)
    return replace(made, fields=(*made.fields, (field, kind)), facets=facets)


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("kế hoạch bầu cử", "plan"),
        ("ke hoach bau cu", "plan"),
        ("thông báo kế hoạch bầu cử", "notice"),
        ("triển khai kế hoạch bầu cử", "news"),
        ("tin tức kế hoạch bầu cử", "news"),
        ("đơn vị bầu cử", "news"),  # a kind of page too, but not of paper: an everyday word
    ],
)
def test_papers_of_the_type_asked_for_stand_before_what_speaks_of_one(
    asked: Script, tmp_path: Path, query: str, first: str
) -> None:
    title = "Tổ chức cuộc bầu cử đại biểu Quốc hội khóa XVI và đại biểu Hội đồng nhân dân các cấp nhiệm kỳ mới"
    pages = [
        *(of_kind("Kế hoạch", f"Việc khác {n}", "kế hoạch của đơn vị", name=f"other-{n}") for n in range(8)),
        of_kind("Kế hoạch", title, "bầu cử " * 5, name="plan"),
        of_kind("Thông báo", "Thực hiện kế hoạch bầu cử", "kế hoạch bầu cử " * 5, name="notice"),
        of_kind("Tin tức", "Triển khai kế hoạch bầu cử", "đơn vị bầu cử " * 5, name="news", is_paper=False),
        of_kind("Đơn vị", "Tổ bầu cử", "đơn vị bầu cử", name="unit", is_paper=False),
    ]
    assert names(asked, publish(tmp_path, pages), query, pages)[0] == first


def test_a_space_ends_the_last_word(asked: Script, folder: Path) -> None:
    assert names(asked, folder, "rơ") == ["nam-rom"]
    assert names(asked, folder, "rơ ") == []


def test_by_day(asked: Script, tmp_path: Path) -> None:
    pages = [
        replace(page("Hội nghị"), day=date(2020, 1, 9)),
        replace(page("Hội thảo", "họp hội nghị"), day=date(2021, 1, 9)),
    ]
    folder = publish(tmp_path, pages)
    assert [number for _, number, _ in asked.answers([folder], "hội nghị")] == [0, 1]
    assert [number for _, number, _ in asked.answers([folder], "hội nghị", by_day=True)] == [1, 0]


def test_typing_on_asks_only_for_what_is_new(asked: Script, tmp_path: Path) -> None:
    folder = publish(tmp_path, PAGES)
    for query in ("trồng nấm rơm", "trồng nấm rơm"):
        reply = asked.ask(folders=[str(folder)], query=query)
    assert reply["asked"] == []


@pytest.mark.parametrize(
    ("query", "meant"),
    [
        ("kehoach", "ke hoach"),
        ("kếhoạch", "kế hoạch"),
        ("ủybannhândântỉnh", "ủy ban nhân dân tỉnh"),
        ("nhandan2026", "nhan dan 2026"),
        ("dienthoai so", "dien thoai so"),
        ("tinhgiao", "tinh giao"),
        ("kế hoạch", ""),
        ("khubnd", ""),
        ("điện " * 16 + "kehoach", ""),  # only so many words are looked for
        ("gagoma", ""),  # could be cut, but nobody writes any of it so
        ("internet", ""),
        ("", ""),
    ],
)
def test_words_typed_as_one_are_cut_where_their_parts_stand_together(
    asked: Script, folder: Path, query: str, meant: str
) -> None:
    assert asked.spaced(folder, query) == meant
