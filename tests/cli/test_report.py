"""The command `report`: where its files go, that `check` takes them, that nothing is overwritten or published."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from tests.portal.drawing import draw
from tests.reporting.test_scope import DRAWING
from trangtin.cli.main import main

CONFIG = """
site_name: Mẫu
docs_dir: site_src
plugins: [{trangtin: {unit: {name: Trường Chính trị tỉnh Mẫu, parent: Tỉnh ủy Mẫu, symbol: TCT}}}]
"""
LATER = """
== plans/2021/mua-thu/index.md
title: Thi đua mùa thu
start: 1/9/2021
== plans/2021/mau/18.md
type: BC
number: 18/BC-TCT
date: 1/7/2021
title: Tổng kết
"""
FINAL = "plans/2021/mau/du-thao-bao-cao-tong-ket.md"


@pytest.fixture
def portal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    draw(tmp_path, DRAWING + LATER)
    (tmp_path / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TRANGTIN_TODAY", "2021-07-05")
    return tmp_path


def run(*words: str) -> Result:
    return CliRunner().invoke(main, list(words), catch_exceptions=False)


def test_a_final_report_lies_in_its_campaign_and_is_held_back_for_what_is_left(portal: Path) -> None:
    result = run("report", "mau")
    assert result.exit_code == 0, result.output
    assert f"đã ghi {FINAL}" in result.output
    assert "đã có báo cáo tổng kết: plans/2021/mau/18.md" in result.output
    head = yaml.safe_load((portal / FINAL).read_text(encoding="utf-8").split("---\n")[1])
    assert (head["type"], head["number"], head["date"]) == ("BC", None, None)
    assert head["implements"] == ["plans/2021/mau/1.md", "plans/2021/mau/2.md"]
    assert len(head["review"]) > 3
    checked = run("check", FINAL)
    assert checked.exit_code == 0, checked.output
    told = [line for line in checked.output.split("\n") if line.startswith("plans/")]
    assert [line.split()[1] for line in told] == ["TT407", "TT408"]  # no number yet, held back: nothing else


@pytest.mark.parametrize(
    "typed",
    ["plans/2021/mau", "plans/2021/mau/", "plans/2021/mau/index.md", "plans/2021/mau/index.md:4", "plans\\2021\\mau"],
)
def test_a_campaign_may_be_named_by_its_path(portal: Path, typed: str) -> None:
    result = run("report", typed)
    assert result.exit_code == 0, result.output
    assert (portal / FINAL).is_file()


def test_without_its_review_the_gaps_stop_a_build(portal: Path) -> None:
    run("report", "mau")
    file = portal / FINAL
    head, body = (
        file.read_text(encoding="utf-8").split("review:\n")[0],
        file.read_text(encoding="utf-8").split("---\n")[2],
    )
    file.write_text(f"{head}---\n{body}", encoding="utf-8")
    checked = run("check", FINAL)
    assert checked.exit_code == 1
    assert checked.output.count("TT335") == body.count("[Cần viết:") > 0


def test_interim_reports_are_told_apart_by_their_last_day(portal: Path) -> None:
    run("report", "mau", "--to", "10/5/2021", "--out", "bao-cao")
    run("report", "mau", "--from", "2021-05-11", "--to", "31/5/2021", "--out", "bao-cao", "--docx")
    names = sorted(file.name for file in (portal / "bao-cao").iterdir())
    first, second = "du-thao-bao-cao-so-ket-2021-05-10", "du-thao-bao-cao-so-ket-2021-05-31"
    assert names == [f"{first}.md", f"{second}.docx", f"{second}.md"]
    assert "campaign: mau\n" in (portal / "bao-cao" / names[0]).read_text(encoding="utf-8")


@pytest.mark.parametrize("ending", [".md", ".docx"])
def test_nothing_is_overwritten_and_nothing_half_written(portal: Path, ending: str) -> None:
    there = (portal / FINAL).with_suffix(ending)
    there.write_text("của người khác", encoding="utf-8")
    before = set((portal / "plans").rglob("*"))
    result = run("report", "mau", "--docx")
    assert result.exit_code == 1
    assert "không ghi đè → đổi tên hoặc xóa tệp cũ" in result.output
    assert there.read_text(encoding="utf-8") == "của người khác"
    assert set((portal / "plans").rglob("*")) == before


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["maus"], "có phải ý bạn là 'mau'?"),
        (["mau", "--from", "1/6/2021", "--to", "1/5/2021"], "trước --from"),
        (["mau", "--from", "31/13/2021"], "không có tháng 13"),
        (["mau", "--to", "1/1/2021"], "trước ngày bắt đầu phong trào"),
        (["mau", "--from", "1/8/2021"], "sau hôm nay"),
        (["mua-thu"], "chưa bắt đầu"),
    ],
)
def test_misuse_is_told_with_the_way_out(portal: Path, words: list[str], told: str) -> None:
    result = run("report", *words)
    assert result.exit_code == 2
    assert told in result.output


def test_import_reads_the_head_of_our_own_paper_back(portal: Path) -> None:
    run("report", "mau", "--docx", "--out", "bao-cao")
    assert run("import", "bao-cao/du-thao-bao-cao-tong-ket.docx", "--out", "nhap").exit_code == 0
    ours, read = (
        yaml.safe_load(Path(folder, "du-thao-bao-cao-tong-ket.md").read_text(encoding="utf-8").split("---\n")[1])
        for folder in ("bao-cao", "nhap")
    )
    for key in ("type", "place", "issuer", "title", "signer"):
        assert read[key] == ours[key], key
    assert read["parent"].casefold() == ours["parent"].casefold()  # printed in capitals
    assert [each.rstrip(".") for each in ours["recipients"]] == read["recipients"]
    assert read["basis"][0]["number"] == ours["basis"][0]["number"]
    assert "number" not in read
    assert any("chưa điền số" in left for left in read["review"])
