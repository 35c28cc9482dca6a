"""The steps to publication: files that each forge accepts, and one script that is run here as they would run it."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.cli.portal_folder import TODAY, new_portal, tree

pytestmark = pytest.mark.server

GITHUB_LIKE = (".github", ".forgejo", ".gitea")
STEPS = {"install", "check", "build", "preview", "publish", "sbom", "audit"}
ROOT = Path(__file__).resolve().parents[2]
BIN = Path(sys.executable).parent


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TRANGTIN_TODAY", TODAY)
        return new_portal(tmp_path_factory.mktemp("kho") / "trang", "--phone", "0200 3000 000")


@pytest.fixture
def portal(fresh: Path, tmp_path: Path) -> Path:
    for path, data in tree(fresh).items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(data)
    return tmp_path


def step(portal: Path, name: str, **variables: str) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "PATH": f"{BIN}:{os.environ['PATH']}", "TRANGTIN_TODAY": TODAY, **variables}
    words = ["bash", str(portal / ".ci/portal"), name]
    return subprocess.run(words, cwd="/", env=env, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    ("schema", "path"),
    [
        ("vendor.gitlab-ci", ".gitlab-ci.yml"),
        *(("vendor.github-workflows", f"{each}/workflows/portal.yml") for each in GITHUB_LIKE),
    ],
)
def test_the_published_schema_of_the_forge_accepts_its_file(fresh: Path, schema: str, path: str) -> None:
    words = [str(BIN / "check-jsonschema"), "--builtin-schema", schema, str(fresh / path)]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def scripts(path: Path) -> Iterator[str]:
    """Every command line in a file of steps."""

    def walk(value: Any) -> Iterator[str]:
        if isinstance(value, dict):
            for key, item in value.items():
                if key in {"run", "script", "before_script"}:
                    yield from [item] if isinstance(item, str) else item
                else:
                    yield from walk(item)
        elif isinstance(value, list):
            for item in value:
                yield from walk(item)

    yield from walk(yaml.safe_load(path.read_text("utf-8")))


@pytest.mark.parametrize("path", [".gitlab-ci.yml", *(f"{each}/workflows/portal.yml" for each in GITHUB_LIKE)])
def test_every_forge_calls_every_step_of_the_one_script(fresh: Path, path: str) -> None:
    called = [re.fullmatch(r"bash \.ci/portal (\w+)", line) for line in scripts(fresh / path)]
    assert all(called)
    assert {match[1] for match in called if match} == STEPS


READ = {
    "check": {"COMMENT_TOKEN", "COMMENT_ON"},
    "build": {"BROWSER_CHECK"},
    "preview": {"PREVIEW_URL", "PREVIEW_TO"},
    "publish": {"PUBLISH_TO", "BROWSER_CHECK"},
}
"""The variables that steps read; GitLab gives all of them to every step."""


@pytest.mark.parametrize("folder", GITHUB_LIKE)
def test_every_variable_reaches_the_steps_that_read_it(fresh: Path, folder: str) -> None:
    jobs = yaml.safe_load((fresh / folder / "workflows/portal.yml").read_text("utf-8"))["jobs"].values()
    given = {str(each.get("run")).rpartition(" ")[2]: set(each.get("env", ())) for job in jobs for each in job["steps"]}
    assert {name: given[name] for name in READ} == READ


def test_check_leaves_a_report_for_each_forge(portal: Path) -> None:
    done = step(portal, "check", GITHUB_ACTIONS="true", GITHUB_STEP_SUMMARY=str(portal / "tom-tat.md"))
    assert done.returncode == 0, done.stderr
    assert "::add-matcher::.github/trangtin-problems.json" in done.stdout
    report = json.loads((portal / "bao-cao/codequality.json").read_text("utf-8"))
    assert {each["check_name"] for each in report} == {"TT202", "TT651"}
    assert "0 lỗi" in (portal / "bao-cao/ket-qua.txt").read_text("utf-8")
    assert "0 lỗi" in (portal / "tom-tat.md").read_text("utf-8")


def test_a_fault_fails_the_step_and_is_written_into_the_request(portal: Path) -> None:
    received: list[tuple[str, str | None, str]] = []

    class Forge(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))["body"]
            received.append((self.path, self.headers["Authorization"], body))
            self.send_response(201)
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:
            pass

    (portal / "site_src/tin-tuc/2026/tin.md").write_text("---\ntitle: Tin\ndate: 35/1/2026\n---\n", "utf-8")
    with ThreadingHTTPServer(("127.0.0.1", 0), Forge) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        api = f"http://127.0.0.1:{server.server_port}/api/v1"
        place = {"GITHUB_API_URL": api, "GITHUB_REPOSITORY": "tct/trang", "COMMENT_TOKEN": "abc", "COMMENT_ON": "7"}
        done = step(portal, "check", **place)
        server.shutdown()
    assert done.returncode == 1
    ((path, token, body),) = received
    assert (path, token) == ("/api/v1/repos/tct/trang/issues/7/comments", "token abc")
    assert "site_src/tin-tuc/2026/tin.md:3: TT204" in body
    unreachable = step(portal, "check", **{**place, "GITHUB_API_URL": "http://127.0.0.1:9"})
    assert (unreachable.returncode, "Không ghi được kết quả" in unreachable.stdout) == (1, True)


def test_build_is_checked_against_its_manifest_and_by_a_browser_where_one_is_named(portal: Path) -> None:
    done = step(portal, "build", BROWSER_CHECK="ls -d")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "0 tệp có lỗi" in done.stdout
    assert done.stdout.splitlines()[-1] == "site"
    assert (portal / "site/manifest.json").is_file()
    assert step(portal, "build", BROWSER_CHECK="false").returncode == 1


def test_preview_is_put_where_it_is_to_be_seen(portal: Path) -> None:
    shown = portal / "may-chu/7"
    for _ in range(2):
        done = step(portal, "preview", PREVIEW_TO=str(shown), PREVIEW_URL="https://xem-thu.mau.example/7")
        assert done.returncode == 0, done.stderr
    page = (shown / "gioi-thieu/index.html").read_text("utf-8")
    assert "Bản xem thử, không phải trang chính thức" in page
    assert 'href="https://xem-thu.mau.example/7/gioi-thieu/"' in page
    assert [each.name for each in (portal / "may-chu").iterdir()] == ["7"]


def test_without_a_place_publish_builds_and_says_so(portal: Path) -> None:
    done = step(portal, "publish")
    assert done.returncode == 0, done.stderr
    assert "Chưa đặt biến PUBLISH_TO" in done.stdout
    assert (portal / "site/index.html").is_file()


def test_what_the_browser_check_refuses_is_not_published(portal: Path) -> None:
    root = portal / "may-chu"
    refused = step(portal, "publish", PUBLISH_TO=str(root), BROWSER_CHECK="false")
    assert (refused.returncode, root.exists()) == (1, False)
    done = step(portal, "publish", PUBLISH_TO=str(root), BROWSER_CHECK="ls -d")
    assert done.returncode == 0, done.stdout + done.stderr
    assert (root / "current/manifest.json").read_bytes() == (portal / "site/manifest.json").read_bytes()


def put_program(portal: Path, name: str, does: str = "") -> None:
    """A program of the portal's own environment that writes down how it is called."""
    file = portal / ".venv/bin" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f'#!/bin/sh\necho "{name} $*" >>"{portal}/goi.txt"\n{does}\n', "utf-8")
    file.chmod(0o755)


@pytest.mark.parametrize("fetches", ["", "[ $1 != cms ]"], ids=["fetched", "no network"])
def test_the_form_is_fetched_where_it_is_asked_for(fetches: str, portal: Path) -> None:
    put_program(portal, "trangtin", fetches)
    put_program(portal, "python")
    words = {"install": "requirements.txt 'trangtin[cms]'", "build": "cms", "preview": "cms", "publish": "cms"}
    for is_on in (False, True):
        if is_on:
            config = (portal / "mkdocs.yml").read_text("utf-8")
            assert "      unit:" in config
            (portal / "mkdocs.yml").write_text(
                config.replace("      unit:", "      cms: {backend: github}\n      unit:", 1)
            )
        for name, word in words.items():
            (portal / "goi.txt").unlink(missing_ok=True)
            done = step(portal, name)
            assert done.returncode == 0, done.stdout + done.stderr
            called = (portal / "goi.txt").read_text("utf-8")
            assert (word.replace("'", "") in called) is is_on, called
            assert ("trangtin build" in called) is (name != "install")


@pytest.mark.parametrize(("answer", "code"), [("could not be audited", 1), ("PYSEC-2026-1", 0)])
def test_an_audit_that_could_ask_nobody_fails(portal: Path, answer: str, code: int) -> None:
    tools = portal / ".cache/cong-cu/bin"
    tools.mkdir(parents=True)
    for name, says in (("python", ""), ("pip-audit", f"echo 'mkdocs  {answer}'")):
        (tools / name).write_text(f"#!/bin/sh\n{says}\n", "utf-8")
        (tools / name).chmod(0o755)
    (portal / ".venv/bin").mkdir(parents=True)
    (portal / ".venv/bin/python").symlink_to(sys.executable)
    done = step(portal, "audit")
    assert (done.returncode, "Chưa đối chiếu được gì" in done.stderr) == (code, bool(code)), done.stderr


def test_tools_are_those_that_were_locked_for_this_repository(fresh: Path) -> None:
    asked = re.findall(r"tool (\S+==\S+)", (fresh / ".ci/portal").read_text("utf-8"))
    locked = (ROOT / "locks/audit.txt").read_text("utf-8")
    assert len(asked) == 2
    assert [each for each in asked if f"{each} \\\n" not in locked] == []


def test_an_unknown_step_is_misuse(portal: Path) -> None:
    done = step(portal, "dang")
    assert (done.returncode, "install|check|build|preview|publish|sbom|audit" in done.stderr) == (2, True)


def test_every_act_has_its_list_for_reviewers(fresh: Path) -> None:
    lists = {file.stem: file.read_text("utf-8") for file in (fresh / ".gitlab/merge_request_templates").iterdir()}
    assert set(lists) == {"dang-van-ban", "dinh-chinh", "thu-hoi", "dang-tin"}
    for folder in GITHUB_LIKE:
        whole = (fresh / folder / "pull_request_template.md").read_text("utf-8")
        assert all(text in whole for text in lists.values())
