"""What `mkdocs.yml` names and is not there."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.portal.drawing import draw
from trangtin.cli.project import find_project

_CONFIG = """
docs_dir: site_src
plugins: [{{trangtin: {{unit: {{name: {name}, {facts}}}}}}}]
nav:
  - Trang chủ: index.md
  - Mục:
      - {page}
  - Ngoài: https://mau.example/a.md
  - Trang kia cùng tên miền: /cu/
extra_css: [tu-giao-dien.css]
extra_javascript: [{{path: tu-plugin.mjs, type: module}}, tu-plugin.js?v=2]
"""


_FACTS = "address: Số 1, phone: 0200 3000 000, email: a@mau.example, responsible: Nguyễn Văn A"


def told(root: Path, page: str = "bai.md", name: str = "Trường Mẫu", facts: str = _FACTS) -> list[str]:
    draw(
        root,
        "== site_src/bai.md\ntitle: Bài\n== site_src/nhap.md\ntitle: Nháp\ndraft: true\n== site_src/bo.md\na: b\n"
        "== plans/2021/bau-cu/index.md\n== plans/2021/bau-cu/12.md\nfiles: [{path: 12.pdf}]\n"
        "== plans/2021/bau-cu/12.pdf\n%PDF-1.7\n== site_src/tin-tuc/2021/le.md\n",
    )
    (root / "mkdocs.yml").write_text(_CONFIG.format(name=name, page=page, facts=facts).lstrip(), encoding="utf-8")
    return [str(each) for each in find_project(root / "mkdocs.yml").problems() if each.path == "mkdocs.yml"]


@pytest.mark.parametrize("label", ["", "Mẫu: "])
def test_a_file_that_the_menu_names_goes_out(tmp_path: Path, label: str) -> None:
    draw(tmp_path, "== site_src/bieu-mau.pdf\n%PDF-1.7\n")
    assert told(tmp_path, f"{label}bieu-mau.pdf") == []
    assert not any("TT401" in str(each) for each in find_project(tmp_path / "mkdocs.yml").problems())


@pytest.mark.parametrize("label", ["", "Bài: "])
@pytest.mark.parametrize(
    "page",
    [
        "bai.md",
        "./bai.md",
        "nhap.md",
        "bo.md",
        "van-ban/index.md",
        "van-ban/2026/index.md",
        "van-ban/loai/ke-hoach/index.md",
        "tin-tuc/trang/2/index.md",
        "phong-trao/so-sanh/index.md",
        "luu-tru/nam-hoc-2025-2026/index.md",
        "plans/2021/bau-cu/index.md",
        "plans/2021/bau-cu/12.md",
    ],
)
def test_a_page_that_is_there_may_stand_in_the_menu(tmp_path: Path, page: str, label: str) -> None:
    assert told(tmp_path, f"{label}{page}") == []


@pytest.mark.parametrize("label", ["", "Bài: "])
def test_a_page_that_is_not_there_is_told_at_its_line(tmp_path: Path, label: str) -> None:
    assert told(tmp_path, f"{label}bais.md") == [
        "mkdocs.yml:6: TT218 thực đơn (nav) có 'bais.md' nhưng không có trang nào như vậy "
        "→ có phải ý bạn là 'bai.md'? (ví dụ: bai.md)"
    ]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("tim-kiem/index.md", "tim-kiem.md"),
        ("luu-tru.md", "luu-tru/index.md"),
        ("van-ban/kip-thoi/index.md", "van-ban/kip-thoi.md"),
        ("so-do-trang/index.md", "so-do-trang.md"),
        ("phong-trao/bau-cu/index.md", "plans/2021/bau-cu/index.md"),
        ("phong-trao/bau-cu/", "plans/2021/bau-cu/index.md"),
        ("../plans/2021/bau-cu/index.md", "plans/2021/bau-cu/index.md"),
        ("van-ban/2021/12/index.md", "plans/2021/bau-cu/12.md"),
        ("plans/2021/bau-cu/12.pdf", "plans/2021/bau-cu/12.md"),
        ("tin-tuc/2021/le/index.md", "tin-tuc/2021/le.md"),
        ("site_src/bai.md", "bai.md"),
        ("vanban/index.md", "van-ban/index.md"),
        ("van-ban/khong-co/index.md", "van-ban/index.md"),
    ],
)
def test_a_page_is_known_by_its_address_or_by_the_path_of_its_file(tmp_path: Path, typed: str, meant: str) -> None:
    """A file written at the place that was typed would clash with it, or be another page."""
    [message] = told(tmp_path, typed)
    assert message.endswith(f"có phải ý bạn là '{meant}'? (ví dụ: {meant})")


@pytest.mark.parametrize(
    ("typed", "told_of_it"),
    [
        (
            "Bài mới bai.md",
            "mkdocs.yml:6: TT218 thực đơn (nav) thiếu dấu hai chấm sau 'Bài mới'"
            " → viết tên mục, dấu hai chấm, dấu cách, rồi đến trang (ví dụ: - Bài mới: bai.md)",
        ),
        (
            "Ngoài https://mau.example/",
            "mkdocs.yml:6: TT218 thực đơn (nav) thiếu dấu hai chấm sau 'Ngoài'"
            " → viết tên mục, dấu hai chấm, dấu cách, rồi đến trang (ví dụ: - Ngoài: https://mau.example/)",
        ),
        (
            "Văn bản - van-ban/index.md",
            "mkdocs.yml:6: TT218 thực đơn (nav) thiếu dấu hai chấm sau 'Văn bản'"
            " → viết tên mục, dấu hai chấm, dấu cách, rồi đến trang (ví dụ: - Văn bản: van-ban/index.md)",
        ),
        (
            "Văn bản:van-ban/index.md",
            "mkdocs.yml:6: TT218 thực đơn (nav) thiếu dấu cách sau 'Văn bản:'"
            " → viết tên mục, dấu hai chấm, dấu cách, rồi đến trang (ví dụ: - Văn bản: van-ban/index.md)",
        ),
        (
            "Nhóm\n          - bai.md\n          - nhap.md",
            "mkdocs.yml:6: TT218 thực đơn (nav) thiếu dấu hai chấm sau 'Nhóm'"
            " → viết tên mục, dấu hai chấm, các trang của nhóm ở những dòng dưới (ví dụ: - Nhóm:)",
        ),
        (
            "Bài mới không có.md",
            "mkdocs.yml:6: TT218 thực đơn (nav) có 'Bài mới không có.md' nhưng không có trang nào như vậy"
            " → tạo tệp site_src/Bài mới không có.md, hoặc bỏ dòng này khỏi 'nav'",
        ),
    ],
    ids=["no colon", "no colon, elsewhere", "a dash", "no space", "a group", "a name with spaces"],
)
def test_a_line_of_the_menu_without_its_colon_is_told_as_that(tmp_path: Path, typed: str, told_of_it: str) -> None:
    assert told(tmp_path, typed) == [told_of_it]


def test_the_line_is_that_of_the_page_and_no_longer_path(tmp_path: Path) -> None:
    draw(tmp_path, "== site_src/a/khac.md\n")
    (line,) = told(tmp_path, "a/khac.md\n      - khac.md")
    assert line.startswith("mkdocs.yml:7: TT218 thực đơn (nav) có 'khac.md'")


def test_a_page_with_spaces_in_its_name_may_stand_in_the_menu(tmp_path: Path) -> None:
    draw(tmp_path, "== site_src/Văn bản bai.md\ntitle: Bài\n")
    assert told(tmp_path, "Văn bản bai.md") == []


def test_a_unit_without_a_name_is_told(tmp_path: Path) -> None:
    assert [line.partition(" tên")[0] for line in told(tmp_path, name="Đơn vị chưa ghi tên")] == ["mkdocs.yml:2: TT219"]


def test_facts_that_the_foot_of_every_page_has_to_give_are_asked_for(tmp_path: Path) -> None:
    assert told(tmp_path, facts="phone: 0200 3000 000, email: a@mau.example") == [
        "mkdocs.yml:2: TT202 'unit' chưa có address, responsible: chân mọi trang và trang 'Tiếp cận thông tin' "
        "phải ghi → thêm vào dưới 'unit' (ví dụ: address: Số 1 đường Mẫu, phường Mẫu, tỉnh Mẫu)"
    ]


@pytest.mark.parametrize("plugins", ["[]", "[trangtin: sai]"])
def test_what_is_left_out_stays_so_where_the_options_are_missing_or_wrong(tmp_path: Path, plugins: str) -> None:
    draw(tmp_path, "== site_src/kho/x.md\ntitle: A\ntitel: B\nwithdrawn: sai\n")
    config = f"docs_dir: site_src\nplugins: {plugins}\nexclude_docs: kho/\n"
    (tmp_path / "mkdocs.yml").write_text(config, encoding="utf-8")
    assert {each.path for each in find_project(tmp_path / "mkdocs.yml").problems()} == {"mkdocs.yml"}
