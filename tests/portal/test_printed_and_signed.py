"""The issuer in the head of a paper and the names on its certificates, against the head of its file: tables of both."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.portal.drawing import draw
from tests.portal.test_signatures import mark, report
from trangtin.content.entry import Layout
from trangtin.content.options.portal_unit import PortalUnit
from trangtin.content.options.settings import Settings
from trangtin.content.problem import Problem
from trangtin.content.reading.reader import read_repository
from trangtin.content.values.dates import parse_date
from trangtin.portal.catalogue import Catalogue
from trangtin.portal.portal import build_portal
from trangtin.signing.report import FileReport

HERE = Path(__file__)
BODIES: list[dict[str, Any]] = yaml.safe_load(HERE.with_name("printed_bodies.yml").read_text("utf-8"))
SIGNED: list[dict[str, Any]] = yaml.safe_load(HERE.with_name("signed_files.yml").read_text("utf-8"))
SCHOOL = {"name": "Trường THPT Sông Mẫu", "parent": "Sở Giáo dục và Đào tạo tỉnh Mẫu"}
SIGNER = "signer: {position: HIỆU TRƯỞNG, name: Nguyễn Văn A}\n"
SEVERITIES: dict[str, list[str]] = {"same": [], "other": ["warning"], "foreign": ["error"]}
STATE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"
DAY = "Sông Mẫu, ngày 20 tháng 4 năm 2021"
REST = "KẾ HOẠCH\nPhát động đợt thi đua\nCăn cứ Kế hoạch số 95/KH-UBND;\nHIỆU TRƯỞNG\nNguyễn Văn A\n"


def told(root: Path, unit: dict[str, Any], head: str, found: FileReport, role: str = "toan-van") -> list[Problem]:
    files = f"files:\n  - path: 12.pdf\n    role: {role}\n"
    drawing = f"== plans/2021/12.md\nnumber: 12/KH-M\ndate: 20/4/2021\n{head}{files}== plans/2021/12.pdf\n%PDF-1.7\n"
    draw(root, f"{drawing}== site_src/don-vi/dao-tao.md\nunit: {{name: Phòng Hành chính}}\n")
    settings = Settings(unit=PortalUnit(**unit))
    reading = read_repository(root, Layout())
    portal = build_portal(Catalogue(reading, settings, parse_date("1/1/2022"), {"plans/2021/12.pdf": found}))
    return [each for each in portal.problems if str(each.code) == "TT509"]


def heads() -> list[tuple[dict[str, Any], str, list[str]]]:
    kinds = ("same", "other", "foreign")
    return [(case, kind, lines) for case in BODIES for kind in kinds for lines in case.get(kind, ())]


@pytest.mark.parametrize(("case", "kind", "lines"), heads())
def test_the_issuer_in_the_head_of_a_paper(tmp_path: Path, case: dict[str, Any], kind: str, lines: list[str]) -> None:
    unit: dict[str, Any] = {key: case[key] for key in ("short_name", "former") if key in case} | {"name": case["unit"]}
    head = f"issuer: {case['issuer']}\n" if "issuer" in case else ""
    printed = "\n".join(lines)
    # As Word writes two cells, as a narrow table is read row by row, and with the right column first.
    orders = (
        f"{printed}\nSố: 12/KH-M\n{STATE}\n{DAY}",
        f"{printed}\n{STATE}\nSố: 12/KH-M\n{DAY}",
        f"{STATE}\n{DAY}\n{printed}\n-------\nSố: 12/KH-M",
    )
    for at, order in enumerate(orders):
        problems = told(tmp_path / str(at), unit, head, report(f"{order}\n{REST}"))
        severities = SEVERITIES[kind]
        assert [each.severity.value for each in problems] == severities, [str(each) for each in problems]


@pytest.mark.parametrize("case", SIGNED, ids=lambda case: " + ".join(each[0] for each in case["marks"]))
def test_the_names_on_certificates(tmp_path: Path, case: dict[str, Any]) -> None:
    marks = [mark(each[0], "".join(each[1:2]), unit="".join(each[2:3])) for each in case["marks"]]
    head = SIGNER
    for key in ("issuer", "parent"):
        head += f"{key}: {case[key]}\n" if key in case else ""
    if "cosigner" in case:
        head += f"cosigners: [{{position: CHỦ TỊCH, name: {case['cosigner']}}}]\n"
    issuer = case.get("issuer", SCHOOL["name"]).upper()
    text = f"{issuer}\nSố: 12/KH-M\n{STATE}\n{DAY}\n{REST}" if case.get("text", True) else None
    problems = told(tmp_path, SCHOOL, head, report(text, *marks))
    said = [f"{each.severity.value} {each.message}" for each in problems]
    if "told" not in case:
        assert said == []
        return
    severity, _, piece = case["told"].partition(" ")
    assert len(said) == 1 and said[0].startswith(f"{severity} tệp '12.pdf' {piece}"), said


def test_the_tables_are_large_enough_to_weigh_false_alarms() -> None:
    right = sum(kind == "same" for _, kind, _ in heads()) + sum("told" not in case for case in SIGNED)
    wrong = sum(kind != "same" for _, kind, _ in heads()) + sum("told" in case for case in SIGNED)
    assert right >= 40 and wrong >= 40
