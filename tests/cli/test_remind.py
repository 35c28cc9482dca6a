"""The commands `remind` and `desk`: text for people, JSON for programs, exit codes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.portal.drawing import draw
from tests.portal.test_reminders import DRAWING
from trangtin.cli.main import main

CONFIG = "site_name: Mẫu\ndocs_dir: site_src\nplugins: [{trangtin: {unit: {name: Trường Mẫu}}}]\n"


@pytest.fixture
def portal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    draw(tmp_path, DRAWING)
    (tmp_path / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TRANGTIN_TODAY", "2026-11-20")
    return tmp_path


def run(*words: str) -> Result:
    return CliRunner().invoke(main, list(words), catch_exceptions=False)


def test_a_letter_for_a_mail(portal: Path) -> None:
    result = run("remind", "--days", "3")
    assert result.exit_code == 0
    assert result.output == (
        "Việc quá hạn và đến hạn trong 3 ngày tới (từ 20/11/2026 đến 23/11/2026)\n"
        "Trường Mẫu\n\n"
        "Khoa Một (4 việc, 1 quá hạn)\n"
        "- Quá hạn 2 ngày (18/11/2026): Quá hạn\n"
        "  Nhiệm vụ, theo Kế hoạch số 1/KH-TCT\n"
        "- Hôm nay (thứ Sáu 20/11/2026): Hôm nay\n"
        "  Nhiệm vụ, theo Kế hoạch số 1/KH-TCT\n"
        "- Còn 2 ngày (Chủ nhật 22/11/2026, ngày nghỉ): Tủ sách\n"
        "  Công trình, phần việc, theo Thi đua\n"
        "- Còn 3 ngày (thứ Hai 23/11/2026): Giao ban\n"
        "  Mốc, theo Thi đua\n"
    )


def test_today_alone_is_one_day(portal: Path) -> None:
    assert run("remind", "--days", "0").output.startswith("Việc quá hạn và đến hạn hôm nay (20/11/2026)\n")


def test_years_of_delay_are_told_in_thousands_of_days(portal: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRANGTIN_TODAY", "2054-10-09")
    assert "- Quá hạn 10.187 ngày (18/11/2026): Quá hạn\n" in run("remind").output


def test_json_says_the_same(portal: Path) -> None:
    record = json.loads(run("remind", "--format", "json").output)
    assert (record["today"], record["until"], record["overdue"], record["due"]) == ("2026-11-20", "2026-11-27", 1, 5)
    unit, unknown = record["units"]
    assert (unit["id"], unit["name"], unit["email"]) == ("khoa", "Khoa Một", "khoa@mau.example")
    assert [item["what"] for item in unit["items"]][:2] == ["Quá hạn", "Hôm nay"]
    assert unit["items"][0]["source"] == "plans/2026/mau/1.md"
    assert (unknown["id"], unknown["name"]) == (None, "Đơn vị chưa công bố")


@pytest.mark.parametrize(
    ("words", "code"),
    [([], 0), (["--exit-code"], 1), (["--days", "-1"], 2), (["--format", "xml"], 2), (["--days", "0"], 0)],
)
def test_exit_codes(portal: Path, words: list[str], code: int) -> None:
    assert run("remind", *words).exit_code == code


def test_nothing_to_say(portal: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRANGTIN_TODAY", "2026-10-01")
    result = run("remind", "--exit-code")
    assert result.exit_code == 0
    assert result.output.endswith("\n\nKhông có việc nào.\n")


def test_the_desk_in_the_terminal(portal: Path) -> None:
    text = run("desk", "--format", "text")
    assert text.exit_code == 0
    assert "plans/2026/mau/nhap.md:1: " in text.output
    assert "Việc quá hạn và đến hạn trong 7 ngày tới (6)" in text.output
    record = json.loads(run("desk", "--format", "json").output)
    states = {item["path"]: item["state"] for item in record["items"]}
    assert states["plans/2026/mau/nhap.md"] == "ban-nhap"
    assert len(record["due"]) == 6


def test_wrong_options_are_told(portal: Path) -> None:
    (portal / "mkdocs.yml").write_text(CONFIG.replace("unit:", "uni:"), encoding="utf-8")
    result = run("remind")
    assert result.exit_code == 2
    assert "có phải ý bạn là 'unit'" in result.output
