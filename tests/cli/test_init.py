"""The command `init`: a portal that builds at once, and nothing changed where something is."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import zipfile
from importlib.metadata import version
from pathlib import Path

import pytest
import yaml

from tests.cli.portal_folder import TODAY, new_portal, trangtin, tree
from trangtin.cli.project import find_project
from trangtin.content.problem import Code
from trangtin.disk import whole_file

CONFIG = "mkdocs.yml"


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRANGTIN_TODAY", TODAY)


def unit_of(portal: Path) -> dict[str, str]:
    facts: dict[str, str] = yaml.safe_load((portal / CONFIG).read_text("utf-8"))["plugins"][0]["trangtin"]["unit"]
    return facts


def test_a_new_portal_has_no_errors_and_tells_what_is_still_to_be_written(tmp_path: Path) -> None:
    portal = new_portal(tmp_path / "trang")
    problems = find_project(portal / CONFIG).problems()
    assert {problem.code for problem in problems} == {Code.SECTION_MISSING, Code.MISSING_KEY}
    assert all(
        "viết nốt bản nháp site_src/" in problem.remedy for problem in problems if problem.code is Code.SECTION_MISSING
    )


def test_its_readme_installs_the_program_from_its_own_folder(tmp_path: Path) -> None:
    portal = new_portal(tmp_path / "trang")
    name = f"trangtin-{version('trangtin')}"
    with zipfile.ZipFile(portal / f"goi/{name}-py3-none-any.whl", "w") as wheel:
        facts = f"Metadata-Version: 2.1\nName: trangtin\nVersion: {version('trangtin')}\n"
        wheel.writestr(f"{name}.dist-info/METADATA", facts)
        wheel.writestr(f"{name}.dist-info/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        wheel.writestr(f"{name}.dist-info/RECORD", "")
    (typed,) = re.findall(r"^\.venv/bin/(pip install .*)$", (portal / "README.md").read_text("utf-8"), re.MULTILINE)
    alone = ["--dry-run", "--no-index", "--no-deps", "--ignore-installed", "--disable-pip-version-check"]
    done = subprocess.run(
        [sys.executable, "-m", *typed.split(), *alone], cwd=portal, capture_output=True, text=True, check=False
    )
    assert f"Would install {name}" in done.stdout, done.stderr


def test_what_its_readme_tells_to_write_stays_out_of_the_repository(tmp_path: Path) -> None:
    portal = new_portal(tmp_path / "trang")
    written = re.findall(r"--(?:out|zip) ([\w.-]+)", (portal / "README.md").read_text("utf-8"))
    assert written == ["huong-dan", "trang.zip"]
    ignored = (portal / ".gitignore").read_text("utf-8").split("\n")
    assert [name for name in written if f"/{name}" not in ignored and f"/{name}/" not in ignored] == []


def test_a_portal_begun_in_the_folder_one_stands_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "goi").mkdir()
    monkeypatch.chdir(tmp_path)
    said = trangtin("init", ".", "--yes", "--name", "Trường Mẫu").output
    assert (tmp_path / CONFIG).is_file()
    assert "trong thư mục này" in said
    assert "cd " not in said


def test_facts_with_signs_of_yaml_arrive_as_they_were_given(tmp_path: Path) -> None:
    facts = {
        "name": "Sở Xây dựng: tỉnh # Mẫu",
        "short_name": "no",
        "parent": "'UBND' tỉnh",
        "address": "Số 1, đường {A}",
        "phone": "0200",
        "email": "a@mau.example",
        "responsible": "@Nguyễn Văn A",
        "symbol": "SXD",
    }
    words = [word for key, value in facts.items() for word in (f"--{key.replace('_', '-')}", value)]
    done = trangtin("init", tmp_path / "trang", "--yes", "--site-url", "https://mau.example/so", *words)
    assert done.exit_code == 0, done.output
    settings = find_project(tmp_path / "trang" / CONFIG).config.settings
    assert settings is not None
    assert {key: getattr(settings.unit, key) for key in facts} == facts
    assert yaml.safe_load((tmp_path / "trang" / CONFIG).read_text("utf-8"))["site_url"] == "https://mau.example/so/"


def test_questions_are_judged_one_by_one_and_may_be_passed_over(tmp_path: Path) -> None:
    answers = ["", "Trường Mẫu", "", "", "", "", "không có", "vanthu@mau.example", "", "", "mau.example", "", "2"]
    done = trangtin("init", tmp_path / "trang", typed="\n".join(answers) + "\n")
    assert done.exit_code == 0, done.output
    assert "Cần có tên đơn vị." in done.output
    assert "'không có' không phải là thư điện tử → viết đủ tên@miền" in done.output
    assert "'mau.example' không phải là địa chỉ trang → viết đủ https://…" in done.output
    assert unit_of(tmp_path / "trang") == {"name": "Trường Mẫu", "email": "vanthu@mau.example"}
    assert (tmp_path / "trang/.github").is_dir()
    assert not (tmp_path / "trang/.gitlab-ci.yml").exists()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--email", "a"], "--email: 'a' không phải là thư điện tử"),
        (["--site-url", "a"], "--site-url: 'a' không phải là địa chỉ trang"),
        (["--forge", "gitlap"], "--forge: không có 'gitlap'; có phải ý bạn là 'gitlab'?"),
    ],
)
def test_a_wrong_option_is_misuse_and_nothing_is_written(tmp_path: Path, words: list[str], told: str) -> None:
    done = trangtin("init", tmp_path / "trang", "--yes", "--name", "Trường", *words)
    assert (done.exit_code, told in done.output) == (2, True), done.output
    assert not (tmp_path / "trang").exists()


def test_nobody_answers(tmp_path: Path) -> None:
    done = trangtin("init", tmp_path / "trang")
    assert done.exit_code == 2
    assert "thiếu --name" in done.output
    assert not (tmp_path / "trang").exists()


def test_without_a_name_and_without_questions_nothing_is_made(tmp_path: Path) -> None:
    done = trangtin("init", tmp_path / "trang", "--yes")
    assert done.exit_code == 2
    assert "thiếu --name" in done.output
    assert not (tmp_path / "trang").exists()


def test_nothing_that_is_there_is_changed(tmp_path: Path) -> None:
    portal = tmp_path / "trang"
    (portal / "site_src").mkdir(parents=True)
    own = {"README.md": b"cua toi\r\n", "site_src/index.md": b"---\ntitle: A\n---\n", "bi-mat.txt": b"\xff\x00"}
    for path, data in own.items():
        (portal / path).write_bytes(data)
    done = trangtin("init", portal, "--yes", "--name", "Trường Mẫu")
    assert done.exit_code == 0
    assert "Giữ nguyên 2 tệp đã có:\n  README.md\n  site_src/index.md" in done.output
    assert {path: data for path, data in tree(portal).items() if path in own} == own


def test_again_adds_only_what_is_missing_and_no_samples(tmp_path: Path) -> None:
    portal = new_portal(tmp_path / "trang", "--forge", "gitlab")
    before = tree(portal)
    for path in ("site_src/gioi-thieu.md", "plans/2026/phong-trao-mau/index.md"):
        (portal / path).unlink()
    done = trangtin("init", portal)
    assert done.exit_code == 0
    assert "Đã thêm vào" in done.output
    assert tree(portal) == {path: data for path, data in before.items() if "phong-trao-mau/index" not in path}
    assert "đã có đủ, không thêm gì" in trangtin("init", portal).output


def test_an_old_configuration_is_left_with_the_lines_to_add(tmp_path: Path) -> None:
    portal = tmp_path / "trang"
    portal.mkdir()
    (portal / CONFIG).write_text("site_name: Cũ\n", "utf-8")
    done = trangtin("init", portal, "--yes", "--name", "Trường: Mẫu")
    assert done.exit_code == 0
    assert (portal / CONFIG).read_text("utf-8") == "site_name: Cũ\n"
    told, _, lines = done.output.partition("'plugins' nếu đã có:\n")
    assert "mkdocs.yml đang có chưa bật trangtin" in told
    (portal / CONFIG).write_text(f"site_name: Cũ\n{lines}", "utf-8")
    settings = find_project(portal / CONFIG).config.settings
    assert settings is not None
    assert settings.unit.name == "Trường: Mẫu"
    assert "chưa bật" not in trangtin("init", portal).output


def test_a_portal_whose_pages_lie_elsewhere_keeps_them_there(tmp_path: Path) -> None:
    portal = tmp_path / "trang"
    portal.mkdir()
    config = "site_name: T\ndocs_dir: noi-dung\nplugins: [{trangtin: {unit: {name: Trường}}}]\n"
    (portal / CONFIG).write_text(config, "utf-8")
    done = trangtin("init", portal)
    assert done.exit_code == 0
    assert (portal / "noi-dung/gioi-thieu.md").is_file()
    assert not (portal / "site_src").exists()
    assert (portal / CONFIG).read_text("utf-8") == config


def test_a_failure_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    count = 0
    write_new = whole_file._write_new

    def full(target: Path, data: bytes) -> None:
        nonlocal count
        count += 1
        if count > 20:
            raise OSError(28, "No space left on device", str(target))
        write_new(target, data)

    (tmp_path / "trang").mkdir()
    (tmp_path / "trang/README.md").write_bytes(b"cua toi")
    monkeypatch.setattr(whole_file, "_write_new", full)
    done = trangtin("init", tmp_path / "trang", "--yes", "--name", "Trường")
    assert (done.exit_code, "chưa tạo gì" in done.output) == (1, True)
    assert tree(tmp_path) == {"trang/README.md": b"cua toi"}


def test_names_of_reviewers_stand_where_the_forge_looks(tmp_path: Path) -> None:
    portal = new_portal(tmp_path / "trang", "--reviewer", "tran-thi-b", "--reviewer", "@nguyen-van-a")
    for path in (".gitlab/CODEOWNERS", ".github/CODEOWNERS", ".forgejo/CODEOWNERS", ".gitea/CODEOWNERS"):
        rules = [line for line in (portal / path).read_text("utf-8").splitlines() if not line.startswith("#")]
        assert len(rules) >= 5
        assert all(line.endswith(" @tran-thi-b @nguyen-van-a") for line in rules)
    nobody = new_portal(tmp_path / "khac")
    assert all(line.startswith("#") for line in (nobody / ".github/CODEOWNERS").read_text("utf-8").splitlines())


def test_the_editor_reads_the_lines_of_check(tmp_path: Path) -> None:
    portal = new_portal(tmp_path / "trang")
    (portal / "site_src/don-vi/khoa.md").write_text("---\nunit: {nam: Khoa: A}\n---\n", "utf-8")
    said = trangtin("check", "-f", portal / CONFIG, "--format", "text").output.splitlines()[:-1]
    tasks = json.loads(re.sub(r"(?m)^\s*//.*", "", (portal / ".vscode/tasks.json").read_text("utf-8")))
    github = json.loads((portal / ".github/trangtin-problems.json").read_text("utf-8"))["problemMatcher"]
    own = tasks["tasks"][0]["problemMatcher"]
    for faults, notices in ([each["pattern"] for each in own], [each["pattern"][0] for each in github]):
        for line in said:
            is_notice = line.endswith("[lưu ý]")
            assert bool(re.match(notices["regexp"], line)) is is_notice
            found = re.match(faults["regexp"], line)
            assert bool(found) is not is_notice
            if found:
                assert found[faults["file"]] == "site_src/don-vi/khoa.md"
                assert found[faults["line"]].isdigit()
    assert any("khoa.md" in line for line in said)
