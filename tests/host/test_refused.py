"""What no site is built from: clashes of addresses, what runs, what would be lost; each told in words."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from mkdocs.exceptions import Abort

from tests.blank import blank
from tests.host.conftest import Builder
from tests.host.test_attachments import HEAD, lay, put
from tests.host.test_hostile import NEWS


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return lay(tmp_path / "portal")


def refused(build: Builder, root: Path, caplog: pytest.LogCaptureFixture) -> str:
    with pytest.raises(Abort):
        build(root)
    return caplog.text


def test_a_linked_folder_is_refused(root: Path, session_builder: Builder, caplog: pytest.LogCaptureFixture) -> None:
    (root / "site_src/etc").symlink_to("/etc")
    assert "site_src/etc:1: TT111" in refused(session_builder, root, caplog)


@pytest.mark.parametrize(
    ("name", "told"),
    [
        (b"K\xca ho\xa1ch.md", "site_src/K<U+DCCA> ho<U+DCA1>ch.md:1: TT111"),
        (b"anh\xff.png", "site_src/anh<U+DCFF>.png:1: TT111"),
        (b"a\n::error::b.md", "site_src/a<U+000A>::error::b.md:1: TT111"),
        (b"a\x1b[2J.pdf", "site_src/a<U+001B>[2J.pdf:1: TT111"),
        ("a\u202efdp.exe".encode(), "site_src/a<U+202E>fdp.exe:1: TT111"),
        (b"thu muc\xe0/a.md", "site_src/thu muc<U+DCE0>:1: TT111"),
    ],
)
@pytest.mark.skipif(sys.platform != "linux", reason="other systems take no such names")
def test_names_that_are_no_text_are_told(
    name: bytes, told: str, root: Path, session_builder: Builder, caplog: pytest.LogCaptureFixture
) -> None:
    put(root, f"site_src/{os.fsdecode(name)}", "# A\n")
    assert told in refused(session_builder, root, caplog)


@pytest.mark.parametrize(
    "body",
    [
        "<script>alert(1)</script>",
        '<img src="x" onerror="alert(1)">',
        '<p style="color:red">x</p>',
        "[x](javascript:alert(1))",
        '<iframe src="https://x.example"></iframe>',
    ],
)
def test_what_runs_is_refused(
    body: str, root: Path, session_builder: Builder, caplog: pytest.LogCaptureFixture
) -> None:
    put(root, NEWS, f"---\ntitle: A\ndate: 1/4/2026\n---\n\nMột\n\n{body}\n")
    assert f"{NEWS}:8: TT319" in refused(session_builder, root, caplog)


@pytest.mark.parametrize(
    "body",
    [
        "1. " * 1000 + "x",
        "> - " * 500 + "x",
        "\n".join("    " * level + "- x" for level in range(400)),
        "\n\n".join("\t" * level + "!!! note" for level in range(400)),
    ],
)
def test_lists_without_end_are_told(
    body: str, root: Path, session_builder: Builder, caplog: pytest.LogCaptureFixture
) -> None:
    put(root, NEWS, f"---\ntitle: A\ndate: 1/4/2026\n---\n\n{body}\n")
    assert "TT339 danh sách, khung lồng vào nhau quá 40 mức" in refused(session_builder, root, caplog)


@pytest.mark.parametrize("body", ["[" * 40_000, "![" * 20_000, "[[a](b) " * 5_000])
def test_brackets_without_end_are_told_before_they_are_read(
    body: str, root: Path, session_builder: Builder, caplog: pytest.LogCaptureFixture
) -> None:
    put(root, NEWS, f"---\ntitle: A\ndate: 1/4/2026\n---\n\n{body}\n")
    assert f"{NEWS}:6: TT339 đoạn này có hơn 500 dấu '[' mở" in refused(session_builder, root, caplog)


@pytest.mark.parametrize("body", ["[ ] " * 600, "[5; 8)\n\n" * 600, "`[` " * 600, "\\[ " * 600])
def test_brackets_that_are_closed_are_no_matter(body: str, root: Path, session_builder: Builder) -> None:
    put(root, NEWS, f"---\ntitle: A\ndate: 1/4/2026\n---\n\n{body}\n")
    session_builder(root)


def test_no_text_publishes_rules_for_the_web_server(
    root: Path, session_builder: Builder, caplog: pytest.LogCaptureFixture
) -> None:
    put(root, "site_src/chuyen-huong/apache.conf", "ScriptAlias / /")
    put(root, NEWS, "---\ntitle: A\ndate: 1/4/2026\n---\n[x](../../chuyen-huong/apache.conf)\n")
    assert f"{NEWS}:5: TT714 'chuyen-huong/' là thư mục trang tự ghi cho máy chủ web" in refused(
        session_builder, root, caplog
    )
    put(root, NEWS, "---\ntitle: A\ndate: 1/4/2026\n---\nA\n")
    assert "ScriptAlias" not in (session_builder(root) / "chuyen-huong/apache.conf").read_text(encoding="utf-8")


def test_two_pages_at_one_address(root: Path, session_builder: Builder, caplog: pytest.LogCaptureFixture) -> None:
    put(root, "site_src/van-ban/2026.md", "# Trang chen\n")
    put(root, "plans/2026/1.md", f"---\n{HEAD}---\nMột")
    put(root, NEWS, "---\ntitle: A\ndate: 1/4/2026\nredirect_from: [/lien-he/]\n---\nA")
    told = refused(session_builder, root, caplog)
    assert "site_src/van-ban/2026.md:1: TT313 địa chỉ trang trùng với trang /van-ban/2026/ do phần mềm lập" in told
    assert f"{NEWS}:4: TT313 địa chỉ cũ '/lien-he/' nay là một trang hoặc tệp khác" in told


@pytest.mark.parametrize(
    "old",
    [
        *("/feed.xml", "/van-ban.json/", "/robots.txt", "/404.html", "/sitemap.xml", "/manifest.json"),
        *("/kiem-tra-tep/ma-tep.json", "/tim-kiem/chi-muc.json", "/tim-kiem/chi-muc/tu/0.json", "/lich.ics/cu/"),
        *("/cu/1.html/amp/", "/hinh/a.png", "/du-lieu/van-ban.schema.json", "/thay-doi.xml"),
        *("/van-ban.json.gz", "/chuyen-huong/nginx.map/"),
    ],
)
def test_an_old_address_where_something_stands_now(
    old: str, root: Path, session_builder: Builder, caplog: pytest.LogCaptureFixture
) -> None:
    put(root, "site_src/hinh/a.png", blank("a.png"))
    put(root, NEWS, f"---\ntitle: A\ndate: 1/4/2026\nredirect_from: [/cu/1.html, {old}]\n---\n![a](../../hinh/a.png)")
    told = f"{NEWS}:4: TT313 địa chỉ cũ '{old}' nay là một trang hoặc tệp khác"
    assert told in refused(session_builder, root, caplog)


@pytest.mark.parametrize("name", ["van-ban.json", "manifest.json", "feed.xml", "tim-kiem/chi-muc.json", "van-ban"])
def test_a_file_of_an_editor_where_the_site_has_its_own(
    name: str, root: Path, session_builder: Builder, caplog: pytest.LogCaptureFixture
) -> None:
    put(root, f"site_src/{name}", "{}")
    put(root, NEWS, f"---\ntitle: A\ndate: 1/4/2026\n---\n[x](../../{name})")
    assert f"site_src/{name}:1: TT313 địa chỉ /{name} là của trang hoặc tệp do phần mềm lập" in refused(
        session_builder, root, caplog
    )


@pytest.mark.parametrize("file", ["van-ban.json", "chuyen-huong/nginx.map"])
def test_a_page_in_the_place_of_a_file(
    file: str, root: Path, session_builder: Builder, caplog: pytest.LogCaptureFixture
) -> None:
    put(root, f"site_src/{file}/index.md", "# Trang chen\n")
    told = f"site_src/{file}/index.md:1: TT313 địa chỉ trang trùng với tệp /{file} do phần mềm lập → đổi tên tệp"
    assert told in refused(session_builder, root, caplog)


def test_far_offsets_and_link_loops_are_told(
    root: Path, session_builder: Builder, caplog: pytest.LogCaptureFixture
) -> None:
    campaign = "title: A\nstart: 1/1/2026\nend: 2/1/2026\nanchor: {name: B, date: 1/1/2026}\n"
    put(root, "plans/2026/pt/index.md", f"---\n{campaign}milestones: [{{offset: -999999, title: C}}]\n---\n")
    (root / "plans/2026/vong.md").symlink_to(root / "plans/2026/vong.md")
    told = refused(session_builder, root, caplog)
    assert "plans/2026/pt/index.md:6: TT210" in told
    assert "plans/2026/vong.md:1: TT111" in told


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("| A | B |\n|---|---|\n| 1 | 2 | 3 |", "TT320 dòng này có 3 ô, đầu bảng chỉ có 2"),
        ("![](so-do.png)", "TT321"),
        ("Độ mật: Tối mật", "TT318"),
    ],
)
def test_what_would_be_lost_or_must_not_go_out_is_told(
    body: str, code: str, root: Path, session_builder: Builder, caplog: pytest.LogCaptureFixture
) -> None:
    put(root, "plans/2026/so-do.png", blank("plans/2026/so-do.png"))
    put(root, "plans/2026/1.md", f"---\n{HEAD}---\n\n{body}\n")
    assert code in refused(session_builder, root, caplog)
