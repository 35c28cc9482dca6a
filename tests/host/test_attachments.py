"""Files go out with what offers or shows them, and only with that."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.exceptions import Abort

from tests.blank import BLANK_PDF, blank
from tests.host.conftest import Builder

MKDOCS_YML = """\
site_name: Trang thử
site_url: https://thu.example/
docs_dir: site_src
theme: {name: trangtin}
plugins:
  - trangtin: {unit: {name: Đơn vị thử}}
"""
HEAD = "type: KH\ntitle: Một kế hoạch\nnumber: 1/KH-ABC\ndate: 1/3/2026\n"
PDF = BLANK_PDF


def lay(root: Path) -> Path:
    (root / "site_src").mkdir(parents=True)
    (root / "mkdocs.yml").write_text(MKDOCS_YML, encoding="utf-8")
    return root


def put(root: Path, path: str, content: str | bytes) -> None:
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content.encode() if isinstance(content, str) else content)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return lay(tmp_path / "portal")


def published(site: Path) -> set[str]:
    """Files and pictures of editors, without the pictures that the build draws."""
    files = {file.name for file in site.rglob("*") if file.is_file() and file.suffix in {".pdf", ".png"}}
    return {name for name in files if not name.endswith((".chia-se.png", ".trang-1.png"))}


def test_a_picture_and_a_file_linked_in_the_text_go_out_with_it(root: Path, session_builder: Builder) -> None:
    body = "Xem ![sơ đồ](Sơ đồ.png) và [biểu mẫu](mau.pdf), [bản ký](1.pdf)."
    put(
        root,
        "plans/2026/1.md",
        f"---\n{HEAD}files: [{{path: 1.pdf}}]\n---\n\n{body.replace('Sơ đồ.png', '<Sơ đồ.png>')}",
    )
    for name in ("Sơ đồ.png", "mau.pdf", "1.pdf", "quen.pdf"):
        put(root, f"plans/2026/{name}", blank(name))
    site = session_builder(root)
    page = (site / "van-ban/2026/1-kh-abc/index.html").read_text(encoding="utf-8")
    assert 'src="so-do.png"' in page
    assert 'href="mau.pdf"' in page
    assert page.count('href="1.pdf"') == 2
    assert published(site) == {"so-do.png", "mau.pdf", "1.pdf"}  # nobody mentions quen.pdf


def test_news_cannot_publish_the_file_of_a_draft(root: Path, session_builder: Builder) -> None:
    put(root, "plans/2026/1.md", f"---\n{HEAD}draft: true\nfiles: [{{path: 1.pdf}}]\n---\n\nNội dung.")
    put(root, "plans/2026/1.pdf", PDF)
    put(root, "site_src/tin-tuc/2026/tin.md", "---\ntitle: Tin\ndate: 1/4/2026\n---\n[đây](../../../plans/2026/1.pdf)")
    site = session_builder(root)
    assert published(site) == set()
    page = (site / "tin-tuc/2026/tin/index.html").read_text(encoding="utf-8")
    assert "<span>đây</span>" in page


def test_pictures_of_drafts_and_of_withdrawn_news_stay_at_home(root: Path, session_builder: Builder) -> None:
    image = "image: {src: %s, alt: Ảnh}"
    put(root, "site_src/tin-tuc/2026/a.md", f"---\ntitle: A\ndate: 1/4/2026\ndraft: true\n{image % 'nhap.png'}\n---\nA")
    gone = "withdrawn: {date: 2/4/2026, reason: Ảnh lộ mặt trẻ em}"
    put(root, "site_src/tin-tuc/2026/b.md", f"---\ntitle: B\ndate: 1/4/2026\n{gone}\n{image % 'go.png'}\n---\nB")
    put(root, "site_src/tin-tuc/2026/c.md", f"---\ntitle: C\ndate: 1/4/2026\n{image % 'dung.png'}\n---\nC")
    for name in ("nhap.png", "go.png", "dung.png"):
        put(root, f"site_src/tin-tuc/2026/{name}", blank(name))
    assert published(session_builder(root)) == {"dung.png"}


def test_a_withdrawn_document_tells_only_that_it_was(root: Path, session_builder: Builder) -> None:
    secret = "KHONGCONNUA"
    head = (
        f"{HEAD}summary: {secret}\nsigner: {{position: GIÁM ĐỐC, name: {secret}}}\nbasis: [{{title: {secret}}}]\n"
        f"notes: [{secret}]\nrecipients: [{secret}]\nfiles: [{{path: 1.pdf}}]\n"
        "withdrawn: {date: 2/4/2026, reason: Đăng nhầm}\n"
    )
    put(root, "plans/2026/1.md", f"---\n{head}---\n\n{secret}")
    put(root, "plans/2026/1.pdf", PDF)
    site = session_builder(root)
    assert published(site) == set()
    page = (site / "van-ban/2026/1-kh-abc/index.html").read_text(encoding="utf-8")
    assert "đã được gỡ" in page
    assert "Mục lục" not in page
    assert "bấm vào số của điểm" not in page
    for file in site.rglob("*.html"):
        assert secret not in file.read_text(encoding="utf-8"), file


def test_a_mark_of_secrecy_stops_the_build_and_leaves_the_last_site(
    root: Path, session_builder: Builder, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    put(root, "plans/2026/1.md", f"---\n{HEAD}---\n\n**MẬT**\n\nNội dung bí mật thì không sao.")
    with pytest.raises(Abort):
        session_builder(root)
    assert "plans/2026/1.md:8: TT318" in caplog.text
    assert caplog.text.count("TT318") == 1


def test_an_edited_site_is_not_lost_to_a_broken_file(root: Path, session_builder: Builder, tmp_path: Path) -> None:
    put(root, "plans/2026/1.md", f"---\n{HEAD}---\n\nNội dung.")
    out = tmp_path / "site"
    session_builder(root, site_dir=str(out))
    put(root, "plans/2026/1.md", f"---\n{HEAD}date: 31/2/2026\n---\n\nNội dung.")
    with pytest.raises(Abort):
        session_builder(root, site_dir=str(out))
    assert (out / "van-ban/2026/1-kh-abc/index.html").is_file()


def redirect(site: Path, address: str) -> str:
    """Where the page at an old address sends a reader, from the root."""
    html = (site / address / "index.html").read_text(encoding="utf-8")
    return html.partition(" url=")[2].partition('"')[0].replace("../", "")


def test_a_file_that_joins_takes_nobody_s_address(root: Path, session_builder: Builder) -> None:
    papers = {"12-kh-abc.pdf": b"Tep mau", "12 KH-ABC.pdf": b"Tep hai", "12 kh_abc.pdf": b"Tep ba "}
    listed = "".join(f"  - {{path: {name}, role: phu-luc}}\n" for name in papers)
    put(root, "plans/2026/12.md", f"---\n{HEAD}files:\n{listed}---\nMột")
    for name, title in papers.items():
        put(root, f"plans/2026/{name}", PDF.replace(b"Tep mau", title))
    folder = session_builder(root) / "van-ban/2026/1-kh-abc"
    made = {file.name: file.read_bytes() for file in folder.glob("*.pdf")}
    # The name that is clean already stays; the others follow in the order of `files`.
    assert b"Tep mau" in made["12-kh-abc.pdf"]
    assert b"Tep hai" in made["12-kh-abc-2.pdf"]
    assert b"Tep ba " in made["12-kh-abc-3.pdf"]


def test_the_address_that_two_documents_would_share_leads_to_both(root: Path, session_builder: Builder) -> None:
    files = "files: [{path: NAME.pdf}, {path: phu-luc.pdf, role: phu-luc}]\n"
    for name, issuer in (("a", "UBND xã Mẫu"), ("b", "UBND xã Đơn")):
        head = f"{HEAD}issuer: {issuer}\n{files.replace('NAME', name).replace('phu-luc.', f'{name}/phu-luc.')}"
        put(root, f"plans/2026/{name}.md", f"---\n{head}---\nMột")
        put(root, f"plans/2026/{name}.pdf", PDF)
        put(root, f"plans/2026/{name}/phu-luc.pdf", PDF)
    site = session_builder(root)
    assert redirect(site, "van-ban/2026/1-kh-abc") == "so/1-kh-abc-2026/"
    assert redirect(site, "van-ban/2026/1-kh-abc/a.pdf") == "van-ban/2026/1-kh-abc-ubnd-xa-mau/a.pdf"
    assert redirect(site, "van-ban/2026/1-kh-abc/b.pdf") == "van-ban/2026/1-kh-abc-ubnd-xa-don/b.pdf"
    assert redirect(site, "van-ban/2026/1-kh-abc/phu-luc.pdf") == "so/1-kh-abc-2026/"
    assert "/van-ban/2026/1-kh-abc/ /so/1-kh-abc-2026/ 301" in (site / "_redirects").read_text(encoding="utf-8")
    put(root, "plans/2026/b.md", f"---\n{HEAD}issuer: UBND xã Đơn\ndraft: true\n---\nMột")
    site = session_builder(root)  # a draft takes part too, and is not told of
    assert redirect(site, "van-ban/2026/1-kh-abc") == "van-ban/2026/1-kh-abc-ubnd-xa-mau/"


def test_files_without_a_number_that_would_share_an_address(root: Path, session_builder: Builder) -> None:
    for folder, issuer in (("a", "UBND xã Mẫu"), ("b", "UBND xã Đơn")):
        head = HEAD.replace("number: 1/KH-ABC\n", "")
        put(root, f"plans/2026/{folder}/ke-hoach.md", f"---\n{head}issuer: {issuer}\n---\nMột")
    assert redirect(session_builder(root), "van-ban/2026/ke-hoach") == "van-ban/2026/"


def test_a_file_of_two_documents_has_an_address_beside_both(root: Path, session_builder: Builder) -> None:
    for path, number in (("plans/2026/b/1.md", "1"), ("plans/2026/a/2.md", "2")):
        head = HEAD.replace("1/KH", f"{number}/KH").replace("1/3", f"{number}/3")
        put(root, path, f"---\n{head}files: [{{path: ../b/Bản ký.pdf}}]\n---\nMột")
    put(root, "plans/2026/b/Bản ký.pdf", PDF)
    site = session_builder(root)
    assert (site / "van-ban/2026/1-kh-abc/ban-ky.pdf").is_file()
    assert redirect(site, "van-ban/2026/2-kh-abc/ban-ky.pdf") == "van-ban/2026/1-kh-abc/ban-ky.pdf"
    page = (site / "van-ban/2026/2-kh-abc/index.html").read_text(encoding="utf-8")
    assert 'href="../1-kh-abc/ban-ky.pdf"' in page
    assert ">https://thu.example/van-ban/2026/1-kh-abc/ban-ky.pdf<" in page  # as it is printed


def test_a_file_that_another_document_offers_too_outlives_its_document(root: Path, session_builder: Builder) -> None:
    gone = "files: [{path: 1.pdf}]\nwithdrawn: {date: 2/4/2026, reason: Đăng nhầm}\n"
    other = HEAD.replace("1/KH-ABC", "2/KH-ABC").replace("1/3", "2/3")
    put(root, "plans/2026/1.md", f"---\n{HEAD}{gone}---\nMột")
    put(root, "plans/2026/2.md", f"---\n{other}files: [{{path: 1.pdf}}]\n---\nHai")
    put(root, "plans/2026/1.pdf", PDF)
    site = session_builder(root)
    assert (site / "van-ban/2026/1-kh-abc/1.pdf").read_bytes() == PDF
    assert 'href="../1-kh-abc/1.pdf"' in (site / "van-ban/2026/2-kh-abc/index.html").read_text("utf-8")
    assert "1.pdf" not in (site / "van-ban/2026/1-kh-abc/index.html").read_text("utf-8")


def test_the_files_of_a_withdrawn_document_lead_to_its_page(root: Path, session_builder: Builder) -> None:
    gone = "files: [{path: Bản ký.pdf}]\nwithdrawn: {date: 2/4/2026, reason: Đăng nhầm}\n"
    put(root, "plans/2026/1.md", f"---\n{HEAD}{gone}---\nMột")
    put(root, "plans/2026/Bản ký.pdf", PDF)
    site = session_builder(root)
    assert redirect(site, "van-ban/2026/1-kh-abc/ban-ky.pdf") == "van-ban/2026/1-kh-abc/"
    assert published(site) == set()
