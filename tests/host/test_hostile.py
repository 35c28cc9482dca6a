"""Odd layouts and bad luck: a clear message or a right page, never a traceback, never a leak, never a hang."""

from __future__ import annotations

import os
import sys
import unicodedata
from pathlib import Path

import pytest
from mkdocs.exceptions import Abort

from tests.blank import blank
from tests.host.conftest import Builder
from tests.host.test_attachments import HEAD, MKDOCS_YML, PDF, lay, published, put

NEWS = "site_src/tin-tuc/2026/a.md"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return lay(tmp_path / "portal")


def page(site: Path, path: str) -> str:
    return (site / path / "index.html").read_text(encoding="utf-8")


def refused(build: Builder, root: Path, caplog: pytest.LogCaptureFixture) -> str:
    with pytest.raises(Abort):
        build(root)
    return caplog.text


def test_an_empty_portal_builds(root: Path, session_builder: Builder) -> None:
    site = session_builder(root)
    assert "Đơn vị thử" in page(site, "")
    assert (site / "van-ban/index.html").is_file()


def test_menu_entries_of_every_kind(root: Path, session_builder: Builder) -> None:
    put(root, "site_src/tep.pdf", PDF)
    nav = "nav: [{Ngoài: https://ngoai.example/x}, {Tệp: tep.pdf}, {Cũ: /cu/}, {Nhóm: [{Văn bản: van-ban/index.md}]}]\n"
    put(root, "mkdocs.yml", MKDOCS_YML + nav)
    home = page(session_builder(root), "")
    assert 'href="https://ngoai.example/x"' in home
    assert 'href="/cu/"' in home
    assert 'href="van-ban/"' in home


def test_withdrawn_section_pages_say_so(root: Path, session_builder: Builder) -> None:
    gone = "withdrawn: {date: 2/4/2026, reason: Sai số điện thoại}"
    put(root, "site_src/lien-he.md", f"---\ntitle: Liên hệ cũ\nsummary: KHONGCONNUA\n{gone}\n---\n\nKHONGCONNUA")
    put(root, "site_src/van-ban/index.md", f"---\ntitle: Thư viện\n{gone}\n---\n\nKHONGCONNUA")
    site = session_builder(root)
    for path in ("lien-he", "van-ban"):
        assert "Sai số điện thoại" in page(site, path)
    assert "Thư viện" in page(site, "van-ban")
    for file in site.rglob("*.html"):
        assert "KHONGCONNUA" not in file.read_text(encoding="utf-8"), file


def test_a_withdrawn_campaign_tells_nothing_of_its_own(root: Path, session_builder: Builder) -> None:
    secret = "KHONGCONNUA"
    gone = "withdrawn: {date: 2/4/2026, reason: Nhầm}"
    put(root, "site_src/don-vi/khoa.md", "---\nunit: {name: Khoa, kind: khoa}\n---\n")
    put(root, "site_src/don-vi/phong.md", f"---\nunit: {{name: Phòng, head: {secret}, phone: {secret}}}\n{gone}\n---\n")
    put(
        root,
        "plans/2026/pt/index.md",
        f"---\ntitle: Phong trào\nstart: 1/1/2026\nend: 31/12/2026\n"
        f"slogan: {secret}\nsummary: {secret}\nunits: [khoa]\n"
        f"criteria: [{secret}]\nmilestones: [{{date: 1/12/2026, title: {secret}}}]\n"
        f"works: [{{unit: khoa, title: {secret}}}]\nwithdrawn: {{date: 2/4/2026, reason: Nhầm}}\n---\n\n{secret}",
    )
    put(
        root,
        "plans/2026/pt/1.md",
        f"---\n{HEAD}tasks: [{{unit: khoa, do: {secret}}}]\n"
        f"withdrawn: {{date: 2/4/2026, reason: Nhầm}}\n---\n\n{secret}",
    )
    site = session_builder(root)
    for path in ("phong-trao/pt", "don-vi/phong"):
        told = page(site, path)
        assert "Nhầm" in told
        assert [words for words in ("Đang diễn ra", 'id="muc-thong-tin"', 'id="muc-lien-he"') if words in told] == []
    assert "Đã gỡ" in page(site, "phong-trao/pt")
    for file in site.rglob("*.html"):
        assert secret not in file.read_text(encoding="utf-8"), file


def test_the_contact_page_names_the_spokesperson_whatever_else_it_has(root: Path, session_builder: Builder) -> None:
    told = (
        "unit: {name: Đơn vị thử}, spokesperson: {name: Nguyễn Văn A, position: Trưởng phòng}, "
        "channels: [{name: Trang của đơn vị, address: https://kenh.example/}]"
    )
    put(root, "mkdocs.yml", MKDOCS_YML.replace("unit: {name: Đơn vị thử}", told))
    shown = page(session_builder(root), "lien-he")
    assert "Nguyễn Văn A" in shown
    assert 'href="https://kenh.example/"' in shown
    assert shown.count("<div") == shown.count("</div>")


def test_a_recall_to_come_does_not_recall_today(root: Path, session_builder: Builder) -> None:
    put(root, "plans/2026/1.md", f"---\n{HEAD}---\nMột")
    put(
        root,
        "plans/2026/2.md",
        "---\ntype: QĐ\ntitle: Thu hồi\nnumber: 2/QĐ-ABC\ndate: 1/4/2026\n"
        "effective: 1/1/2030\nrecalls: [1/KH-ABC]\n---\n",
    )
    shown = page(session_builder(root), "van-ban/2026/1-kh-abc")
    assert "sẽ bị thu hồi từ ngày 01/01/2030" in shown
    assert "đã bị thu hồi" not in shown


def test_a_basis_of_another_body_is_not_taken_for_ours(root: Path, session_builder: Builder) -> None:
    put(root, "plans/2026/1.md", f"---\n{HEAD}issuer: UBND tỉnh Mẫu\nlevel: tinh\n---\nMột")
    basis = "basis:\n  - {number: 1/KH-ABC, issuer: %s, title: Tên căn cứ}\n"
    for number, issuer in ((2, "Ủy ban nhân dân tỉnh Khác"), (3, "Uỷ ban nhân dân tỉnh Mẫu")):
        head = HEAD.replace("1/KH-ABC", f"{number}/KH-ABC") + basis % issuer
        put(root, f"plans/2026/{number}.md", f"---\n{head}---\n")
    site = session_builder(root)
    assert "Tên căn cứ" in page(site, "van-ban/2026/2-kh-abc")
    assert 'href="../1-kh-abc/"' not in page(site, "van-ban/2026/2-kh-abc")
    assert 'href="../1-kh-abc/"' in page(site, "van-ban/2026/3-kh-abc")


def test_what_mkdocs_excludes_and_backups_stay_at_home(root: Path, session_builder: Builder, tmp_path: Path) -> None:
    put(root, "mkdocs.yml", MKDOCS_YML + "exclude_docs: |\n  noi-bo/\ndraft_docs: |\n  nhap.md\n")
    for path in ("noi-bo/a.md", "nhap.md", "tin-tuc/2026/n.md~", "tin-tuc/2026/n.md.bak", "#n.md#"):
        put(root, f"site_src/{path}", "KHONGDUOCLO")
    put(tmp_path, "ngoai/bi-mat.txt", "KHONGDUOCLO")
    (root / "site_src/tep.txt").symlink_to(tmp_path / "ngoai/bi-mat.txt")
    with pytest.raises(Abort):
        session_builder(root)
    (root / "site_src/tep.txt").unlink()
    site = session_builder(root)
    for file in site.rglob("*"):
        assert file.is_dir() or b"KHONGDUOCLO" not in file.read_bytes(), file


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


def test_names_from_a_mac_are_found(root: Path, session_builder: Builder) -> None:
    name = unicodedata.normalize("NFD", "Ảnh hội trường.png")
    put(root, f"site_src/tin-tuc/2026/{name}", blank(name))
    put(root, NEWS, "---\ntitle: A\ndate: 1/4/2026\nimage: {src: Ảnh hội trường.png, alt: Ảnh}\n---\nA")
    site = session_builder(root)
    assert published(site) == {"Ảnh hội trường.png"}


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


def test_the_deepest_list_that_passes_can_be_drawn(root: Path, session_builder: Builder) -> None:
    levels = "\n".join("    " * level + "- x" for level in range(40))
    put(root, NEWS, f"---\ntitle: A\ndate: 1/4/2026\n---\n\n{levels}\n{' ' * 160}{'- ' * 40}SAUNHAT\n")
    assert "SAUNHAT" in page(session_builder(root), "tin-tuc/2026/a")


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


def test_an_old_address_with_percent_signs(root: Path, session_builder: Builder) -> None:
    put(root, NEWS, "---\ntitle: A\ndate: 1/4/2026\nredirect_from: [/tin%20cu/a.html]\n---\nA")
    assert (session_builder(root) / "tin cu/a.html").is_file()


def test_a_page_keeps_keys_of_other_tools_but_not_its_template(root: Path, session_builder: Builder) -> None:
    put(root, "site_src/gioi-thieu.md", "---\ntitle: Giới thiệu\ntemplate: khong-co.html\nhide: [toc]\n---\nMột")
    assert "Giới thiệu" in page(session_builder(root), "gioi-thieu")


def test_far_offsets_and_link_loops_are_told(
    root: Path, session_builder: Builder, caplog: pytest.LogCaptureFixture
) -> None:
    campaign = "title: A\nstart: 1/1/2026\nend: 2/1/2026\nanchor: {name: B, date: 1/1/2026}\n"
    put(root, "plans/2026/pt/index.md", f"---\n{campaign}milestones: [{{offset: -999999, title: C}}]\n---\n")
    (root / "plans/2026/vong.md").symlink_to(root / "plans/2026/vong.md")
    told = refused(session_builder, root, caplog)
    assert "plans/2026/pt/index.md:6: TT210" in told
    assert "plans/2026/vong.md:1: TT111" in told


def test_evidence_may_be_a_file(root: Path, session_builder: Builder) -> None:
    put(root, "site_src/don-vi/khoa.md", "---\nunit: {name: Khoa, kind: khoa}\n---\n")
    tasks = "tasks: [{unit: khoa, do: Họp, status: xong, evidence: [bien-ban.pdf]}]\n"
    put(root, "plans/2026/1.md", f"---\n{HEAD}{tasks}---\nMột")
    put(root, "plans/2026/bien-ban.pdf", PDF)
    site = session_builder(root)
    assert 'href="bien-ban.pdf"' in page(site, "van-ban/2026/1-kh-abc")
    assert published(site) == {"bien-ban.pdf"}


def test_bodies_of_long_names_keep_lists_of_their_own(root: Path, session_builder: Builder) -> None:
    name = "Ban Chỉ đạo thực hiện các phong trào thi đua và công tác khen thưởng của các cơ quan, đơn vị thuộc huyện "
    for number, place in ((1, "Một"), (2, "Hai")):
        put(
            root,
            f"plans/2026/{number}.md",
            f"---\n{HEAD.replace('1/KH', f'{number}/KH')}issuer: '{name}{place}'\n---\nMột",
        )
    site = session_builder(root)
    lists = [file.parent.name for file in (site / "van-ban/co-quan").glob("*/index.html")]
    assert len(lists) == 2


def test_building_twice_gives_the_same_bytes(root: Path, session_builder: Builder) -> None:
    put(root, "plans/2026/1.md", f"---\n{HEAD}---\nMột")
    first, second = session_builder(root), session_builder(root)
    for file in first.rglob("*"):
        if file.is_file() and file.suffix != ".gz":
            assert file.read_bytes() == (second / file.relative_to(first)).read_bytes(), file


def test_stray_files_stay_at_home_and_are_told(root: Path, session_builder: Builder) -> None:
    for name in ("luong.docx", "~$luong.docx", "ds.xlsx", "ghi-chu.txt", "Thumbs.db", "a.yml", "quen.png"):
        put(root, f"site_src/{name}", "KHONGDUOCLO")
    for name in ("xem.html", "assets/xem.html", "assets/ma.js", "tin-tuc/google12ab.html", "ma.js", "ngoai.css"):
        put(root, f"site_src/{name}", "KHONGDUOCLO")
    wanted = ("CNAME", "robots.txt", "favicon.ico", "assets/logo.png", "assets/them.css", "them.css", "them.mjs")
    proofs = ("google12ab.html", "BingSiteAuth.xml", "zalo_verifierA1b2.html")
    for name in (*wanted, *proofs):
        put(root, f"site_src/{name}", blank(name) if name.endswith(".png") else "x")
    named = "extra_css: [them.css]\nextra_javascript: [{path: them.mjs, type: module}]\n"
    put(root, "mkdocs.yml", MKDOCS_YML + named)
    site = session_builder(root)
    assert [name for name in (*wanted, *proofs) if not (site / name).is_file()] == []
    for file in site.rglob("*"):
        assert file.is_dir() or b"KHONGDUOCLO" not in file.read_bytes(), file


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


def test_a_table_with_escaped_bars_is_fine(root: Path, session_builder: Builder) -> None:
    put(root, "plans/2026/1.md", f"---\n{HEAD}---\n\n| A | B |\n|---|---|\n| 1 \\| 2 | `a|b` |\n")
    assert "1 | 2" in page(session_builder(root), "van-ban/2026/1-kh-abc")


def test_a_withdrawn_document_bears_on_nothing(root: Path, session_builder: Builder) -> None:
    put(root, "plans/2026/1.md", f"---\n{HEAD.replace('KH', 'QĐ')}---\nMột")
    head = HEAD.replace("KH", "QĐ").replace("1/", "2/", 1)
    gone = "replaces: [1/QĐ-ABC]\nwithdrawn: {date: 2/4/2026, reason: Nhầm}\n"
    put(root, "plans/2026/2.md", f"---\n{head}{gone}---\nHai")
    site = session_builder(root)
    assert "Thay thế" not in page(site, "van-ban/2026/2-qd-abc")
    assert "Đã gỡ" in page(site, "van-ban/2026/2-qd-abc")
    assert "thay thế" not in page(site, "van-ban/2026/1-qd-abc")


def test_totals_tell_a_leader_what_is_late(sample: Path) -> None:
    shown = page(sample, "phong-trao/day-tot-hoc-tot")
    now = shown[shown.index("Hiện nay") : shown.index("tt-contents")]
    assert "quá hạn" in now
    assert "Khoa Xây dựng Đảng" in now


def test_files_named_from_the_other_folder_are_found(root: Path, session_builder: Builder) -> None:
    put(root, "site_src/don-vi/khoa.md", "---\nunit: {name: Khoa, kind: khoa}\n---\n")
    put(root, "site_src/anh/hop.png", blank("site_src/anh/hop.png"))
    put(root, "plans/2026/so-do.png", blank("plans/2026/so-do.png"))
    tasks = "tasks: [{unit: khoa, do: Họp, evidence: [site_src/anh/hop.png]}]\n"
    put(root, "plans/2026/1.md", f"---\n{HEAD}{tasks}---\nMột")
    put(root, NEWS, "---\ntitle: A\ndate: 1/4/2026\nimage: {src: plans/2026/so-do.png, alt: Sơ đồ}\n---\nA")
    site = session_builder(root)
    assert 'href="../../../anh/hop.png"' in page(site, "van-ban/2026/1-kh-abc")
    assert 'src="so-do.png"' in page(site, "tin-tuc/2026/a")


def test_link_definitions_are_links_in_news_and_text_in_print(root: Path, session_builder: Builder) -> None:
    put(root, "plans/2026/1.md", f"---\n{HEAD}---\n\n[2]: định nghĩa\n")
    put(root, NEWS, "---\ntitle: A\ndate: 1/4/2026\n---\n[đây][1]\n\n[1]: ../../../plans/2026/1.md\n")
    site = session_builder(root)
    assert "[2]: định nghĩa" in page(site, "van-ban/2026/1-kh-abc")
    assert 'href="../../../van-ban/2026/1-kh-abc/"' in page(site, "tin-tuc/2026/a")
