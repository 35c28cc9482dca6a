"""Proofreading in its place: what an editor reads for a draft, for news, for an issued paper without or with a note."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path

import pytest
import yaml

from tests.portal.drawing import portal_on, told
from trangtin.content.options.portal_unit import PortalUnit
from trangtin.content.options.settings import ProofreadingRules, Settings, Spelling
from trangtin.content.problem import Code, Severity
from trangtin.portal.model import Portal

SEEDS = Path(__file__).parents[2].parent / "shared" / "seeds"
ISSUED = "== plans/2021/12.md\nnumber: 12/KH-TCT\ndate: 20/4/2021\n"
TEXT_CODES = (*(code.value for code in Code if "TT601" <= code.value <= "TT629"), "TT402")


def odd(portal: Portal) -> list[str]:
    return told(portal, *TEXT_CODES)


def test_an_issued_paper_stays_as_it_is_and_gets_a_note(tmp_path: Path) -> None:
    portal = portal_on(tmp_path, "1/6/2021", f"{ISSUED}---\nTỷ lệ của tri đi bầu.\n")
    assert odd(portal) == [
        "plans/2021/12.md:7: TT604 'của tri' có lẽ gõ sai của 'cử tri'"
        " → đối chiếu với bản in: nếu bản in đúng như vậy thì giữ nguyên và ghi 'notes'"
        ' (ví dụ: notes: Bản in ghi "của tri", hiểu là "cử tri")'
    ]
    (problem,) = (each for each in portal.problems if each.code is Code.MISSPELT)
    assert problem.severity is Severity.NOTICE


@pytest.mark.parametrize(
    "text",
    [
        "Tỷ lệ của tri đi bầu",
        "thi đua đua tới",
        "khóa, khoá",
        "chủ đề 5K” ấy",
        "ngày 31/4/2021",
        "I. A\n\nV. B",
        "2O21",
    ],
)
def test_the_proposed_note_is_valid_and_silences_the_notice(tmp_path: Path, text: str) -> None:
    (problem,) = (
        each for each in portal_on(tmp_path, "1/6/2021", f"{ISSUED}---\n{text}\n").problems if each.code in TEXT_CODES
    )
    notes = yaml.safe_load(problem.example)["notes"]
    assert notes
    assert odd(portal_on(tmp_path, "1/6/2021", f"{ISSUED}{problem.example}\n---\n{text}\n")) == []


def test_a_note_on_another_place_silences_nothing(tmp_path: Path) -> None:
    portal = portal_on(tmp_path, "1/6/2021", f"{ISSUED}notes: Bản in ghi mục V\n---\nTỷ lệ của tri đi bầu.\n")
    assert len(odd(portal)) == 1


@pytest.mark.parametrize(
    "head",
    ["== plans/2021/13.md\ndraft: true\n", "== site_src/tin-tuc/2021/a.md\n", "== site_src/gioi-thieu.md\n"],
)
def test_what_can_still_be_changed_gets_a_warning_with_a_remedy(tmp_path: Path, head: str) -> None:
    portal = portal_on(tmp_path, "1/6/2021", f"{head}---\nTỷ lệ của tri ,nhiệm kỳ 2021- 2026.\n")
    found = [each for each in portal.problems if each.code.value in TEXT_CODES]
    assert [(each.code, each.severity, each.remedy) for each in found] == [
        (Code.MISSPELT, Severity.WARNING, "viết 'cử tri'"),
        (Code.SPACING, Severity.WARNING, "viết 'tri, nhiệm'"),
        (Code.MIXED_DASHES, Severity.WARNING, "viết '2021 - 2026'"),
    ]
    assert "notes" not in str(found)


@pytest.mark.parametrize("key", ["review: Đối chiếu bản in", "files: [{path: a.pdf}]"])
def test_a_draft_that_copies_paper_is_not_to_be_changed(tmp_path: Path, key: str) -> None:
    draft = f"== plans/2021/13.md\ndraft: true\n{key}\n---\nTỷ lệ của tri, nhiệm kỳ 2021- 2026.\n"
    drawing = f"{draft}== plans/2021/a.pdf\n%PDF-1.7\n"
    (message,) = odd(portal_on(tmp_path, "1/6/2021", drawing))
    assert "giữ nguyên" in message


def test_titles_and_summaries_are_read_too(tmp_path: Path) -> None:
    drawing = "== site_src/tin-tuc/2021/a.md\ntitle: Bổ xung tin\nsummary: Lễ phát động thi đua đua\n"
    assert [line.split(" ")[:2] for line in odd(portal_on(tmp_path, "1/6/2021", drawing))] == [
        ["site_src/tin-tuc/2021/a.md:2:", "TT604"],
        ["site_src/tin-tuc/2021/a.md:3:", "TT601"],
    ]


@pytest.mark.parametrize(
    "drawing",
    [
        "== site_src/en.md\nlang: en\n---\nThat that is ,is.\n",
        "== site_src/a.md\nwithdrawn: {date: 1/1/2021, reason: Nhầm}\n---\nthi đua đua\n",
    ],
)
def test_other_languages_and_withdrawn_texts_are_left_alone(tmp_path: Path, drawing: str) -> None:
    assert odd(portal_on(tmp_path, "1/6/2021", drawing)) == []


def test_brackets_left_open_by_the_hundred_are_told_once(tmp_path: Path) -> None:
    drawing = f"== site_src/a.md\n---\n{'Mục [ mở '.join('abc' * 300)}\n\nBổ xung\n"
    portal = portal_on(tmp_path, "1/6/2021", drawing)
    assert [line.split(" ")[1] for line in told(portal, "TT339", *TEXT_CODES)] == ["TT339", "TT604"]


def test_the_portal_s_own_list(tmp_path: Path) -> None:
    rules = ProofreadingRules(
        terms=(Spelling(wrong="Trường Chính Chị", right="Trường Chính trị"),), accept=("bổ xung",), skip=("TT601",)
    )
    settings = Settings(unit=PortalUnit(name="Trường"), proofreading=rules)
    drawing = "== site_src/a.md\n---\nTrường chính chị bổ xung thi đua đua.\n"
    (message,) = odd(portal_on(tmp_path, "1/6/2021", drawing, settings))
    assert "TT604 'Trường chính chị' có lẽ gõ sai của 'Trường Chính trị'" in message


def test_letters_that_reading_puts_right_are_told_once(tmp_path: Path) -> None:
    drawing = unicodedata.normalize("NFD", "== site_src/a.md\n---\nSở Xây dựng\n\ncơ sở\n")
    assert [line.partition(" →")[0] for line in odd(portal_on(tmp_path, "1/6/2021", drawing))] == [
        "site_src/a.md:3: TT610 chữ lưu ở dạng dấu tách rời, có ký tự ẩn hoặc chữ Ð giống Đ (tất cả 2 dòng);"
        " trang tự đọc về dạng dựng sẵn"
    ]


MEND_HEAD = "chạy 'trangtin check --fix' để sửa phần đầu"
KEEP_BODY = "nội dung văn bản đã ban hành thì để nguyên, không phải sửa gì"


@pytest.mark.parametrize(
    ("where", "remedy"), [("head", MEND_HEAD), ("body", KEEP_BODY), ("both", f"{MEND_HEAD}; {KEEP_BODY}")]
)
def test_an_issued_text_is_not_sent_to_a_command_that_leaves_it_alone(tmp_path: Path, where: str, remedy: str) -> None:
    head, body = f"{ISSUED}title: Sở\n", "---\nSở Xây dựng\n"
    decomposed = {part: unicodedata.normalize("NFD", text) for part, text in (("head", head), ("body", body))}
    parts = (
        decomposed["head"] if where != "body" else head,
        decomposed["body"] if where != "head" else body,
    )
    portal = portal_on(tmp_path, "1/6/2021", "".join(parts))
    assert [each.remedy for each in portal.problems if each.code is Code.UNICODE_FORM] == [remedy]


def test_a_doubled_word_is_to_be_taken_out_only_if_it_is_a_slip(tmp_path: Path) -> None:
    portal = portal_on(tmp_path, "1/6/2021", "== site_src/a.md\n---\nLễ thi đua đua tới.\n")
    (problem,) = (each for each in portal.problems if each.code is Code.DOUBLED_WORD)
    assert problem.remedy == "nếu gõ thừa thì viết 'thi đua'"


# --- the two real papers -----------------------------------------------------------------------------------------


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the seed papers lie beside the repository, not in it")
@pytest.mark.parametrize(
    ("name", "found"),
    [
        (
            "000_ee719ca00f6689df",
            {
                ("TT604", "của tri"),
                ("TT604", "Covi-19"),
                ("TT604", "Trường Khối thi đua"),  # named in the truth file: meant is Trưởng
                ("TT605", "2021-2026”"),  # "a closing quote with no opening quote, twice"
                ("TT605", '2021- 2026"'),
            },
        ),
        (
            "003_d2ba7340c43259c0",
            {
                ("TT402", "mục V đứng sau mục II"),
                ("TT601", "thi đua đua"),
                ("TT602", "khóa XIV, nhiệm kỳ 2016 - 2021"),
                ("TT603", "khoá"),
                ("TT610", "dấu tách rời"),  # "NOT NFC"
            },
        ),
    ],
)
def test_a_seed_as_a_document_shows_its_errors_and_nothing_else(
    tmp_path: Path, name: str, found: set[tuple[str, str]]
) -> None:
    truth = json.loads((SEEDS / f"{name}.truth.json").read_text(encoding="utf-8"))
    paper = (SEEDS / f"{name}.txt").read_text(encoding="utf-8")
    head = {"type": truth["type_code"], "title": truth["title"], "issuer": truth["issuer"], "level": "tinh"}
    file = tmp_path / "plans/2021/ke-hoach.md"
    file.parent.mkdir(parents=True)
    file.write_text(f"---\n{yaml.safe_dump(head, allow_unicode=True)}---\n\n{paper}", encoding="utf-8")
    messages = odd(portal_on(tmp_path, "1/6/2021"))
    assert len(messages) == len(found)
    for code, words in found:
        assert any(f" {code} " in message and words in message for message in messages), (code, words)
    # Nothing else either: no personal data, no marks in two ordinary papers.
    assert {line.split(" ")[1] for line in told(portal_on(tmp_path, "1/6/2021"))} <= {*TEXT_CODES, "TT407"}
