"""The command `verify`: its list for machines, its words for people, its exit codes."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from tests.signing.papers import Pens, paper
from tests.signing.pki import make_pki
from trangtin.cli.main import main


@pytest.fixture(scope="module")
def pens() -> Pens:
    return Pens(make_pki())


@pytest.fixture
def trust(tmp_path: Path, pens: Pens) -> Path:
    folder = tmp_path / "tin-cay"
    for name, party in (("roots", "root"), ("intermediates", "sub")):
        (folder / name).mkdir(parents=True)
        (folder / name / "a.pem").write_bytes(pens.pki[party].pem)
    return folder


def verify(*words: object) -> Result:
    return CliRunner().invoke(main, ["verify", *map(str, words)], catch_exceptions=False)


def listed(result: Result) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(result.stdout)
    return found


def test_json(tmp_path: Path, pens: Pens, trust: Path) -> None:
    file = tmp_path / "12.pdf"
    file.write_bytes(pens.sign(pens.sign(paper(), certify=True), "organisation", tsa="tsa", box=(300, 700, 500, 760)))
    result = verify("--format", "json", "--trust", trust, file)
    assert result.exit_code == 0
    (record,) = listed(result)
    assert {key: record[key] for key in ("path", "sha256", "pages", "state")} == {
        "path": file.as_posix(),
        "sha256": hashlib.sha256(file.read_bytes()).hexdigest(),
        "pages": 2,
        "state": "intact",
    }
    first, second = record["signatures"]
    assert {key: first[key] for key in ("signer", "organisation", "time", "time_source", "integrity", "identity")} == {
        "signer": "Nguyễn Văn Thử",
        "organisation": "Trường Thử nghiệm",
        "time": "2021-04-20T14:00:00+07:00",
        "time_source": "claimed",
        "integrity": "intact",
        "identity": "trusted",
    }
    assert (second["position"], second["time_source"], second["revocation"]) == (2, "timestamp", "unchecked")
    assert {each["code"] for each in record["problems"]} == {"TT513", "TT516"}


def test_text_is_for_reading(tmp_path: Path, pens: Pens, trust: Path) -> None:
    file = tmp_path / "12.pdf"
    file.write_bytes(pens.sign(paper()) + b"5 0 obj")
    result = verify("--trust", trust, file)
    assert result.exit_code == 1
    assert "ĐÃ BỊ SỬA SAU KHI KÝ" in result.stdout
    assert "1 tệp, 1 tệp có lỗi." in result.stdout
    assert "SHA256" in result.stdout  # the roots' fingerprints


def test_the_day_of_the_look_counts(tmp_path: Path, pens: Pens, trust: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "12.pdf"
    file.write_bytes(pens.sign(paper()))
    for day, is_ahead in (("2021-04-18", True), ("2021-04-20", False)):
        monkeypatch.setenv("TRANGTIN_TODAY", day)
        assert ("giờ ấy chưa tới" in verify("--trust", trust, file).stdout) is is_ahead


def test_a_folder_is_walked(tmp_path: Path, pens: Pens) -> None:
    folder = tmp_path / "tep"
    (folder / "a/.git").mkdir(parents=True)
    (folder / "a/1.pdf").write_bytes(paper())
    (folder / "a/1.pdf.p7s").write_bytes(pens.detached(paper()))
    (folder / "a/.git/2.pdf").write_bytes(b"x")
    (folder / "a/ghi-chu.txt").write_bytes(b"x")
    (folder / "a/2.docx").write_bytes(b"PK, hong")
    result = verify("--format", "json", folder)
    assert [(Path(each["path"]).name, each["state"]) for each in listed(result)] == [
        ("1.pdf", "unsigned"),
        ("1.pdf.p7s", "intact"),
        ("2.docx", "unreadable"),
    ]
    assert result.exit_code == 1


def test_where_the_signature_of_a_file_lies(tmp_path: Path, pens: Pens) -> None:
    file = tmp_path / "1.pdf"
    file.write_bytes(paper())
    (tmp_path / "1.p7s").write_bytes(pens.detached(paper()))
    (tmp_path / "1.docx.p7s").write_bytes(b"x")
    (record,) = listed(verify("--format", "json", file))
    assert (record["state"], record["signed_beside"]) == ("unsigned", ["1.p7s"])
    assert "không có chữ ký số; ký ở tệp riêng: 1.p7s" in verify(file).stdout


@pytest.mark.parametrize("data", [b"", b"<html>", b"%PDF-1.7\n", b"\0" * 100])
def test_no_traceback_for_any_content(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "hong.pdf"
    file.write_bytes(data)
    result = verify("--format", "json", file)
    assert (result.exit_code, listed(result)[0]["state"]) == (1, "unreadable")


def test_a_file_that_cannot_be_read_is_told_and_the_others_are_checked(tmp_path: Path, pens: Pens) -> None:
    (tmp_path / "1.pdf").symlink_to("/proc/self/mem")  # a file to all that ask, which even root cannot read
    (tmp_path / "2.pdf").write_bytes(paper())
    result = verify("--format", "json", tmp_path)
    assert result.exit_code == 1
    first, second = listed(result)
    assert first["problems"][0]["message"].startswith("không đọc được tệp (")
    assert (second["state"], second["problems"]) == ("unsigned", [])


def test_a_signature_is_held_against_nothing_but_its_own_file(tmp_path: Path, pens: Pens) -> None:
    (tmp_path / "12.pdf").write_bytes(paper())
    for name in ("12.docx.p7s", "12.p7s"):
        (tmp_path / name).write_bytes(pens.detached(paper()))
    states = {Path(each["path"]).name: each["state"] for each in listed(verify("--format", "json", tmp_path))}
    assert states == {"12.docx.p7s": "unreadable", "12.p7s": "intact", "12.pdf": "unsigned"}


@pytest.mark.parametrize("words", [(), ("khong-co.pdf",), ("--format", "xml", "."), ("--trust", "khong-co", ".")])
def test_misuse(words: tuple[str, ...]) -> None:
    assert verify(*words).exit_code == 2


def site(folder: Path) -> Path:
    """A published copy of two files with its manifest."""
    files = {"van-ban/2021/12-kh-tct/12-kh-tct.pdf": b"%PDF-1", "van-ban/2021/13-kh-tct/13-kh-tct.pdf": b"%PDF-2"}
    for path, data in files.items():
        (folder / path).parent.mkdir(parents=True)
        (folder / path).write_bytes(data)
    (folder / "index.html").write_text("trang", encoding="utf-8")
    entries = [{"path": p, "sha256": hashlib.sha256(d).hexdigest(), "size": len(d)} for p, d in files.items()]
    (folder / "manifest.json").write_text(json.dumps({"version": 1, "files": entries}), encoding="utf-8")
    return folder


def test_a_published_copy(tmp_path: Path) -> None:
    folder = site(tmp_path / "site")
    result = verify("--format", "json", folder)
    assert result.exit_code == 0
    assert [each["problems"] for each in listed(result)] == [[], []]
    assert f"{folder}: 2 tệp, tất cả khớp manifest.json" in verify(folder).stdout


def test_a_copy_that_is_not_what_was_published(tmp_path: Path) -> None:
    folder = site(tmp_path / "site")
    (folder / "van-ban/2021/12-kh-tct/12-kh-tct.pdf").unlink()
    (folder / "van-ban/2021/13-kh-tct/13-kh-tct.pdf").write_bytes(b"%PDF-3")
    (folder / "la.pdf").write_bytes(b"%PDF-4")
    result = verify("--format", "json", folder)
    assert result.exit_code == 1
    assert [(Path(each["path"]).name, each["problems"][0]["code"]) for each in listed(result)] == [
        ("la.pdf", "TT401"),
        ("12-kh-tct.pdf", "TT307"),
        ("13-kh-tct.pdf", "TT317"),
    ]


def _with_pages(folder: Path) -> Path:
    """A copy whose list names its pages too."""
    manifest = json.loads((site(folder) / "manifest.json").read_text(encoding="utf-8"))
    page = hashlib.sha256((folder / "index.html").read_bytes()).hexdigest()
    manifest["files"].append({"path": "index.html", "sha256": page, "size": 5})
    (folder / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("path", "is_told"),
    [
        ("shell.php", True),
        ("phan-mem.exe", True),
        ("van-ban/x/y.docx", True),
        ("van-ban/y", True),
        ("van-ban/.htaccess", True),
        ("van-ban/.user.ini", True),
        (".user.ini", True),
        (".htaccess", False),  # the server's own, as the guide says
        (".git/config", False),
        (".git/.htaccess", False),
        ("van-ban/.DS_Store", False),
        ("van-ban/Thumbs.db", False),
    ],
)
def test_what_was_put_beside_a_published_copy(tmp_path: Path, path: str, *, is_told: bool) -> None:
    folder = _with_pages(tmp_path / "site")
    planted = folder / path
    planted.parent.mkdir(parents=True, exist_ok=True)
    planted.write_bytes(b"<?php")
    result = verify("--format", "json", folder)
    wrong = [(each["path"], each["problems"][0]["code"]) for each in listed(result) if each["problems"]]
    assert wrong == ([(planted.as_posix(), "TT401")] if is_told else [])
    assert result.exit_code == is_told


def test_a_list_of_attachments_says_nothing_of_other_kinds(tmp_path: Path) -> None:
    folder = site(tmp_path / "site")
    (folder / "van-ban.csv").write_bytes(b"a")
    assert verify(folder).exit_code == 0


def test_a_file_of_a_copy_that_cannot_be_read(tmp_path: Path) -> None:
    folder = site(tmp_path / "site")
    file = folder / "van-ban/2021/12-kh-tct/12-kh-tct.pdf"
    file.unlink()
    file.symlink_to("/proc/self/mem")
    result = verify(folder)
    assert result.exit_code == 1
    assert "12-kh-tct.pdf: TT307" not in result.output
    assert "khớp manifest.json" not in result.output
    assert "không đọc được tệp (" in result.output


def test_a_copy_without_its_manifest_proves_nothing(tmp_path: Path) -> None:
    folder = site(tmp_path / "site")
    (folder / "manifest.json").unlink()
    (folder / "sitemap.xml").write_text("<urlset/>", encoding="utf-8")
    result = verify(folder)
    assert result.exit_code == 1
    assert "thiếu manifest.json" in result.output


@pytest.mark.parametrize("text", ["", "[]", '{"files": [{"path": "../../etc/passwd", "sha256": ""}]}', '{"files": 3}'])
def test_a_manifest_that_is_none(tmp_path: Path, text: str) -> None:
    folder = site(tmp_path / "site")
    (folder / "manifest.json").write_text(text, encoding="utf-8")
    assert verify(folder).exit_code == 1
