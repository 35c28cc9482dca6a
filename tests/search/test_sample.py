"""What readers of the sample portal type, and what stands first."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest

from tests.search.asking import Script
from tests.search.conftest import citations
from trangtin.portal.model import Portal
from trangtin.search.folding import folded
from trangtin.views import targets


def found(asked: Script, index: tuple[Path, list[str]], query: str) -> list[str]:
    folder, paths = index
    return [paths[page] for _, page, _ in asked.answers([folder], query)]


FIRST = {
    # the portal's own pages by their names, and by what people come for
    "cơ cấu tổ chức": targets.UNITS,
    "danh sach don vi": targets.UNITS,
    "góp ý": targets.FEEDBACK,
    "gui phan anh": targets.FEEDBACK,
    "trợ năng": targets.ACCESSIBILITY,
    "sơ đồ trang": targets.SITE_MAP,
    "lưu trữ": targets.ARCHIVE,
    "so sanh phong trao": targets.COMPARISON,
    "góp ý, đánh giá": targets.FEEDBACK,
    "phong trào thi đua": targets.CAMPAIGNS,
    "kiem tra chu ky so": targets.FILE_CHECK,
    "danh sách khen thưởng": targets.AWARDS,
    "tra cứu văn bản": targets.LIBRARY,
    "tin tuc": targets.NEWS,
    # who cites a document in a title comes after it, unless what is said of it was typed too
    "Đính chính Kế hoạch số 128/KH-TCT ngày 31/8/2026": "plans/2026/day-tot-hoc-tot/145-tct-tchc.md",
    "sửa đổi kế hoạch số 109/KH-TCT": "plans/2026/90-ngay-so-hoa/118-kh-tct.md",
    # one in force before the one it replaced, which its number still finds
    "quy che trang thong tin dien tu": "plans/2026/17-qc-tct.md",
    "08/QC-TCT": "plans/2022/08-qc-tct.md",
    # the report itself before plans that ask for one
    "bao cao tong ket bau cu": "plans/2021/bau-cu-2021/18-bc-tct.md",
    # abbreviations of the trade
    "cstd": "plans/2026/1204-qd-ubnd.md",
    "CSTĐCS": "plans/2026/1204-qd-ubnd.md",
}


@pytest.mark.parametrize(("query", "first"), FIRST.items())
def test_first_answer(asked: Script, index: tuple[Path, list[str]], query: str, first: str) -> None:
    assert found(asked, index, query)[:1] == [first]


def test_who_types_a_citation_finds_the_document_that_bears_it(
    asked: Script, index: tuple[Path, list[str]], sample: Portal
) -> None:
    missed = [
        typed
        for document in sample.documents
        if document.head.number and document.head.date and not document.head.is_withdrawn
        for written in citations(document.head, document.issuer)
        for typed in (written, " ".join(map(folded, written.lower().split())))
        if found(asked, index, typed)[:1] != [document.path]
    ]
    assert missed == []


@pytest.mark.parametrize("query", ["văn bản tháng {0}/{1}", "van ban thang {0} nam {1}", "văn bản tháng {0:02}-{1}"])
def test_documents_of_a_month_come_before_others(
    asked: Script, index: tuple[Path, list[str]], sample: Portal, query: str
) -> None:
    issued: defaultdict[tuple[int, int], set[str]] = defaultdict(set)
    for document in sample.documents:
        if document.head.date and not document.head.is_withdrawn:
            issued[document.head.date.month, document.head.date.year].add(document.path)
    assert len(issued) > 8
    for month, paths in issued.items():
        assert set(found(asked, index, query.format(*month))[: len(paths)]) == paths, month


def test_news_of_a_month_come_before_others(asked: Script, index: tuple[Path, list[str]], sample: Portal) -> None:
    written = {each.path for each in sample.news if (each.head.date.month, each.head.date.year) == (11, 2026)}
    assert written
    assert set(found(asked, index, "tin tức tháng 11/2026")[: len(written)]) == written


@pytest.mark.parametrize(
    "query",
    ["5", "8", "7", "12", "kh 3", "số 7"],
)
def test_a_bare_number_is_a_documents_before_it_is_a_day(
    asked: Script, index: tuple[Path, list[str]], sample: Portal, query: str
) -> None:
    numbers = {document.path: document.head.number for document in sample.documents}
    first = numbers[found(asked, index, query)[0]]
    assert first is not None
    assert first.ordinal == int(query.split()[-1])


@pytest.mark.parametrize(
    "query", ["kế hoạch", "thi đua", "bầu cử", "quyết định khen thưởng", "hồ sơ", "báo cáo", "2026"]
)
def test_papers_news_and_campaigns_stand_before_lists_of_them(
    asked: Script, index: tuple[Path, list[str]], query: str
) -> None:
    assert [path for path in found(asked, index, query)[:3] if path.startswith("list:")] == []


@pytest.mark.parametrize("query", ["đánh giá", "danh gia", "ý kiến"])
def test_a_paper_about_an_everyday_word_stands_before_the_page_that_has_it_in_its_name(
    asked: Script, index: tuple[Path, list[str]], query: str
) -> None:
    assert not found(asked, index, query)[0].startswith("list:")
