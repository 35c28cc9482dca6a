"""What a built site says of its own files, and what of a file may go out at all."""

from __future__ import annotations

import hashlib
import io
import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from mkdocs.exceptions import Abort
from PIL import Image

from tests.blank import BLANK_PDF
from tests.host.conftest import Builder
from tests.host.test_attachments import HEAD, PDF, lay, put
from trangtin.cli.main import main
from trangtin.compressed import unpacked_sha256
from trangtin.content.options.build_variables import COMPRESS
from trangtin.signing.manifest import check_site, sha256_of

OLD = "0" * 63 + "1"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return lay(tmp_path / "portal")


def digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def check_list(site: Path) -> list[dict[str, Any]]:
    files: list[dict[str, Any]] = json.loads((site / "kiem-tra-tep/ma-tep.json").read_text(encoding="utf-8"))["files"]
    return files


def test_the_manifest_names_every_file_and_verify_agrees(sample: Path) -> None:
    manifest = json.loads((sample / "manifest.json").read_text(encoding="utf-8"))
    listed = {each["path"]: (each["sha256"], each["size"]) for each in manifest["files"]}
    there = {file.relative_to(sample).as_posix(): file for file in sample.rglob("*") if file.is_file()}
    del there["manifest.json"]
    assert listed == {path: (digest(file), file.stat().st_size) for path, file in there.items()}
    kinds = {each["path"]: each["type"] for each in manifest["files"]}
    assert kinds["index.html"] == "text/html"
    assert kinds["van-ban/2021/12-kh-tct/12-kh-tct.pdf"] == "application/pdf"
    assert CliRunner().invoke(main, ["verify", str(sample)]).exit_code == 0


def test_every_file_of_a_document_can_be_looked_up(sample: Path) -> None:
    by_file = {row["file"]: row for row in check_list(sample)}
    published = {file.relative_to(sample).as_posix() for file in sample.rglob("*.pdf")}
    assert set(by_file) == published
    plan = by_file["van-ban/2021/12-kh-tct/12-kh-tct.pdf"]
    assert plan["sha256"] == digest(sample / plan["file"])
    assert plan["page"] == "van-ban/2021/12-kh-tct/"
    assert plan["pageTitle"].startswith("Kế hoạch số 12/KH-TCT: ")
    assert "note" not in plan


def test_a_file_that_news_link_to_can_be_looked_up(
    root: Path, session_builder: Builder, caplog: pytest.LogCaptureFixture
) -> None:
    put(root, "site_src/tin-tuc/2026/a.md", "---\ntitle: A\ndate: 1/4/2026\n---\n[Mẫu](<Mẫu số 1.pdf>)")
    put(root, "site_src/tin-tuc/2026/Mẫu số 1.pdf", PDF)
    site = session_builder(root, site_dir=root / "site")
    (row,) = check_list(site)
    assert row["sha256"] == digest(site / row["file"])
    assert (row["page"], row["pageTitle"]) == ("tin-tuc/2026/a/", "A")
    put(root, "site_src/tin-tuc/2026/Mẫu số 1.pdf", PDF.replace(b"Tep mau", b"Tep moi"))
    with caplog.at_level("INFO"):
        session_builder(root, site_dir=site)
    assert "bản dựng lần trước" not in caplog.text  # news have no place for the hash of what was replaced


def test_a_replaced_file_is_remembered_and_its_address_leads_on(root: Path, session_builder: Builder) -> None:
    former = f"[{{sha256: {OLD}, name: Bản đầu.pdf, until: 3/5/2026, reason: thiếu phụ lục}}]"
    put(root, "plans/2026/1.md", f"---\n{HEAD}files:\n  - path: 1.pdf\n    former: {former}\n---\nMột")
    put(root, "plans/2026/1.pdf", PDF)
    site = session_builder(root)
    current, old = check_list(site)
    assert (current["file"], old["file"]) == ("van-ban/2026/1-kh-abc/1.pdf", "van-ban/2026/1-kh-abc/1.pdf")
    assert old["sha256"] == OLD
    assert old["note"] == "Bản này đã được thay ngày 03/05/2026 (lý do: thiếu phụ lục). Hãy dùng bản đang đăng."
    (history,) = json.loads((site / "manifest.json").read_text(encoding="utf-8"))["history"]
    assert (history["sha256"], history["replaced_by"]) == (OLD, "van-ban/2026/1-kh-abc/1.pdf")
    redirect = (site / "van-ban/2026/1-kh-abc/ban-dau.pdf/index.html").read_text(encoding="utf-8")
    assert 'url=../../../../van-ban/2026/1-kh-abc/1.pdf"' in redirect


def test_a_former_name_that_is_taken_again(root: Path, session_builder: Builder, caplog: Any) -> None:
    former = f"[{{sha256: {OLD}, name: 2.pdf}}]"
    put(root, "plans/2026/1.md", f"---\n{HEAD}files:\n  - {{path: 1.pdf, former: {former}}}\n  - path: 2.pdf\n---\nMột")
    put(root, "plans/2026/1.pdf", PDF)
    put(root, "plans/2026/2.pdf", PDF)
    with pytest.raises(Abort):
        session_builder(root)
    assert "plans/2026/1.md:7: TT313 địa chỉ cũ '2.pdf' nay là một trang hoặc tệp khác" in caplog.text


def test_the_file_of_a_withdrawn_document_can_still_be_told(root: Path, session_builder: Builder) -> None:
    gone = "withdrawn: {date: 2/6/2026, reason: nhầm}\n"
    put(root, "plans/2026/1.md", f"---\n{HEAD}files: [{{path: 1.pdf}}]\n{gone}---\nMột")
    put(root, "plans/2026/1.pdf", PDF)
    site = session_builder(root)
    (row,) = check_list(site)
    assert row["sha256"] == hashlib.sha256(PDF).hexdigest()
    assert row["note"] == "Văn bản này đã được gỡ khỏi trang ngày 02/06/2026."
    assert "file" not in row
    assert not [file for file in site.rglob("*.pdf") if file.is_file()]
    assert not list(site.rglob("*.trang-1.*"))


def test_drafts_are_in_no_list(root: Path, session_builder: Builder) -> None:
    put(root, "plans/2026/1.md", f"---\n{HEAD}files: [{{path: 1.pdf}}]\ndraft: true\n---\nMột")
    put(root, "plans/2026/1.pdf", PDF)
    site = session_builder(root)
    assert check_list(site) == []
    assert hashlib.sha256(PDF).hexdigest() not in (site / "manifest.json").read_text(encoding="utf-8")


def photo(form: str) -> bytes:
    exif = Image.Exif()
    exif[0x013B] = "Nguyễn Văn A"  # artist
    exif[0x0112] = 6  # has to be turned
    exif.get_ifd(0x8825)[2] = (21.0, 2.0, 3.0)  # latitude
    out = io.BytesIO()
    Image.new("RGB", (40, 30), "red").save(out, form, exif=exif)
    return out.getvalue()


@pytest.mark.parametrize(("name", "form"), [("anh.jpg", "JPEG"), ("anh.png", "PNG"), ("anh.webp", "WEBP")])
def test_pictures_lose_place_and_name_of_the_photographer(
    root: Path, session_builder: Builder, name: str, form: str
) -> None:
    data = photo(form)
    put(root, f"site_src/tin-tuc/2026/{name}", data)
    put(root, f"plans/2026/{name}", data)
    image = f"image: {{src: {name}, alt: Ảnh}}\n"
    put(root, "site_src/tin-tuc/2026/a.md", f"---\ntitle: A\ndate: 1/4/2026\n{image}---\nA")
    put(root, "plans/2026/1.md", f"---\n{HEAD}---\n![Ảnh]({name})")
    site = session_builder(root)
    found = list(site.rglob(name))
    assert len(found) == 2
    for file in set(site.rglob("anh.*")) - set(found):
        with Image.open(file) as made:  # its sizes
            assert not made.getexif()
    for file in found:
        with Image.open(file) as picture:
            exif = picture.getexif()
            assert dict(exif) == {0x0112: 6}
            assert not exif.get_ifd(0x8825)
            assert picture.size == (40, 30)
    assert (root / f"plans/2026/{name}").read_bytes() == data


def test_a_photograph_on_offer_is_described_as_it_goes_out(root: Path, session_builder: Builder) -> None:
    data = photo("JPEG")
    put(root, "plans/2026/anh.jpg", data)
    # The hash that an editor wrote down may be that of the picture they have, or of the one they downloaded.
    files = f"files: [{{path: anh.jpg, role: phu-luc, sha256: {hashlib.sha256(data).hexdigest()}}}]\n"
    put(root, "plans/2026/1.md", f"---\n{HEAD}{files}---\nMột")
    site = session_builder(root)
    file = site / "van-ban/2026/1-kh-abc/anh.jpg"
    out = digest(file)
    assert out != hashlib.sha256(data).hexdigest()
    page = (file.parent / "index.html").read_text(encoding="utf-8")
    assert f"?sha256={out}" in page
    assert f'"sha256":"{out}"' in page.replace('": "', '":"')  # JSON-LD
    (record,) = json.loads((site / "van-ban.json").read_text(encoding="utf-8"))["documents"]
    assert [(each["size"], each["sha256"]) for each in record["files"]] == [(file.stat().st_size, out)]
    assert [row["sha256"] for row in check_list(site)] == [out]
    assert f'length="{file.stat().st_size}"' in (site / "feed.xml").read_text(encoding="utf-8")
    put(root, "plans/2026/1.md", f"---\n{HEAD}{files.replace(hashlib.sha256(data).hexdigest(), out)}---\nMột")
    session_builder(root)


def test_a_withdrawn_photograph_is_known_as_it_was_published(root: Path, session_builder: Builder) -> None:
    put(root, "plans/2026/anh.jpg", photo("JPEG"))
    put(root, "plans/2026/1.md", f"---\n{HEAD}files: [{{path: anh.jpg, role: phu-luc}}]\n---\nMột")
    out = digest(session_builder(root) / "van-ban/2026/1-kh-abc/anh.jpg")
    gone = "withdrawn: {date: 2/6/2026, reason: nhầm}\n"
    put(root, "plans/2026/1.md", f"---\n{HEAD}files: [{{path: anh.jpg, role: phu-luc}}]\n{gone}---\nMột")
    assert [row["sha256"] for row in check_list(session_builder(root))] == [out]


def test_the_first_page_is_shown_beside_its_file(root: Path, session_builder: Builder) -> None:
    put(root, "plans/2026/1.md", f"---\n{HEAD}files: [{{path: 1.pdf}}]\n---\nMột")
    put(root, "plans/2026/1.pdf", BLANK_PDF)
    folder = session_builder(root) / "van-ban/2026/1-kh-abc"
    assert 'src="1.pdf.trang-1.png" alt="" width="320" height="453"' in (folder / "index.html").read_text("utf-8")
    with Image.open(folder / "1.pdf.trang-1.png") as picture:
        assert picture.size == (320, 453)


def test_whom_the_portal_trusts_is_printed(
    root: Path, session_builder: Builder, caplog: pytest.LogCaptureFixture
) -> None:
    trusted = next((Path(__file__).parents[2] / "trust/roots").glob("*.*"))
    put(root, f"trust/roots/{trusted.name}", trusted.read_bytes())
    put(root, "trust/roots/sai.crt", "<html>")
    with caplog.at_level("INFO"):
        session_builder(root)
    assert "tin cậy chứng thư gốc: CA gốc thử nghiệm" in caplog.text
    assert "SHA256 " in caplog.text
    assert "trust/roots/sai.crt:1: TT518 tệp không phải chứng thư số" in caplog.text


def test_what_other_programs_keep_in_the_folder_is_not_listed(root: Path, session_builder: Builder) -> None:
    site = root / "site"
    (site / ".git").mkdir(parents=True)
    (site / ".git/config").write_text("[core]", encoding="utf-8")
    put(root, "site_src/index.md", "---\ntitle: Trang chủ\n---\nA")
    session_builder(root, site_dir=site)
    assert ".git" not in (site / "manifest.json").read_text(encoding="utf-8")
    assert CliRunner().invoke(main, ["verify", str(site)]).exit_code == 0
    (site / "index.html.bak").write_text("x", encoding="utf-8")  # a server gives it out
    assert CliRunner().invoke(main, ["verify", str(site)]).exit_code == 1


def test_a_build_over_the_last_one_lists_what_is_there_now(root: Path, session_builder: Builder) -> None:
    put(root, "plans/2026/1.md", f"---\n{HEAD}files: [{{path: 1.pdf}}]\n---\nMột")
    put(root, "plans/2026/1.pdf", PDF)
    site = session_builder(root, site_dir=root / "site")
    (site / "kiem-tra-tep/ma-tep.json").write_text("cũ", encoding="utf-8")
    session_builder(root, site_dir=site, dirty=True)
    assert CliRunner().invoke(main, ["verify", str(site)]).exit_code == 0


def test_a_file_replaced_in_silence_is_told(
    root: Path, session_builder: Builder, caplog: pytest.LogCaptureFixture
) -> None:
    put(root, "plans/2026/1.md", f"---\n{HEAD}files: [{{path: 1.pdf}}]\n---\nMột")
    put(root, "plans/2026/1.pdf", PDF)
    site = session_builder(root, site_dir=root / "site")
    put(root, "plans/2026/1.pdf", PDF.replace(b"Tep mau", b"Tep moi"))
    with caplog.at_level("INFO"):
        session_builder(root, site_dir=site)
    told = f"former: [{{sha256: {hashlib.sha256(PDF).hexdigest()}}}]"
    assert "tệp 'van-ban/2026/1-kh-abc/1.pdf' đã khác bản dựng lần trước" in caplog.text
    assert told in caplog.text
    caplog.clear()
    put(root, "plans/2026/1.md", f"---\n{HEAD}files: [{{path: 1.pdf, {told}}}]\n---\nMột")
    session_builder(root, site_dir=site)
    assert "bản dựng lần trước" not in caplog.text


def test_copies_are_packed_on_request_and_the_list_vouches_for_them(
    root: Path, session_builder: Builder, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(root, "plans/2026/1.md", f"---\n{HEAD}---\nMột")
    plain = session_builder(root)
    monkeypatch.setenv(COMPRESS, "1")
    packed = session_builder(root)
    names = [{file.relative_to(site).as_posix() for file in site.rglob("*.*")} for site in (plain, packed)]
    assert {"index.html.gz", "index.html.br", "404.html.br"} <= names[1] - names[0]
    assert {Path(name).suffix for name in names[1] - names[0]} == {".gz", ".br"}
    assert [each.path for each in check_site(packed) if each.finding] == []
    for name in ("index.html.gz", "index.html.br"):
        assert unpacked_sha256(packed / name) == sha256_of(packed / "index.html")
