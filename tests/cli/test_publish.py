"""The command `publish`, as whoever is on duty types it."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.portal.drawing import draw
from tests.publishing.small_site import PAPER, make_site, on_show
from trangtin.cli.main import main
from trangtin.signing.site_roles import SiteRoles

PORTAL = """
== mkdocs.yml
site_name: Trường
site_url: https://mau.example/
docs_dir: site_src
theme: trangtin
plugins:
  - trangtin:
      unit: {name: Trường}
== site_src/index.md
title: Trang chủ
== site_src/tin-tuc/2021/a.md
title: Tin thứ nhất
"""


def run(*words: object) -> Result:
    return CliRunner().invoke(main, ["publish", *map(str, words)])


@pytest.mark.slow
def test_the_first_day_and_the_night(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    portal, root = tmp_path / "kho", tmp_path / "srv"
    draw(portal, PORTAL)
    words = ("-f", portal / "mkdocs.yml", "--to", root)
    first = run(*words)
    assert first.exit_code == 0, first.output
    assert "Đã đăng bản" in first.output
    news = portal / "site_src/tin-tuc/2021/a.md"
    news.write_text(news.read_text(encoding="utf-8").replace("thứ nhất", "thứ hai"), encoding="utf-8")
    assert run(*words).exit_code == 0
    assert "Tin thứ hai" in on_show(root, "tin-tuc/2021/a/index.html")
    back = run("--to", root, "--rollback", "--hold", "Tin sai")
    assert "Đang đăng lại bản" in back.output
    assert "Tin thứ nhất" in on_show(root, "tin-tuc/2021/a/index.html")
    held = run(*words)
    assert (held.exit_code, "TT708" in held.output) == (1, True)
    assert "Tin sai" in run("--to", root, "--list").output
    assert run("--to", root, "--resume").exit_code == 0
    news.write_text("---\ntitle: x\ndate: 32/13/2021\n---\n", encoding="utf-8")
    broken = run(*words)
    assert (broken.exit_code, "TT711" in broken.output) == (1, True)
    assert "TT204" in capfd.readouterr().err  # the build says what is wrong


def test_what_leaked_is_stopped_though_there_is_no_way_back(tmp_path: Path) -> None:
    root = tmp_path / "srv"
    words = ("--to", root, "--from", make_site(tmp_path / "a").folder)
    assert run(*words).exit_code == 0
    back = run("--to", root, "--rollback", "--hold", "Lộ số")
    assert (back.exit_code, "TT707" in back.output) == (1, True)
    assert "đều bị từ chối cho đến khi" in back.output
    assert "TT708" in run("--to", root, "--from", make_site(tmp_path / "b", "hai").folder).output
    assert "Từ nay lại đăng được" in run("--to", root, "--resume").output
    assert "không có gì đang giữ" in run("--to", root, "--resume").output
    assert run("--to", root, "--hold", "Chờ duyệt").exit_code == 0
    assert "Chờ duyệt" in run("--to", root, "--list").output
    for task in (("--resume",), ("--hold", "x"), ("--rollback",)):
        mistyped = run("--to", tmp_path / "nham", *task)
        assert (mistyped.exit_code, "TT707" in mistyped.output) == (1, True)
    assert not (tmp_path / "nham").exists()


@pytest.mark.parametrize("task", ["--list", "--resume"])
def test_a_hold_that_cannot_be_read_is_told(task: str, tmp_path: Path) -> None:
    (tmp_path / ".hold").mkdir()
    done = run("--to", tmp_path, task)
    assert done.exit_code == 1
    assert f"TT706 không đọc hoặc ghi được '{tmp_path}/.hold'" in done.output


def test_a_refusal_tells_every_reason_and_what_to_type(tmp_path: Path) -> None:
    root = tmp_path / "srv"
    pictures = {f"hinh/{n}.webp": "ảnh" for n in range(10)}
    assert run("--to", root, "--from", make_site(tmp_path / "a", files=pictures).folder).exit_code == 0
    less = make_site(tmp_path / "b", "hai", less=PAPER).folder
    done = run("--to", root, "--from", less)
    assert done.exit_code == 1
    assert f"TT701 1 địa chỉ đang đăng sẽ không còn: /{PAPER} →" in done.output
    assert "--allow-lost" in done.output
    assert "TT702" in done.output
    assert run("--to", root, "--from", less, "--allow-lost", "--max-shrink", 70).exit_code == 0


def test_a_paper_replaced_under_its_name_is_told_with_what_to_write(tmp_path: Path) -> None:
    csv = "van-ban/kip-thoi/so-lieu.csv"
    roles = SiteRoles(papers=frozenset({PAPER}))
    first = make_site(tmp_path / "a", files={csv: "y"}, roles=roles)
    second = make_site(tmp_path / "b", "một", {PAPER: "khác", csv: "x"}, roles=roles)
    old = first.files[PAPER]
    assert "TT317" not in run("--to", tmp_path / "srv", "--from", first.folder).output
    words = ("--to", tmp_path / "srv", "--from", second.folder)
    told = run(*words)
    assert told.exit_code == 0
    assert f"TT317 tệp '/{PAPER}'" in told.output
    assert told.output.count("TT317") == 1
    assert f"    former:\n      - sha256: {old}\n        until: " in told.output
    assert "TT317" not in run(*words).output


def test_copies_are_packed_with_brotli_when_asked_for(tmp_path: Path) -> None:
    for word, options in (("a", ()), ("b", ("--compress",))):
        site = make_site(tmp_path / word)
        assert run("--to", tmp_path / f"srv-{word}", "--from", site.folder, *options).exit_code == 0
        assert (tmp_path / f"srv-{word}/current/index.html.br").is_file() == bool(options)


def test_a_site_as_one_file(tmp_path: Path) -> None:
    site = make_site(tmp_path / "a")
    for name in ("1.zip", "2.zip"):
        assert run("--zip", tmp_path / name, "--from", site.folder).exit_code == 0
    assert (tmp_path / "1.zip").read_bytes() == (tmp_path / "2.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "1.zip") as archive:
        assert set(archive.namelist()) == {*site.files, "manifest.json"}


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("--to", "a", "--zip", "b"),
        ("--to", "a", "--list", "--rollback"),
        ("--to", "a", "--hold", "x", "--resume"),
        ("--to", "a", "--hold", "x", "--list"),
        ("--zip", "a.zip", "--hold", "x"),
        ("--zip", "a.zip", "--resume"),
        ("--zip", "a.zip", "--list"),
        ("--zip", "a.zip", "--compress"),
        ("--to", "a", "--keep", "1"),
    ],
)
def test_misuse_is_told(words: tuple[str, ...]) -> None:
    assert run(*words).exit_code == 2
