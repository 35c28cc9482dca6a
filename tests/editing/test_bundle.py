"""The program of the form is fetched by a lock that names no host, or it is told why not."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path

import pytest
from click.testing import CliRunner

from trangtin.cli.main import main
from trangtin.editing import bundle

MKDOCS = "site_name: Mẫu\ndocs_dir: site_src\nplugins: [{trangtin: {unit: {name: Trường Mẫu}}}]\n"
OURS = files("trangtin.editing").joinpath("files")


def test_the_lock_has_a_hash_for_every_package_and_no_address() -> None:
    lock = json.loads(OURS.joinpath("package-lock.json").read_text("utf-8"))
    packages = {name: each for name, each in lock["packages"].items() if name}
    assert packages["node_modules/@sveltia/cms"]["version"] == "0.221.1"
    assert all(each["integrity"].startswith("sha512-") for each in packages.values())
    assert not any("resolved" in each for each in packages.values())


def test_versions_are_pinned() -> None:
    package = json.loads(OURS.joinpath("package.json").read_text("utf-8"))
    versions = {**package["dependencies"], **package["devDependencies"]}
    assert all(version[0].isdigit() for version in versions.values()), versions


@pytest.fixture
def portal(tmp_path: Path) -> Path:
    (tmp_path / "mkdocs.yml").write_text(MKDOCS, encoding="utf-8")
    return tmp_path


def test_without_npm_it_says_what_to_install(portal: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bundle, "find_npm", lambda: None)
    told = CliRunner().invoke(main, ["cms", "--backend", "local", "-f", str(portal / "mkdocs.yml")])
    assert told.exit_code == 1
    assert "TT721" in told.output
    assert 'pip install "trangtin[cms]"' in told.output
    assert bundle.find_bundle(portal) is None


def test_without_a_back_end_it_says_where_to_write_one(portal: Path) -> None:
    told = CliRunner().invoke(main, ["cms", "-f", str(portal / "mkdocs.yml")])
    assert told.exit_code == 2
    assert "ghi khóa 'cms' trong mkdocs.yml" in told.output
