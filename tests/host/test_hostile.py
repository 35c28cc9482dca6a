"""Odd layouts and bad luck: a clear message or a right page, never a traceback, never a leak, never a hang."""

from __future__ import annotations

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


def test_the_deepest_list_that_passes_can_be_drawn(root: Path, session_builder: Builder) -> None:
    levels = "\n".join("    " * level + "- x" for level in range(40))
    put(root, NEWS, f"---\ntitle: A\ndate: 1/4/2026\n---\n\n{levels}\n{' ' * 160}{'- ' * 40}SAUNHAT\n")
    assert "SAUNHAT" in page(session_builder(root), "tin-tuc/2026/a")


def test_names_from_a_mac_are_found(root: Path, session_builder: Builder) -> None:
    name = unicodedata.normalize("NFD", "Ảnh hội trường.png")
    put(root, f"site_src/tin-tuc/2026/{name}", blank(name))
    put(root, NEWS, "---\ntitle: A\ndate: 1/4/2026\nimage: {src: Ảnh hội trường.png, alt: Ảnh}\n---\nA")
    site = session_builder(root)
    assert published(site) == {"Ảnh hội trường.png"}


def test_an_old_address_with_percent_signs(root: Path, session_builder: Builder) -> None:
    put(root, NEWS, "---\ntitle: A\ndate: 1/4/2026\nredirect_from: [/tin%20cu/a.html]\n---\nA")
    assert (session_builder(root) / "tin cu/a.html").is_file()


def test_a_page_keeps_keys_of_other_tools_but_not_its_template(root: Path, session_builder: Builder) -> None:
    put(root, "site_src/gioi-thieu.md", "---\ntitle: Giới thiệu\ntemplate: khong-co.html\nhide: [toc]\n---\nMột")
    assert "Giới thiệu" in page(session_builder(root), "gioi-thieu")


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
