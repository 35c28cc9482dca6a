"""`trangtin check`, as an editor and a CI job meet it."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import unicodedata
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from tests.blank import BLANK_PDF
from tests.portal.drawing import draw
from trangtin.cli.building import free_address
from trangtin.cli.main import main

REPOSITORY = Path(__file__).parents[2]
CONFIG = """
== mkdocs.yml
site_name: Trường
docs_dir: site_src
plugins:
  - trangtin:
      unit:
        name: Trường Chính trị tỉnh Mẫu
        address: Số 1
        phone: 0200 3000 000
        email: a@mau.example
        responsible: Nguyễn Văn A
== site_src/CNAME
truong.mau.example
"""
CLEAN = CONFIG + "== plans/2021/12.md\nnumber: 12/KH-TCT\ndate: 20/4/2021\n"
BAD = CLEAN + (
    "== plans/2021/13.md\nnumber: 13/KH-TCT\ndate: 31/4/2021\n"
    "== plans/2021/14.md\nnumber: 54/CP\ndate: 20/4/2021\n"
    "== site_src/tin-tuc/2021/a.md\ntilte: Tin\n"
)
WRONG_DATE = (
    "plans/2021/13.md:3: TT204 'date' = '31/4/2021': tháng 4/2021 không có ngày 31"
    " → viết ngày/tháng/năm (ví dụ: date: 20/4/2021)"
)
ODD_NUMBER = (
    "plans/2021/14.md:2: TT403 số '54/CP' không theo dạng hiện hành → kiểm tra lại với bản giấy; "
    "nếu bản giấy in đúng như vậy thì giữ nguyên (ví dụ: 12/KH-TCT) [lưu ý]"
)
TYPING_SLIP = (
    "site_src/tin-tuc/2021/a.md:2: TT201 không có khóa 'tilte' → có phải ý bạn là 'title'?"
    " (ví dụ: title: Lễ phát động thi đua)"
)


@pytest.fixture(autouse=True)
def _a_fixed_day(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("TRANGTIN_TODAY", "2026-11-21")
    monkeypatch.chdir(tmp_path)


def check(*arguments: str, drawing: str = "") -> Result:
    draw_plainly(drawing)
    result = CliRunner().invoke(main, ["check", *arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert "Traceback" not in result.output
    return result


def draw_plainly(drawing: str) -> None:
    """A drawing whose heads are as written: `tilte` shall not get a `title` beside it."""
    draw(Path(), drawing)
    news = Path("site_src/tin-tuc/2021/a.md")
    if news.exists():
        news.write_text("---\ntilte: Tin\ndate: 21/4/2021\n---\n", encoding="utf-8")


# --- exit codes ------------------------------------------------------------------------------------------------------


def test_clean_is_0() -> None:
    result = check(drawing=CLEAN)
    assert (result.exit_code, result.output) == (0, "Không có lỗi nào.\n")


def test_problems_are_1_all_at_once_and_the_worst_first() -> None:
    result = check(drawing=BAD)
    assert result.exit_code == 1
    assert result.output.splitlines() == [WRONG_DATE, TYPING_SLIP, ODD_NUMBER, "2 lỗi, 1 lưu ý."]


def test_notices_alone_are_0() -> None:
    result = check("plans/2021/14.md", drawing=BAD)
    assert result.exit_code == 0
    assert result.output.splitlines() == [ODD_NUMBER, "0 lỗi, 1 lưu ý."]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["khong-co.md"], "không có tệp hay thư mục 'khong-co.md'"),
        ([".."], "'..' nằm ngoài thư mục của trang"),
        (["-f", "khac.yml"], "không thấy khac.yml; chạy lệnh trong thư mục của trang hoặc dùng -f"),
        (["-f", "plans"], "không thấy plans; chạy lệnh trong thư mục của trang hoặc dùng -f"),
        (["--format", "xml"], "xml"),
        (["--also", "xml=a.xml"], "'xml=a.xml' phải là DẠNG=TỆP, dạng là một trong: text, json, sarif, gitlab"),
        (["--also", "gitlab"], "phải là DẠNG=TỆP"),
        (["--khong-co"], "--khong-co"),
    ],
)
def test_misuse_is_2(arguments: list[str], told: str) -> None:
    result = check(*arguments, drawing=CLEAN)
    assert result.exit_code == 2
    assert told in result.output


def test_a_bad_today_is_2(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRANGTIN_TODAY", "hôm nay")
    result = check(drawing=CLEAN)
    assert result.exit_code == 2
    assert "TRANGTIN_TODAY='hôm nay' không đọc được thành một ngày; viết dạng 2021-05-23" in result.output


def test_no_portal_here_is_2() -> None:
    result = check()
    assert result.exit_code == 2
    assert "không thấy mkdocs.yml; chạy lệnh trong thư mục của trang hoặc dùng -f" in result.output


def test_a_configuration_that_is_no_text_is_2() -> None:
    Path("mkdocs.yml").write_bytes(b"\xff\xfe")
    result = check()
    assert result.exit_code == 2
    assert "mkdocs.yml không phải là UTF-8; lưu lại tệp ở mã UTF-8" in result.output


# --- where and what --------------------------------------------------------------------------------------------------


def test_today_decides(monkeypatch: pytest.MonkeyPatch) -> None:
    drawing = CONFIG + "== plans/2021/12.md\nnumber: 12/KH-TCT\ndate: 20/4/2021\npublished: 1/5/2021\n"
    assert check(drawing=drawing).output == "Không có lỗi nào.\n"
    monkeypatch.setenv("TRANGTIN_TODAY", "2021-04-30")
    assert "TT406 chưa đăng, chờ đến ngày 01/05/2021" in check().output


def test_the_portal_is_found_from_a_folder_inside(monkeypatch: pytest.MonkeyPatch) -> None:
    draw_plainly(BAD)
    monkeypatch.chdir("plans/2021")
    assert check().output.splitlines()[0] == WRONG_DATE
    assert check("13.md").output.splitlines() == [WRONG_DATE, "1 lỗi, 0 lưu ý."]


def test_the_portal_is_found_by_its_configuration(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    draw_plainly(BAD)
    elsewhere = tmp_path / "cho-khac"
    elsewhere.mkdir()
    monkeypatch.chdir(elsewhere)
    assert check("-f", "../mkdocs.yml").output.splitlines()[0] == WRONG_DATE


@pytest.mark.parametrize(
    ("paths", "shown"),
    [
        (["plans"], [WRONG_DATE, ODD_NUMBER]),
        (["plans/2021/13.md"], [WRONG_DATE]),
        (["./plans/2021/13.md", "site_src"], [WRONG_DATE, TYPING_SLIP]),
        (["."], [WRONG_DATE, TYPING_SLIP, ODD_NUMBER]),
        (["plans/2021/12.md"], []),
    ],
)
def test_only_some_paths(paths: list[str], shown: list[str]) -> None:
    result = check(*paths, drawing=BAD)
    assert result.output.splitlines()[:-1] == shown
    assert result.exit_code == (1 if {WRONG_DATE, TYPING_SLIP} & set(shown) else 0)


def test_a_path_typed_on_a_mac() -> None:
    draw_plainly(CLEAN)
    name = unicodedata.normalize("NFD", "kế-hoạch.md")
    Path("plans/2021", name).write_text("", encoding="utf-8")
    assert check(f"plans/2021/{name}").output.startswith("plans/2021/kế-hoạch.md:1: TT102 ")


def test_all_files_are_read_even_for_one_path() -> None:
    drawing = BAD + "== plans/2021/15.md\nnumber: 15/KH-TCT\ndate: 21/4/2021\nimplements: 12/KH-TCT\n"
    assert check("plans/2021/15.md", drawing=drawing).output == "Không có lỗi nào.\n"


def test_faults_of_the_configuration_stand_beside_those_of_the_content() -> None:
    draw_plainly(BAD)
    Path("mkdocs.yml").write_text("docs_dir: site_src\nplugins:\n  - trangtin:\n      unit: Trường\n", encoding="utf-8")
    assert check().output.splitlines() == [
        "mkdocs.yml:4: TT203 'unit' cần một nhóm khóa con → viết khóa name bên dưới"
        " (ví dụ: unit: {name: Trường Chính trị tỉnh Mẫu})",
        WRONG_DATE,
        TYPING_SLIP,
        ODD_NUMBER,
        "3 lỗi, 1 lưu ý.",
    ]


def test_the_plugin_is_not_enabled() -> None:
    draw_plainly(CLEAN)
    Path("mkdocs.yml").write_text("docs_dir: site_src\nplugins: [search]\n", encoding="utf-8")
    result = check()
    assert result.exit_code == 1
    assert result.output.startswith("mkdocs.yml:2: TT202 chưa bật plugin 'trangtin' → thêm plugin vào mục 'plugins'")


@pytest.mark.parametrize("path", ["plans/2021/15.md", "plans/2021", "plans/2021/14.md"])
def test_one_file_is_told_the_same_as_in_the_whole(path: str) -> None:
    same = "== plans/2021/15.md\nnumber: 54/CP\ndate: 20/4/2021\nimplements: 99/KH\n---\n[x](cu.md) thi đua đua\n"
    whole = check("--format", "json", drawing=BAD + same)
    of_it = [each for each in json.loads(whole.output) if each["path"].startswith(path)]
    assert json.loads(check("--format", "json", path).output) == of_it
    assert of_it


def test_a_changed_attachment_is_judged_where_a_page_names_it() -> None:
    drawing = CLEAN.replace("date:", "files: [{path: 12.docx}]\ndate:") + "== plans/2021/12.docx\nnot a Word file\n"
    assert " TT316 " in check("plans/2021/12.docx", drawing=drawing).output


# --- as a program ----------------------------------------------------------------------------------------------------

WITHOUT_MKDOCS = """
import sys

class Blocker:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {"mkdocs", "material", "jinja2", "markdown"}:
            raise ModuleNotFoundError(f"blocked: {name}")

sys.meta_path.insert(0, Blocker())
from trangtin.cli.main import main
main()
"""


def run(*arguments: str, pipe: str = "utf-8") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, "PYTHONIOENCODING": pipe},
    )


def test_check_needs_no_mkdocs() -> None:
    draw_plainly(BAD)
    done = run("-c", WITHOUT_MKDOCS, "check")
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.splitlines() == [WRONG_DATE, TYPING_SLIP, ODD_NUMBER, "2 lỗi, 1 lưu ý."]


def test_the_sample_portal_is_clean() -> None:
    done = run("-c", WITHOUT_MKDOCS, "check", "-f", str(REPOSITORY / "mkdocs.yml"))
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("arguments", [["check"], ["check", "--format", "gitlab"], ["--help"], ["check", "khong-co"]])
def test_a_pipe_on_windows_gets_utf_8(arguments: list[str]) -> None:
    draw_plainly(BAD)
    done = run("-m", "trangtin", *arguments, pipe="cp1252")
    assert "Traceback" not in done.stderr
    assert {"ệ", "à"} & set(done.stdout + done.stderr)


def test_a_second_preview_takes_the_next_free_port() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
        assert free_address(port, port + 5) != f"127.0.0.1:{port}"
        with pytest.raises(click.ClickException, match="đều đang bận"):
            free_address(port, port)


def test_check_leaves_out_what_mkdocs_leaves_out() -> None:
    drawing = CLEAN + "== site_src/noi-bo/a.md\n---\n[a](khong-co.md)\n== site_src/tep.pdf\n"
    told = check(drawing=drawing).output
    assert "TT310" in told
    assert "TT401" in told
    more = "\nexclude_docs: |\n  noi-bo/\nnav:\n  - Tệp: tep.pdf\n"
    config = Path("mkdocs.yml")
    Path("site_src/tep.pdf").write_bytes(BLANK_PDF)
    config.write_text(config.read_text(encoding="utf-8") + more, encoding="utf-8")
    assert check().output.strip() == "Không có lỗi nào."


@pytest.mark.parametrize(
    ("fault", "code"),
    [
        ("      security: {contact: mailto:a@mau.example}", "TT202"),
        ("      awads: {more: [Gương sáng]}", "TT201"),
        ("      unit: {nam: Trường}", "TT201"),
        ("     lệch: 1", "TT106"),
    ],
)
def test_a_fault_of_the_options_makes_no_others(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, fault: str, code: str
) -> None:
    lines = ["plugins:", "  - trangtin:", "      unit: {name: Trường}", "      awards: {more: [Gương sáng thôn xóm]}"]
    lines = [line for line in lines if "unit:" not in fault or "unit:" not in line]
    award = "{form: Gương sáng thôn xóm, to: Khoa A, kind: tap-the}"
    config = "\n".join(["docs_dir: site_src", *lines, fault])
    draw(tmp_path, f"== mkdocs.yml\n{config}\n== plans/2021/1.md\ndate: 1/2/2021\nawards: [{award}]\n")
    monkeypatch.chdir(tmp_path)
    output = CliRunner().invoke(main, ["check"], catch_exceptions=False).output
    assert code in output
    assert "TT328" not in output
