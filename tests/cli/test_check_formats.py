"""What `trangtin check` writes: for people in groups, for programs in the formats that their readers demand."""

from __future__ import annotations

import json
from pathlib import Path

import click
import pytest

from tests.cli.test_check import BAD, CLEAN, CONFIG, WRONG_DATE, check
from trangtin.cli.project import find_project
from trangtin.cli.reports import as_pages
from trangtin.content.problem import Code, Problem, Severity


@pytest.fixture(autouse=True)
def _a_fixed_day(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("TRANGTIN_TODAY", "2026-11-21")
    monkeypatch.chdir(tmp_path)


# --- forms -----------------------------------------------------------------------------------------------------------


def test_json() -> None:
    result = check("--format", "json", "plans/2021/13.md", drawing=BAD)
    assert result.exit_code == 1
    assert json.loads(result.output) == [
        {
            "path": "plans/2021/13.md",
            "line": 3,
            "code": "TT204",
            "severity": "error",
            "message": "'date' = '31/4/2021': tháng 4/2021 không có ngày 31",
            "remedy": "viết ngày/tháng/năm",
            "example": "date: 20/4/2021",
        }
    ]


@pytest.mark.parametrize("form", ["json", "gitlab"])
def test_nothing_wrong_is_an_empty_list(form: str) -> None:
    assert json.loads(check("--format", form, drawing=CLEAN).output) == []


def test_sarif() -> None:
    (run,) = json.loads(check("--format", "sarif", drawing=BAD).output)["runs"]

    assert run["tool"]["driver"]["name"] == "trangtin"
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["TT201", "TT204", "TT403"]
    assert [(result["ruleId"], result["level"]) for result in run["results"]] == [
        ("TT204", "error"),
        ("TT403", "note"),
        ("TT201", "error"),
    ]
    assert run["results"][0]["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "plans/2021/13.md"},
        "region": {"startLine": 3},
    }
    assert run["results"][0]["message"]["text"] == WRONG_DATE.partition("TT204 ")[2]


def test_sarif_of_a_clean_portal_is_a_run_without_results() -> None:
    report = json.loads(check("--format", "sarif", drawing=CLEAN).output)
    assert report["version"] == "2.1.0"
    assert report["runs"][0]["results"] == []


def test_one_run_gives_several_formats() -> None:
    plain = check("--format", "text", drawing=BAD)
    done = check("--also", "gitlab=bao-cao/a.json", "--also", "json=b.json", drawing=BAD)
    assert (done.exit_code, done.output) == (plain.exit_code, plain.output)
    for form, file in (("gitlab", "bao-cao/a.json"), ("json", "b.json")):
        assert Path(file).read_text("utf-8") == check("--format", form, drawing=BAD).output


def test_a_report_goes_into_what_a_link_leads_to() -> None:
    Path("that.json").write_text("cũ", encoding="utf-8")
    Path("link.json").symlink_to("that.json")
    check("--also", "json=link.json", drawing=BAD)
    assert Path("link.json").is_symlink()
    assert Path("that.json").read_text("utf-8") == check("--format", "json", drawing=BAD).output


def test_gitlab() -> None:
    report = json.loads(check("--format", "gitlab", drawing=BAD).output)

    assert [(item["check_name"], item["severity"], item["location"]) for item in report] == [
        ("TT204", "major", {"path": "plans/2021/13.md", "lines": {"begin": 3}}),
        ("TT403", "info", {"path": "plans/2021/14.md", "lines": {"begin": 2}}),
        ("TT201", "major", {"path": "site_src/tin-tuc/2021/a.md", "lines": {"begin": 2}}),
    ]
    assert len({item["fingerprint"] for item in report}) == 3


def test_a_problem_that_moves_down_keeps_its_fingerprint() -> None:
    before = json.loads(check("--format", "gitlab", "plans/2021/13.md", drawing=BAD).output)
    moved = Path("plans/2021/13.md")
    moved.write_text(moved.read_text(encoding="utf-8").replace("number:", "\nnumber:"), encoding="utf-8")
    after = json.loads(check("--format", "gitlab", "plans/2021/13.md").output)

    assert after[0]["location"]["lines"]["begin"] == before[0]["location"]["lines"]["begin"] + 1
    assert after[0]["fingerprint"] == before[0]["fingerprint"]


WARNED = (
    CONFIG + "== site_src/mục lục.md\n---\nTỷ lệ của tri ,hai.\n== plans/2021/14.md\nnumber: 54/CP\ndate: 20/4/2021\n"
)


def test_a_warning_is_no_error() -> None:
    result = check(drawing=WARNED)
    assert result.exit_code == 0
    assert [line.rpartition("[")[2] for line in result.output.splitlines()] == [
        "cảnh báo]",
        "cảnh báo]",
        "lưu ý]",
        "0 lỗi, 2 cảnh báo, 1 lưu ý.",
    ]


def test_severities_in_machine_formats() -> None:
    sarif = json.loads(check("--format", "sarif", drawing=WARNED).output)["runs"][0]["results"]
    assert [each["level"] for each in sarif] == ["note", "warning", "warning"]
    # A URI has no letters with marks and no spaces (RFC 3986).
    assert (
        sarif[1]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        == "site_src/m%E1%BB%A5c%20l%E1%BB%A5c.md"
    )
    gitlab = json.loads(check("--format", "gitlab").output)
    assert [each["severity"] for each in gitlab] == ["info", "minor", "minor"]
    assert {each["severity"] for each in json.loads(check("--format", "json").output)} == {"notice", "warning"}


def test_machine_formats_have_the_keys_that_their_readers_demand() -> None:
    sarif = json.loads(check("--format", "sarif", drawing=BAD).output)
    assert sarif.keys() == {"version", "$schema", "runs"}
    (run,) = sarif["runs"]
    assert {rule["id"] for rule in run["tool"]["driver"]["rules"]} == {each["ruleId"] for each in run["results"]}
    for each in run["results"]:
        assert each.keys() == {"ruleId", "level", "message", "locations"}
        assert each["level"] in {"none", "note", "warning", "error"}
        assert each["locations"][0]["physicalLocation"]["region"]["startLine"] >= 1
    for each in json.loads(check("--format", "gitlab").output):  # docs.gitlab.com: Code Quality report format
        assert each.keys() == {"description", "check_name", "fingerprint", "severity", "location"}
        assert each["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert each["location"]["lines"]["begin"] >= 1
        assert not each["location"]["path"].startswith("./")


def test_a_terminal_gets_groups() -> None:
    check(drawing=BAD)
    problems = find_project(None).problems()
    lines = click.unstyle(as_pages(problems)).splitlines()
    assert lines[:3] == [
        "plans/2021/13.md",
        "     3  lỗi       TT204  'date' = '31/4/2021': tháng 4/2021 không có ngày 31",
        "                         → viết ngày/tháng/năm (ví dụ: date: 20/4/2021)",
    ]
    assert lines[-2:] == ["2 lỗi, 1 lưu ý.", "Giải thích một mã, kèm ví dụ: trangtin guide TT204"]


def test_a_terminal_names_each_file_once() -> None:
    said = (("a.md", Severity.NOTICE), ("b.md", Severity.ERROR), ("a.md", Severity.ERROR), ("c.md", Severity.WARNING))
    problems = [Problem(path, 1, Code.SPACING, "sai", "sửa", severity=severity) for path, severity in said]
    lines = click.unstyle(as_pages(problems)).splitlines()
    assert [line for line in lines if line.endswith(".md")] == ["b.md", "a.md", "c.md"]
