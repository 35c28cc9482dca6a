"""What readers of the sample portal type, and what stands first."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.search.asking import Script
from tests.search.pages import records_of
from trangtin.portal.model import Portal
from trangtin.search.index import search_index
from trangtin.views import targets


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory, sample: Portal) -> tuple[Path, list[str]]:
    """The folder of the sample's index, and the targets of its pages in the order of their numbers."""
    folder = tmp_path_factory.mktemp("index")
    for name, data in search_index(sample, lambda target: target, folder).files():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    return folder, [record.target for record in records_of(sample)]


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
    "kiem tra chu ky so": targets.FILE_CHECK,
    "danh sách khen thưởng": targets.AWARDS,
    "tra cứu văn bản": targets.LIBRARY,
    "tin tuc": targets.NEWS,
    # abbreviations of the trade
    "cstd": "plans/2026/1204-qd-ubnd.md",
    "CSTĐCS": "plans/2026/1204-qd-ubnd.md",
}


@pytest.mark.parametrize(("query", "first"), FIRST.items())
def test_first_answer(asked: Script, index: tuple[Path, list[str]], query: str, first: str) -> None:
    assert found(asked, index, query)[:1] == [first]


@pytest.mark.parametrize(
    "query", ["kế hoạch", "thi đua", "bầu cử", "quyết định khen thưởng", "hồ sơ", "báo cáo", "2026"]
)
def test_papers_news_and_campaigns_stand_before_lists_of_them(
    asked: Script, index: tuple[Path, list[str]], query: str
) -> None:
    assert [path for path in found(asked, index, query)[:3] if path.startswith("list:")] == []
