"""The tables of the open data, opened in LibreOffice: every cell is what was written, and nothing is computed."""

from __future__ import annotations

import csv
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree

from tests.host.conftest import Builder
from tests.portal.drawing import draw
from tools.system_parts import OFFICE

pytestmark = pytest.mark.office

OFFICE_NS = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TABLE_NS = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
TEXT_NS = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
AS_UTF8_WITH_COMMAS = "Text - txt - csv (StarCalc):44,34,76,1,,0,false,true"
HOSTILE = """
== mkdocs.yml
site_name: Trường
site_url: https://mau.example/
docs_dir: site_src
theme: trangtin
plugins: [{trangtin: {unit: {name: Trường Mẫu, symbol: TCT}}}]
== site_src/index.md
title: Trang chủ
== plans/2021/a.md
number: 05/KH-TCT
date: 1/2/2021
title: '=HYPERLINK("https://ac.example";"Bấm")'
summary: a
areas: ["+84 123", "-5+2"]
signer: {position: '@SUM(1;2)', name: "Nguyễn Thị Ưng"}
== plans/2021/b.md
type: QĐ
number: 007/QĐ-TCT
date: 3/2/2021
title: Tặng "Giấy khen", Ẵ Ỡ Ự; đợt 1
awards: [{form: Giấy khen, to: "=1+1", kind: tap-the, reason: Đạt 41/41}]
"""


def opened(file: Path, folder: Path) -> list[list[tuple[str | None, str]]]:
    """Each row of a table as LibreOffice has it: for each cell the kind of its value, and the value."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    words = [OFFICE.require(), profile, "--headless", f"--infilter={AS_UTF8_WITH_COMMAS}", "--convert-to", "fods"]
    subprocess.run([*words, "--outdir", str(folder), str(file)], capture_output=True, check=True, timeout=300)
    tree = etree.parse(folder / f"{file.stem}.fods")
    assert not list(tree.iterfind(f".//*[@{TABLE_NS}formula]"))
    return [list(_cells(row)) for row in tree.iter(f"{TABLE_NS}table-row")]


def _cells(row: etree._Element) -> Iterator[tuple[str | None, str]]:
    for cell in row.iterfind(f"{TABLE_NS}table-cell"):
        kind = cell.get(f"{OFFICE_NS}value-type")
        shown = "\n".join("".join(part.itertext()) for part in cell.iterfind(f"{TEXT_NS}p"))
        value = cell.get(f"{OFFICE_NS}date-value") if kind == "date" else cell.get(f"{OFFICE_NS}value", shown)
        yield from [(kind, value)] * int(cell.get(f"{TABLE_NS}number-columns-repeated", "1"))


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory, session_builder: Builder) -> Path:
    root = tmp_path_factory.mktemp("portal")
    draw(root, HOSTILE)
    return session_builder(root)


@pytest.mark.parametrize("name", ["van-ban.csv", "khen-thuong.csv", "tiep-can-thong-tin/danh-muc.csv"])
@pytest.mark.parametrize("portal", ["sample", "hostile"])
def test_every_cell_comes_out_as_it_was_written(
    portal: str, name: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    file = request.getfixturevalue(portal) / name
    with file.open(encoding="utf-8-sig", newline="") as text:
        written = list(csv.reader(text))
    assert len(written) > 1
    for ours, theirs in zip(written, opened(file, tmp_path), strict=True):
        for place, value in enumerate(ours):
            kind, shown = theirs[place] if place < len(theirs) else (None, "")
            assert shown == value
            is_day = re.fullmatch(r"\d{4}-\d\d-\d\d", value)
            assert kind == (None if not value else "date" if is_day else "string"), value


def test_what_looks_like_a_formula_is_shown_with_its_mark(hostile: Path, tmp_path: Path) -> None:
    cells = {value for row in opened(hostile / "van-ban.csv", tmp_path) for _, value in row}
    assert {"05/KH-TCT", "007/QĐ-TCT", '\'=HYPERLINK("https://ac.example";"Bấm")', "'@SUM(1;2)"} <= cells
    assert 'Tặng "Giấy khen", Ẵ Ỡ Ự; đợt 1' in cells
    assert "'+84 123; '-5+2" in cells  # a spreadsheet that parts cells at ';' begins one there
